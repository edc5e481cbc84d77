"""Where the rows of a figure go: labels beside the plot when there is room, above it on a phone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cordee.charts.canvas import Canvas
from cordee.charts.letters import clean, text_width, two_line_width, wrap
from cordee.charts.readings import Facet
from cordee.charts.theme import LABEL, SMALL

LABEL_LINE = 18.0
SMALL_LINE = 17.0
GUTTER = 20.0
EDGE = 8.0  # room for half a mark at both ends of the ruler
_LABEL_TO_LANE = 6.0
MARK_STEP = 13.0  # from a small mark to the word or number after it
_BASELINE = 0.74  # of the height of a line
_SMALLEST_LABELS = 104.0
_SMALLEST_PLOT = 180.0
_PHONE = 300.0  # up to this width labels always stand above


@dataclass(frozen=True, slots=True)
class Remark:
    """Small text under the name of a row, after the hollow marks of the facets it speaks of."""

    text: str
    marks: tuple[Facet, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a label, as it will be written."""

    layer: str
    text: str
    height: float
    marks: tuple[Facet, ...] = ()
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Columns of a figure: labels (their first lines, their remarks), then the plot."""

    beside: bool
    label_width: float
    remark_width: float
    plot_left: float
    plot_right: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Where each row came: middle and height of its lane, baseline of its first label line."""

    beside: bool
    centres: list[float]
    lanes: Sequence[float]
    baselines: list[float]
    foot: float  # bottom of the last label

    @property
    def top(self) -> float:
        """Top of the first lane."""
        return self.centres[0] - self.lanes[0] / 2

    @property
    def bottom(self) -> float:
        """Bottom of the last lane."""
        return self.centres[-1] + self.lanes[-1] / 2

    def runs(self, margin: float) -> list[tuple[float, float]]:
        """Where vertical lines may run: from end to end, or lane by lane so that no label is crossed."""
        if self.beside:
            return [(self.top - margin, self.bottom + margin)]
        rows = zip(self.centres, self.lanes, strict=True)
        return [(centre - lane / 2 - margin, centre + lane / 2 + margin) for centre, lane in rows if lane]


def frame(
    width: float,
    labels: Sequence[str],
    right: float,
    right_above: float = 0.0,
    smallest_plot: float = _SMALLEST_PLOT,
) -> Frame:
    """Choose the columns: `right` is kept free beside the plot, `right_above` beside labels put above it."""
    cleaned = [clean(label) for label in labels]
    longest = max(text_width(label, LABEL) for label in cleaned) + 0.5
    on_two_lines = max(two_line_width(label, LABEL) for label in cleaned)
    column = min(max(min(longest, 0.28 * width), on_two_lines, _SMALLEST_LABELS), 0.36 * width)
    left = column + GUTTER + EDGE
    if width > _PHONE and width - left - right - EDGE >= smallest_plot:
        return Frame(True, column, column, left, width - right - EDGE)
    return Frame(False, width - right_above, width, EDGE, width - EDGE)


def label_block(label: str, remarks: Iterable[Remark], columns: Frame) -> list[Line]:
    """The name of a row and its remarks, broken into lines that fit their column."""
    lines = [Line("label", text, LABEL_LINE) for text in wrap(clean(label), columns.label_width, LABEL)]
    for remark in remarks:
        indent = MARK_STEP * len(remark.marks)
        for number, text in enumerate(wrap(clean(remark.text), columns.remark_width - indent, SMALL)):
            marks = remark.marks if number == 0 else ()
            lines.append(Line("quiet", text, SMALL_LINE, marks, indent))
    return lines


def place_rows(
    canvas: Canvas,
    columns: Frame,
    blocks: Sequence[list[Line]],
    *,
    lanes: Sequence[float],
    top: float,
    gap: float,
    lead: float = 0.0,
) -> Placed:
    """Write the labels of every row and say where its lane is.

    `lanes`: height of what is drawn in each row, 0 when there is nothing to draw; `gap`: between two
    rows; `lead`: free height above the first lane, under its label when that is above.
    """
    centres, baselines, foot = [], [], top
    for block, lane in zip(blocks, lanes, strict=True):
        height = sum(line.height for line in block)
        if columns.beside:
            top += lead
            tall = max(height, lane)
            baselines.append(_write(canvas, block, top + (tall - height) / 2))
            centres.append(top + tall / 2)
            foot = top + (tall + height) / 2
            top += tall + gap
        else:
            baselines.append(_write(canvas, block, top))
            centres.append(top + height + (_LABEL_TO_LANE + lead if lane or lead else 0) + lane / 2)
            foot = top + height
            top = centres[-1] + lane / 2 + gap
        lead = 0.0
    return Placed(columns.beside, centres, lanes, baselines, foot)


def _write(canvas: Canvas, block: Sequence[Line], top: float) -> float:
    """Write a block from its top; the baseline of its first line comes back."""
    first = top + _BASELINE * block[0].height
    for line in block:
        baseline = top + _BASELINE * line.height
        for rank, facet in enumerate(line.marks):
            canvas.mark(facet, 5 + rank * MARK_STEP, baseline - 0.35 * SMALL, 4, "hollow")
        canvas.text(line.layer, line.indent, baseline, line.text)
        top += line.height
    return first
