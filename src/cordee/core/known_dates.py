"""Dates of which only a year or a month may be known: read as people write them, kept as ISO, never in the future."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cordee.core.packs.dates import first_day, last_day

_FIRST_YEAR = 1000
_SHAPES = (
    re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?"),
    re.compile(r"(?:(?:(?P<day>\d{1,2})[/.])?(?P<month>\d{1,2})[/.])?(?P<year>\d{4})"),
)


class DateFault(StrEnum):
    """What is wrong with a date that was written."""

    UNREADABLE = "unreadable"
    NOT_IN_CALENDAR = "not_in_calendar"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class KnownDate:
    """A date as it is kept (« 2021 », « 2021-03-14 »), or what is wrong with it: one of the two is empty."""

    value: str = ""
    fault: DateFault | None = None


def read_past(written: str, today: date) -> KnownDate:
    """Read the date of something that already happened.

    Meaning: a year, a month of a year or a day, written « 2021 », « 03/2021 », « 14/03/2021 » or as ISO. It is in the
    future when the first day that it may stand for comes after `today`: « this year » is not. Refused: another shape,
    a day that is not in the calendar, the future.

    >>> day = date(2026, 11, 27)
    >>> [read_past(words, day).value for words in ("2021", "3/2021", "14/03/2021", "2021-03-14")]
    ['2021', '2021-03', '2021-03-14', '2021-03-14']
    >>> (
    ...     read_past("12/2026", day).fault.value,
    ...     read_past("31/02/2020", day).fault.value,
    ...     read_past("hier", day).fault.value,
    ... )
    ('future', 'not_in_calendar', 'unreadable')
    """
    found = next((match for shape in _SHAPES if (match := shape.fullmatch(written.strip()))), None)
    if found is None or int(found["year"]) < _FIRST_YEAR:
        return KnownDate(fault=DateFault.UNREADABLE)
    value = "-".join([found["year"], *(part.zfill(2) for part in (found["month"], found["day"]) if part)])
    try:
        first, _ = first_day(value), last_day(value)
    except ValueError:
        return KnownDate(fault=DateFault.NOT_IN_CALENDAR)
    return KnownDate(fault=DateFault.FUTURE) if first > today else KnownDate(value)


def in_order(value: str) -> tuple[date, date]:
    """Return what puts dates in order: the earliest day first, and on one first day the one that ends first.

    >>> sorted(["2021-03", "2020", "2021", "2021-01-05"], key=in_order)
    ['2020', '2021', '2021-01-05', '2021-03']
    """
    return first_day(value), last_day(value)
