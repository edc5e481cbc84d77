"""Readings written as text: the same words in the description, the table and the drawing."""

from cordee.charts.numbers import Lang, format_number, format_range
from cordee.charts.readings import Estimate, Reading, Scale
from cordee.charts.words import WORDS


def value_text(reading: Estimate, scale: Scale, lang: Lang, *, signed: bool = False) -> str:
    """The value alone.

    >>> value_text(Estimate(3.4, 2.9, 3.8), Scale(), "fr")
    '3,4'
    """
    return format_number(reading.value, lang, scale.decimals, signed=signed, unit=scale.unit)


def interval_text(reading: Estimate, scale: Scale, lang: Lang, *, signed: bool = False) -> str:
    """The interval alone, empty when there is none.

    >>> interval_text(Estimate(3.4, 2.9, 3.8), Scale(), "en"), interval_text(Estimate(3.4), Scale(), "en")
    ('2.9 to 3.8', '')
    """
    if not reading.has_interval:
        return ""
    lower, upper = reading.bounds
    return format_range(lower, upper, lang, scale.decimals, signed=signed, unit=scale.unit)


def reading_text(reading: Reading, scale: Scale, lang: Lang, *, signed: bool = False) -> str:
    """Value and interval, or why there is none.

    >>> reading_text(Estimate(3.4, 2.9, 3.8), Scale(), "en")
    '3.4 (2.9 to 3.8)'
    >>> from cordee.charts.readings import Missing
    >>> reading_text(Missing("moins de 3 répondants"), Scale(), "fr")
    'sans valeur (moins de 3 répondants)'
    """
    if not isinstance(reading, Estimate):
        return WORDS[lang].no_value.format(reason=reading.reason)
    interval = interval_text(reading, scale, lang, signed=signed)
    value = value_text(reading, scale, lang, signed=signed)
    return f"{value} ({interval})" if interval else value


def short_text(reading: Reading, scale: Scale, lang: Lang, *, signed: bool = False) -> str:
    """Value without its interval, or why there is none.

    >>> short_text(Estimate(3.4, 2.9, 3.8), Scale(), "fr")
    '3,4'
    """
    if isinstance(reading, Estimate):
        return value_text(reading, scale, lang, signed=signed)
    return reading_text(reading, scale, lang)
