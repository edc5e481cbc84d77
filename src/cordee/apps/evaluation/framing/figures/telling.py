"""A figure on a territory in words: its value with its interval, what it counts, of whom, from where, its limits."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cordee.apps.library.addresses import language
from cordee.core.numerals import number
from cordee.core.territory_figure import EditionStanding, TerritoryFigure
from cordee.core.territory_figure_wording import base_words, interval_words, question_words, value_words

SHORT_DIGEST = 12
"""Digits of a fingerprint that are enough to tell two editions apart."""


def value_said(figure: TerritoryFigure) -> str:
    """Write a value with its unit."""
    return value_words(figure, language())


def interval_said(figure: TerritoryFigure) -> str:
    """Write an interval, or say that it is not known."""
    return interval_words(figure, language())


def whole_value(figure: TerritoryFigure) -> str:
    """Write a value and its interval together."""
    return f"{value_said(figure)} ({interval_said(figure)})"


def asked_said(figure: TerritoryFigure) -> str:
    """Say what the value is about: the question, then the answers that it counts."""
    return question_words(figure, language())


def base_said(figure: TerritoryFigure) -> str:
    """Say of whom, where and when."""
    return base_words(figure, language())


def count_said(figure: TerritoryFigure) -> str:
    """Say how many answered, or that it was not published."""
    if figure.n is None:
        return _("effectif non publié")
    return _("{count} réponses").format(count=number(figure.n, language(), 0))


def source_said(figure: TerritoryFigure) -> str:
    """Say where a figure comes from: who published it, in which edition, whether it is invented, at which address."""
    said = [f"{figure.source.in_(language())}."]
    if figure.edition:
        said.append(edition_said(figure))
    if figure.synthetic:
        said.append(synthetic_said())
    return " ".join([*said, figure.address])


def edition_said(figure: TerritoryFigure) -> str:
    """Name the edition of a figure, and the beginning of its fingerprint."""
    return _("Édition {edition}, empreinte {digest}.").format(
        edition=figure.edition, digest=figure.digest[:SHORT_DIGEST]
    )


def limits_of(figure: TerritoryFigure) -> list[str]:
    """Return what must be known of a figure before it is quoted, besides that it may be invented."""
    said = []
    if figure.simple_sampling:
        said.append(_("Intervalle calculé comme pour un sondage aléatoire simple : le vrai est plus large."))
    if figure.note:
        said.append(f"{figure.note.in_(language()).rstrip('.')}.")
    return said


def synthetic_said() -> str:
    """Say that nobody answered."""
    return _("Données de démonstration (synthétiques) : personne n’a répondu.")


def fate_said(standing: EditionStanding) -> str:
    """Say what became since of the edition that a figure was copied from; nothing while it stands."""
    match standing:
        case EditionStanding.WITHDRAWN:
            return _("Son édition a été retirée depuis : la copie reste, ne la citez plus sans le dire.")
        case EditionStanding.ALTERED:
            return _("Son édition ne porte plus la même empreinte : la copie reste celle du jour où elle a été prise.")
        case EditionStanding.NOT_HERE:
            return _("Son édition n’est pas sur ce site : la copie ne peut pas y être vérifiée.")
        case EditionStanding.STANDS:
            return ""
