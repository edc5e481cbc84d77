"""The numbers of a figure as a table of text, for readers who want them or cannot see the drawing."""

from dataclasses import dataclass

from cordee.charts.figures import AnswerDistribution, AnyFigure, FacetDotPlot, GapBars, IntervalStrip, Radar
from cordee.charts.numbers import DASH, format_number, format_tick
from cordee.charts.phrases import interval_text, reading_text, short_text
from cordee.charts.readings import FACETS, Estimate, Reading, Scale
from cordee.charts.regions import RegionFigure
from cordee.charts.words import WORDS, capitalised

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A caption, headings, and rows as long as the headings; the first cell of a row names it."""

    caption: str
    headers: Row
    rows: tuple[Row, ...]


def to_table(figure: AnyFigure) -> Table:
    """Every number that the figure draws, written for its reader; a missing one says why.

    >>> from cordee.charts.figures import StripRow
    >>> strip = IntervalStrip(id="s", title="Most agree", lang="en", rows=(StripRow("Mayors", Estimate(92, 88, 95)),))
    >>> to_table(strip)
    Table(caption='Most agree', headers=('Population', 'Value', 'Interval'), rows=(('Mayors', '92%', '88 to 95%'),))
    """
    match figure:
        case FacetDotPlot():
            return _facet_table(figure)
        case Radar():
            return _radar_table(figure)
        case AnswerDistribution():
            return _distribution_table(figure)
        case GapBars():
            return _gap_table(figure)
        case IntervalStrip():
            return _strip_table(figure)
        case RegionFigure():
            return _region_table(figure)


def _facet_table(plot: FacetDotPlot) -> Table:
    words = WORDS[plot.lang]
    headers = (plot.row_name or words.axis, *(capitalised(words.facets[facet]) for facet in FACETS))
    rows = tuple(
        (row.label, *(reading_text(reading, plot.scale, plot.lang) for _, reading in row.readings), row.remark)
        for row in plot.rows
    )
    return _without_empty_remarks(plot.title, (*headers, words.remark), rows)


def _radar_table(radar: Radar) -> Table:
    words = WORDS[radar.lang]
    headers = (radar.row_name or words.axis, *(capitalised(series.name) for series in radar.series))
    rows = tuple(
        (axis, *(reading_text(series.readings[index], radar.scale, radar.lang) for series in radar.series))
        for index, axis in enumerate(radar.axes)
    )
    return Table(radar.title, headers, rows)


def _distribution_table(figure: AnswerDistribution) -> Table:
    words = WORDS[figure.lang]
    headers = (
        figure.row_name or words.question,
        *(_level_heading(figure, level) for level in range(figure.level_count)),
        capitalised(words.dont_know),
        capitalised(words.not_applicable),
        capitalised(words.median),
        words.remark,
    )
    rows = tuple(
        (
            row.label,
            *(format_number(n, figure.lang, 0) for n in (*row.counts, row.dont_know, row.not_applicable)),
            DASH if row.median is None else format_tick(row.median, figure.lang),
            row.remark,
        )
        for row in figure.rows
    )
    return _without_empty_remarks(figure.title, headers, rows)


def _level_heading(figure: AnswerDistribution, level: int) -> str:
    if figure.levels:
        return f"{level} – {figure.levels[level]}"
    return WORDS[figure.lang].level.format(level=level)


def _gap_table(figure: GapBars) -> Table:
    words, scale = WORDS[figure.lang], figure.scale
    headers = (figure.row_name or words.topic, words.gap, words.interval, capitalised(words.stands_out), words.remark)
    yes, no = ("oui", "non") if figure.lang == "fr" else ("yes", "no")
    rows = tuple(
        (
            row.label,
            short_text(row.gap, scale, figure.lang, signed=True),
            _interval_cell(row.gap, scale, figure, signed=True),
            yes if figure.stands_out(row) else no,
            row.remark,
        )
        for row in figure.rows
    )
    return _without_empty_remarks(figure.title, headers, rows)


def _strip_table(figure: IntervalStrip) -> Table:
    words = WORDS[figure.lang]
    headers = (figure.row_name or words.population, words.value, words.interval, words.remark)
    rows = tuple(
        (
            row.label,
            short_text(row.reading, figure.scale, figure.lang),
            _interval_cell(row.reading, figure.scale, figure),
            row.remark,
        )
        for row in figure.rows
    )
    return _without_empty_remarks(figure.title, headers, rows)


def _region_table(figure: RegionFigure) -> Table:
    words = WORDS[figure.lang]
    headers = (figure.row_name or words.region, words.value, words.interval, words.beside_rest, words.answered)
    rows = tuple(
        (
            row.label,
            short_text(row.reading, figure.scale, figure.lang),
            _interval_cell(row.reading, figure.scale, figure),
            words.standings[row.standing],
            DASH if row.answers is None else format_number(row.answers, figure.lang, 0),
        )
        for row in figure.rows
    )
    return Table(figure.title, headers, rows)


def _interval_cell(reading: Reading, scale: Scale, figure: AnyFigure, *, signed: bool = False) -> str:
    if isinstance(reading, Estimate) and reading.has_interval:
        return interval_text(reading, scale, figure.lang, signed=signed)
    return DASH


def _without_empty_remarks(caption: str, headers: Row, rows: tuple[Row, ...]) -> Table:
    """The remark column goes away when no row has one."""
    if any(row[-1] for row in rows):
        return Table(caption, headers, rows)
    return Table(caption, headers[:-1], tuple(row[:-1] for row in rows))
