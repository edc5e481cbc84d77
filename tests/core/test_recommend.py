"""Recommendations hold on facts, say what caused them, and come in the order of use."""

import pytest
from tests.core.alliance import read, recommendation, sheet, small_pack

LOW = {"fact": "item", "item": "a.one.means", "at_most": 1}


def held(pack, *sheets, form="short", own=None):
    return [advice.recommendation for advice in read(*sheets, pack=pack, form=form, own=own).advice]


def holds(condition, *given: str) -> bool:
    """Tell whether a condition holds for one person's answers, or for those of several circles."""
    pack = small_pack(recommendation("rule", "a.one", condition))
    who = ("steering/o/r",) if len(given) == 1 else ("steering/o/r", "teams/o/s", "partners/o/t")
    return bool(held(pack, *(sheet(name, each) for name, each in zip(who, given, strict=False))))


@pytest.mark.parametrize(
    ("condition", "given", "expected"),
    [
        (LOW, "441", True),
        (LOW, "442", False),
        (LOW, "44?", False),
        ({"fact": "item", "item": "a.one.means", "at_least": 2}, "442", True),
        ({"fact": "item", "item": "a.two.means", "at_most": 4}, "441", False),  # not asked in this form
        ({"fact": "topic", "topic": "a.one", "at_most": 2}, "321", True),
        ({"fact": "topic", "topic": "a.one", "at_most": 2}, "322", False),
        ({"fact": "topic", "topic": "a.one", "at_most": 2}, "2??", True),
        ({"fact": "facet", "axis": "a", "facet": "means", "at_most": 1}, "441", True),
        ({"fact": "facet", "axis": "a", "facet": "means", "at_most": 1}, "??1", False),  # under half of the axis
        ({"fact": "maturity", "axis": "a", "at_least": 2}, "440", False),
        ({"fact": "maturity", "axis": "a", "at_least": 2}, "222", True),
        ({"fact": "maturity", "axis": "a", "at_most": 4}, "22?", False),
        ({"fact": "coherence", "axis": "a", "at_most": "0.5"}, "420", True),
        ({"fact": "coherence", "axis": "a", "at_most": "0.5"}, "322", False),
        ({"fact": "gap", "axis": "a", "higher": "vision", "lower": "means", "at_least": 2}, "331", True),
        ({"fact": "gap", "axis": "a", "higher": "means", "lower": "vision", "at_most": -2}, "331", True),
        ({"fact": "gap", "axis": "a", "higher": "vision", "lower": "means", "at_least": 2}, "332", False),
        ({"fact": "pattern", "axis": "a", "pattern": "overreach"}, "331", True),
        ({"fact": "pattern", "axis": "a", "pattern": "incantation"}, "331", False),
        ({"fact": "pattern", "axis": "a", "pattern": "aligned_high"}, "333", True),
        ({"fact": "pattern", "axis": "a", "pattern": "aligned_high"}, "33?", False),
        ({"fact": "dont_know", "item": "a.one.vision", "at_least": "0.5"}, "?33", True),
        ({"fact": "dont_know", "item": "a.one.vision", "at_most": 0}, "x33", False),  # nobody was there to ask
        ({"fact": "dont_know", "item": "a.one.vision", "at_most": 0}, "333", True),
        ({"fact": "bimodal", "item": "a.one.vision"}, "433", False),
    ],
)
def test_a_fact_holds_or_not(condition, given, expected):
    assert holds(condition, given + "2" * 6) == expected


def test_two_camps():
    assert holds({"fact": "bimodal", "item": "a.one.vision"}, "4" * 9, "0" * 9)
    assert not holds({"fact": "bimodal", "item": "a.one.vision"}, "?" * 9, "?" * 9)


def test_a_gap_of_perception():
    ahead = {"fact": "perception_gap", "topic": "a.one", "facet": "vision", "at_least": 1}
    behind = {"fact": "perception_gap", "topic": "a.one", "facet": "vision", "at_most": -1}
    assert holds(ahead, "4" * 9, "3" * 9)
    assert not holds(ahead, "3" * 9, "4" * 9)
    assert holds(behind, "3" * 9, "4" * 9)
    assert not holds(ahead, "4" * 9)
    assert not holds(behind, "?" * 9, "4" * 9)


