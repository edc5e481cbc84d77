"""The card of the front page on the IMPACT study: its sentences and its drawing, computed from the published values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from cordee.apps.observatory.published.intervals import sampling_interval
from cordee.apps.observatory.published.registry import published_figures
from cordee.apps.observatory.published.telling import letter_of, told
from cordee.apps.ui.figures import DrawnFigure, drawn
from cordee.charts.figures import IntervalStrip, StripRow
from cordee.charts.svg import Width
from cordee.core.published import PublishedFigure, contradictions

CARD_WIDTHS: tuple[Width, ...] = ("narrow", 400)
SERIES, YEAR, TERRITORY = "alliance-duty", 2022, "FR"
"""What the card shows of the registry: one question, in one year, over the whole country."""


@dataclass(frozen=True)
class Source:
    """Where one value was published."""

    label: str
    url: str


@dataclass(frozen=True)
class ImpactCard:
    """What the card shows: a large number, its sentence, the drawing and the sources."""

    number: int
    year: int
    figure: DrawnFigure
    sources: list[Source]


def impact_card() -> ImpactCard:
    """Compose the card in the language on screen."""
    figures = shown(published_figures())
    citizens = min(of_population(figures, "citizens"), key=lambda figure: figure.value)
    return ImpactCard(round(citizens.value), YEAR, drawn(strip(figures), widths=CARD_WIDTHS), sources(figures))


def shown(figures: Iterable[PublishedFigure]) -> list[PublishedFigure]:
    """Return the figures that the card shows, lowest first."""
    kept = (one for one in figures if (one.series, one.year, one.territory) == (SERIES, YEAR, TERRITORY))
    return sorted(kept, key=lambda figure: figure.value)


def of_population(figures: Iterable[PublishedFigure], population: str) -> list[PublishedFigure]:
    """Return the figures of one population."""
    return [figure for figure in figures if figure.population == population]


def strip(figures: list[PublishedFigure]) -> IntervalStrip:
    """Describe the drawing: one line for each published value."""
    return IntervalStrip(
        id="impact-2022",
        title=headline(figures),
        subtitle=_("Part des personnes d’accord, en %."),
        note=" ".join([*caution(figures), *conflicts(figures)]),
        lang="en" if get_language() == "en" else "fr",
        rows=tuple(row(figure, figures) for figure in figures),
    )


def headline(figures: list[PublishedFigure]) -> str:
    """Say what holds of every population, whichever of two conflicting values is right."""
    populations = len({figure.population for figure in figures})
    lowest = round(min(figure.value for figure in figures))
    return ngettext(
        "Au moins {lowest} % dans le seul public interrogé",
        "Au moins {lowest} % dans chacun des {count} publics interrogés",
        populations,
    ).format(lowest=lowest, count=populations)


def row(figure: PublishedFigure, figures: list[PublishedFigure]) -> StripRow:
    """Describe one value; its source gets a letter when another source gives another value."""
    return StripRow(told(figure).population, sampling_interval(figure), letter_of(figure, figures))


def sources(figures: list[PublishedFigure]) -> list[Source]:
    """List where each value was published."""
    listed = []
    for figure in figures:
        name = ", ".join(filter(None, [told(figure).population, letter_of(figure, figures)]))
        label = _("{name} : {value} %, {site}").format(name=name, value=f"{figure.value:g}", site=told(figure).site)
        listed.append(Source(label, figure.source))
    return listed


def caution(figures: list[PublishedFigure]) -> list[str]:
    """Say why no interval is drawn, when the number of respondents was not published."""
    if all(figure.n for figure in figures):
        return []
    return [_("Effectif non publié : pas d’intervalle, et pas de classement entre les publics.")]


def conflicts(figures: list[PublishedFigure]) -> list[str]:
    """Say which populations have several published values."""
    return [
        _("{population} : {values} % selon les sources, nous gardons les deux.").format(
            population=told(group[0]).population,
            values=_(" ou ").join(f"{figure.value:g}" for figure in group),
        )
        for group in contradictions(figures)
    ]
