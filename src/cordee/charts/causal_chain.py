"""A causal chain as a figure: from means to impact, the steps of each stage and what each of them takes for granted."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from cordee.charts.canvas import Canvas, coordinate
from cordee.charts.figure import Figure
from cordee.charts.letters import clean, wrap
from cordee.charts.tables import Table
from cordee.charts.theme import LABEL, SMALL, THEMES, ThemeName

NARROWEST = 260.0
"""Below, words no longer hold in their boxes."""
SIDE_BY_SIDE = 140.0
"""Width that a stage needs to stand beside the others; with less, stages stand one under the other."""

_BETWEEN = 30.0
_PAD = 10.0
_LINE = 17.0
_APART = 10.0
_HEAD = 24.0
_EDGE = 2.0


@dataclass(frozen=True, slots=True)
class Step:
    """One step, and what must hold for the next to follow (empty when nothing was said)."""

    text: str
    assumption: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the path and its steps, from top to bottom; none when it is still to be written."""

    name: str
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CausalChain(Figure):
    """The stages in their order. `assuming` comes before an assumption, `missing` stands in a stage without a step.

    `headers` are those of the table: stage, step, assumption. Refuses a chain without a stage or a stage without name.
    """

    stages: tuple[Stage, ...]
    assuming: str
    missing: str
    headers: tuple[str, str, str]

    def __post_init__(self) -> None:
        Figure.__post_init__(self)
        if not self.stages or not all(clean(stage.name) for stage in self.stages):
            raise ValueError(f"Figure {self.id!r}: a causal chain needs at least one stage, each with its name.")


@dataclass(frozen=True, slots=True)
class _Box:
    """What stands in a box: the lines of a step, then those of its assumption."""

    words: tuple[str, ...]
    assumption: tuple[str, ...]
    is_missing: bool = False

    @property
    def height(self) -> float:
        return (len(self.words) + len(self.assumption)) * _LINE + 2 * _PAD


def chain_svg(chain: CausalChain, theme: ThemeName = "page", width: float = 300) -> str:
    """Write a causal chain as one accessible SVG element, `width` user units wide.

    Stages stand side by side, from left to right, when each gets 140 units; one under the other otherwise. The smallest
    text measures 13 units. Refuses a width under 260.

    >>> stages = (
    ...     Stage("Means", (Step("Two days a month"),)),
    ...     Stage("Impact", (Step("Less waiting", "demand is stable"),)),
    ... )
    >>> chain = CausalChain(
    ...     id="c",
    ...     title="From two days to less waiting",
    ...     lang="en",
    ...     stages=stages,
    ...     assuming="If: ",
    ...     missing="To say",
    ...     headers=("Stage", "Step", "If"),
    ... )
    >>> svg = chain_svg(chain)
    >>> svg.count("<rect"), "If: demand is stable</text>" in svg, "From two days to less waiting</title>" in svg
    (2, True, True)
    """
    if width < NARROWEST:
        raise ValueError(f"width {width}: a causal chain needs at least {NARROWEST:g} units to stay legible.")
    canvas = Canvas(width)
    count = len(chain.stages)
    column = (width - _BETWEEN * (count - 1)) / count
    is_wide = column >= SIDE_BY_SIDE
    bottom = _draw_across(chain, canvas, column) if is_wide else _draw_down(chain, canvas)
    return _document(chain, canvas, theme, bottom, "wide" if is_wide else "narrow")


def chain_table(chain: CausalChain) -> Table:
    """Write every step as a row: its stage, its words, its assumption; a stage without a step says so.

    >>> stages = (Stage("Means", (Step("Two days a month", "nobody leaves"),)), Stage("Impact"))
    >>> chain_table(
    ...     CausalChain(
    ...         id="c", title="T", stages=stages, assuming="If: ", missing="To say", headers=("Stage", "Step", "If")
    ...     )
    ... ).rows
    (('Means', 'Two days a month', 'nobody leaves'), ('Impact', 'To say', ''))
    """
    return Table(chain.title, chain.headers, tuple(_rows(chain)))


def _rows(chain: CausalChain) -> Iterator[tuple[str, str, str]]:
    for stage in chain.stages:
        for step in stage.steps or (Step(chain.missing),):
            yield stage.name, step.text, step.assumption


def _boxes(chain: CausalChain, stage: Stage, width: float) -> list[_Box]:
    """Break the words of a stage to the width of its boxes; one dashed box when it has no step."""
    room = width - 2 * _PAD
    if not stage.steps:
        return [_Box(tuple(wrap(clean(chain.missing), room, SMALL)), (), is_missing=True)]
    return [
        _Box(
            tuple(wrap(clean(step.text), room, LABEL)),
            tuple(wrap(clean(chain.assuming + step.assumption), room, SMALL)) if clean(step.assumption) else (),
        )
        for step in stage.steps
    ]


