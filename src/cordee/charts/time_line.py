"""Dated figures of one indicator as a line through time, with where it started and where it should go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from cordee.charts.canvas import Canvas, coordinate
from cordee.charts.figure import Figure
from cordee.charts.letters import clean, text_width
from cordee.charts.numbers import format_tick
from cordee.charts.tables import Table
from cordee.charts.theme import LABEL, SMALL, THEMES, ThemeName

WIDTH, HEIGHT = 360.0, 190.0
_LEFT, _TOP, _BOTTOM = 8.0, 24.0, 150.0
_APART = 18.0


@dataclass(frozen=True, kw_only=True)
class TimeLine(Figure):
    """At least one (day, figure, day in words); `baseline` and `target` are (figure, word), drawn as lines across.

    `headers` are those of the table: day, figure.
    """

    points: tuple[tuple[date, float, str], ...]
    headers: tuple[str, str]
    baseline: tuple[float, str] | None = None
    target: tuple[float, str] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.points:
            raise ValueError(f"Figure {self.id!r} has no point: say that nothing was counted yet instead.")

    @property
    def references(self) -> tuple[tuple[float, str], ...]:
        """The lines across: where it started, where it should go."""
        return tuple(one for one in (self.baseline, self.target) if one is not None)


def time_table(line: TimeLine) -> Table:
    """Write the figures of a line, the references last.

    >>> line = TimeLine(
    ...     id="t",
    ...     title="Two",
    ...     lang="en",
    ...     points=((date(2026, 1, 1), 2.5, "January"),),
    ...     headers=("Day", "Value"),
    ...     target=(8, "target"),
    ... )
    >>> time_table(line).rows
    (('January', '2.5'), ('target', '8'))
    """
    points = tuple((words, format_tick(value, line.lang)) for _, value, words in line.points)
    across = tuple((words, format_tick(value, line.lang)) for value, words in line.references)
    return Table(line.title, line.headers, points + across)


def time_svg(line: TimeLine, theme: ThemeName = "page") -> str:
    """Write a line through time as one accessible SVG element.

    >>> line = TimeLine(
    ...     id="t",
    ...     title="Two",
    ...     lang="en",
    ...     headers=("Day", "Value"),
    ...     points=((date(2025, 1, 1), 2, "2025"), (date(2026, 1, 1), 4, "2026")),
    ...     target=(8, "target"),
    ... )
    >>> svg = time_svg(line)
    >>> svg.count("<circle"), "target" in svg, "<title" in svg
    (2, True, True)
    """
    canvas = Canvas(WIDTH)
    points = sorted(line.points)
    places = [(_across(points, day), _height(line, value)) for day, value, _ in points]
    _draw_references(canvas, line)
    if len(places) > 1:
        canvas.path("trace-accent", "M" + "L".join(f"{coordinate(x)} {coordinate(y)}" for x, y in places))
    for x, y in places:
        canvas.mark("accent", x, y, 4.5)
    _write_ends(canvas, line, points, places)
    return _document(line, canvas, theme)


def _across(points: Sequence[tuple[date, float, str]], day: date) -> float:
    first, last = points[0][0], points[-1][0]
    share = (day - first).days / (last - first).days if last > first else 0.5
    return _LEFT + share * (WIDTH - 2 * _LEFT)


def _height(line: TimeLine, value: float) -> float:
    figures = [one for _, one, _ in line.points] + [one for one, _ in line.references]
    low, high = min(figures), max(figures)
    return (_TOP + _BOTTOM) / 2 if low == high else _BOTTOM - (value - low) / (high - low) * (_BOTTOM - _TOP)


def _draw_references(canvas: Canvas, line: TimeLine) -> None:
    """Draw the lines to compare with: one where two are the same, words under a line too near the one above it."""
    words: dict[float, list[str]] = {}
    for value, said in line.references:
        words.setdefault(value, []).append(said)
    above = None
    for value in sorted(words, key=lambda one: _height(line, one)):
        y = _height(line, value)
        below = above is not None and y - above < _APART
        canvas.line("reference", 0, y, WIDTH, y)
        canvas.text(
            "quiet", 0, y + (15 if below else -5), clean(f"{', '.join(words[value])} {format_tick(value, line.lang)}")
        )
        above = y


def _write_ends(
    canvas: Canvas, line: TimeLine, points: Sequence[tuple[date, float, str]], places: Sequence[tuple[float, float]]
) -> None:
    """Write the last figure beside its mark, and the first and last days under the drawing."""
    x, y = places[-1]
    figure = format_tick(points[-1][1], line.lang)
    canvas.text("number", min(x, WIDTH - text_width(figure, SMALL) / 2), y - 9, figure, "middle")
    first, last = clean(points[0][2]), clean(points[-1][2])
    if len(points) > 1:
        canvas.text("quiet", 0, _BOTTOM + 24, first)
    canvas.text("quiet", WIDTH, _BOTTOM + 24, last, "end")


def _document(line: TimeLine, canvas: Canvas, theme: ThemeName) -> str:
    classes = ' class="chart chart-time"' if theme == "page" else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg"{classes} viewBox="0 0 {coordinate(WIDTH)} {coordinate(HEIGHT)}" '
        f'width="{coordinate(WIDTH)}" role="img" aria-labelledby="{line.id}-title" aria-describedby="{line.id}-desc" '
        f'lang="{line.lang}"{THEMES[theme].root} font-size="{LABEL:g}">'
        f'<title id="{line.id}-title">{escape(clean(line.title), quote=False)}</title>'
        f'<desc id="{line.id}-desc">{escape(clean(line.subtitle), quote=False)}</desc>'
        f"{canvas.body(THEMES[theme])}</svg>"
    )
