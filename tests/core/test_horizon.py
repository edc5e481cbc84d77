"""The clock of an impact: too early, due, late, and what makes an indicator empty: worked by hand, day by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.horizon import Followed, Gap, Horizon, clock_end, gaps_of, horizon_of, is_missed, months_after

START = date(2024, 3, 1)
DAYS = st.dates(date(2015, 1, 1), date(2060, 1, 1))
MAYBE = st.none() | DAYS
FOLLOWED = st.builds(Followed, st.booleans(), st.booleans(), MAYBE, MAYBE)

WORKED = """
# months  today       next        last        horizon
  18      2025-08-31  -           -           too_early
  18      2025-09-01  -           -           due
  18      2026-09-01  -           -           due
  18      2026-09-02  -           -           late
  18      2026-09-02  -           2025-09-01  due
  18      2026-09-02  -           2025-08-31  late
  18      2026-02-01  2026-01-31  2025-12-01  late
  18      2026-01-31  2026-01-31  2025-12-01  due
  18      2026-02-01  2026-01-31  2026-01-31  due
  84      2031-02-28  2020-01-01  -           too_early
  84      2031-03-01  2031-06-01  -           due
  336     2052-02-29  -           -           too_early
  336     2052-03-01  -           -           due
"""


def worked() -> list[list[str]]:
    return [line.split() for line in WORKED.splitlines() if line.strip() and not line.startswith("#")]


def day(text: str) -> date | None:
    return None if text == "-" else date.fromisoformat(text)


@pytest.mark.parametrize("row", worked(), ids=" ".join)
def test_the_table_worked_by_hand(row: list[str]) -> None:
    followed = Followed(True, True, day(row[2]), day(row[3]))
    assert horizon_of(START, int(row[0]), followed, date.fromisoformat(row[1])) == row[4]


@given(FOLLOWED, DAYS, st.sampled_from([18, 84, 336]))
def test_without_a_start_there_is_no_clock(followed: Followed, today: date, months: int) -> None:
    assert horizon_of(None, months, followed, today) is None
    assert clock_end(None, months) is None


@given(FOLLOWED, DAYS, st.integers(0, 4000), st.sampled_from([18, 84, 336]))
def test_time_never_goes_back_on_the_clock(followed: Followed, today: date, later: int, months: int) -> None:
    order = list(Horizon)
    before = horizon_of(START, months, followed, today)
    after = horizon_of(START, months, followed, today + timedelta(days=later))
    assert before is not None
    assert after is not None
    assert order.index(after) >= order.index(before)


@given(DAYS, st.integers(0, 400), st.integers(0, 400))
def test_months_add_up_but_for_short_ones(start: date, some: int, more: int) -> None:
    twice, once = months_after(months_after(start, some), more), months_after(start, some + more)
    assert (twice.year, twice.month) == (once.year, once.month)
    assert twice <= once
    assert twice == once or start.day > 28


@pytest.mark.parametrize(
    ("followed", "gaps"),
    [
        (Followed(True, True, date(2026, 7, 1), date(2026, 1, 1)), ()),
        (Followed(False, True, date(2026, 7, 1), date(2026, 1, 1)), (Gap.NO_SOURCE,)),
        (Followed(True, False, date(2026, 7, 1), date(2026, 1, 1)), (Gap.NO_OWNER,)),
        (Followed(True, True, None, date(2026, 1, 1)), (Gap.NO_NEXT,)),
        (Followed(True, True, date(2026, 7, 1), None), (Gap.NO_VALUE,)),
        (Followed(True, True, date(2026, 6, 30), date(2026, 6, 29)), (Gap.STALE,)),
        (Followed(True, True, date(2026, 6, 30), date(2026, 6, 30)), ()),
        (Followed(True, True, date(2025, 6, 30), date(2025, 6, 30)), (Gap.STALE,)),
        (Followed(False, False, None, None), (Gap.NO_SOURCE, Gap.NO_OWNER, Gap.NO_NEXT, Gap.NO_VALUE)),
    ],
)
def test_what_makes_an_indicator_empty(followed: Followed, gaps: tuple[Gap, ...]) -> None:
    assert gaps_of(followed, date(2026, 7, 1)) == gaps


@given(FOLLOWED, DAYS)
def test_a_missed_date_always_leaves_it_empty(followed: Followed, today: date) -> None:
    assert gaps_of(followed, today) or not is_missed(followed, today)
