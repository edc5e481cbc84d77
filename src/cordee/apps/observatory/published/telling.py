"""Published figures as a page tells them: series, sentences true of the values, contradictions, sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.library.addresses import language
from cordee.apps.observatory.published.intervals import sampling_interval
from cordee.apps.observatory.published.registry import published_figures, worded
from cordee.apps.organisations.territories import territory
from cordee.apps.ui.figures import DrawnFigure, drawn
from cordee.charts.figures import IntervalStrip, StripRow
from cordee.charts.readings import PERCENT, Estimate, Scale
from cordee.core.numerals import number, short, with_percent
from cordee.core.published import PublishedFigure, by_question, contradictions
from cordee.core.territory_figure_wording import site_of

MARKS = Scale(0.0, 10.0, (0.0, 2.0, 4.0, 6.0, 8.0, 10.0))
FRANCE = "FR"


@dataclass(frozen=True)
class ToldFigure:
    """One value in words: what it is, how sure, who published it, and what contradicts it."""

    id: str
    question: str
    population: str
    year: int
    territory: str
    programme: str
    value: str
    interval: str
    respondents: str
    note: str
    site: str
    source: str
    contradicted: bool

    @property
    def where(self) -> str:
        """The base, the year and, when it is not the whole country, the territory."""
        return ", ".join(filter(None, [self.population, str(self.year), self.territory]))


@dataclass(frozen=True)
class Series:
    """Figures that were published together: their sentence, their drawing, each value with its source."""

    id: str
    title: str
    drawing: DrawnFigure
    figures: tuple[ToldFigure, ...]


def told_series(figures: Sequence[PublishedFigure]) -> list[Series]:
    """Tell the series that some figures belong to, in the order of the registry."""
    rivals = rivals_of(published_figures())
    grouped = groupby(figures, key=lambda one: one.series)
    return [_series(name, tuple(group), rivals) for name, group in grouped]


def told(figure: PublishedFigure, rivals: Iterable[str] = ()) -> ToldFigure:
    """Tell one value."""
    lang, estimate = language(), sampling_interval(figure)
    return ToldFigure(
        id=figure.id,
        question=worded("question", figure.question).in_(lang),
        population=worded("population", figure.population).in_(lang),
        year=figure.year,
        territory=territory_name(figure),
        programme=figure.programme,
        value=value_of(figure),
        interval=interval_of(estimate),
        respondents=_("{n} personnes interrogées").format(n=number(figure.n, lang, 0)) if figure.n else "",
        note=worded("note", figure.note).in_(lang) if figure.note else "",
        site=site_of(figure.source),
        source=figure.source,
        contradicted=figure.id in set(rivals),
    )


def rivals_of(figures: Iterable[PublishedFigure]) -> frozenset[str]:
    """Return the identifiers of the figures that another source contradicts."""
    return frozenset(one.id for group in contradictions(figures) for one in group)


def value_of(figure: PublishedFigure) -> str:
    """Write a value with its unit."""
    written = short(figure.value, language())
    return (
        with_percent(written, language()) if figure.unit == "percent" else _("{number} sur 10").format(number=written)
    )


def interval_of(estimate: Estimate) -> str:
    """Write an interval, or nothing when there is none."""
    if not estimate.has_interval:
        return ""
    lower, upper = (number(bound, language()) for bound in estimate.bounds)
    return _("de {lower} à {upper} %").format(lower=lower, upper=upper)


def territory_name(figure: PublishedFigure) -> str:
    """Return the name of a region, or nothing for the whole country."""
    found = territory(f"region-{figure.territory}") if figure.territory != FRANCE else None
    return found.said if found else ""


def _series(name: str, figures: tuple[PublishedFigure, ...], rivals: frozenset[str]) -> Series:
    title = worded("series", name).in_(language())
    figures = tuple(one for group in by_question(figures) for one in group)
    return Series(name, title, drawn(strip(name, figures)), tuple(told(one, rivals) for one in figures))


def strip(name: str, figures: Sequence[PublishedFigure]) -> IntervalStrip:
    """Describe the drawing of a series: a mark for each value, a line where an interval is known, nothing joined."""
    one_question = len({one.question for one in figures}) == 1
    rows = tuple(_row(one, figures, one_question=one_question) for one in figures)
    return IntervalStrip(
        id=f"series-{name}",
        title=sentence(figures),
        subtitle=key_of(figures, one_question=one_question),
        note=caution(figures),
        lang=language(),
        rows=rows,
        scale=MARKS if figures[0].unit == "mark" else PERCENT,
    )


def _row(figure: PublishedFigure, figures: Sequence[PublishedFigure], *, one_question: bool) -> StripRow:
    said = told(figure)
    label, remark = (said.where, "") if one_question else (said.question, said.where)
    letter = letter_of(figure, figures)
    return StripRow(label, sampling_interval(figure), ", ".join(filter(None, [remark, letter])))


def letter_of(figure: PublishedFigure, figures: Iterable[PublishedFigure]) -> str:
    """Tell apart the sources that disagree: source A, source B…; nothing where they agree."""
    for group in contradictions(figures):
        if figure in group:
            return _("source {letter}").format(letter=chr(ord("A") + group.index(figure)))
    return ""


def sentence(figures: Sequence[PublishedFigure]) -> str:
    """Say what holds of every value of a series, whichever source is right."""
    lowest, highest = (limit(figures, key=lambda one: one.value) for limit in (min, max))
    if lowest.value == highest.value:
        return ngettext(
            "Une valeur publiée : {value}", "{count} valeurs publiées, toutes à {value}", len(figures)
        ).format(value=value_of(lowest), count=len(figures))
    return _("{count} valeurs publiées, de {lowest} à {highest}").format(
        count=len(figures), lowest=value_of(lowest), highest=value_of(highest)
    )


def key_of(figures: Sequence[PublishedFigure], *, one_question: bool) -> str:
    """Say what is drawn: the question when there is one, else that there are several."""
    if one_question:
        return worded("question", figures[0].question).in_(language())
    return _("Plusieurs questions : elles se lisent une à une, et ne se comparent pas entre elles.")


def caution(figures: Sequence[PublishedFigure]) -> str:
    """Say what the intervals are, or why there is none, and that nobody is ranked."""
    if any(sampling_interval(one).has_interval for one in figures):
        return _(
            "Traits : intervalle à 95 % d’un sondage aléatoire simple, là où l’effectif est publié. "
            "Le vrai est sans doute plus large : le plan et les redressements ne sont pas publiés."
        )
    if figures[0].unit == "mark":
        return _("Dispersion des notes non publiée : pas d’intervalle, et pas de classement.")
    return _("Effectif non publié : pas d’intervalle, et pas de classement.")
