"""Worked cases: those of the reference pack all hold, and a case that does not says where and by how much."""

from decimal import Decimal

import pytest
from tests.core.alliance import ROOT, recommendation, reference_pack, small, small_pack, text

from cordee.core.cases import case_table, meets, run_case
from cordee.core.packs.cases import WorkedCase
from cordee.core.packs.checking import check_folder
from cordee.core.packs.folder import read_folder
from cordee.core.packs.rules import HEADLINES

CASES = {case.id: case for case in reference_pack().cases}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_reference_pack_says_what_its_evaluators_expect(case):
    assert [fault.in_("en") for fault in run_case(reference_pack(), case)] == []


def test_the_check_of_a_pack_plays_them():
    verdict = check_folder(read_folder(ROOT / "packs" / "alliances"), run_case)
    assert verdict.played == len(CASES)
    assert verdict.faults == ()


def test_they_cover_what_an_evaluator_would_try():
    assert len(CASES) >= 25
    expected = [case.expected for case in CASES.values()]
    patterns = {name for each in expected for axis in each.axes for name in axis.patterns or ()}
    scoring = reference_pack().scoring
    assert patterns == {each.id for each in (*scoring.patterns, *scoring.aligned)}
    assert {each.headline for each in expected} >= set(HEADLINES)
    stages = {axis.stage for each in expected for axis in each.axes if axis.stage}
    assert stages == {stage.id for stage in scoring.stages}
    given = {answer for case in CASES.values() for person in case.respondents for answer in person.answers.values()}
    assert given == {0, 1, 2, 3, 4, "dont_know", "not_applicable"}
    assert {case.form for case in CASES.values()} == {"express", "full"}
    facts = {
        condition.fact
        for each in expected
        for rule in reference_pack().recommendations
        if rule.id in (*each.recommendations_include, *each.recommendations_exclude)
        for condition in rule.when
    }
    assert facts >= {"item", "topic", "maturity", "pattern", "dont_know", "bimodal", "perception_gap"}


def case(*people: dict, form: str = "short", own: str | None = None, **expected) -> WorkedCase:
    """Make a case of the small pack."""
    respondents = [{"id": f"r{place}", **person} for place, person in enumerate(people)]
    return WorkedCase.model_validate(
        {
            "id": "tried",
            "story": text("story"),
            "instrument": "small",
            "form": form,
            "self_circle": own,
            "respondents": respondents,
            "expected": expected,
        }
    )


def faults(tried: WorkedCase, pack=None) -> list[tuple[str, str]]:
    return [(fault.path, fault.message.en) for fault in run_case(pack or small(), tried)]


ONE = {"answers": {"*": 2, "a": 3}}


def test_the_narrowest_key_wins_in_any_order():
    given = {"*": 1, "a": 2, "a.one": 3, "a.one.means": 0}
    for answers in (given, dict(reversed(given.items()))):
        made = case_table(small().instrument, case({"answers": answers}, form="full"))
        row = dict(zip(made.items, made.scores[0].tolist(), strict=True))
        assert (row["a.one.means"], row["a.one.vision"], row["a.two.means"], row["b.four.vision"]) == (0, 3, 2, 1)


def test_what_no_key_reaches_is_unanswered():
    made = case_table(small().instrument, case({"answers": {"a.one": "dont_know", "b": "not_applicable"}}))
    assert made.marks[0].tolist() == [2, 2, 2, 3, 3, 3, 0, 0, 0]


def test_a_case_that_holds_has_no_fault():
    axis = {"axis": "a", "vision": 3, "maturity": 3, "coherence": 1, "stage": "shared", "patterns": ["aligned_high"]}
    item = {"item": "a.one.vision", "score": 3, "median": 3, "bimodal": False, "dont_know": 0}
    assert faults(case(ONE, axes=[axis], items=[item], headline="aligned")) == []


@pytest.mark.parametrize(
    ("expected", "path", "said"),
    [
        ({"axes": [{"axis": "a", "vision": "2.5"}]}, "expected.axes[0].vision", "expects 2.5 for ‘vision’ of ‘a’;"),
        ({"axes": [{"axis": "b"}, {"axis": "a", "means": "refused"}]}, "expected.axes[1].means", "expects a refusal"),
        ({"axes": [{"axis": "a", "stage": "driving"}]}, "expected.axes[0].stage", "gives shared"),
        ({"axes": [{"axis": "a", "patterns": ["overreach"]}]}, "expected.axes[0].patterns", "gives aligned_high"),
        ({"axes": [{"axis": "a", "patterns": []}]}, "expected.axes[0].patterns", "expects nothing"),
        ({"axes": [{"axis": "z"}]}, "expected.axes[0].axis", "expects z"),
        ({"items": [{"item": "a.one.vision", "score": 2}]}, "expected.items[0].score", "expects 2 for ‘a.one.vision’"),
        ({"items": [{"item": "a.one.vision", "bimodal": True}]}, "expected.items[0].bimodal", "expects yes"),
        ({"items": [{"item": "a.one.vision", "median": "2.5"}]}, "expected.items[0].median", "gives 3.0"),
        ({"items": [{"item": "a.one.vision", "dont_know": 1}]}, "expected.items[0].dont_know", "gives 0"),
        ({"items": [{"item": "a.one.vision", "circle": "teams"}]}, "expected.items[0].circle", "expects teams"),
        ({"headline": "too_early"}, "expected.headline", "gives aligned"),
        ({"recommendations_include": ["what"]}, "expected.recommendations_include[0]", "gives high, level"),
        ({"recommendations_exclude": ["x", "level"]}, "expected.recommendations_exclude[1]", "expects no ‘level’"),
        ({"first_recommendation": "level"}, "expected.first_recommendation", "gives high"),
    ],
)  # fmt: skip
def test_each_expectation_that_is_not_met_says_so(expected, path, said):
    pack = small_pack(
        recommendation("level", "a.one", {"fact": "item", "item": "a.one.vision", "at_least": 3}),
        recommendation("high", "b.four", {"fact": "item", "item": "b.four.vision", "at_least": 2}),
    )
    found = faults(case(ONE, **expected), pack)
    assert [each[0] for each in found] == [path]
    assert said in found[0][1]


def test_nothing_is_recommended():
    said = "The case ‘tried’ expects level for the first recommendation; the computation gives nothing."
    assert faults(case(ONE, first_recommendation="level")) == [("expected.first_recommendation", said)]


def test_the_self_circle_of_a_case_is_used():
    blind = {"fact": "perception_gap", "topic": "a.one", "facet": "vision", "at_least": 1}
    pack = small_pack(recommendation("blind", "a.one", blind))
    people = [
        {"circle": circle, "organisation": f"o{n}", "answers": {"*": level}}
        for circle, level in (("teams", 4), ("steering", 1))
        for n in range(2)
    ]
    assert faults(case(*people, own="teams", recommendations_include=["blind"]), pack) == []
    assert faults(case(*people, recommendations_exclude=["blind"]), pack) == []


@pytest.mark.parametrize(
    ("wanted", "found", "expected"),
    [
        ("2", 2.0, True),
        ("2", 2.004, False),
        ("2.5", 2.5, True),
        ("2.5", 2.4999999999999996, True),
        ("2.5", 2.52, False),
        ("2.67", 8 / 3, True),
        ("2.66", 8 / 3, False),
        ("0.875", 0.875, True),
        ("2", None, False),
        ("refused", None, True),
        ("refused", 2.0, False),
    ],
)
def test_a_number_is_met_to_the_decimals_it_was_written_with(wanted, found, expected):
    assert meets(wanted if wanted == "refused" else Decimal(wanted), found) == expected
