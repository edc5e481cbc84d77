"""People choose days; hours follow the clocks of Paris, summer and winter."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.apps.campaigns.days import closing_after, due_reminder, last_day, opening_on, reminder_hour

DAYS = st.dates(date(2026, 1, 1), date(2036, 12, 31))


@pytest.mark.parametrize(
    ("day", "opens", "closes"),
    [
        (date(2027, 1, 15), datetime(2027, 1, 15, 7, tzinfo=UTC), datetime(2027, 1, 15, 23, tzinfo=UTC)),
        (date(2027, 7, 15), datetime(2027, 7, 15, 6, tzinfo=UTC), datetime(2027, 7, 15, 22, tzinfo=UTC)),
        # Clocks go forward at 2 in the morning of the 28th of March 2027, back at 3 on the 31st of October.
        (date(2027, 3, 28), datetime(2027, 3, 28, 6, tzinfo=UTC), datetime(2027, 3, 28, 22, tzinfo=UTC)),
        (date(2027, 3, 27), datetime(2027, 3, 27, 7, tzinfo=UTC), datetime(2027, 3, 27, 23, tzinfo=UTC)),
        (date(2027, 10, 31), datetime(2027, 10, 31, 7, tzinfo=UTC), datetime(2027, 10, 31, 23, tzinfo=UTC)),
    ],
)
def test_hours_of_a_day(day: date, opens: datetime, closes: datetime) -> None:
    assert opening_on(day) == opens
    assert closing_after(day) == closes


@given(DAYS)
def test_the_last_day_is_the_one_chosen(day: date) -> None:
    assert last_day(closing_after(day)) == day


@given(DAYS, st.integers(0, 30))
def test_a_reminder_leaves_in_the_morning_some_days_before(day: date, days: int) -> None:
    hour = reminder_hour(closing_after(day), days)
    local = hour.astimezone(opening_on(day).tzinfo)
    assert (local.hour, local.minute, local.date()) == (9, 0, day - timedelta(days=days))


def test_which_reminder_is_due() -> None:
    opens, closes = opening_on(date(2027, 3, 1)), closing_after(date(2027, 3, 20))

    def due(day: int, hour: int) -> int | None:
        return due_reminder(opens, closes, [14, 7, 2, 0], datetime(2027, 3, day, hour, tzinfo=UTC))

    assert due(5, 12) is None
    assert due(6, 7) is None
    assert due(6, 8) == 14
    assert due(7, 7) == 14
    assert due(7, 8) is None
    assert due(13, 8) == 7
    assert due(18, 12) == 2
    assert due(20, 12) == 0
    assert due(20, 23) is None


def test_a_reminder_whose_hour_came_before_the_opening_is_not_due() -> None:
    opens, closes = opening_on(date(2027, 3, 15)), closing_after(date(2027, 3, 20))
    assert due_reminder(opens, closes, [14, 7], opens + timedelta(hours=5)) is None
