"""The map of a network: every name beside its node up to forty, numbers above, each link told apart without colour.

Up to forty nodes stand on the two sides of an oval, in the order given, so that a name has a line of its own and none
can cover another. Above, they stand on rings, the most chosen in the middle, with a number that the table explains;
links pass under their plates, and such a map is never drawn smaller than it is: its page lets it scroll.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil, cos, hypot, pi, sin, sqrt

from cordee.charts.canvas import Anchor, Canvas, coordinate
from cordee.charts.element import element
from cordee.charts.figure import Figure
from cordee.charts.letters import clean, wrap
from cordee.charts.theme import SMALL, TINY, ThemeName

MOST_NAMED = 40
WIDTHS = {"narrow": 300.0, "wide": 640.0}
_LINE = 16.0
_APART = 10.0
_RADIUS = 6.0
_RING = 34.0
_DISC = 13.0
_ARROW = 6.0
_PULL = 0.45
_PULL_NUMBERED = 0.1
"""How far the middle of a link is drawn towards the middle of the map, from 0 (straight) to 1."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Node:
    """A node: a key, its name, how many ties reach it, None where that is hidden."""

    key: str
    name: str
    ties: int | None


@dataclass(frozen=True, kw_only=True)
class NetworkMap(Figure):
    """Nodes and the links drawn between them, as pairs of keys; ValueError for a link to nothing."""

    nodes: tuple[Node, ...]
    links: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        keys = {node.key for node in self.nodes}
        if not self.nodes or len(keys) != len(self.nodes) or any(not keys.issuperset(link) for link in self.links):
            raise ValueError(f"Figure {self.id!r}: links join nodes that are there, each once.")

    @property
    def numbered(self) -> bool:
        """Whether nodes bear a number rather than their name."""
        return len(self.nodes) > MOST_NAMED


def network_svg(figure: NetworkMap, width: str = "wide", theme: ThemeName = "page") -> str:
    """Write a map as one accessible SVG element, the same bytes for the same figure.

    A thick line joins nodes that chose each other; a thin one with an arrow goes one way. A filled disc has a count of
    ties, the larger the more; a hollow one has none that may be shown. `width`: "narrow" or "wide".

    >>> pair = (Node("a", "Town", 1), Node("b", "Club", None))
    >>> svg = network_svg(NetworkMap(id="m", title="One link", lang="en", nodes=pair, links=(("b", "a"),)))
    >>> svg.count("<circle"), svg.count("<text"), "One link</title>" in svg
    (2, 2, True)
    """
    canvas = Canvas(WIDTHS[width])
    placed, bottom = _numbered(figure, canvas) if figure.numbered else _named(figure, canvas)
    centre = (canvas.width / 2, bottom / 2)
    for link in _drawn_links(figure):
        _draw_link(canvas, placed, centre, *link, numbered=figure.numbered)
    kinds = "network numbered" if figure.numbered else "network named"
    return element(figure, canvas, theme, kinds, width, bottom)


def _named(figure: NetworkMap, canvas: Canvas) -> tuple[dict[str, Point], float]:
    """Place nodes on two sides, names outside; their places and the height of the drawing come back."""
    room = canvas.width * 0.31
    half = ceil(len(figure.nodes) / 2)
    sides = (figure.nodes[:half], figure.nodes[half:][::-1])
    lines = {node.key: wrap(clean(node.name) or "?", room, SMALL) for node in figure.nodes}
    tall = [sum(len(lines[node.key]) * _LINE + _APART for node in side) for side in sides]
    bottom = max(*tall, canvas.width * 0.3) + 2 * _APART
    placed: dict[str, Point] = {}
    for right, side in enumerate(sides):
        y = (bottom - tall[right]) / 2
        for node in side:
            block = len(lines[node.key]) * _LINE + _APART
            placed[node.key] = _draw_named(canvas, node, lines[node.key], bool(right), y + block / 2, bottom, room)
            y += block
    return placed, bottom


def _draw_named(
    canvas: Canvas, node: Node, lines: list[str], right: bool, middle: float, bottom: float, room: float
) -> Point:
    """Draw a node on the oval, its name against it; names follow the oval and stay in their column."""
    bulge = sqrt(max(0.0, 1 - (2 * middle / bottom - 1) ** 2))
    inset = min((canvas.width - 2 * room) / 2 - 24, 60.0) * (1 - bulge)
    x = canvas.width - room - 14 - inset if right else room + 14 + inset
    anchor: Anchor = "start" if right else "end"
    first = middle - (len(lines) - 1) * _LINE / 2 + 0.35 * SMALL
    for number, line in enumerate(lines):
        canvas.text("number", x + 14 if right else x - 14, first + number * _LINE, line, anchor)
    _draw_node(canvas, node, x, middle, _RADIUS + (0 if node.ties is None else min(3.0, node.ties * 0.5)))
    return x, middle


