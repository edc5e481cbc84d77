"""Draw one value a row with its interval, on one ruler, with the number written at the end of the row."""

from cordee.charts.canvas import Canvas, Mark
from cordee.charts.figures import IntervalStrip, StripRow
from cordee.charts.letters import clean, text_width, wrap
from cordee.charts.numbers import DASH, format_number
from cordee.charts.outlines import hatching, rectangle
from cordee.charts.phrases import interval_text, value_text
from cordee.charts.readings import Estimate, Missing
from cordee.charts.rows import GUTTER, SMALL_LINE, Frame, Placed, Remark, frame, label_block, place_rows
from cordee.charts.ruler import MARGIN, draw_ruler, draw_verticals, place
from cordee.charts.theme import LABEL, SMALL
from cordee.charts.words import WORDS

_RADIUS = 5.5
_LANE = 16.0
_NUMBER_GAP = 10.0
_HATCH = 7.0  # between two lines where a value is hidden
_SMALLEST_PLOT = 130.0
_LARGEST_NUMBERS = 0.5  # of the width


def draw_strip(figure: IntervalStrip, canvas: Canvas, top: float) -> float:
    """Draw the whole figure from `top`; its bottom comes back."""
    value = max(text_width(_value(figure, row), LABEL, bold=True) for row in figure.rows)
    interval = _interval_column(figure, canvas, value)
    right = value + interval
    labels = [row.label for row in figure.rows]
    columns = frame(canvas.width, labels, right + GUTTER, right + 12, _SMALLEST_PLOT)
    blocks = [label_block(row.label, _remarks(figure, row, interval), columns) for row in figure.rows]
    named = _reference_lines(figure, columns)
    lead = len(named) * SMALL_LINE + (6 if named else 0)
    lanes = [_LANE if isinstance(row.reading, Estimate) or row.hatched else 0.0 for row in figure.rows]
    gap = 13 if columns.beside else 15
    placed = place_rows(canvas, columns, blocks, lanes=lanes, top=top + 4, lead=lead, gap=gap)
    for row, centre, baseline in zip(figure.rows, placed.centres, placed.baselines, strict=True):
        _draw_row(figure, row, columns, canvas, centre)
        y = centre + 0.35 * LABEL if columns.beside else baseline
        _write_value(figure, row, canvas, interval, y)
    _draw_reference(figure, named, columns, canvas, placed)
    return draw_ruler(canvas, columns, placed, figure.scale, figure.lang)


def _interval_column(figure: IntervalStrip, canvas: Canvas, value: float) -> float:
    """Width of the column of intervals; 0 when there are none, or when they must go under the labels."""
    widest = max(text_width(_interval(figure, row), SMALL) for row in figure.rows)
    needed = widest + _NUMBER_GAP if widest else 0.0
    return needed if value + needed <= _LARGEST_NUMBERS * canvas.width else 0.0


def _value(figure: IntervalStrip, row: StripRow) -> str:
    if isinstance(row.reading, Missing):
        return DASH
    return value_text(row.reading, figure.scale, figure.lang)


def _interval(figure: IntervalStrip, row: StripRow) -> str:
    if isinstance(row.reading, Missing):
        return ""
    return interval_text(row.reading, figure.scale, figure.lang)


def _remarks(figure: IntervalStrip, row: StripRow, interval: float) -> list[Remark]:
    """The caller's remark, why there is no value, and the interval when it has no column."""
    texts = [row.remark, row.reading.reason if isinstance(row.reading, Missing) else ""]
    if not interval:
        texts.append(_interval(figure, row))
    return [Remark(text) for text in texts if text]


def _draw_row(figure: IntervalStrip, row: StripRow, columns: Frame, canvas: Canvas, centre: float) -> None:
    reading = row.reading
    if not isinstance(reading, Estimate):
        _draw_hidden(row, columns, canvas, centre)
        return
    canvas.line("grid", columns.plot_left, centre, columns.plot_right, centre)
    mark: Mark = row.stands or ("plain" if row.plain else "accent")
    if reading.has_interval:
        left, right = (place(columns, figure.scale, bound) for bound in reading.bounds)
        canvas.interval(f"interval-{mark}", left, right, centre)
    canvas.mark(mark, place(columns, figure.scale, reading.value), centre, _RADIUS)


def _draw_hidden(row: StripRow, columns: Frame, canvas: Canvas, centre: float) -> None:
    if row.hatched:
        lane = rectangle(columns.plot_left, centre - _LANE / 2, columns.plot_right - columns.plot_left, _LANE)
        canvas.path("hatch", hatching(lane, _HATCH))


def _write_value(figure: IntervalStrip, row: StripRow, canvas: Canvas, interval: float, baseline: float) -> None:
    layer = "number" if row.plain or isinstance(row.reading, Missing) else "strong"
    canvas.text(layer, canvas.width - interval, baseline, _value(figure, row), "end")
    if interval:
        canvas.text("quiet", canvas.width, baseline, _interval(figure, row), "end")


def _reference_lines(figure: IntervalStrip, columns: Frame) -> list[str]:
    if figure.reference is None:
        return []
    value = format_number(figure.reference, figure.lang, figure.scale.decimals, unit=figure.scale.unit)
    name = clean(figure.reference_name)
    text = f"{name}{WORDS[figure.lang].colon}{value}" if name else value
    return wrap(text, columns.plot_right - columns.plot_left, SMALL)


def _draw_reference(figure: IntervalStrip, named: list[str], columns: Frame, canvas: Canvas, placed: Placed) -> None:
    if figure.reference is None:
        return
    x = place(columns, figure.scale, figure.reference)
    draw_verticals(canvas, "reference", [x], placed)
    half = max(text_width(line, SMALL) for line in named) / 2
    middle = min(max(x, columns.plot_left - 8 + half), columns.plot_right + 8 - half)
    for number, line in enumerate(named):
        canvas.text("quiet", middle, placed.top - MARGIN - 6 - (len(named) - 1 - number) * SMALL_LINE, line, "middle")
