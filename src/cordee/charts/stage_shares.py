"""How alliances spread over stages: one bar of a hundred percent for each approach, each part named under it.

Approaches keep the order in which they come, and the tone of a part tells how high its stages are: nothing is ranked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cordee.charts.canvas import Canvas
from cordee.charts.element import element
from cordee.charts.figure import Figure, require_rows
from cordee.charts.letters import clean, text_width, wrap
from cordee.charts.theme import LABEL, SMALL, ThemeName

ShareWidth = Literal["narrow", "wide"]
WIDTHS: dict[ShareWidth, float] = {"narrow": 300.0, "wide": 640.0}
TONES = ("zone", "band", "fill-plain", "fill-accent", "fill-emphasis")
"""From the lowest stages to the highest; each part has an edge, so that the palest ones are seen too."""

_BAR = 22.0
_SQUARE = 11.0
_LINE = 18.0
_AFTER_SQUARE = 6.0
_APART = 16.0
_BETWEEN = 24.0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: what it is called with its percentage, how much of the bar it takes, how high on the scale.

    `share` is a percentage over 0; `height` lies in [0, 1], from the lowest stage to the highest.
    """

    label: str
    share: float
    height: float

    def __post_init__(self) -> None:
        if not (0 < self.share <= 100 and 0 <= self.height <= 1):
            raise ValueError(f"{self.label!r}: a share lies over 0 and up to 100, a height from 0 to 1")

    @property
    def tone(self) -> str:
        """The layer that paints it.

        >>> Part("absent", 40, 0).tone, Part("driving", 60, 1).tone
        ('zone', 'fill-emphasis')
        """
        return TONES[round(self.height * (len(TONES) - 1))]


@dataclass(frozen=True, slots=True)
class ShareRow:
    """An approach: its name, its parts from the lowest stages up, and what is said of it after them."""

    label: str
    parts: tuple[Part, ...]
    remark: str = ""

    def __post_init__(self) -> None:
        if abs(sum(part.share for part in self.parts) - 100) > 1e-6:
            raise ValueError(f"Row {self.label!r}: the parts of a bar make 100 % together")


@dataclass(frozen=True, kw_only=True)
class StageShares(Figure):
    """Bars of a hundred percent, one an approach."""

    rows: tuple[ShareRow, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        require_rows(self, self.rows)


def stage_shares_svg(figure: StageShares, width: ShareWidth = "wide", theme: ThemeName = "page") -> str:
    """Write the bars as one accessible SVG element, the same bytes for the same figure.

    >>> row = ShareRow("Meaning", (Part("absent: 40%", 40, 0), Part("driving: 60%", 60, 1)), "mean: 2.1 of 4")
    >>> svg = stage_shares_svg(StageShares(id="s", title="Spread", lang="en", rows=(row,)))
    >>> svg.count("<rect"), svg.count("<text")
    (8, 4)
    """
    canvas, top = Canvas(WIDTHS[width]), 0.0
    for row in figure.rows:
        top = _draw_row(row, canvas, top) + _BETWEEN
    return element(figure, canvas, theme, "shares", width, top - _BETWEEN + 4)


def _draw_row(row: ShareRow, canvas: Canvas, top: float) -> float:
    """Draw an approach: its name, its bar, the names of its parts; the bottom comes back."""
    for line in wrap(clean(row.label), canvas.width, LABEL, bold=True):
        top += _LINE
        canvas.text("strong", 0, top - 4, line)
    _draw_bar(row.parts, canvas, top + 3)
    return _write_key(row, canvas, top + 3 + _BAR + 7)


def _draw_bar(parts: Sequence[Part], canvas: Canvas, top: float) -> None:
    left, whole = 0.5, canvas.width - 1
    for part in parts:
        wide = whole * part.share / 100
        _paint(part, canvas, left, top, wide, _BAR)
        left += wide


def _paint(part: Part, canvas: Canvas, left: float, top: float, wide: float, tall: float) -> None:
    canvas.box(part.tone, left, top, wide, tall)
    canvas.box("edge", left, top, wide, tall)


def _write_key(row: ShareRow, canvas: Canvas, top: float) -> float:
    """Write the name of each part after a square of its tone, then the remark, on as many lines as they take."""
    left = 0.0
    for part in row.parts:
        words = wrap(clean(part.label), canvas.width - _SQUARE - _AFTER_SQUARE, SMALL)
        wide = _SQUARE + _AFTER_SQUARE + max(text_width(line, SMALL) for line in words)
        if left and left + wide > canvas.width:
            left, top = 0.0, top + _LINE
        _paint(part, canvas, left + 0.5, top + 3, _SQUARE, _SQUARE)
        for rank, line in enumerate(words):
            canvas.text("number", left + _SQUARE + _AFTER_SQUARE, top + SMALL + rank * _LINE, line)
        top += (len(words) - 1) * _LINE
        left = left + wide + _APART if len(words) == 1 else canvas.width
    top += _LINE
    for line in wrap(clean(row.remark), canvas.width, SMALL) if row.remark else ():
        canvas.text("quiet", 0, top + SMALL, line)
        top += _LINE
    return top
