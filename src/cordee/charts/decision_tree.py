"""A decision tree as a figure: questions from left to right, the answers on each branch, where each branch ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from cordee.charts.canvas import Canvas, coordinate
from cordee.charts.figure import Figure
from cordee.charts.letters import clean, text_width, wrap
from cordee.charts.tables import Table
from cordee.charts.theme import LABEL, SMALL, THEMES, TINY, ThemeName

QUESTION = 148.0
ANSWER = 176.0
GAP = 22.0
"""Widths of a question or an end, of the answers on a branch, and of the space between, in user units."""

_LINE = 15.5
_APART = 13.0


@dataclass(frozen=True, slots=True)
class Way:
    """A branch: the answers that take it, and the next crossing or, at the end, a name."""

    answers: str
    to: "Crossing | str"


@dataclass(frozen=True, slots=True)
class Crossing:
    """A question and its branches, from top to bottom."""

    question: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, kw_only=True)
class DecisionTree(Figure):
    """A tree that ends in names; what several paths reach is drawn at the end of each of them.

    `headers` are those of the table: question, answers, where they lead.
    """

    root: Crossing
    headers: tuple[str, str, str]


def tree_svg(tree: DecisionTree, theme: ThemeName = "page") -> str:
    """Write a tree as one accessible SVG element; its title says what it shows, its table has every branch.

    >>> way = Way("yes", "go")
    >>> root = Crossing("Ready?", (way, Way("no", "wait")))
    >>> tree = DecisionTree(id="t", title="Two ends", lang="en", root=root, headers=("Question", "Answers", "Leads to"))
    >>> svg = tree_svg(tree)
    >>> svg.count("<text"), svg.count("<circle"), "Two ends</title>" in svg
    (5, 2, True)
    """
    canvas = Canvas(_column(_depth(tree.root)) + QUESTION)
    bottom = _draw_crossing(canvas, tree.root, 0, 4.0)[0]
    classes = ' class="chart chart-tree"' if theme == "page" else ""
    size = f'0 0 {coordinate(canvas.width)} {coordinate(bottom)}" width="{coordinate(canvas.width)}'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg"{classes} viewBox="{size}" role="img" '
        f'aria-labelledby="{tree.id}-title" aria-describedby="{tree.id}-desc" lang="{tree.lang}"{THEMES[theme].root} '
        f'font-size="{LABEL:g}"><title id="{tree.id}-title">{escape(clean(tree.title), quote=False)}</title>'
        f'<desc id="{tree.id}-desc">{escape(clean(tree.subtitle), quote=False)}</desc>'
        f"{canvas.body(THEMES[theme])}</svg>"
    )


def tree_table(tree: DecisionTree) -> Table:
    """Write every branch of a tree as a row: the question, the answers, where they lead.

    >>> root = Crossing("Ready?", (Way("yes", "go"), Way("no", "wait")))
    >>> tree_table(DecisionTree(id="t", title="Two ends", root=root, headers=("Question", "Answers", "Leads to"))).rows
    (('Ready?', 'yes', 'go'), ('Ready?', 'no', 'wait'))
    """
    return Table(tree.title, tree.headers, tuple(_branches(tree.root)))


def _branches(crossing: Crossing) -> Iterator[tuple[str, str, str]]:
    for way in crossing.ways:
        yield crossing.question, way.answers, way.to if isinstance(way.to, str) else way.to.question
    for way in crossing.ways:
        if isinstance(way.to, Crossing):
            yield from _branches(way.to)


def _depth(crossing: Crossing) -> int:
    return 1 + max((_depth(way.to) for way in crossing.ways if isinstance(way.to, Crossing)), default=0)


def _column(depth: int) -> float:
    return depth * (QUESTION + ANSWER + 2 * GAP)


def _draw_crossing(canvas: Canvas, crossing: Crossing, depth: int, top: float) -> tuple[float, float]:
    """Draw a crossing and all behind it from `top`; its bottom and the height of its middle come back."""
    centres: list[float] = []
    bottom = top
    for way in crossing.ways:
        bottom, centre = _draw_way(canvas, way, depth, bottom)
        centres.append(centre)
    lines = wrap(clean(crossing.question), QUESTION, LABEL, bold=True)
    bottom = max(bottom, top + len(lines) * _LINE + _APART)
    middle = (centres[0] + centres[-1]) / 2
    left = _column(depth)
    _write(canvas, "strong", lines, left, middle)
    wide = max(text_width(line, LABEL, bold=True) for line in lines)
    _join(canvas, left + min(wide, QUESTION) + 6, left + QUESTION + GAP, middle, centres)
    return bottom, middle


def _draw_way(canvas: Canvas, way: Way, depth: int, top: float) -> tuple[float, float]:
    answers = wrap(clean(way.answers), ANSWER, TINY)
    least = len(answers) * _LINE + _APART
    if isinstance(way.to, Crossing):
        bottom, centre = _draw_crossing(canvas, way.to, depth + 1, top)
        bottom = max(bottom, top + least)
    else:
        names = wrap(clean(way.to), QUESTION - 14, SMALL)
        bottom = top + max(least, len(names) * _LINE + _APART)
        centre = (top + bottom) / 2
        canvas.mark("emphasis", _column(depth + 1) + 4, centre, 4)
        _write(canvas, "number", names, _column(depth + 1) + 14, centre)
    _write(canvas, "name", answers, _column(depth) + QUESTION + GAP + 8, centre)
    return bottom, centre


def _write(canvas: Canvas, layer: str, lines: list[str], left: float, centre: float) -> None:
    first = centre - (len(lines) - 1) * _LINE / 2 + 0.35 * SMALL
    for number, line in enumerate(lines):
        canvas.text(layer, left, first + number * _LINE, line)


def _join(canvas: Canvas, start: float, trunk: float, middle: float, centres: list[float]) -> None:
    canvas.line("axis", start, middle, trunk, middle)
    canvas.line("axis", trunk, centres[0], trunk, centres[-1])
    for centre in centres:
        canvas.line("axis", trunk, centre, trunk + 6, centre)