def _draw_across(chain: CausalChain, canvas: Canvas, column: float) -> float:
    """Draw the stages from left to right; the arrows run at the height of the tallest stage's middle."""
    names = [wrap(clean(stage.name), column, LABEL, bold=True) for stage in chain.stages]
    top = _EDGE + max(map(len, names)) * _LINE + 8
    columns = [_boxes(chain, stage, column) for stage in chain.stages]
    tall = max(map(_height, columns))
    for number, (lines, boxes) in enumerate(zip(names, columns, strict=True)):
        left = number * (column + _BETWEEN)
        _write(canvas, "strong", lines, left, _EDGE)
        _draw_boxes(canvas, boxes, left, top + (tall - _height(boxes)) / 2, column)
        if number:
            _arrow_right(canvas, left - _BETWEEN + 6, left - 6, top + tall / 2)
    return top + tall + _EDGE


def _draw_down(chain: CausalChain, canvas: Canvas) -> float:
    """Draw the stages one under the other, an arrow between each and the next."""
    top = _EDGE
    for number, stage in enumerate(chain.stages):
        if number:
            _arrow_down(canvas, canvas.width / 2, top + 4, top + _BETWEEN - 6)
            top += _BETWEEN
        lines = wrap(clean(stage.name), canvas.width, LABEL, bold=True)
        _write(canvas, "strong", lines, 0, top)
        top += _HEAD + (len(lines) - 1) * _LINE
        boxes = _boxes(chain, stage, canvas.width)
        _draw_boxes(canvas, boxes, 0, top, canvas.width)
        top += _height(boxes)
    return top + _EDGE


def _height(boxes: list[_Box]) -> float:
    return sum(box.height for box in boxes) + _APART * (len(boxes) - 1)


def _draw_boxes(canvas: Canvas, boxes: list[_Box], left: float, top: float, width: float) -> None:
    for box in boxes:
        if not box.is_missing:
            canvas.box("zone", left + 1, top, width - 2, box.height, 6)
        _frame(canvas, "reference" if box.is_missing else "axis", left + 1, top, width - 2, box.height)
        _write(canvas, "quiet" if box.is_missing else "label", box.words, left + _PAD, top + _PAD)
        _write(canvas, "quiet", box.assumption, left + _PAD, top + _PAD + len(box.words) * _LINE)
        top += box.height + _APART


def _frame(canvas: Canvas, layer: str, left: float, top: float, width: float, height: float) -> None:
    corner, wide, tall = (coordinate(value) for value in (left, width, height))
    canvas.path(layer, f"M{corner} {coordinate(top)}h{wide}v{tall}h-{wide}z")


def _write(canvas: Canvas, layer: str, lines: list[str] | tuple[str, ...], left: float, top: float) -> None:
    for number, line in enumerate(lines):
        canvas.text(layer, left, top + 13 + number * _LINE, line)


def _arrow_right(canvas: Canvas, start: float, end: float, y: float) -> None:
    canvas.line("arrow", start, y, end, y)
    tip, back = coordinate(end), coordinate(end - 6)
    canvas.path("arrow", f"M{back} {coordinate(y - 5)}L{tip} {coordinate(y)}L{back} {coordinate(y + 5)}")


def _arrow_down(canvas: Canvas, x: float, start: float, end: float) -> None:
    canvas.line("arrow", x, start, x, end)
    tip, back = coordinate(end), coordinate(end - 6)
    canvas.path("arrow", f"M{coordinate(x - 5)} {back}L{coordinate(x)} {tip}L{coordinate(x + 5)} {back}")


def _described(chain: CausalChain) -> str:
    """The whole path in a sentence for each stage, for those who do not see it."""
    parts = []
    for stage in chain.stages:
        steps = [
            step.text + (f" ({chain.assuming}{step.assumption})" if clean(step.assumption) else "")
            for step in stage.steps
        ]
        parts.append(f"{stage.name} – {' / '.join(steps) or chain.missing}")
    return clean(" → ".join(parts))


def _document(chain: CausalChain, canvas: Canvas, theme: ThemeName, bottom: float, layout: str) -> str:
    prefix = f"{chain.id}-{coordinate(canvas.width)}"
    wide, tall = coordinate(canvas.width), coordinate(bottom)
    size = f'width="{wide}" height="{tall}"' if theme == "print" else 'width="100%"'
    classes = f' class="chart chart-chain chart-chain-{layout}"' if theme == "page" else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg"{classes} viewBox="0 0 {wide} {tall}" {size} role="img" '
        f'aria-labelledby="{prefix}-title {prefix}-desc" lang="{chain.lang}"{THEMES[theme].root} '
        f'font-size="{LABEL:g}"><title id="{prefix}-title">{escape(clean(chain.title), quote=False)}</title>'
        f'<desc id="{prefix}-desc">{escape(_described(chain), quote=False)}</desc>'
        f"{canvas.body(THEMES[theme])}</svg>"
    )
