"""Facets, maturity and stages, at their thresholds."""

from decimal import Decimal

import numpy as np
import pytest
from tests.core.alliance import CIRCLES, read, sheet, small

from cordee.core.estimates import Refusal
from cordee.core.scoring import layout_of, maturity, stage_of

STAGES = small().scoring.stages


def facets(reading, axis="a"):
    return {name: each.value for name, each in reading.overall.axis(axis).facets.items()}


def test_the_layout_follows_the_form():
    layout = layout_of(small().instrument, "full")
    assert layout.axes == ("a", "b", "c")
    assert layout.topics[:3] == ("a.one", "a.two", "a.three")
    assert layout.in_facet.sum(axis=0).tolist() == [3, 3, 3, 3, 3, 3, 1, 1, 1]
    assert layout.in_topic.sum(axis=0).tolist() == [3] * 7
    assert layout.axis_of_topic.tolist() == [0, 0, 0, 1, 1, 1, 2]
    assert layout.columns_of(1, 2) == [layout.items.index(f"b.{name}.means") for name in ("four", "five", "six")]


def test_a_form_that_does_not_exist():
    with pytest.raises(KeyError, match="huge"):
        layout_of(small().instrument, "huge")


def test_a_facet_is_the_mean_of_its_topics():
    reading = read(sheet("steering/o/r", "123 234 331 444 444 444 000", form="full"), form="full")
    assert facets(reading) == {"vision": 2, "action": pytest.approx(8 / 3), "means": pytest.approx(8 / 3)}


@pytest.mark.parametrize(
    ("given", "kept"),
    [("111 22? ??? ", True), ("111 2?? ??? ", False), ("??? ??? ???", False)],
)
def test_half_of_the_items_must_have_a_score(given, kept):
    reading = read(sheet("steering/o/r", given + "1" * 12, form="full"), form="full")
    found = reading.overall.axis("a")
    assert (found.facets["vision"].value is not None) == kept
    if not kept:
        answered = given.count("?") < 9
        assert found.maturity.refused is (Refusal.UNDER_HALF if answered else Refusal.NO_ANSWER)
        assert found.stage is None
        assert found.patterns == ()
        assert found.explanation is None


@pytest.mark.parametrize(("given", "vision"), [("444 ???", 4), ("44? ???", None), ("4?? 2??", None), ("4?? 22?", 3)])
def test_exactly_half_is_enough(given, vision):
    # two topics, six items: three answers are half
    reading = read(sheet("steering/o/r", given + "1" * 6, form="pair"), form="pair")
    assert reading.overall.axis("a").facets["vision"].value == vision


def test_a_missing_facet_refuses_the_axis_and_not_the_others():
    found = read(sheet("steering/o/r", "4?3 222 111")).overall.axis("a")
    assert found.facets["action"].refused is Refusal.NO_ANSWER
    assert found.facets["vision"].value == 4
    assert found.maturity.refused is Refusal.FACET_MISSING
    assert found.coherence.refused is Refusal.FACET_MISSING
    assert found.gaps["vision_over_means"].value == 1
    assert found.gaps["vision_over_action"].refused is Refusal.FACET_MISSING


def test_circles_weigh_the_same_and_refused_ones_are_left_out():
    reading = read(
        sheet("steering/o1/r1", "444 444 444"),
        sheet("teams/o1/r2", "1?? 222 222"),
        sheet("partners/o1/r3", "222 ??? 111"),
        sheet("partners/o2/r4", "222 ??? 111"),
    )
    assert facets(reading)["vision"] == 3  # teams answered a third of « a »
    assert facets(reading, "b")["vision"] == 3
    assert facets(reading, "c")["vision"] == pytest.approx(7 / 3)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ((4, 4, 0), 1),
        ((3, 2, 1), 2),
        ((4, 2, 3), 3),
        ((2, 2, 2), 2),
        ((4, 4, 4), 4),
        ((0, 0, 0), 0),
        ((4, 3, 3), 10 / 3),
        ((np.nan, 3, 3), np.nan),
    ],
)
def test_maturity_is_held_by_the_weakest_facet(scores, expected):
    assert maturity(np.array(scores, dtype=float), Decimal(1)) == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(
    ("score", "stage"),
    [
        (0, "absent"), (0.99, "absent"), (1, "emerging"), (1.999, "emerging"), (2, "structured"), (2.999, "structured"),
        (3, "shared"), (3.49, "shared"), (3.5, "driving"), (4, "driving"), (1.9999999999999998, "structured"),
        (3.4999999999999996, "driving"),
    ],
)  # fmt: skip
def test_stages_hold_from_their_bound(score, stage):
    assert stage_of(score, STAGES).id == stage


def test_a_mean_of_thirds_reaches_its_stage():
    # 7/3, 7/3, 4/3: their mean is 2, whatever the order of the sum
    for given in ("310 310 310", "013 013 013"):
        people = [sheet(f"{circle}/o/{circle}", given, form="short") for circle in CIRCLES]
        assert read(*people).overall.axis("a").stage == "emerging"
    reading = read(sheet("steering/o/r", "330 222 222" + "1" * 12, form="full"), form="full")
    assert reading.overall.axis("a").maturity.value == pytest.approx(2)
    assert reading.overall.axis("a").stage == "structured"


def test_all_fours_are_exactly_four_and_all_zeros_exactly_zero():
    for level in (0, 4):
        people = [sheet(f"{circle}/o{n % 3}/{circle}{n}", str(level)) for circle in CIRCLES for n in range(7)]
        overall = read(*people).overall
        assert {each.maturity.value for each in overall.axes} == {float(level)}
        assert {each.score.value for each in overall.items} == {float(level)}
        assert {each.coherence.value for each in overall.axes} == {1.0}
