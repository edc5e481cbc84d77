"""Say a figure in sentences: the text alternative of the SVG and of the PDF."""

from collections.abc import Iterable

from cordee.charts.figure import Figure
from cordee.charts.figures import (
    AnswerDistribution,
    AnyFigure,
    DistributionRow,
    FacetDotPlot,
    GapBars,
    IntervalStrip,
    Radar,
)
from cordee.charts.letters import clean
from cordee.charts.numbers import format_number, format_tick
from cordee.charts.phrases import reading_text, short_text
from cordee.charts.readings import Estimate, Reading, Scale, Standing
from cordee.charts.regions import RegionFigure
from cordee.charts.words import WORDS, Words, capitalised, count_rows

_TOLD_FIRST: tuple[Standing, ...] = ("higher", "lower", "alike")


def describe(figure: AnyFigure) -> str:
    """Every value of the figure in sentences, the salient ones first; the title is not repeated.

    >>> from cordee.charts.figures import GapRow
    >>> describe(GapBars(id="g", title="t", lang="en", rows=(GapRow("Clarity", Estimate(1.2, 0.4, 2)),)))
    'Gaps around zero, 1 row. Clear gaps: Clarity (+1.2). A gap is clear when it reaches 1 and its \
interval does not contain zero. Clarity: +1.2. The intervals are in the table.'
    """
    match figure:
        case FacetDotPlot():
            sentences = _facet_sentences(figure, WORDS[figure.lang])
        case Radar():
            sentences = _radar_sentences(figure, WORDS[figure.lang])
        case AnswerDistribution():
            sentences = _distribution_sentences(figure, WORDS[figure.lang])
        case GapBars():
            sentences = _gap_sentences(figure, WORDS[figure.lang])
        case IntervalStrip():
            sentences = _strip_sentences(figure, WORDS[figure.lang])
        case RegionFigure():
            sentences = _region_sentences(figure, WORDS[figure.lang])
    return clean(" ".join(sentences))


def _facet_sentences(plot: FacetDotPlot, words: Words) -> Iterable[str]:
    yield _opening(words.facet_plot, len(plot.rows), plot, plot.scale)
    yield from _widest(plot, words)
    for row in plot.rows:
        facets = ((words.facets[facet], reading) for facet, reading in row.readings)
        yield _row_sentence(plot, plot.scale, row.label, facets, row.remark)
    readings = (reading for row in plot.rows for _, reading in row.readings)
    yield from _pointer_to_intervals(readings, words)


def _radar_sentences(radar: Radar, words: Words) -> Iterable[str]:
    yield _opening(words.radar, len(radar.axes), radar, radar.scale)
    for index, axis in enumerate(radar.axes):
        series = ((series.name, series.readings[index]) for series in radar.series)
        yield _row_sentence(radar, radar.scale, axis, series)
    yield from _pointer_to_intervals((r for series in radar.series for r in series.readings), words)


def _distribution_sentences(figure: AnswerDistribution, words: Words) -> Iterable[str]:
    yield words.distribution.format(rows=count_rows(len(figure.rows), figure.lang)) + "."
    if figure.levels:
        yield words.semicolon.join(f"{level} = {name}" for level, name in enumerate(figure.levels)) + "."
    for row in figure.rows:
        yield _counts_sentence(figure, row, words)


def _gap_sentences(figure: GapBars, words: Words) -> Iterable[str]:
    yield words.gap_bars.format(rows=count_rows(len(figure.rows), figure.lang)) + "."
    clear = [
        f"{row.label} ({short_text(row.gap, figure.scale, figure.lang, signed=True)})"
        for row in figure.rows
        if figure.stands_out(row)
    ]
    listed = words.semicolon.join(clear)
    yield words.some_stand_out.format(colon=words.colon, rows=listed) if clear else words.none_stands_out
    yield words.rule.format(threshold=format_tick(figure.threshold, figure.lang))
    for row in figure.rows:
        said = short_text(row.gap, figure.scale, figure.lang, signed=True)
        yield f"{row.label}{words.colon}{said}{_in_addition(row.remark, words)}."
    yield from _pointer_to_intervals((row.gap for row in figure.rows), words)


