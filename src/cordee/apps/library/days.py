"""Dates as a reader says them: a day in full, or only the month or the year when nothing more is known."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language

from cordee.core.packs.dates import first_day, precision


def day_words(day: date) -> str:
    """Write a day in full: « 1er décembre 2026 », “1 December 2026”."""
    written = date_format(day, "j F Y")
    is_french = (get_language() or "fr").startswith("fr")
    return f"1er{written[1:]}" if is_french and day.day == 1 else written


def date_words(written: str) -> str:
    """Write a date of a pack no more closely than it is known: « 2018 », « juin 2018 », « 15 juin 2018 »."""
    day, known = first_day(written), precision(written)
    if known == "year":
        return written
    return date_format(day, "F Y") if known == "month" else day_words(day)
