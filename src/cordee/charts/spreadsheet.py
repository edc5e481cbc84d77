"""The numbers of a figure as CSV, at full precision, for machines and spreadsheets."""

import csv
import io
from collections.abc import Iterable

from cordee.charts.figures import AnswerDistribution, AnyFigure, FacetDotPlot, GapBars, IntervalStrip, Radar
from cordee.charts.numbers import exact
from cordee.charts.readings import Estimate, Reading
from cordee.charts.regions import RegionFigure

Cells = Iterable[str]


def to_csv(figure: AnyFigure) -> str:
    """RFC 4180 text (comma, CRLF), one line per number, headings in English whatever the language.

    Numbers are the shortest text that reads back as the same float, with a point. A text cell that a
    spreadsheet would take for a formula (it begins with = + - @ or a tab) is preceded by an apostrophe.
    Columns: `row, facet|series, value, lower, upper, missing, remark` and what the figure adds.

    >>> from cordee.charts.figures import StripRow
    >>> strip = IntervalStrip(id="s", title="t", rows=(StripRow("Maires", Estimate(92, 88.25, 95)),))
    >>> to_csv(strip).splitlines()
    ['row,value,lower,upper,unit,plain,missing,remark', 'Maires,92.0,88.25,95.0,%,false,,']
    """
    match figure:
        case FacetDotPlot():
            headers, rows = _facet_lines(figure)
        case Radar():
            headers, rows = _radar_lines(figure)
        case AnswerDistribution():
            headers, rows = _distribution_lines(figure)
        case GapBars():
            headers, rows = _gap_lines(figure)
        case IntervalStrip():
            headers, rows = _strip_lines(figure)
        case RegionFigure():
            headers, rows = _region_lines(figure)
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow(headers)
    writer.writerows(rows)
    return page.getvalue()


def _facet_lines(plot: FacetDotPlot) -> tuple[Cells, Iterable[Cells]]:
    headers = ("row", "facet", "value", "lower", "upper", "missing", "remark")
    return headers, (
        (_safe(row.label), facet, *_numbers(reading), _reason(reading), _safe(row.remark))
        for row in plot.rows
        for facet, reading in row.readings
    )


def _radar_lines(radar: Radar) -> tuple[Cells, Iterable[Cells]]:
    headers = ("row", "series", "value", "lower", "upper", "missing")
    return headers, (
        (_safe(axis), _safe(series.name), *_numbers(reading), _reason(reading))
        for index, axis in enumerate(radar.axes)
        for series in radar.series
        for reading in (series.readings[index],)
    )


def _distribution_lines(figure: AnswerDistribution) -> tuple[Cells, Iterable[Cells]]:
    levels = (f"level_{level}" for level in range(figure.level_count))
    headers = ("row", "facet", *levels, "dont_know", "not_applicable", "median", "remark")
    return headers, (
        (
            _safe(row.label),
            row.facet or "",
            *(str(int(count)) for count in (*row.counts, row.dont_know, row.not_applicable)),
            "" if row.median is None else exact(row.median),
            _safe(row.remark),
        )
        for row in figure.rows
    )


def _gap_lines(figure: GapBars) -> tuple[Cells, Iterable[Cells]]:
    headers = ("row", "value", "lower", "upper", "unit", "stands_out", "missing", "remark")
    return headers, (
        (
            _safe(row.label),
            *_numbers(row.gap),
            _safe(figure.unit),
            _flag(figure.stands_out(row)),
            _reason(row.gap),
            _safe(row.remark),
        )
        for row in figure.rows
    )


def _strip_lines(figure: IntervalStrip) -> tuple[Cells, Iterable[Cells]]:
    headers = ("row", "value", "lower", "upper", "unit", "plain", "missing", "remark")
    return headers, (
        (
            _safe(row.label),
            *_numbers(row.reading),
            _safe(figure.scale.unit),
            _flag(row.plain),
            _reason(row.reading),
            _safe(row.remark),
        )
        for row in figure.rows
    )


def _region_lines(figure: RegionFigure) -> tuple[Cells, Iterable[Cells]]:
    headers = ("row", "value", "lower", "upper", "unit", "beside_rest", "answers", "missing")
    return headers, (
        (
            _safe(row.label),
            *_numbers(row.reading),
            _safe(figure.scale.unit),
            row.standing,
            "" if row.answers is None else str(row.answers),
            _reason(row.reading),
        )
        for row in figure.rows
    )


def _numbers(reading: Reading) -> tuple[str, str, str]:
    if not isinstance(reading, Estimate):
        return "", "", ""
    if not reading.has_interval:
        return exact(reading.value), "", ""
    lower, upper = reading.bounds
    return exact(reading.value), exact(lower), exact(upper)


def _reason(reading: Reading) -> str:
    return "" if isinstance(reading, Estimate) else _safe(reading.reason)


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _safe(text: str) -> str:
    return "'" + text if text[:1] in tuple("=+-@\t\r") else text