def _strip_sentences(figure: IntervalStrip, words: Words) -> Iterable[str]:
    yield _opening(words.strip, len(figure.rows), figure, figure.scale)
    yield from _reference_sentence(figure, words)
    for row in figure.rows:
        said = reading_text(row.reading, figure.scale, figure.lang)
        yield f"{row.label}{words.colon}{said}{_in_addition(row.remark, words)}."


def _region_sentences(figure: RegionFigure, words: Words) -> Iterable[str]:
    """Those that stand apart first, then every region in its order."""
    yield words.region_views[figure.view].format(rows=count_rows(len(figure.rows), figure.lang)) + "."
    yield from _reference_sentence(figure, words)
    for standing in _TOLD_FIRST:
        if named := ", ".join(row.label for row in figure.standing(standing)):
            yield f"{capitalised(words.standings[standing])}{words.colon}{named}."
    for row in figure.rows:
        yield f"{row.label}{words.colon}{reading_text(row.reading, figure.scale, figure.lang)}."


def _reference_sentence(figure: IntervalStrip | RegionFigure, words: Words) -> Iterable[str]:
    if figure.reference is not None:
        value = format_number(figure.reference, figure.lang, figure.scale.decimals, unit=figure.scale.unit)
        yield f"{figure.reference_name}{words.colon}{value}." if figure.reference_name else f"{value}."


def _opening(template: str, rows: int, figure: Figure, scale: Scale) -> str:
    words = WORDS[figure.lang]
    low = format_tick(scale.minimum, figure.lang)
    high = format_tick(scale.maximum, figure.lang, unit=scale.unit)
    span = words.scale.format(low=low, high=high)
    return f"{template.format(rows=count_rows(rows, figure.lang))}, {span}."


def _widest(plot: FacetDotPlot, words: Words) -> Iterable[str]:
    spans = [(row.span, row) for row in plot.rows if row.span is not None]
    if not spans:
        return
    span, row = max(spans, key=lambda pair: pair[0])
    ends = row.extremes
    if ends is None or span <= 1e-9:
        yield words.no_span
        return
    low, high = (f"{words.facets[f]} {format_number(v, plot.lang, plot.scale.decimals)}" for f, v in ends)
    yield words.widest.format(colon=words.colon, row=row.label, low=low, high=high)


def _row_sentence(
    figure: Figure, scale: Scale, label: str, named: Iterable[tuple[str, Reading]], remark: str = ""
) -> str:
    words = WORDS[figure.lang]
    parts = words.semicolon.join(f"{name} {short_text(r, scale, figure.lang)}".strip() for name, r in named)
    return f"{label}{words.colon}{parts}{_in_addition(remark, words)}."


def _counts_sentence(figure: AnswerDistribution, row: DistributionRow, words: Words) -> str:
    parts = [words.no_answer]
    if row.median is not None:
        levels = words.levels.format(low=0, high=len(row.counts) - 1)
        counts = ", ".join(format_number(count, figure.lang, 0) for count in row.counts)
        parts = [f"{levels}{words.colon}{counts}", f"{words.median} {format_tick(row.median, figure.lang)}"]
    if row.dont_know:
        parts.append(f"{words.dont_know} {format_number(row.dont_know, figure.lang, 0)}")
    if row.not_applicable:
        parts.append(f"{words.not_applicable} {format_number(row.not_applicable, figure.lang, 0)}")
    return f"{row.label}{words.colon}{words.semicolon.join(parts)}{_in_addition(row.remark, words)}."


def _in_addition(remark: str, words: Words) -> str:
    return f"{words.semicolon}{remark}" if remark else ""


def _pointer_to_intervals(readings: Iterable[Reading], words: Words) -> Iterable[str]:
    if any(isinstance(reading, Estimate) and reading.has_interval for reading in readings):
        yield words.intervals_in_table
