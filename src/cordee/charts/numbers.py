"""Write numbers the way French and English readers write them."""

from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Literal

Lang = Literal["fr", "en"]

NARROW_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
DASH = "–"

_EXACT = Context(prec=400)  # holds every float with its decimals, so that quantize never refuses


@lru_cache(maxsize=4096)  # scores repeat: a few dozen texts make every figure
def format_number(value: float, lang: Lang, decimals: int = 1, *, signed: bool = False, unit: str = "") -> str:
    """Write a number for a reader: decimal mark, groups of three digits, true minus sign, unit.

    Halves go away from zero, as readers are taught (2.25 → 2.3), and a number that rounds to zero
    has no sign. `unit` follows the number; French puts a narrow no-break space before %.

    >>> format_number(2.25, "en"), format_number(-0.7, "fr", signed=True)
    ('2.3', '−0,7')
    >>> format_number(73.6, "fr", 0, unit="%").replace(NARROW_SPACE, "_")
    '74_%'
    >>> format_number(1842, "en", 0), format_number(-0.04, "en", signed=True)
    ('1,842', '0.0')
    """
    rounded = _rounded(value, decimals)
    digits = f"{abs(rounded):,f}"
    if lang == "fr":
        digits = digits.replace(",", NARROW_SPACE).replace(".", ",")
    return _sign(rounded, signed) + digits + _unit_suffix(unit, lang)


def format_range(
    lower: float, upper: float, lang: Lang, decimals: int = 1, *, signed: bool = False, unit: str = ""
) -> str:
    """Write an interval, the unit once.

    >>> format_range(71.2, 76.6, "en", 0, unit="%"), format_range(-0.3, 0.5, "fr", signed=True)
    ('71 to 77%', '−0,3 à +0,5')
    """
    word = "à" if lang == "fr" else "to"
    start = format_number(lower, lang, decimals, signed=signed)
    return f"{start} {word} {format_number(upper, lang, decimals, signed=signed, unit=unit)}"


def format_tick(value: float, lang: Lang, *, signed: bool = False, unit: str = "") -> str:
    """Write a graduation with the decimals it needs and no more, four at most.

    >>> format_tick(2.0, "fr"), format_tick(0.5, "fr"), format_tick(-1, "en", signed=True)
    ('2', '0,5', '−1')
    """
    decimals = next((d for d in range(4) if _close(value, round(value, d))), 4)
    return format_number(value, lang, decimals, signed=signed, unit=unit)


def exact(value: float) -> str:
    """Write a number for a machine: the shortest text that reads back as the same float.

    >>> exact(0.1 + 0.2), exact(3), exact(-0.0)
    ('0.30000000000000004', '3.0', '0.0')
    """
    return repr(float(value) + 0.0)


def _rounded(value: float, decimals: int) -> Decimal:
    step = Decimal(1).scaleb(-decimals)
    return Decimal(repr(float(value))).quantize(step, rounding=ROUND_HALF_UP, context=_EXACT)


def _sign(rounded: Decimal, signed: bool) -> str:
    if rounded == 0:
        return ""
    if rounded < 0:
        return MINUS
    return "+" if signed else ""


def _unit_suffix(unit: str, lang: Lang) -> str:
    if unit == "%":
        return NARROW_SPACE + "%" if lang == "fr" else "%"
    return NO_BREAK_SPACE + unit if unit else ""


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-9 * max(1.0, abs(a))
