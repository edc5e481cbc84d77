"""The card of the front page on the IMPACT study: its sentences and its drawing, computed from the published values."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from cordee.apps.home.published_figures import PublishedFigure, contested, of_population, published_figures
from cordee.apps.ui.figures import DrawnFigure, drawn
from cordee.charts.figures import IntervalStrip, StripRow
from cordee.charts.readings import Estimate
from cordee.charts.svg import Width

CARD_WIDTHS: tuple[Width, ...] = ("narrow", 400)


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
    figures = sorted(published_figures(), key=lambda figure: figure.value)
    citizens = of_population(figures, "citizens")[0]
    return ImpactCard(citizens.value, citizens.year, drawn(strip(figures), widths=CARD_WIDTHS), sources(figures))


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
    lowest = min(figure.value for figure in figures)
    return ngettext(
        "Au moins {lowest} % dans le seul public interrogé",
        "Au moins {lowest} % dans chacun des {count} publics interrogés",
        populations,
    ).format(lowest=lowest, count=populations)


def row(figure: PublishedFigure, figures: list[PublishedFigure]) -> StripRow:
    """Describe one value; its source gets a letter when another source gives another value."""
    return StripRow(name_of(figure.population), Estimate(figure.value), letter_of(figure, figures))


def letter_of(figure: PublishedFigure, figures: list[PublishedFigure]) -> str:
    """Tell apart the sources that disagree on a population: source A, source B…; nothing where they agree."""
    for group in contested(figures):
        if figure in group:
            return _("source {letter}").format(letter=chr(ord("A") + group.index(figure)))
    return ""


def sources(figures: list[PublishedFigure]) -> list[Source]:
    """List where each value was published."""
    listed = []
    for figure in figures:
        name = ", ".join(filter(None, [name_of(figure.population), letter_of(figure, figures)]))
        label = _("{name} : {value} %, {site}").format(name=name, value=figure.value, site=figure.site)
        listed.append(Source(label, figure.source))
    return listed


def name_of(population: str) -> str:
    """Return the name of a population in the language on screen."""
    return {
        "citizens": _("Citoyens"),
        "business leaders": _("Dirigeants d’entreprise"),
        "mayors": _("Maires"),
        "association leaders": _("Responsables associatifs"),
    }[population]


def caution(figures: list[PublishedFigure]) -> list[str]:
    """Say why no interval is drawn, when the number of respondents was not published."""
    if all(figure.respondents for figure in figures):
        return []
    return [_("Effectif non publié : pas d’intervalle, et pas de classement entre les publics.")]


def conflicts(figures: list[PublishedFigure]) -> list[str]:
    """Say which populations have several published values."""
    return [
        _("{population} : {values} % selon les sources, nous gardons les deux.").format(
            population=name_of(group[0].population),
            values=_(" ou ").join(str(figure.value) for figure in group),
        )
        for group in contested(figures)
    ]
