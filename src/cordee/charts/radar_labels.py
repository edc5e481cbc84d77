"""Write what stands around a radar: names and values at the ends of the axes, or in a list below on a phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from cordee.charts.canvas import Anchor, Canvas, Mark
from cordee.charts.figures import Radar, RadarSeries
from cordee.charts.letters import clean, text_width, wrap
from cordee.charts.numbers import DASH
from cordee.charts.phrases import value_text
from cordee.charts.readings import Estimate, Reading
from cordee.charts.rows import LABEL_LINE, MARK_STEP, SMALL_LINE
from cordee.charts.theme import LABEL, SMALL
from cordee.charts.wheel import Wheel

APART = 14.0  # from the outer ring to a label
_LIST = 26.0  # room for the number of an axis before its name
_BETWEEN_VALUES = 8.0


@dataclass(frozen=True, slots=True)
class AxisLabel:
    """Name and values of one axis, broken into lines; `step` is the room of one value with its mark."""

    lines: list[str]
    values: list[list[tuple[Mark, str]]]
    step: float

    @property
    def height(self) -> float:
        """Height of names and values."""
        return LABEL_LINE * len(self.lines) + SMALL_LINE * len(self.values)


def mark_of(series: RadarSeries) -> Mark:
    """The mark of a series: that of its facet, else a plain circle."""
    return series.facet or "accent"


def axis_labels(radar: Radar, room: float) -> list[AxisLabel]:
    """The label of every axis, no wider than `room`."""
    step = _step(radar)
    in_a_line = max(1, int((room + _BETWEEN_VALUES) / step))
    labels = []
    for axis, name in enumerate(radar.axes):
        values = [(mark_of(series), _value(radar, series.readings[axis])) for series in radar.series]
        parts = [values[start : start + in_a_line] for start in range(0, len(values), in_a_line)]
        labels.append(AxisLabel(wrap(clean(name), room, LABEL), parts, step))
    return labels


def write_around(labels: Sequence[AxisLabel], wheel: Wheel, canvas: Canvas, top: float) -> float:
    """Each label outside the circle at the end of its axis, neighbours pushed apart; the bottom comes back."""
    _write(labels[0], canvas, wheel.x, top, "middle")
    first = top + labels[0].height
    right = [axis for axis in range(1, wheel.axes) if 2 * axis < wheel.axes]
    left = [axis for axis in range(wheel.axes - 1, 0, -1) if 2 * axis > wheel.axes]
    bottom = wheel.y + wheel.radius + APART
    for side, axes in ((1, right), (-1, left)):
        floor = first
        for axis in axes:
            floor = _write_at_side(labels[axis], wheel, axis, canvas, floor + 6, side)
        bottom = max(bottom, floor)
    if wheel.axes % 2 == 0:
        last = labels[wheel.axes // 2]
        _write(last, canvas, wheel.x, bottom, "middle")
        bottom += last.height
    return bottom + 4


def write_list(radar: Radar, canvas: Canvas, top: float) -> float:
    """Numbered names with their values at the end of the line, or under the name when they are long."""
    numbers = len(radar.series) * _step(radar) - _BETWEEN_VALUES
    beside = numbers <= 0.5 * canvas.width
    room = canvas.width - _LIST
    labels = _names_only(radar, room - numbers - 12) if beside else axis_labels(radar, room)
    for number, label in enumerate(labels, 1):
        canvas.text("strong", 0, top + 0.74 * LABEL_LINE, str(number))
        _write(label, canvas, _LIST, top, "start")
        if beside:
            values = [(mark_of(series), _value(radar, series.readings[number - 1])) for series in radar.series]
            _write_values(values, label.step, canvas, canvas.width - numbers, top + 0.74 * LABEL_LINE)
        top += label.height + 8
    return top - 4


def write_key(radar: Radar, canvas: Canvas, top: float) -> float:
    """Mark and name of each series over the drawing: on one line, else one under the other."""
    names = [clean(series.name) for series in radar.series]
    sizes = [MARK_STEP + text_width(name, SMALL) for name in names]
    whole = sum(sizes) + 16 * (len(sizes) - 1)
    if whole > canvas.width:
        return _write_stacked_key(radar, canvas, top)
    x = (canvas.width - whole) / 2
    for series, name, size in zip(radar.series, names, sizes, strict=True):
        _write_series(series, name, canvas, x, top)
        x += size + 16
    return top + SMALL_LINE + 12


def _write_stacked_key(radar: Radar, canvas: Canvas, top: float) -> float:
    for series in radar.series:
        first, *others = wrap(clean(series.name), canvas.width - MARK_STEP, SMALL)
        _write_series(series, first, canvas, 0, top)
        for line in others:
            top += SMALL_LINE
            canvas.text("quiet", MARK_STEP, top + 0.74 * SMALL_LINE, line)
        top += SMALL_LINE
    return top + 12


def _write_series(series: RadarSeries, name: str, canvas: Canvas, x: float, top: float) -> None:
    baseline = top + 0.74 * SMALL_LINE
    canvas.mark(mark_of(series), x + 5, baseline - 0.35 * SMALL, 4.5)
    canvas.text("quiet", x + MARK_STEP, baseline, name)


def _names_only(radar: Radar, room: float) -> list[AxisLabel]:
    return [AxisLabel(wrap(clean(name), room, LABEL), [], _step(radar)) for name in radar.axes]


def _step(radar: Radar) -> float:
    texts = (_value(radar, reading) for series in radar.series for reading in series.readings)
    return MARK_STEP + max(text_width(text, SMALL) for text in texts) + _BETWEEN_VALUES


def _value(radar: Radar, reading: Reading) -> str:
    return value_text(reading, radar.scale, radar.lang) if isinstance(reading, Estimate) else DASH


def _write_at_side(label: AxisLabel, wheel: Wheel, axis: int, canvas: Canvas, floor: float, side: int) -> float:
    """Beside the circle at the height of its axis or lower, as near to the circle as its lines allow."""
    _, down = wheel.directions[axis]
    wanted = wheel.y + down * (wheel.radius + APART) - label.height * (1 - down) / 2
    top = max(wanted, floor)
    nearest = max(0.0, top - wheel.y, wheel.y - top - label.height)
    chord = sqrt(max(0.0, wheel.radius**2 - nearest**2))
    _write(label, canvas, wheel.x + side * (chord + APART), top, "start" if side > 0 else "end")
    return top + label.height


def _write(label: AxisLabel, canvas: Canvas, x: float, top: float, anchor: Anchor) -> None:
    for line in label.lines:
        canvas.text("label", x, top + 0.74 * LABEL_LINE, line, anchor)
        top += LABEL_LINE
    shift = {"start": 0.0, "middle": -0.5, "end": -1.0}[anchor]
    for values in label.values:
        left = x + shift * (len(values) * label.step - _BETWEEN_VALUES)
        _write_values(values, label.step, canvas, left, top + 0.74 * SMALL_LINE)
        top += SMALL_LINE


def _write_values(
    values: Sequence[tuple[Mark, str]], step: float, canvas: Canvas, left: float, baseline: float
) -> None:
    for rank, (mark, text) in enumerate(values):
        kind = "hollow" if text == DASH else "mark"
        canvas.mark(mark, left + rank * step + 5, baseline - 0.35 * SMALL, 4, kind)
        canvas.text("number", left + rank * step + MARK_STEP, baseline, text)
