"""Judgements of partners together: hand-worked cases, and what holds whatever the levels."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.judgement import LEVELS, Accord, Beside, Level, beside, together

levels = st.lists(st.one_of(st.none(), st.sampled_from(LEVELS)), max_size=9)

WORKED: list[tuple[list[Level], Accord]] = [
    ([], Accord.NONE),
    ([None, None], Accord.NONE),
    ([3], Accord.ALONE),
    ([3, None], Accord.ALONE),
    ([3, 3], Accord.SHARED),
    ([2, 3, 3], Accord.SHARED),
    ([1, 2, 3], Accord.SPREAD),
    ([1, 2, 3, 4], Accord.SPREAD),
    ([2, 4], Accord.OPPOSED),
    ([1, 3], Accord.OPPOSED),
    ([1, 4, 4], Accord.OPPOSED),
    ([1, 2, 4, None], Accord.OPPOSED),
]


@pytest.mark.parametrize(("given_levels", "accord"), WORKED)
def test_worked_by_hand(given_levels: list[Level], accord: Accord) -> None:
    assert together(given_levels).accord is accord


def test_two_against_four_is_two_camps_and_not_a_three() -> None:
    read = together([2, 4])
    assert (read.lower, read.upper, read.judged) == ((2,), (4,), 2)
    assert beside(3, [2, 4]) is Beside.BETWEEN


@given(levels)
def test_everybody_is_counted_once_in_any_order(chosen: list[Level]) -> None:
    read = together(chosen)
    assert read.judged + read.not_yet == len(chosen)
    assert read == together(list(reversed(chosen)))


@given(levels)
def test_who_cannot_judge_yet_changes_no_name(chosen: list[Level]) -> None:
    assert together([*chosen, None]).accord is together(chosen).accord


@given(levels)
def test_camps_are_apart_and_hold_every_level(chosen: list[Level]) -> None:
    read, held = together(chosen), sorted({level for level in chosen if level is not None})
    if read.accord is Accord.OPPOSED:
        assert [*read.lower, *read.upper] == held
        assert min(read.upper) - max(read.lower) >= 2
    else:
        assert read.lower == read.upper == ()
    if read.accord is Accord.SPREAD:
        assert all(high - low == 1 for low, high in pairwise(held))


@pytest.mark.parametrize(
    ("common", "chosen", "where"),
    [
        (None, [2, 3], Beside.NOTHING),
        (3, [], Beside.NOTHING),
        (3, [None], Beside.NOTHING),
        (3, [3, 3, None], Beside.HELD_BY_ALL),
        (3, [2, 3], Beside.HELD),
        (3, [2, 4], Beside.BETWEEN),
        (4, [2, 3], Beside.ABOVE),
        (1, [2, 3], Beside.BELOW),
    ],
)
def test_where_the_common_level_stands(common: Level, chosen: list[Level], where: Beside) -> None:
    assert beside(common, chosen) is where


@pytest.mark.parametrize("wrong", [0, 5, -1])
def test_a_level_off_the_scale_is_refused(wrong: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 4"):
        together([wrong])
    with pytest.raises(ValueError, match="from 1 to 4"):
        beside(wrong, [2])
