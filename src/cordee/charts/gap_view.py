"""Draw signed gaps around zero; those that stand out are dark, the others alike and grey."""

from dataclasses import replace

from cordee.charts.canvas import Anchor, Canvas, coordinate
from cordee.charts.figures import GapBars, GapRow
from cordee.charts.letters import clean, text_width, wrap
from cordee.charts.phrases import value_text
from cordee.charts.readings import Estimate, Missing
from cordee.charts.rows import SMALL_LINE, Frame, Remark, frame, label_block, place_rows
from cordee.charts.ruler import draw_ruler, draw_verticals, place
from cordee.charts.theme import LABEL, SMALL

_BAR = 14.0
_LANE = 18.0
_CAP = 3.5
_ARROW = 11.0


def draw_gap_bars(figure: GapBars, canvas: Canvas, top: float) -> float:
    """Draw the whole figure from `top`; its bottom comes back."""
    number = max(text_width(_text(figure, row), LABEL, bold=True) for row in figure.rows)
    columns = frame(canvas.width, [row.label for row in figure.rows], 2 * number + 8, number + 12)
    if columns.beside:
        columns = replace(columns, plot_left=columns.plot_left + number, plot_right=columns.plot_right + number)
    blocks = [label_block(row.label, _remarks(row), columns) for row in figure.rows]
    top = _write_captions(figure, columns, canvas, top)
    lanes = [_LANE if isinstance(row.gap, Estimate) else 0.0 for row in figure.rows]
    placed = place_rows(canvas, columns, blocks, lanes=lanes, top=top, gap=18 if columns.beside else 16)
    for row, centre, baseline in zip(figure.rows, placed.centres, placed.baselines, strict=True):
        _draw_row(figure, row, columns, canvas, centre)
        _write_value(figure, row, columns, canvas, centre, baseline)
    draw_verticals(canvas, "axis", [place(columns, figure.scale, 0)], placed)
    return draw_ruler(canvas, columns, placed, figure.scale, figure.lang, signed=True)


def _text(figure: GapBars, row: GapRow) -> str:
    if isinstance(row.gap, Missing):
        return ""
    return value_text(row.gap, figure.scale, figure.lang, signed=True)


def _remarks(row: GapRow) -> list[Remark]:
    remarks = [Remark(row.remark)] if row.remark else []
    return [*remarks, Remark(row.gap.reason)] if isinstance(row.gap, Missing) else remarks


def _write_captions(figure: GapBars, columns: Frame, canvas: Canvas, top: float) -> float:
    """What lies to the left and to the right of zero, on each side of it; the bottom comes back."""
    zero = place(columns, figure.scale, 0)
    sides: tuple[tuple[str, int, Anchor], ...] = ((clean(figure.below), -1, "end"), (clean(figure.above), 1, "start"))
    bottom = top
    for caption, side, anchor in sides:
        x = zero + side * (_ARROW + 14)
        room = x if side < 0 else canvas.width - x
        for number, line in enumerate(wrap(caption, room, SMALL) if caption else []):
            canvas.text("quiet", x, top + 0.74 * SMALL_LINE + number * SMALL_LINE, line, anchor)
            bottom = max(bottom, top + (number + 1) * SMALL_LINE)
        if caption:
            _draw_arrow(canvas, zero + side * 8, top + 0.74 * SMALL_LINE - 0.35 * SMALL, side)
    return bottom + 10 if bottom > top else top + 4


def _draw_arrow(canvas: Canvas, x: float, y: float, side: int) -> None:
    tip = x + side * _ARROW
    shaft = f"M{coordinate(x)} {coordinate(y)}H{coordinate(tip)}"
    head = f"M{coordinate(tip - side * 3.5)} {coordinate(y - 3.5)}L{coordinate(tip)} {coordinate(y)}"
    canvas.path("arrow", f"{shaft}{head}L{coordinate(tip - side * 3.5)} {coordinate(y + 3.5)}")


def _draw_row(figure: GapBars, row: GapRow, columns: Frame, canvas: Canvas, centre: float) -> None:
    gap = row.gap
    if not isinstance(gap, Estimate):
        return
    role = "emphasis" if figure.stands_out(row) else "plain"
    zero, end = place(columns, figure.scale, 0), place(columns, figure.scale, gap.value)
    left, right = (place(columns, figure.scale, bound) for bound in gap.bounds)
    wide = max(abs(end - zero), 1.5)
    start = zero if gap.value >= 0 else zero - wide
    canvas.box(f"fill-{role}", start, centre - _BAR / 2, wide, _BAR)
    if gap.has_interval:
        _draw_interval(canvas, left, right, start, start + wide, centre)


def _write_value(figure: GapBars, row: GapRow, columns: Frame, canvas: Canvas, centre: float, baseline: float) -> None:
    """Past the end of the bar and of its interval; on a phone at the end of the label's first line."""
    gap = row.gap
    if not isinstance(gap, Estimate):
        return
    layer, size = ("strong", LABEL) if figure.stands_out(row) else ("number", SMALL)
    text = _text(figure, row)
    if not columns.beside:
        canvas.text(layer, canvas.width, baseline, text, "end")
        return
    ends = [place(columns, figure.scale, number) for number in (0, *gap.numbers())]
    if gap.value < 0:
        canvas.text(layer, min(ends) - 7, centre + 0.35 * size, text, "end")
    else:
        canvas.text(layer, max(ends) + 7, centre + 0.35 * size, text)


def _draw_interval(canvas: Canvas, left: float, right: float, start: float, end: float, y: float) -> None:
    """A thin capped line, light where it lies on the bar and dark outside."""
    middle = coordinate(y)
    for low, high in ((left, min(right, start)), (max(left, end), right)):
        if low < high:
            canvas.path("interval-emphasis", f"M{coordinate(low)} {middle}H{coordinate(high)}")
    if max(left, start) < min(right, end):
        canvas.path("inside", f"M{coordinate(max(left, start))} {middle}H{coordinate(min(right, end))}")
    for bound in (left, right):
        layer = "inside" if start < bound < end else "interval-emphasis"
        canvas.line(layer, bound, y - _CAP, bound, y + _CAP)
