"""Progress: a table worked by hand, what does not change with the unit, and what two dates say of each other."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cordee.core.progress import Apart, Dated, compare, progress_of, value_at

WORKED = """
# value  baseline  target  progress
    20      20       60       0
    30      20       60       0.25
    60      20       60       1
    70      20       60       1.25
    10      20       60      -0.25
    45      60       30       0.5
    75      60       30      -0.5
    -4      -10      10       0.3
    0       0        8        0
    5       5        5        none
    9       5        5        none
"""
FIGURES = st.integers(-10_000, 10_000)


def worked() -> list[list[str]]:
    return [line.split() for line in WORKED.splitlines() if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("row", worked(), ids=" ".join)
def test_the_table_worked_by_hand(row: list[str]) -> None:
    value, baseline, target = map(float, row[:3])
    found = progress_of(value, baseline, target)
    assert found is None if row[3] == "none" else found == pytest.approx(float(row[3]))


@given(FIGURES, FIGURES, FIGURES, st.floats(0.01, 1000), FIGURES)
def test_changing_the_unit_changes_nothing(value: int, baseline: int, target: int, scale: float, shift: int) -> None:
    assume(abs(target - baseline) >= 1)
    converted = progress_of(*(scale * one + shift for one in (value, baseline, target)))
    assert converted == pytest.approx(progress_of(value, baseline, target), abs=1e-4, rel=1e-4)


@given(FIGURES, FIGURES, FIGURES, st.integers(1, 500))
def test_nearer_to_the_target_is_further_on_the_way(value: int, baseline: int, target: int, step: int) -> None:
    assume(target != baseline)
    towards = step if target > baseline else -step
    before, after = progress_of(value, baseline, target), progress_of(value + towards, baseline, target)
    assert before is not None
    assert after is not None
    assert after > before


@given(FIGURES, FIGURES)
def test_the_ends_are_nought_and_one(baseline: int, target: int) -> None:
    assume(target != baseline)
    assert (progress_of(baseline, baseline, target), progress_of(target, baseline, target)) == (0, 1)


@given(st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1)), unique=True), st.dates(date(2020, 1, 1)))
def test_the_value_at_a_day_is_the_latest_of_those_known_then(days: list[date], day: date) -> None:
    found = value_at([Dated(one, float(number)) for number, one in enumerate(days)], day)
    known = [one for one in days if one <= day]
    assert (found.on if found else None) == max(known, default=None)


def test_what_is_not_alike_is_not_compared() -> None:
    first, second = date(2024, 1, 1), date(2026, 1, 1)
    assert compare(None, Dated(second, 3)).apart is Apart.NO_VALUE
    assert compare(Dated(first, 3, unit="km"), Dated(second, 4, unit="€")).apart is Apart.UNIT
    told = compare(Dated(first, 3, "femmes"), Dated(second, 4))
    assert (told.apart, told.change) == (Apart.GROUP, None)


def test_the_progress_of_everybody_is_not_that_of_a_group() -> None:
    told = compare(Dated(date(2024, 1, 1), 3, "femmes"), Dated(date(2026, 1, 1), 4, "femmes"), 0, 10)
    assert (told.change, told.progress_before, told.progress_after) == (1, None, None)
