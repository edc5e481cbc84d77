"""May two figures be compared? The rule, whatever the figures come from."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.comparable import Care, Obstacle, Overlap, Verdict, may_compare, overlap
from cordee.core.packs.text import Text
from cordee.core.territory_figure import TerritoryFigure


def both(words: str) -> Text:
    return Text(fr=words, en=words)


ONE = TerritoryFigure(
    key="e/q/2019/84", question=both("Utile ?"), counted=both("oui"), population=both("Maires"), territory="84",
    place=both("Auvergne"), when=both("2019"), moment="2019", unit="percent", value=Decimal(70), lower=Decimal(66),
    upper=Decimal(74), n=302, source=both("Baromètre"), address="https://a.example/", edition="e", digest="d",
)  # fmt: skip
LATER = {"key": "e/q/2024/84", "moment": "2024"}
PUBLISHED = {"edition": "", "digest": ""}
WITHOUT = {"lower": None, "upper": None}


def changed(**changes: object) -> TerritoryFigure:
    return ONE.model_copy(update=changes)


figures = st.builds(
    changed,
    question=st.sampled_from([both("Utile ?"), both("Urgent ?")]),
    counted=st.sampled_from([both("oui"), None]),
    unit=st.sampled_from(["percent", "mark"]),
    population=st.sampled_from([both("Maires"), both("Habitants")]),
    territory=st.sampled_from(["FR", "84"]),
    moment=st.sampled_from(["2019", "2024"]),
    synthetic=st.booleans(),
    edition=st.sampled_from(["", "e"]),
    lower=st.sampled_from([None, Decimal(60), Decimal(69)]),
    upper=st.sampled_from([Decimal(72), Decimal(80)]),
)


@pytest.mark.parametrize(
    ("changes", "verdict", "why"),
    [
        (LATER, Verdict.YES, ()),
        ({"territory": "53"}, Verdict.YES, ()),
        (LATER | {"question": both("Urgent ?")}, Verdict.NO, (Obstacle.QUESTION,)),
        (LATER | {"question": both("Urgent ?"), "counted": None}, Verdict.NO, (Obstacle.QUESTION,)),
        (LATER | {"counted": both("oui ou plutôt")}, Verdict.NO, (Obstacle.ANSWERS,)),
        (LATER | {"unit": "mark", "most": Decimal(10)}, Verdict.NO, (Obstacle.SCALE,)),
        (LATER | {"most": Decimal(5)}, Verdict.NO, (Obstacle.SCALE,)),
        (LATER | {"least": Decimal(1)}, Verdict.NO, (Obstacle.SCALE,)),
        (LATER | {"population": both("Habitants")}, Verdict.NO, (Obstacle.BASE,)),
        (LATER | {"synthetic": True}, Verdict.NO, (Obstacle.INVENTED,)),
        ({"key": "other", "value": Decimal(71)}, Verdict.NO, (Obstacle.SAME_PLACE,)),
        (
            {"synthetic": True, "question": both("Urgent ?"), "population": both("Habitants")},
            Verdict.NO,
            (Obstacle.INVENTED, Obstacle.QUESTION, Obstacle.BASE),
        ),
        (LATER | PUBLISHED, Verdict.WITH_CARE, (Care.REWORDED, Care.TWO_SURVEYS)),
        (LATER | {"edition": "f"}, Verdict.WITH_CARE, (Care.TWO_SURVEYS,)),
        (LATER | {"territory": "53"}, Verdict.WITH_CARE, (Care.PLACE_AND_TIME,)),
        ({"territory": "FR"}, Verdict.WITH_CARE, (Care.ONE_HOLDS_THE_OTHER,)),
        (LATER | {"territory": "FR"}, Verdict.WITH_CARE, (Care.PLACE_AND_TIME,)),
        (LATER | WITHOUT, Verdict.WITH_CARE, (Care.NO_INTERVAL,)),
        (LATER | {"simple_sampling": True}, Verdict.WITH_CARE, (Care.SIMPLE_SAMPLING,)),
    ],
)
def test_what_differs_decides(changes: dict[str, object], verdict: Verdict, why: tuple[object, ...]) -> None:
    found = may_compare(ONE, ONE.model_copy(update=changes))
    assert (found.verdict, found.obstacles or found.cares) == (verdict, why)
    assert found.allowed is (verdict is not Verdict.NO)


def test_two_invented_figures_are_compared_with_care() -> None:
    one, other = (ONE.model_copy(update={"synthetic": True, **changes}) for changes in ({}, LATER))
    assert may_compare(one, other).cares == (Care.BOTH_INVENTED,)


@given(figures, figures)
def test_a_comparison_has_no_direction(one: TerritoryFigure, other: TerritoryFigure) -> None:
    assert may_compare(one, other) == may_compare(other, one)
    assert overlap(one, other) is overlap(other, one)
    assert may_compare(one, one).obstacles == (Obstacle.SAME_PLACE,)


@given(figures, figures)
def test_an_obstacle_silences_the_cares(one: TerritoryFigure, other: TerritoryFigure) -> None:
    found = may_compare(one, other)
    assert not (found.obstacles and found.cares)


@pytest.mark.parametrize(
    ("lower", "upper", "stand"),
    [(75, 80, Overlap.APART), (74, 80, Overlap.OVERLAPPING), (60, 65, Overlap.APART), (50, 90, Overlap.OVERLAPPING)],
)
def test_intervals_overlap_or_stand_apart(lower: int, upper: int, stand: Overlap) -> None:
    assert overlap(ONE, ONE.model_copy(update={"lower": Decimal(lower), "upper": Decimal(upper)})) is stand
    assert overlap(ONE, ONE.model_copy(update=WITHOUT)) is Overlap.UNKNOWN
