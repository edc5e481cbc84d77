"""Draw the facet dot plot: three marks a row, the band between them, their intervals, their values."""

from collections.abc import Sequence

from cordee.charts.canvas import Canvas
from cordee.charts.figures import FacetDotPlot, FacetRow
from cordee.charts.letters import text_width
from cordee.charts.numbers import DASH
from cordee.charts.phrases import value_text
from cordee.charts.readings import FACETS, Estimate, Facet, Missing
from cordee.charts.rows import GUTTER, MARK_STEP, SMALL_LINE, Frame, Placed, Remark, frame, label_block, place_rows
from cordee.charts.ruler import draw_ruler, place
from cordee.charts.spacing import nudges, spread
from cordee.charts.theme import LABEL, SMALL
from cordee.charts.words import WORDS

_RADIUS = 6.0
_CLEARANCE = 2 * _RADIUS + 1
_LANE_STEP = 12.0  # between the lanes of the three facets when intervals are drawn
_LANES = (-_LANE_STEP, 0.0, _LANE_STEP)
_BAND = 8.0
_KEY = SMALL_LINE + 12  # height of the line of words
_SMALLEST_NUMBER = 12.0  # the mark above the column needs as much
_NUMBER_GAP = 14.0


def draw_facet_dots(plot: FacetDotPlot, canvas: Canvas, top: float) -> float:
    """Draw the whole plot from `top`; its bottom comes back."""
    widths = [text_width(text, SMALL) for row in plot.rows for text in _values(plot, row)]
    number = max(*widths, _SMALLEST_NUMBER)
    above = 3 * (number + MARK_STEP) + 2 * 8 + 12
    columns = frame(canvas.width, [r.label for r in plot.rows], 3 * (number + _NUMBER_GAP) + GUTTER, above)
    blocks = [label_block(row.label, _remarks(plot, row), columns) for row in plot.rows]
    lanes = _has_intervals(plot)
    offsets = [_LANES if lanes else nudges(_places(plot, row, columns), _CLEARANCE) for row in plot.rows]
    heights = [_height(row, row_offsets) for row, row_offsets in zip(plot.rows, offsets, strict=True)]
    gap = 20.0 if lanes or not columns.beside else 26.0
    placed = place_rows(canvas, columns, blocks, lanes=heights, top=top + _KEY, gap=gap)
    _draw_key(plot, columns, canvas, top + SMALL)
    for row, row_offsets, centre in zip(plot.rows, offsets, placed.centres, strict=True):
        _draw_row(plot, row, row_offsets, columns, canvas, centre)
    _write_values(plot, columns, placed, canvas, number)
    if columns.beside:
        _draw_heads(canvas, number, top + 0.65 * SMALL)
    return draw_ruler(canvas, columns, placed, plot.scale, plot.lang)


def _values(plot: FacetDotPlot, row: FacetRow) -> list[str]:
    return [
        value_text(reading, plot.scale, plot.lang) if isinstance(reading, Estimate) else DASH
        for _, reading in row.readings
    ]


def _remarks(plot: FacetDotPlot, row: FacetRow) -> list[Remark]:
    """The caller's remark, then each reason for a missing facet, said once."""
    reasons: dict[str, list[Facet]] = {}
    for facet, reading in row.readings:
        if isinstance(reading, Missing):
            reasons.setdefault(reading.reason, []).append(facet)
    words = WORDS[plot.lang]
    remarks = [Remark(row.remark)] if row.remark else []
    for reason, facets in reasons.items():
        named = ", ".join(words.facets[facet] for facet in facets)
        remarks.append(Remark(f"{named}{words.colon}{reason}", tuple(facets)))
    return remarks


def _has_intervals(plot: FacetDotPlot) -> bool:
    return any(isinstance(r, Estimate) and r.has_interval for row in plot.rows for _, r in row.readings)


def _height(row: FacetRow, offsets: Sequence[float]) -> float:
    if all(isinstance(reading, Missing) for _, reading in row.readings):
        return 0.0
    return 2 * _RADIUS + 2 + max(offsets) - min(offsets)


def _places(plot: FacetDotPlot, row: FacetRow, columns: Frame) -> list[float | None]:
    return [
        place(columns, plot.scale, reading.value) if isinstance(reading, Estimate) else None
        for _, reading in row.readings
    ]


def _draw_row(
    plot: FacetDotPlot, row: FacetRow, offsets: Sequence[float], columns: Frame, canvas: Canvas, centre: float
) -> None:
    places = _places(plot, row, columns)
    _draw_band([x for x in places if x is not None], canvas, centre, lanes=offsets is _LANES)
    for (facet, reading), x, offset in zip(row.readings, places, offsets, strict=True):
        if x is None or not isinstance(reading, Estimate):
            continue
        if reading.has_interval:
            left, right = (place(columns, plot.scale, bound) for bound in reading.bounds)
            canvas.interval(f"interval-{facet}", left, right, centre + offset)
        canvas.mark(facet, x, centre + offset, _RADIUS)


def _draw_band(known: Sequence[float], canvas: Canvas, centre: float, *, lanes: bool) -> None:
    """From the lowest to the highest facet; pale and tall behind lanes."""
    if len(known) < 2:
        return
    wide = max(known) - min(known)
    if lanes:
        canvas.box("zone", min(known), centre - _LANE_STEP - 4, wide, 2 * _LANE_STEP + 8)
    else:
        canvas.box("band", min(known), centre - _BAND / 2, wide, _BAND)


def _draw_key(plot: FacetDotPlot, columns: Frame, canvas: Canvas, baseline: float) -> None:
    """Each facet's mark and word: near its place in the first row, or in order on a phone."""
    words = WORDS[plot.lang].facets
    sizes = [MARK_STEP + text_width(words[facet], SMALL) for facet in FACETS]
    middle = (columns.plot_left + columns.plot_right) / 2
    wanted = [middle if x is None else x for x in _places(plot, plot.rows[0], columns)]
    low, high = columns.plot_left - 8, columns.plot_right + 8
    centres = spread(wanted if columns.beside else [0.0, 1.0, 2.0], sizes, 14, low if columns.beside else 0, high)
    for facet, centre, size in zip(FACETS, centres or [], sizes, strict=True):
        left = centre - size / 2
        canvas.mark(facet, left + 5, baseline - 0.35 * SMALL, 4.5)
        canvas.text("quiet", left + MARK_STEP, baseline, words[facet])


def _draw_heads(canvas: Canvas, number: float, middle: float) -> None:
    for rank, facet in enumerate(FACETS):
        canvas.mark(facet, canvas.width - (2 - rank) * (number + _NUMBER_GAP) - number / 2, middle, 4.5)


def _write_values(plot: FacetDotPlot, columns: Frame, placed: Placed, canvas: Canvas, number: float) -> None:
    """In columns beside the plot; on a phone at the end of the label's first line, each after its mark."""
    step = number + (_NUMBER_GAP if columns.beside else MARK_STEP + 8)
    for row, centre, baseline in zip(plot.rows, placed.centres, placed.baselines, strict=True):
        y = centre + 0.35 * SMALL if columns.beside else baseline
        for rank, ((facet, reading), text) in enumerate(zip(row.readings, _values(plot, row), strict=True)):
            right = canvas.width - (2 - rank) * step
            canvas.text("number", right, y, text, "end")
            if not columns.beside:
                kind = "mark" if isinstance(reading, Estimate) else "hollow"
                canvas.mark(facet, right - number - MARK_STEP / 2 - 1, y - 0.34 * LABEL, 4, kind)
