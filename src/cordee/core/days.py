"""A day as a reader of this language writes it."""

from __future__ import annotations

from datetime import date

from cordee.core.packs.text import Lang

_MONTHS: dict[Lang, tuple[str, ...]] = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}


def written_day(day: date, lang: Lang) -> str:
    """Write a day in words.

    >>> written_day(date(2026, 11, 23), "fr"), written_day(date(2026, 12, 1), "fr")
    ('23 novembre 2026', '1er décembre 2026')
    >>> written_day(date(2026, 12, 1), "en")
    '1 December 2026'
    """
    number = "1er" if lang == "fr" and day.day == 1 else str(day.day)
    return f"{number} {_MONTHS[lang][day.month - 1]} {day.year}"
