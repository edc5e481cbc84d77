"""The ruler under a plot: grid lines, graduations, and their names when they have some."""

from collections.abc import Sequence
from itertools import pairwise

from cordee.charts.canvas import Canvas, coordinate
from cordee.charts.letters import clean, text_width, wrap
from cordee.charts.numbers import Lang, format_tick
from cordee.charts.readings import Scale
from cordee.charts.rows import Frame, Placed
from cordee.charts.theme import SMALL, TINY

MARGIN = 6.0
"""How far the grid lines run past the lanes."""

_NUMBERS_APART = 8.0
_NAMES_APART = 3.0  # the estimated widths are a few percent too large already
_TINY_LINE = 15.0
_LEFT = 24.0  # how far a graduation may reach towards the labels


def draw_ruler(
    canvas: Canvas, columns: Frame, placed: Placed, scale: Scale, lang: Lang, *, signed: bool = False
) -> float:
    """Grid lines along the lanes, graduations below the last; the bottom of it all comes back."""
    places = [place(columns, scale, tick) for tick in scale.ticks]
    draw_verticals(canvas, "grid", places, placed)
    unit = "%" if scale.unit == "%" else ""
    texts = [format_tick(tick, lang, signed=signed, unit=unit) for tick in scale.ticks]
    baseline = placed.bottom + MARGIN + 5 + SMALL
    low = columns.plot_left - _LEFT if columns.beside else 0.0
    _write_numbers(canvas, places, texts, baseline, low)
    bottom = baseline + 5
    if scale.names:
        bottom = write_names(canvas, places, scale.names, baseline + 16, low, canvas.width)
    return max(bottom, placed.foot + 2)


def place(columns: Frame, scale: Scale, value: float) -> float:
    """Horizontal place of a value."""
    return columns.plot_left + scale.fraction(value) * (columns.plot_right - columns.plot_left)


def draw_verticals(canvas: Canvas, layer: str, places: Sequence[float], placed: Placed) -> None:
    """Vertical lines at these places, along the lanes, in one path."""
    runs = [(coordinate(top), coordinate(bottom)) for top, bottom in placed.runs(MARGIN)]
    across = [coordinate(x) for x in places]
    if runs:
        canvas.path(layer, "".join(f"M{x} {top}V{bottom}" for x in across for top, bottom in runs))


def write_names(
    canvas: Canvas, places: Sequence[float], names: Sequence[str], baseline: float, low: float, high: float
) -> float:
    """Names under their graduations if they all fit between low and high, else those of the two ends."""
    cleaned = [clean(name) for name in names]
    spans = [_span(x, name, TINY, low, high) for x, name in zip(places, cleaned, strict=True)]
    if not _apart(spans, _NAMES_APART):
        return _write_ends(canvas, places, cleaned, baseline, low, high)
    for span, name in zip(spans, cleaned, strict=True):
        canvas.text("name", sum(span) / 2, baseline, name, "middle")
    return baseline + 5


def _write_ends(
    canvas: Canvas, places: Sequence[float], names: Sequence[str], baseline: float, low: float, high: float
) -> float:
    """First and last name, each in its half, broken into lines, as near to their graduation as they can."""
    middle = (places[0] + places[-1]) / 2
    bottom = baseline
    for name, x, left, right in ((names[0], places[0], low, middle - 4), (names[-1], places[-1], middle + 4, high)):
        lines = wrap(name, right - left, TINY)
        half = max(text_width(line, TINY) for line in lines) / 2
        centre = min(max(x, left + half), right - half)
        for number, text in enumerate(lines):
            canvas.text("name", centre, baseline + number * _TINY_LINE, text, "middle")
        bottom = max(bottom, baseline + (len(lines) - 1) * _TINY_LINE)
    return bottom + 5


def _write_numbers(canvas: Canvas, places: Sequence[float], texts: Sequence[str], baseline: float, low: float) -> None:
    """Every number if they fit; else every other one, every third…, always beginning with the first."""
    for step in range(1, len(places) + 1):
        kept = list(zip(places, texts, strict=True))[::step]
        spans = [_span(x, text, SMALL, low, canvas.width) for x, text in kept]
        if _apart(spans, _NUMBERS_APART):
            for span, (_, text) in zip(spans, kept, strict=True):
                canvas.text("quiet", sum(span) / 2, baseline, text, "middle")
            return


def _span(x: float, text: str, size: float, low: float, high: float) -> tuple[float, float]:
    width = text_width(text, size)
    left = max(low, min(x - width / 2, high - width))
    return left, left + width


def _apart(spans: Sequence[tuple[float, float]], gap: float) -> bool:
    return all(before[1] + gap <= after[0] for before, after in pairwise(spans))
