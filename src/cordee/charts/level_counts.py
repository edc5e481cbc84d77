"""How many partners chose each level of a rubric: a dot for each, one line a question, in the order of the questions.

Nobody is named and no question is put before another: the drawing shows how judgements spread, never who is ahead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from cordee.charts.canvas import Canvas
from cordee.charts.element import element
from cordee.charts.figure import Figure
from cordee.charts.letters import clean, wrap
from cordee.charts.theme import LABEL, SMALL, TINY, ThemeName

WIDTHS = {"narrow": 300.0, "wide": 640.0}
_LINE = 17.0
_HEAD = 14.0
_STEP = 12.0
_RADIUS = 4.0
_INSET = 7.0
_BETWEEN = 20.0

COLUMNS = 5
"""Four levels, and « cannot judge yet », which is apart."""


@dataclass(frozen=True, slots=True)
class CountedLine:
    """A question: its name, how many chose each column, the column of what all said together if they did."""

    name: str
    counts: tuple[int, int, int, int, int]
    common: int | None = None

    def __post_init__(self) -> None:
        if min(self.counts) < 0 or self.common not in (None, *range(COLUMNS)):
            raise ValueError(f"{self.name!r}: counts are not negative, and what is common is one of the columns")


@dataclass(frozen=True, kw_only=True)
class LevelCounts(Figure):
    """Questions with their judgements counted; `heads` are the names of the five columns, the lowest level first."""

    heads: tuple[str, str, str, str, str]
    lines: tuple[CountedLine, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.lines:
            raise ValueError(f"Figure {self.id!r} has no line: say that nobody judged yet instead.")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where columns stand, and whether the name of a question stands beside them or above."""

    left: float
    column: float
    room: float
    beside: bool

    @property
    def across(self) -> int:
        """How many dots stand side by side in a column."""
        return max(1, int((self.column - 2 * _INSET) // _STEP))

    def x(self, column: int) -> float:
        """Left of a column; the last one stands a little apart."""
        return self.left + column * self.column + (4 if column == COLUMNS - 1 else 0)


def level_counts_svg(figure: LevelCounts, width: str = "wide", theme: ThemeName = "page") -> str:
    """Write the counts as one accessible SVG element, the same bytes for the same figure.

    A disc is a partner; a ring is one that cannot judge yet. A frame stands around the column of what all said
    together. `width`: "narrow" or "wide".

    >>> line = CountedLine("Need", (0, 2, 1, 0, 1), common=1)
    >>> heads = ("1", "2", "3", "4", "Not yet")
    >>> svg = level_counts_svg(LevelCounts(id="c", title="Spread", lang="en", heads=heads, lines=(line,)))
    >>> svg.count("<circle"), svg.count("<rect")
    (4, 1)
    """
    canvas = Canvas(WIDTHS[width])
    place = _place(canvas.width)
    top = _draw_heads(figure.heads, place, canvas)
    for line in figure.lines:
        top = _draw_line(line, place, canvas, top)
    return element(figure, canvas, theme, "levels", width, top)


def _place(width: float) -> _Place:
    beside = width > WIDTHS["narrow"]
    left = 0.34 * width if beside else 0.0
    return _Place(left, (width - left - 4) / COLUMNS, left - 16 if beside else width, beside)


def _draw_heads(heads: Sequence[str], place: _Place, canvas: Canvas) -> float:
    """Write the names of the columns on as many lines as they take; their bottom comes back."""
    blocks = [wrap(clean(head), place.column - 1, TINY) for head in heads]
    tall = max(map(len, blocks))
    for column, block in enumerate(blocks):
        middle = place.x(column) + place.column / 2
        for rank, text in enumerate(block):
            canvas.text("name", middle, TINY + (tall - len(block) + rank) * _HEAD, text, "middle")
    return tall * _HEAD + 10


def _draw_line(line: CountedLine, place: _Place, canvas: Canvas, top: float) -> float:
    """Draw a question under the former one: its name, its dots on a base line, the frame of what is common."""
    words = wrap(clean(line.name), place.room, LABEL)
    tall = max(2, *(ceil(count / place.across) for count in line.counts)) * _STEP + 2 * _INSET - 2
    if not place.beside:
        _write(canvas, words, top)
        top += len(words) * _LINE + 4
    block = max(tall, len(words) * _LINE) if place.beside else tall
    base = top + (block + tall) / 2
    if place.beside:
        _write(canvas, words, top + (block - len(words) * _LINE) / 2)
    for column, count in enumerate(line.counts):
        canvas.line("axis", place.x(column) + 3, base, place.x(column) + place.column - 3, base)
        for x, y in _dots(count, place, column, base):
            canvas.mark(*(("plain", x, y, _RADIUS, "hollow") if column == COLUMNS - 1 else ("accent", x, y, _RADIUS)))
    if line.common is not None:
        canvas.box("hollow-emphasis", place.x(line.common) + 1, base - tall, place.column - 2, tall + 3, 4)
    return top + block + _BETWEEN


def _write(canvas: Canvas, words: Sequence[str], top: float) -> None:
    for rank, text in enumerate(words):
        canvas.text("label", 0, top + SMALL + rank * _LINE, text)


def _dots(count: int, place: _Place, column: int, base: float) -> Iterator[tuple[float, float]]:
    """Places of so many dots, from the base line up, each row of them in the middle of its column."""
    for rank in range(count):
        row, across = divmod(rank, place.across)
        here = min(place.across, count - row * place.across)
        middle = place.x(column) + place.column / 2
        yield middle + (across - (here - 1) / 2) * _STEP, base - _INSET - row * _STEP
