"""Collect the elements of a drawing by layer and write them as SVG, always in the same order."""

from html import escape
from typing import Literal

from cordee.charts.readings import Facet
from cordee.charts.theme import LAYERS, Theme

Anchor = Literal["start", "middle", "end"]
Mark = Facet | Literal["accent", "plain", "emphasis", "higher", "lower"]

_ANCHORS = {"start": "", "middle": ' text-anchor="middle"', "end": ' text-anchor="end"'}


def coordinate(value: float) -> str:
    """A length with one decimal at most, the shortest way.

    >>> coordinate(12.0), coordinate(0.25), coordinate(-0.04)
    ('12', '0.2', '0')
    """
    text = f"{value:.1f}"
    text = text.removesuffix(".0")
    return "0" if text == "-0" else text


def triangle(x: float, y: float, radius: float, *, down: bool = False) -> str:
    """A triangle as large to the eye as a disc of this radius, its tip up or down.

    >>> triangle(0, 0, 10), triangle(0, 0, 10, down=True)
    ('M0 -10.8L11.2 8.2H-11.2Z', 'M0 10.8L11.2 -8.2H-11.2Z')
    """
    side = -1 if down else 1
    half, foot, tall = 1.12 * radius, y + side * 0.82 * radius, side * 1.9 * radius
    sides = f"L{coordinate(x + half)} {coordinate(foot)}H{coordinate(x - half)}Z"
    return f"M{coordinate(x)} {coordinate(foot - tall)}{sides}"


class Canvas:
    """Elements by layer; what is drawn last inside a layer lies on top of it."""

    def __init__(self, width: float) -> None:
        self.width = width
        self._layers: dict[str, list[str]] = {name: [] for name in LAYERS}

    def text(self, layer: str, x: float, y: float, content: str, anchor: Anchor = "start") -> None:
        """One line of text on the baseline y; nothing for an empty one."""
        if content:
            place = f'<text x="{coordinate(x)}" y="{coordinate(y)}"{_ANCHORS[anchor]}>'
            self._layers[layer].append(f"{place}{escape(content, quote=False)}</text>")

    def line(self, layer: str, x1: float, y1: float, x2: float, y2: float) -> None:
        """A straight line."""
        self.path(layer, f"M{coordinate(x1)} {coordinate(y1)}L{coordinate(x2)} {coordinate(y2)}")

    def path(self, layer: str, commands: str) -> None:
        """A path, written by the caller."""
        self._layers[layer].append(f'<path d="{commands}"/>')

    def box(self, layer: str, x: float, y: float, width: float, height: float, radius: float = 0) -> None:
        """A rectangle from its top left corner."""
        rounded = f' rx="{coordinate(radius)}"' if radius else ""
        self._layers[layer].append(
            f'<rect x="{coordinate(x)}" y="{coordinate(y)}" width="{coordinate(width)}" '
            f'height="{coordinate(height)}"{rounded}/>'
        )

    def interval(self, layer: str, left: float, right: float, y: float, cap: float = 3.5) -> None:
        """A thin horizontal line with a cap at each end."""
        start, end, top, tall = (coordinate(v) for v in (left, right, y - cap, 2 * cap))
        self.path(layer, f"M{start} {top}v{tall}M{end} {top}v{tall}M{start} {coordinate(y)}H{end}")

    def mark(self, mark: Mark, x: float, y: float, radius: float, kind: str = "mark") -> None:
        """Circle for vision and plain values, square for action, triangle for means and higher, turned for lower."""
        layer = self._layers[f"{kind}-{mark}"]
        if mark == "action":
            half = 0.89 * radius
            side = coordinate(2 * half)
            corner = f'x="{coordinate(x - half)}" y="{coordinate(y - half)}"'
            layer.append(f'<rect {corner} width="{side}" height="{side}"/>')
        elif mark in ("means", "higher", "lower"):
            layer.append(f'<path d="{triangle(x, y, radius, down=mark == "lower")}"/>')
        else:
            layer.append(f'<circle cx="{coordinate(x)}" cy="{coordinate(y)}" r="{coordinate(radius)}"/>')

    def body(self, theme: Theme) -> str:
        """Every layer that holds something, from the bottom to the top."""
        return "".join(
            f"<g {theme.layers[name]}>{''.join(elements)}</g>" for name, elements in self._layers.items() if elements
        )
