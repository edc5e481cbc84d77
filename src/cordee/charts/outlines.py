"""Outlines of places: rings of points, read from the path of an SVG, placed on a drawing, hatched line by line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from cordee.charts.canvas import coordinate

Point = tuple[float, float]
Ring = tuple[Point, ...]

_RING = re.compile(r"M([-\d.,L]+)Z")
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Outline:
    """Closed rings (islands apart), and the point where a label stands, in the unit of their map."""

    rings: tuple[Ring, ...]
    label: Point

    @classmethod
    def read(cls, path: str, label: Point) -> "Outline":
        """Read the path of an SVG made of M, L and Z alone. ValueError: any other command, or a ring under 3 points.

        >>> Outline.read("M0,0L4,0L4,4Z", (3, 1)).rings
        (((0.0, 0.0), (4.0, 0.0), (4.0, 4.0)),)
        """
        if _RING.sub("", path).strip():
            raise ValueError(f"An outline is made of M, L and Z alone: {_RING.sub('', path)[:40]!r} is left.")
        rings = tuple(tuple(map(_point, ring.split("L"))) for ring in _RING.findall(path))
        if not rings or min(map(len, rings)) < _FEWEST:
            raise ValueError("An outline has at least one ring, and a ring at least three points.")
        return cls(rings, label)

    def placed(self, scale: float, left: float, top: float) -> "Outline":
        """The same outline on a drawing: every point times `scale`, then moved.

        >>> Outline.read("M0,0L4,0L4,4Z", (3, 1)).placed(2, 10, 0).label
        (16, 2)
        """
        rings = tuple(tuple((left + x * scale, top + y * scale) for x, y in ring) for ring in self.rings)
        x, y = self.label
        return Outline(rings, (left + x * scale, top + y * scale))

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom.

        >>> Outline.read("M0,0L4,0L4,4Z", (3, 1)).bounds
        (0.0, 0.0, 4.0, 4.0)
        """
        across, down = zip(*(point for ring in self.rings for point in ring), strict=True)
        return min(across), min(down), max(across), max(down)

    @property
    def path(self) -> str:
        """The outline as the path of an SVG.

        >>> Outline.read("M0,0L4,0L4,4Z", (3, 1)).path
        'M0 0L4 0L4 4Z'
        """
        return "".join(f"M{'L'.join(f'{coordinate(x)} {coordinate(y)}' for x, y in ring)}Z" for ring in self.rings)

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside: an odd number of edges to its right.

        >>> shape = Outline.read("M0,0L4,0L4,4Z", (3, 1))
        >>> shape.holds((3, 1)), shape.holds((1, 3))
        (True, False)
        """
        return sum(x > point[0] for x in _crossings(self.rings, point[1])) % 2 == 1


def rectangle(x: float, y: float, width: float, height: float) -> Outline:
    """The outline of a rectangle, its label in the middle.

    >>> rectangle(0, 0, 4, 2).path
    'M0 0L4 0L4 2L0 2Z'
    """
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    return Outline((corners,), (x + width / 2, y + height / 2))


def hatching(outline: Outline, step: float) -> str:
    """Slanted lines inside an outline, `step` apart, as the path of an SVG: they stay inside without a mask.

    The outline is sheared so that slanted lines lie flat, cut along them, and sheared back.

    >>> hatching(rectangle(0, 0, 4, 4), 4)
    'M0 4L4 0'
    """
    sheared = tuple(tuple((x, x + y) for x, y in ring) for ring in outline.rings)
    heights = [y for ring in sheared for _, y in ring]
    lines = (rank * step for rank in range(ceil(min(heights) / step), floor(max(heights) / step) + 1))
    return "".join(_slanted(sheared, line) for line in lines)


def _slanted(sheared: tuple[Ring, ...], line: float) -> str:
    crossings = sorted(_crossings(sheared, line))
    pairs = zip(crossings[::2], crossings[1::2], strict=True)
    return "".join(
        f"M{coordinate(start)} {coordinate(line - start)}L{coordinate(end)} {coordinate(line - end)}"
        for start, end in pairs
        if end > start
    )


def _crossings(rings: tuple[Ring, ...], height: float) -> Iterator[float]:
    """Where the edges of rings cross a horizontal line; an edge holds its upper end and not its lower one."""
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y1 <= height) != (y2 <= height):
                yield x1 + (height - y1) / (y2 - y1) * (x2 - x1)


def _point(text: str) -> Point:
    x, y = text.split(",")
    return float(x), float(y)
