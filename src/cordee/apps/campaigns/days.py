"""The days of a campaign: people choose days, the computer keeps hours, in the time zone of the site."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

OPENING_HOUR = time(8)
REMINDER_HOUR = time(9)
STAYS_DUE = timedelta(hours=24)
INSTANT = timedelta(microseconds=1)


def opening_on(day: date) -> datetime:
    """Return when a campaign opens on a day: in the morning, since letters leave then."""
    return _at(day, OPENING_HOUR)


def closing_after(last_day: date) -> datetime:
    """Return when answers stop: at midnight, once the last day is over."""
    return _at(last_day + timedelta(days=1), time())


def last_day(closes_at: datetime) -> date:
    """Return the last day on which one may answer."""
    return day_of(closes_at - INSTANT)


def day_of(moment: datetime) -> date:
    """Return the day of a moment."""
    return timezone.localtime(moment).date()


def reminder_hour(closes_at: datetime, days_before: int) -> datetime:
    """Return when a reminder leaves: in the morning, some days before the last one."""
    return _at(last_day(closes_at) - timedelta(days=days_before), REMINDER_HOUR)


def due_reminder(opens_at: datetime, closes_at: datetime, days_before: list[int], now: datetime) -> int | None:
    """Return which reminder is due, as a number of days before the last; None when none is.

    It stays due for a day, in case the site was stopped, and no longer: whoever is invited later is not reminded of
    what they never received. Of two that are due, the latest only.
    """
    due = []
    for days in days_before:
        hour = reminder_hour(closes_at, days)
        if opens_at < hour <= now < min(hour + STAYS_DUE, closes_at):
            due.append(days)
    return min(due, default=None)


def _at(day: date, hour: time) -> datetime:
    """Return an hour of a day in the time zone of the site; changes of hour happen between 2 and 3 in the morning."""
    return datetime.combine(day, hour, tzinfo=timezone.get_default_timezone())