def _draw_node(canvas: Canvas, node: Node, x: float, y: float, radius: float) -> None:
    canvas.mark("accent", x, y, radius, kind="hollow" if node.ties is None else "mark")


def _numbered(figure: NetworkMap, canvas: Canvas) -> tuple[dict[str, Point], float]:
    """Place nodes on rings, those that most ties reach in the middle, each with its number in the order given."""
    numbers = {node.key: number for number, node in enumerate(figure.nodes, 1)}
    ordered = sorted(figure.nodes, key=lambda node: (-(node.ties or 0), numbers[node.key]))
    spots = list(_spots(len(ordered)))
    side = 2 * (max(hypot(x, y) for x, y in spots) + _DISC + 4)
    canvas.width = max(canvas.width, side)
    placed = {}
    for node, (across, down) in zip(ordered, spots, strict=True):
        x, y = canvas.width / 2 + across, side / 2 + down
        placed[node.key] = (x, y)
        canvas.box("plate", x - _DISC, y - _DISC, 2 * _DISC, 2 * _DISC, _DISC)
        canvas.mark("plain" if node.ties is None else "accent", x, y, _DISC, kind="hollow")
        canvas.text("name", x, y + 0.35 * TINY, str(numbers[node.key]), "middle")
    return placed, side


def _spots(count: int) -> Iterator[Point]:
    """Places on rings around a centre, from the inside, each ring shared evenly between those that stand on it."""
    yield 0.0, 0.0
    left, ring = count - 1, 1
    while left > 0:
        here = min(left, int(2 * pi * ring))
        for rank in range(here):
            turn = 2 * pi * rank / here + ring
            yield _RING * ring * sin(turn), -_RING * ring * cos(turn)
        left, ring = left - here, ring + 1


def _drawn_links(figure: NetworkMap) -> Iterator[tuple[str, str, bool]]:
    """The lines to draw: once for two nodes that chose each other."""
    links = set(figure.links)
    for source, target in sorted(links):
        both = (target, source) in links
        if not both or source < target:
            yield source, target, both


def _draw_link(
    canvas: Canvas, placed: Mapping[str, Point], centre: Point, source: str, target: str, both: bool, *, numbered: bool
) -> None:
    """Draw a link bent towards the middle, from the edge of a node to the edge of the other.

    Among numbers it is nearly straight, or all would meet in the middle, and lies under the plates of the nodes.
    """
    (x1, y1), (x2, y2) = placed[source], placed[target]
    pull, radius = (_PULL_NUMBERED, _DISC) if numbered else (_PULL, _RADIUS + 3)
    bend = (_pulled((x1 + x2) / 2, centre[0], pull), _pulled((y1 + y2) / 2, centre[1], pull))
    start, end = _shifted((x1, y1), bend, radius), _shifted((x2, y2), bend, radius)
    places = [coordinate(value) for point in (start, bend, end) for value in point]
    curve = "M{} {}Q{} {} {} {}".format(*places)
    one_way = "interval-plain" if numbered else "arrow"
    canvas.path("trace-emphasis" if both else one_way, curve if both else curve + _head(bend, end))


def _pulled(place: float, centre: float, pull: float) -> float:
    return place * (1 - pull) + centre * pull


def _shifted(point: Point, towards: Point, by: float) -> Point:
    away = hypot(towards[0] - point[0], towards[1] - point[1]) or 1.0
    share = min(by / away, 0.45)
    return point[0] + (towards[0] - point[0]) * share, point[1] + (towards[1] - point[1]) * share


def _head(origin: Point, tip: Point) -> str:
    """The two strokes of an arrow at the end of a line."""
    long = hypot(tip[0] - origin[0], tip[1] - origin[1]) or 1.0
    across, down = (tip[0] - origin[0]) / long, (tip[1] - origin[1]) / long
    back = (tip[0] - _ARROW * across, tip[1] - _ARROW * down)
    wing = (0.6 * _ARROW * down, -0.6 * _ARROW * across)
    ends = (back[0] + wing[0], back[1] + wing[1], *tip, back[0] - wing[0], back[1] - wing[1])
    return "M{} {}L{} {}L{} {}".format(*map(coordinate, ends))
