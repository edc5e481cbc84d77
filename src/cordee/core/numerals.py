"""Numbers in sentences: decimal comma or point, thin spaces, a true minus sign."""

from decimal import ROUND_HALF_UP, Decimal

from cordee.core.packs.text import Lang

THIN_SPACE = "\u202f"
MINUS = "\u2212"


def number(value: float, lang: Lang, decimals: int = 1, *, signed: bool = False) -> str:
    """Write a number for a reader, with a fixed count of decimals.

    Halves go away from zero, as readers are taught (2.25 → 2.3); what rounds to zero has no sign; French groups
    thousands with a thin no-break space. The value is finite.

    >>> number(2.25, "fr"), number(-0.7, "en", signed=True), number(0.04, "en", signed=True)
    ('2,3', '−0.7', '0.0')
    """
    rounded = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    digits = f"{abs(rounded):,f}"
    if lang == "fr":
        digits = digits.replace(",", THIN_SPACE).replace(".", ",")
    sign = "" if rounded == 0 else MINUS if rounded < 0 else "+" if signed else ""
    return sign + digits


def short(value: float, lang: Lang) -> str:
    """Write a number with one decimal, none when it is whole: a level, a bound.

    >>> short(1.0, "fr"), short(1.5, "fr")
    ('1', '1,5')
    """
    return number(value, lang, 0 if round(value, 1) == round(value) else 1)


def percent(share: float, lang: Lang) -> str:
    """Write a share as a whole percentage.

    >>> percent(0.4, "fr") == "40\u202f%", percent(0.4, "en")
    (True, '40%')
    """
    return with_percent(number(share * 100, lang, 0), lang)


def with_percent(written: str, lang: Lang) -> str:
    """Add the sign of percent to a number that is written already.

    >>> with_percent("7,1", "fr") == "7,1\u202f%", with_percent("7.1", "en")
    (True, '7.1%')
    """
    return f"{written}{THIN_SPACE}%" if lang == "fr" else f"{written}%"


def bounds(lower: float, upper: float, lang: Lang, *, signed: bool = False) -> str:
    """Write an interval.

    >>> bounds(1.2, 2.6, "fr"), bounds(-0.3, 0.5, "en", signed=True)
    ('1,2 à 2,6', '−0.3 to +0.5')
    """
    word = "à" if lang == "fr" else "to"
    return f"{number(lower, lang, signed=signed)} {word} {number(upper, lang, signed=signed)}"


def levels(value: float, lang: Lang) -> str:
    """Write a number of levels with its unit; French says « 1,5 niveau », English “1.5 levels”.

    >>> levels(1.5, "fr"), levels(1.5, "en"), levels(2, "fr"), levels(1, "en")
    ('1,5 niveau', '1.5 levels', '2 niveaux', '1 level')
    >>> levels(1.98, "fr")
    '2 niveaux'
    """
    written = short(value, lang)
    if lang == "fr":
        return f"{written} niveau" + ("x" if abs(round(value, 1)) >= 2 else "")
    return f"{written} level" + ("" if written == "1" else "s")


SPELLED = {
    "fr": "zéro une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit",
    "en": "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen",
}
"""Counts in letters from 0 to 18: there are 18 regions."""


def spelled(count: int, lang: Lang) -> str:
    """Write a small count in letters, in the feminine in French (« une région »), in digits beyond eighteen.

    >>> spelled(3, "fr"), spelled(1, "fr"), spelled(13, "en"), spelled(20, "fr")
    ('trois', 'une', 'thirteen', '20')
    """
    names = SPELLED[lang].split()
    return names[count] if 0 <= count < len(names) else str(count)
