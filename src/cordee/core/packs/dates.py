"""Dates as packs write them, a year, a month or a day, and the days that each may stand for."""

from calendar import monthrange
from datetime import date
from typing import Literal

Precision = Literal["year", "month", "day"]

_PRECISION: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}


def precision(written: str) -> Precision:
    """Return how closely a written date is known.

    >>> precision("2015"), precision("2015-03"), precision("2015-03-21")
    ('year', 'month', 'day')
    """
    return _PRECISION[len(written)]


def first_day(written: str) -> date:
    """Return the first day that a written date may stand for. ValueError: it is not in the calendar.

    >>> first_day("2015").isoformat(), first_day("2015-03").isoformat()
    ('2015-01-01', '2015-03-01')
    """
    year, month, day = _numbers(written)
    return date(year, month or 1, day or 1)


def last_day(written: str) -> date:
    """Return the last day that a written date may stand for. ValueError: it is not in the calendar.

    >>> last_day("2015").isoformat(), last_day("2016-02").isoformat(), last_day("2016-02-03").isoformat()
    ('2015-12-31', '2016-02-29', '2016-02-03')
    """
    year, month, day = _numbers(written)
    month = month or 12
    if not 1 <= month <= 12:
        raise ValueError(written)
    return date(year, month, day or monthrange(year, month)[1])


def _numbers(written: str) -> tuple[int, int, int]:
    """Return year, month and day; 0 for those that are not written."""
    year, month, day = (int(part) for part in [*written.split("-"), "0", "0"][:3])
    if "00" in written.split("-")[1:]:
        raise ValueError(written)
    return year, month, day
