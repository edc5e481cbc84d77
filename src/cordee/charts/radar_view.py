"""Draw the radar: rings and axes, one trace a series, broken where a value is missing."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, pi, sin, tan

from cordee.charts.canvas import Canvas, coordinate
from cordee.charts.figures import Radar, RadarSeries
from cordee.charts.numbers import format_tick
from cordee.charts.radar_labels import APART, axis_labels, mark_of, write_around, write_key, write_list
from cordee.charts.readings import Estimate, Reading
from cordee.charts.spacing import nudges
from cordee.charts.theme import TINY
from cordee.charts.wheel import Wheel

_RADIUS = 5.5
_CAP = 3.5
_NUMBER = 20.0  # from the outer ring to the number of an axis
_SMALLEST_SIDE = 120.0  # narrowest room for a label beside the circle
_RINGS_APART = 16.0
_RING_TO_TRACE = 8.0
_RING_TO_AXIS = 6.0


def draw_radar(radar: Radar, canvas: Canvas, top: float) -> float:
    """Draw the whole radar from `top`; its bottom comes back."""
    top = write_key(radar, canvas, top)
    room = canvas.width / 4 - APART
    if room < _SMALLEST_SIDE:
        return _draw_numbered(radar, canvas, top)
    labels = axis_labels(radar, room)
    radius = canvas.width / 4
    wheel = Wheel(canvas.width / 2, top + labels[0].height + APART + radius, radius, len(labels))
    _draw_wheel(radar, wheel, canvas)
    return write_around(labels, wheel, canvas, top)


def _draw_numbered(radar: Radar, canvas: Canvas, top: float) -> float:
    """On a phone: a number at the end of each axis, names and values in a list below."""
    radius = min(canvas.width / 2 - 30, 150)
    wheel = Wheel(canvas.width / 2, top + 26 + radius, radius, len(radar.axes))
    _draw_wheel(radar, wheel, canvas)
    for axis, (across, down) in enumerate(wheel.directions):
        x, y = wheel.x + across * (radius + _NUMBER), wheel.y + down * (radius + _NUMBER)
        canvas.text("strong", x, y + 5, str(axis + 1), "middle")
    return write_list(radar, canvas, wheel.y + radius + 36)


def _draw_wheel(radar: Radar, wheel: Wheel, canvas: Canvas) -> None:
    for tick in radar.scale.ticks:
        ring = [wheel.point(axis, radar.scale.fraction(tick)) for axis in range(wheel.axes)]
        canvas.path("grid", _polyline(ring) + "Z")
    for axis in range(wheel.axes):
        canvas.line("grid", *wheel.point(axis, 0), *wheel.point(axis, 1))
    for series in radar.series:
        _draw_trace(radar, series, wheel, canvas)
    if len(radar.series) == 1:
        _draw_intervals(radar, radar.series[0], wheel, canvas)
    for axis in range(wheel.axes):
        _draw_marks(radar, axis, wheel, canvas)
    _write_rings(radar, wheel, canvas)


def _draw_trace(radar: Radar, series: RadarSeries, wheel: Wheel, canvas: Canvas) -> None:
    """Segments between neighbours that are both known: a missing value leaves a gap."""
    points = [_point(radar, reading, axis, wheel) for axis, reading in enumerate(series.readings)]
    if all(points):
        commands = _polyline([point for point in points if point]) + "Z"
    else:
        commands = "".join(_polyline([a, b]) for a, b in pairwise([*points, points[0]]) if a and b)
    if commands:
        canvas.path(f"trace-{mark_of(series)}", commands)


def _draw_intervals(radar: Radar, series: RadarSeries, wheel: Wheel, canvas: Canvas) -> None:
    """Along the axes, which one series alone leaves free."""
    for axis, reading in enumerate(series.readings):
        if isinstance(reading, Estimate) and reading.has_interval:
            across, down = wheel.directions[axis]
            ends = [wheel.point(axis, radar.scale.fraction(bound)) for bound in reading.bounds]
            caps = [((x + _CAP * down, y - _CAP * across), (x - _CAP * down, y + _CAP * across)) for x, y in ends]
            canvas.path(f"interval-{mark_of(series)}", "".join(_polyline(pair) for pair in (ends, *caps)))


def _draw_marks(radar: Radar, axis: int, wheel: Wheel, canvas: Canvas) -> None:
    """Marks of one axis; those that share a place stand side by side across the axis."""
    across, down = wheel.directions[axis]
    readings = [series.readings[axis] for series in radar.series]
    reaches = [wheel.reach(radar.scale.fraction(r.value)) if isinstance(r, Estimate) else None for r in readings]
    aside = nudges(reaches, 2 * _RADIUS + 1)
    for series, reach, offset in zip(radar.series, reaches, aside, strict=True):
        if reach is not None:
            x = wheel.x + across * reach - down * offset
            y = wheel.y + down * reach + across * offset
            canvas.mark(mark_of(series), x, y, _RADIUS)


def _write_rings(radar: Radar, wheel: Wheel, canvas: Canvas) -> None:
    """Graduations halfway between the two axes where the traces leave most of them free, none on a trace."""
    half = pi / wheel.axes
    ticks = {tick: wheel.reach(radar.scale.fraction(tick)) * cos(half) for tick in radar.scale.ticks}
    ticks = {tick: reach for tick, reach in ticks.items() if reach * tan(half) >= _RING_TO_AXIS}
    crossings = [_crossings(radar, wheel, axis) for axis in range(wheel.axes)]
    free = [[tick for tick in ticks if _is_free(ticks[tick], taken)] for taken in crossings]
    axis = max(range(wheel.axes), key=lambda axis: (len(free[axis]), -axis))
    angle = (2 * axis + 1) * half
    last = 0.0
    for tick in free[axis]:
        if ticks[tick] - last >= _RINGS_APART:
            last = ticks[tick]
            x, y = wheel.x + sin(angle) * last, wheel.y - cos(angle) * last
            canvas.text("ring", x, y + 0.35 * TINY, format_tick(tick, radar.lang), "middle")


def _crossings(radar: Radar, wheel: Wheel, axis: int) -> list[float]:
    """How far from the centre each trace passes halfway between this axis and the next."""
    found = []
    for series in radar.series:
        one, other = series.readings[axis], series.readings[(axis + 1) % wheel.axes]
        if isinstance(one, Estimate) and isinstance(other, Estimate):
            a, b = (wheel.reach(radar.scale.fraction(reading.value)) for reading in (one, other))
            found.append(2 * a * b * cos(pi / wheel.axes) / (a + b))
    return found


def _is_free(reach: float, taken: Sequence[float]) -> bool:
    return all(abs(reach - other) >= _RING_TO_TRACE for other in taken)


def _point(radar: Radar, reading: Reading, axis: int, wheel: Wheel) -> tuple[float, float] | None:
    if not isinstance(reading, Estimate):
        return None
    return wheel.point(axis, radar.scale.fraction(reading.value))


def _polyline(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{coordinate(x)} {coordinate(y)}" for x, y in points)
