"""Figures as people type them: French or English decimals, thousands apart, a unit after them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from cordee.core.numerals import number
from cordee.core.packs.text import Lang
from cordee.core.pasted import clean, folded

LARGEST = 1e12
"""The largest figure that is kept: beyond, another unit says it better."""

_FIGURE = re.compile(r"([+\-\u2212]?)(\d[\d., ']*)(.*)")
_GROUPED = {",": re.compile(r"\d{1,3}(,\d{3})+"), ".": re.compile(r"\d{1,3}(\.\d{3})+")}


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure and the unit typed after it, which may be empty."""

    value: float
    unit: str = ""


def read_amount(text: str, lang: Lang) -> Amount | None:
    """Read a figure as it was typed; None when it is none, or is over LARGEST.

    The last of comma and point marks the decimals when both are there. Alone, a point marks decimals; a comma does in
    French, and in English sets thousands apart when three digits follow it: « 1,234 » is 1.234 in French.

    >>> read_amount("1 234,5", "fr"), read_amount("1,234.5 km", "en"), read_amount("−3 %", "fr")
    (Amount(value=1234.5, unit=''), Amount(value=1234.5, unit='km'), Amount(value=-3.0, unit='%'))
    >>> read_amount("1,234", "fr").value, read_amount("1,234", "en").value, read_amount("une dizaine", "fr")
    (1.234, 1234.0, None)
    """
    found = _FIGURE.fullmatch(clean(text).replace("’", "'"))
    if found is None:
        return None
    sign, digits, unit = found.groups()
    value = _number(digits.rstrip(" ").replace(" ", "").replace("'", ""), lang)
    if value is None or value > LARGEST:
        return None
    return Amount(-value if sign not in ("", "+") else value, clean(unit))


def write_amount(value: Decimal | float, lang: Lang) -> str:
    """Write a figure with every digit it has and no more: read again in the same language, it is the same figure.

    >>> write_amount(1234.5, "fr"), write_amount(1234.5, "en"), write_amount(Decimal("12.00"), "fr")
    ('1\u202f234,5', '1,234.5', '12')
    >>> read_amount(write_amount(0.00012345, "fr"), "fr").value
    0.00012345
    """
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    exponent = exact.normalize().as_tuple().exponent
    return number(float(value), lang, max(0, -exponent) if isinstance(exponent, int) else 0)


def _number(digits: str, lang: Lang) -> float | None:
    for mark, other in ((",", "."), (".", ",")):
        if mark in digits and digits.rfind(mark) > digits.rfind(other):
            return _with_decimals(digits, mark, other, lang)
    return _plain(digits)


def _with_decimals(digits: str, mark: str, other: str, lang: Lang) -> float | None:
    groups = digits.count(mark) > 1 or (mark == "," and lang == "en" and other not in digits)
    if groups and _GROUPED[mark].fullmatch(digits):
        return _plain(digits.replace(mark, ""))
    if digits.count(mark) > 1:
        return None
    whole, decimals = digits.split(mark)
    if other in whole:
        if not _GROUPED[other].fullmatch(whole):
            return None
        whole = whole.replace(other, "")
    return _plain(f"{whole}.{decimals}")


def _plain(digits: str) -> float | None:
    try:
        return float(digits)
    except ValueError:
        return None


_SYMBOLS = {
    **dict.fromkeys(("eur", "euro", "euros"), "€"),
    **dict.fromkeys(("heure", "heures", "hour", "hours"), "h"),
    **dict.fromkeys(("percent", "pourcent"), "%"),
}


def unit_fits(typed: str, unit: str) -> bool:
    """Tell whether a unit typed after a figure is that of its indicator: the same, or how it begins.

    Euros, hours and percents may be written in letters or by their symbol.

    >>> unit_fits("€", "€ par an"), unit_fits("KM", "km"), unit_fits("km", "€"), unit_fits("", "€")
    (True, True, False, True)
    >>> unit_fits("euros", "€ par an"), unit_fits("heures", "h")
    (True, True)
    """
    said, expected = _by_symbol(typed), _by_symbol(unit)
    return not said or said == expected or expected.startswith((f"{said} ", f"{said},"))


def _by_symbol(unit: str) -> str:
    first, _, rest = folded(unit).partition(" ")
    return f"{_SYMBOLS.get(first, first)} {rest}".rstrip()
