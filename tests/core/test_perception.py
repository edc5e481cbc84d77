"""The self circle against the others."""

import pytest
from tests.core.alliance import read, sheet

from cordee.core.estimates import Refusal


def views(**circles: str):
    """Each circle names itself with the first answer of each of its people; the other items are at 2."""
    return [
        sheet(f"{circle}/o{place}/{circle}{place}", sign + "2" * 8)
        for circle, signs in circles.items()
        for place, sign in enumerate(signs)
    ]


def first(*sheets, own: str | None = None):
    return next((gap for gap in read(*sheets, own=own).perception if gap.item == "a.one.vision"), None)


def test_a_gap_is_self_minus_the_mean_of_the_others():
    gap = first(*views(steering="44", teams="1", partners="333"))
    assert (gap.own, gap.others, gap.gap.value) == (4, 2, 2)
    assert (gap.topic, gap.facet) == ("a.one", "vision")


@pytest.mark.parametrize(
    ("steering", "teams", "kind"),
    [
        ("444", "333", "blind_spot"),  # one level exactly, everyone of one mind
        ("333", "444", "hidden_strength"),
        ("443", "333", None),  # 2/3 of a level
        ("440", "112", None),  # more than one level, which may be nothing
        ("443", "112", "blind_spot"),
        ("112", "443", "hidden_strength"),
        ("333", "333", None),
    ],
)
def test_it_is_named_from_one_level_when_it_cannot_be_nothing(steering, teams, kind):
    assert first(*views(steering=steering, teams=teams)).kind == kind


def test_a_level_made_of_thirds_is_a_level():
    # 7/3 − 4/3: every draw differs, yet the gap is exactly one; not certain, so not named, but not under one either
    gap = first(*views(steering="223", teams="112"))
    assert gap.gap.value == pytest.approx(1)
    assert gap.gap.lower is not None


def test_without_an_interval_a_gap_is_given_but_not_named():
    gap = first(*views(steering="4", teams="0"))
    assert gap.gap.value == 4
    assert gap.gap.interval_refused is Refusal.TOO_FEW_RESPONDENTS
    assert gap.kind is None
    alone = first(*views(steering="4", teams="000"))
    assert alone.gap.interval_refused is Refusal.NO_SPREAD_KNOWN
    assert alone.kind is None


def test_degrees_of_freedom_are_those_of_the_circles_behind_the_gap():
    gap = first(*views(steering="443", teams="112", partners="????"))
    assert gap.gap.df == 4
    assert gap.gap.n == 6


def test_where_one_side_says_nothing_there_is_no_gap():
    for steering, teams in (("???", "111"), ("444", "???")):
        gap = first(*views(steering=steering, teams=teams))
        assert gap.gap.refused is Refusal.CIRCLE_MISSING
        assert gap.kind is None
    assert first(*views(steering="???", teams="111")).own is None


def test_no_self_circle_no_gaps():
    reading = read(*views(teams="111", partners="333"))
    assert reading.perception == ()
    assert reading.self_circle is None
    assert read(*views(steering="444")).perception == ()


def test_any_circle_may_look_at_itself():
    gap = first(*views(steering="111", teams="444", partners="222"), own="teams")
    assert (gap.own, gap.others) == (4, 1.5)
    assert read(*views(steering="111"), own="teams").self_circle is None
