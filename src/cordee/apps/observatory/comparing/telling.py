"""A side of a comparison in words, and the address that leads to comparing a figure with another."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from cordee.apps.library.addresses import language
from cordee.apps.observatory.comparing.sides import Side
from cordee.apps.observatory.editions.shelf import ShelvedEdition
from cordee.apps.observatory.offering.measured import measured
from cordee.apps.observatory.offering.names import EditionFigureName
from cordee.apps.observatory.territories.asked import Asked, waves_of
from cordee.core.numerals import number
from cordee.core.territory_figure import FRANCE
from cordee.core.territory_figure_wording import base_words, interval_words, question_words, site_of, value_words


@dataclass(frozen=True)
class ToldSide:
    """A figure in words: what it is, how sure, who published it, where to read it."""

    where: str
    value: str
    interval: str
    question: str
    programme: str
    respondents: str
    note: str
    address: str
    site: str
    synthetic: bool


def told_side(side: Side) -> ToldSide:
    """Tell one figure."""
    figure, lang = side.figure, language()
    return ToldSide(
        where=base_words(figure, lang),
        value=value_words(figure, lang),
        interval=interval_words(figure, lang),
        question=question_words(figure, lang),
        programme=figure.source.in_(lang),
        respondents=_("{n} personnes interrogées").format(n=number(figure.n, lang, 0)) if figure.n else "",
        note=figure.note.in_(lang) if figure.note else "",
        address=explored(side.asked, figure.territory) if side.asked else figure.address,
        site=_("Voir dans l’explorateur") if side.asked else site_of(figure.address),
        synthetic=figure.synthetic,
    )


def explored(asked: Asked, territory: str) -> str:
    """Return the address where a figure of an edition is seen among the others."""
    named = {"enquete": asked.edition.card.id, "question": asked.question.key}
    wave = {"vague": asked.wave} if asked.wave else {}
    place = {} if territory == FRANCE else {"region": territory}
    return f"{reverse('observatory:explorer')}?{urlencode({**named, **wave, **place})}"


def compare_address(asked: Asked, territory: str = FRANCE) -> str:
    """Return the address where a figure of an edition is compared with another; nothing when it is not shown."""
    if measured(asked, territory) is None:
        return ""
    name = EditionFigureName(asked.edition.card.id, asked.question.key, asked.wave, territory)
    return f"{reverse('observatory:compare')}?{urlencode({'a': str(name)})}"


def compared_from(edition: ShelvedEdition, region: str) -> list[tuple[str, str]]:
    """Return the questions of an edition that have a value in a region, each with the address where it is compared."""
    wave, lang = waves_of(edition)[-1], language()
    told = ((one.text.in_(lang), compare_address(Asked(edition, one, wave), region)) for one in edition.questions)
    return [(words, address) for words, address in told if address]
