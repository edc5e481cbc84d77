"""The figures that may be taken for a territory, of both kinds; and what became of the edition of one taken before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cordee.apps.observatory.editions.shelf import edition_called
from cordee.apps.observatory.offering.measured import measured
from cordee.apps.observatory.offering.places import regions_around
from cordee.apps.observatory.offering.registered import registered
from cordee.apps.observatory.offering.themes import THEMES, theme_of_question, theme_of_series
from cordee.apps.observatory.published.registry import published_figures
from cordee.apps.observatory.territories.asked import Asked, standing_editions, waves_of
from cordee.core.territory_figure import FRANCE, EditionStanding, OfferedFigure, TerritoryFigure


def offered_for(territory: str) -> tuple[OfferedFigure, ...]:
    """Return the figures on the regions that hold a territory (« commune-69123 »), and on the country.

    Published figures come first, then each question of each edition that stands, at its last wave. They are in the
    order of their themes; a value that an edition hides is not offered.
    """
    codes = (*regions_around(territory), FRANCE)
    found = [*_published(codes), *_measured(codes)]
    order = list(THEMES)
    return tuple(sorted(found, key=lambda one: order.index(one.theme)))


def standing_of(edition: str, digest: str) -> EditionStanding:
    """Tell what became of an edition since a figure was copied from it, when its card had this SHA-256."""
    found = edition_called(edition)
    if found is None:
        return EditionStanding.NOT_HERE
    if found.withdrawal is not None:
        return EditionStanding.WITHDRAWN
    return EditionStanding.STANDS if found.digest == digest else EditionStanding.ALTERED


def _published(codes: Iterable[str]) -> Iterator[OfferedFigure]:
    wanted = set(codes)
    for figure in published_figures():
        if figure.territory in wanted:
            yield _offered(theme_of_series(figure.series), registered(figure))


def _measured(codes: Iterable[str]) -> Iterator[OfferedFigure]:
    for edition in standing_editions():
        wave = waves_of(edition)[-1]
        for question in edition.questions:
            for code in codes:
                found = measured(Asked(edition, question, wave), code)
                if found is not None:
                    yield _offered(theme_of_question(question.key), found)


def _offered(theme: str, figure: TerritoryFigure) -> OfferedFigure:
    return OfferedFigure(theme, str(THEMES[theme]), figure)
