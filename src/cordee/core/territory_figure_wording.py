"""A figure on a territory in words: its value with its unit, its interval or that it is unknown, its question."""

from __future__ import annotations

from urllib.parse import urlsplit

from cordee.core.numerals import number, short, with_percent
from cordee.core.packs.text import Lang, Text
from cordee.core.territory_figure import TerritoryFigure

OUT_OF = Text(fr="sur", en="out of")
UNKNOWN = Text(fr="intervalle inconnu", en="interval unknown")
COUNTED = Text(fr="Réponses comptées\u202f: {answers}.", en="Answers counted: {answers}.")


def value_words(figure: TerritoryFigure, lang: Lang) -> str:
    """Write a value with its unit.

    >>> from decimal import Decimal
    >>> said = Text(fr="Utile ?", en="Useful?")
    >>> figure = TerritoryFigure(
    ...     key="a",
    ...     question=said,
    ...     population=said,
    ...     territory="FR",
    ...     place=said,
    ...     when=said,
    ...     moment="2019",
    ...     unit="mark",
    ...     most=Decimal(10),
    ...     value=Decimal("7.1"),
    ...     source=said,
    ...     address="https://a.fr",
    ... )
    >>> value_words(figure, "fr"), interval_words(figure, "en")
    ('7,1 sur 10', 'interval unknown')
    """
    written = short(float(figure.value), lang)
    if figure.unit == "percent":
        return with_percent(written, lang)
    return f"{written} {OUT_OF.in_(lang)} {short(float(figure.most), lang)}"


def interval_words(figure: TerritoryFigure, lang: Lang) -> str:
    """Write an interval, or say that it is not known."""
    if figure.lower is None or figure.upper is None:
        return UNKNOWN.in_(lang)
    lower, upper = (number(float(end), lang) for end in (figure.lower, figure.upper))
    upper = with_percent(upper, lang) if figure.unit == "percent" else upper
    return f"de {lower} à {upper}" if lang == "fr" else f"{lower} to {upper}"


def question_words(figure: TerritoryFigure, lang: Lang) -> str:
    """Say what a value is about: the question, then the answers that it counts."""
    question = figure.question.in_(lang)
    if figure.counted is None:
        return question
    return f"{question} {COUNTED.in_(lang).format(answers=figure.counted.in_(lang))}"


def base_words(figure: TerritoryFigure, lang: Lang) -> str:
    """Say of whom, where and when."""
    return ", ".join(text.in_(lang) for text in (figure.population, figure.place, figure.when))


def site_of(address: str) -> str:
    """Return the name of the site of an address, where a figure may be checked.

    >>> site_of("https://www.example.org/a.pdf")
    'example.org'
    """
    return (urlsplit(address).hostname or address).removeprefix("www.")