def test_a_gap_of_perception_that_may_be_nothing_is_not_known():
    pack = small_pack(
        recommendation("rule", "a.one", {"fact": "perception_gap", "topic": "a.one", "facet": "vision", "at_least": 1})
    )
    teams = [sheet(f"teams/o{n}/t{n}", sign + "2" * 8) for n, sign in enumerate("112")]
    sure = [sheet(f"steering/o{n}/s{n}", sign + "2" * 8) for n, sign in enumerate("443")]
    split = [sheet(f"steering/o{n}/s{n}", sign + "2" * 8) for n, sign in enumerate("440")]
    assert held(pack, *sure, *teams) == ["rule"]
    assert held(pack, *split, *teams) == []


def test_a_threshold_made_of_thirds_is_reached():
    pack = small_pack(recommendation("rule", "a.one", {"fact": "topic", "topic": "a.one", "at_least": "1.333333333"}))
    assert held(pack, sheet("steering/o/r", "211 222 222")) == ["rule"]


def test_all_conditions_and_no_exception():
    high = {"fact": "item", "item": "a.one.action", "at_least": 3}
    done = {"fact": "maturity", "axis": "a", "at_least": 2}
    pack = small_pack(recommendation("both", "a.one", LOW, high), recommendation("unless", "a.one", LOW, unless=[done]))
    assert held(pack, sheet("steering/o/r", "331 222 222")) == ["both"]
    assert held(pack, sheet("steering/o/r", "111 222 222")) == ["unless"]
    assert held(pack, sheet("steering/o/r", "111 222 ???")) == ["unless"]
    # an exception that is not known does not protect
    assert held(pack, sheet("steering/o/r", "?11 222 222")) == ["unless"]


def test_a_rule_on_a_topic_of_another_form_is_not_proposed():
    pack = small_pack(recommendation("other", "a.two", LOW))
    assert held(pack, sheet("steering/o/r", "111 222 222")) == []


def any_of(name: str, topic: str, *extra):
    return recommendation(name, topic, {"fact": "topic", "topic": topic, "at_most": 4}, *extra)


def test_the_order_is_priority_then_causes_then_the_pack():
    pack = small_pack(
        any_of("b-plain", "b.four"),
        any_of("a-plain", "a.one"),
        any_of("a-two-facts", "a.one", LOW),
        any_of("c-plain", "c.seven"),
    )
    # « b » is the furthest from the target, then « a », then « c »; the second of « a » waits for the first of « c »
    assert held(pack, sheet("steering/o/r", "111 000 222")) == ["b-plain", "a-two-facts", "c-plain", "a-plain"]


def test_ties_keep_the_order_of_the_pack():
    pack = small_pack(any_of("b", "b.four"), any_of("a", "a.one"), any_of("c", "c.seven"))
    assert held(pack, sheet("steering/o/r", "222 222 222")) == ["b", "a", "c"]


def test_an_advice_carries_its_causes():
    pattern = {"fact": "pattern", "axis": "a", "pattern": "overreach"}
    gap = {"fact": "gap", "axis": "a", "higher": "action", "lower": "means", "at_least": 1}
    pack = small_pack(recommendation("rule", "a.one", LOW, pattern, gap))
    advice = read(sheet("steering/o/r", "231 222 222"), pack=pack).advice[0]
    low, named, wide = advice.causes
    assert (low.subject, low.value, low.at_most, low.at_least) == ("a.one.means", 1, 1, None)
    assert low.items == ("a.one.means",)
    assert (named.subject, named.pattern, named.value) == ("a", "overreach", 1)
    assert named.items == ("a.one.action", "a.one.means")
    assert (wide.higher, wide.facet, wide.value) == ("action", "means", 2)
    assert wide.items == ("a.one.action", "a.one.means")
    assert (advice.topic, advice.axis) == ("a.one", "a")
    assert advice.priority == 1  # (3 − 2) × 1 × 1


def test_every_cause_that_stops_being_true_removes_the_advice():
    rule = recommendation("rule", "a.one", LOW, {"fact": "pattern", "axis": "a", "pattern": "overreach"})
    pack = small_pack(rule)
    assert held(pack, sheet("steering/o/r", "231 222 222")) == ["rule"]
    assert held(pack, sheet("steering/o/r", "242 222 222")) == []  # the item rises above its bound
    assert held(pack, sheet("steering/o/r", "211 222 222")) == []  # the pattern goes
