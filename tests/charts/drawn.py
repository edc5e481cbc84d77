"""Read a drawing back: its texts as boxes, its marks, its ids, independently of the code that placed them."""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from cordee.charts.letters import text_width

SVG = "{http://www.w3.org/2000/svg}"
ASCENT, DESCENT = 0.76, 0.22  # of the font size, for a grotesque


@dataclass(frozen=True)
class Box:
    """A rectangle on the drawing and what it holds."""

    left: float
    top: float
    right: float
    bottom: float
    what: str = ""

    def overlaps(self, other: "Box", slack: float = 0.5) -> bool:
        return (
            self.left + slack < other.right
            and other.left + slack < self.right
            and self.top + slack < other.bottom
            and other.top + slack < self.bottom
        )

    def inside(self, other: "Box", slack: float = 0.6) -> bool:
        return (
            self.left >= other.left - slack
            and self.right <= other.right + slack
            and self.top >= other.top - slack
            and self.bottom <= other.bottom + slack
        )


class Drawing:
    """A parsed SVG."""

    def __init__(self, svg: str) -> None:
        self.source = svg
        self.root = ET.fromstring(svg)
        left, top, width, height = map(float, self.root.attrib["viewBox"].split())
        self.view = Box(left, top, left + width, top + height, "viewBox")

    @property
    def title(self) -> str:
        return self.root.findtext(f"{SVG}title") or ""

    @property
    def description(self) -> str:
        return self.root.findtext(f"{SVG}desc") or ""

    @property
    def ids(self) -> list[str]:
        return [node.attrib["id"] for node in self.root.iter() if "id" in node.attrib]

    @property
    def groups(self) -> list[ET.Element]:
        return self.root.findall(f"{SVG}g")

    @property
    def words(self) -> list[str]:
        return [node.text or "" for node in self.root.iter(f"{SVG}text")]

    def classes(self) -> set[str]:
        return {name for node in self.root.iter() for name in node.attrib.get("class", "").split()}

    def texts(self, *, without: str = "") -> list[Box]:
        """Boxes of all texts, those of the groups that bear the class `without` left out."""
        boxes = []
        for group in self.groups:
            if without and without in group.attrib.get("class", "").split():
                continue
            boxes.extend(_text_box(node, group) for node in group.findall(f"{SVG}text"))
        return boxes

    def font_sizes(self) -> set[float]:
        return {float(group.attrib["font-size"]) for group in self.groups if group.find(f"{SVG}text") is not None}

    def marks(self, role: str, *, large: bool = True) -> list[Box]:
        """Filled marks of a role (print theme excluded); the large ones are data, the small ones keys."""
        found = []
        for group in self.groups:
            names = group.attrib.get("class", "").split()
            if f"chart-{role}" in names and "chart-halo" in names:
                found.extend(filter(None, map(_mark_box, group)))
        return [box for box in found if (box.bottom - box.top >= 9.5) == large]

    def group_of(self, *classes: str, paint: str) -> list[ET.Element]:
        return [
            group
            for group in self.groups
            if set(classes) <= set(group.attrib.get("class", "").split()) and group.attrib.get(paint) == "currentColor"
        ]


def _text_box(node: ET.Element, group: ET.Element) -> Box:
    size = float(group.attrib["font-size"])
    bold = int(group.attrib.get("font-weight", "400")) >= 600
    content = node.text or ""
    width = text_width(content, size, bold=bold)
    x, y = float(node.attrib["x"]), float(node.attrib["y"])
    left = x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[node.attrib.get("text-anchor", "start")]
    return Box(left, y - ASCENT * size, left + width, y + DESCENT * size, content)


def _mark_box(node: ET.Element) -> Box | None:
    name = node.tag.removeprefix(SVG)
    if name == "circle":
        x, y, r = (float(node.attrib[key]) for key in ("cx", "cy", "r"))
        return Box(x - r, y - r, x + r, y + r, name)
    if name == "rect":
        x, y, w, h = (float(node.attrib[key]) for key in ("x", "y", "width", "height"))
        return Box(x, y, x + w, y + h, name)
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", node.attrib["d"])]
    x, top, right, foot, left = numbers  # M x top L right foot H left Z
    assert left < x < right
    return Box(left, top, right, foot, "triangle")
