"""When an impact may be looked for, and whether an indicator says something today or is empty.

Each impact has its clock, in months from the start of the alliance (18 for performance, 84 for innovation, 336 for
trust). « Too early » and « due » follow from it. « Late » is a working definition of ours.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

PERIOD = 12
"""Months that may pass before a figure is taken again, when nothing else was agreed. A working definition."""


class Horizon(StrEnum):
    """Where an indicator stands on the clock of its impact."""

    TOO_EARLY = "too_early"
    DUE = "due"
    LATE = "late"


class Gap(StrEnum):
    """What makes an indicator empty, in the order in which it is worth mending."""

    NO_SOURCE = "no_source"
    NO_OWNER = "no_owner"
    NO_NEXT = "no_next"
    NO_VALUE = "no_value"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Followed:
    """What is known of how an indicator is followed: where figures come from, who takes them, when next, when last."""

    has_source: bool
    has_owner: bool
    next_on: date | None
    last_on: date | None


def months_after(start: date, months: int) -> date:
    """Return the same day some months later, or the last day of that month when it is shorter.

    >>> months_after(date(2024, 8, 31), 18), months_after(date(2020, 1, 15), 84)
    (datetime.date(2026, 2, 28), datetime.date(2027, 1, 15))
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def clock_end(started_on: date | None, months: int) -> date | None:
    """Return the day from which an impact is due; None when nobody said when the alliance began.

    >>> clock_end(date(2024, 3, 1), 18), clock_end(date(2024, 3, 1), 336), clock_end(None, 18)
    (datetime.date(2025, 9, 1), datetime.date(2052, 3, 1), None)
    """
    return None if started_on is None else months_after(started_on, months)


def horizon_of(started_on: date | None, months: int, followed: Followed, today: date) -> Horizon | None:
    """Tell where an indicator stands on the clock of its impact; None when the start of the alliance is unknown.

    Too early: before the end of the clock. Due: from that day on. Late (working definition): it is due and either its
    next date is over without a figure taken since, or the clock ended over a period ago (12 months) and no figure was
    taken since.

    >>> followed = Followed(True, True, date(2026, 6, 30), None)
    >>> start = date(2024, 3, 1)
    >>> [horizon_of(start, 18, followed, date(*day)).value for day in ((2025, 8, 31), (2025, 9, 1), (2026, 7, 1))]
    ['too_early', 'due', 'late']
    """
    due_on = clock_end(started_on, months)
    if due_on is None:
        return None
    if today < due_on:
        return Horizon.TOO_EARLY
    never_since = followed.last_on is None or followed.last_on < due_on
    forgotten = never_since and today > months_after(due_on, PERIOD)
    return Horizon.LATE if is_missed(followed, today) or forgotten else Horizon.DUE


def is_missed(followed: Followed, today: date) -> bool:
    """Tell whether the next date is over and no figure was taken on that day or since.

    >>> is_missed(Followed(True, True, date(2026, 6, 30), date(2026, 6, 29)), date(2026, 7, 1))
    True
    """
    last = followed.last_on
    return followed.next_on is not None and followed.next_on < today and (last is None or last < followed.next_on)


def gaps_of(followed: Followed, today: date) -> tuple[Gap, ...]:
    """Return what makes an indicator empty; nothing when its last figure may be read. Empty is never zero.

    A figure is stale when its next date is missed, or when that date was kept over a period ago (12 months) and no
    other was set: a working definition.

    >>> gaps_of(Followed(True, False, None, None), date(2026, 7, 1))
    (<Gap.NO_OWNER: 'no_owner'>, <Gap.NO_NEXT: 'no_next'>, <Gap.NO_VALUE: 'no_value'>)
    >>> gaps_of(Followed(True, True, date(2026, 6, 30), date(2025, 6, 1)), date(2026, 7, 1))
    (<Gap.STALE: 'stale'>,)
    """
    found = {
        Gap.NO_SOURCE: not followed.has_source,
        Gap.NO_OWNER: not followed.has_owner,
        Gap.NO_NEXT: followed.next_on is None,
        Gap.NO_VALUE: followed.last_on is None,
        Gap.STALE: followed.last_on is not None and _is_stale(followed, today),
    }
    return tuple(gap for gap, holds in found.items() if holds)


def _is_stale(followed: Followed, today: date) -> bool:
    if followed.next_on is None:
        return False
    return is_missed(followed, today) or today > months_after(followed.next_on, PERIOD)
