"""Whether a drawing kept as text may be put on a page: shapes and words only, nothing that runs, nothing from outside.

Our charts write their own drawings, and a drawing that was frozen months ago comes back from a database. It is read
again before it is shown: what is not on the short lists below is refused, whatever it is for.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

NAMESPACE = "{http://www.w3.org/2000/svg}"
SHAPES = frozenset(
    [
        "svg",
        "g",
        "title",
        "desc",
        "defs",
        "clipPath",
        "marker",
        "path",
        "line",
        "rect",
        "circle",
        "ellipse",
        "polygon",
        "polyline",
        "text",
        "tspan",
    ]
)
ATTRIBUTES = frozenset(
    [
        "id",
        "class",
        "lang",
        "role",
        "viewBox",
        "width",
        "height",
        "overflow",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "d",
        "points",
        "dx",
        "dy",
        "transform",
        "fill",
        "fill-opacity",
        "fill-rule",
        "stroke",
        "stroke-width",
        "stroke-dasharray",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-opacity",
        "opacity",
        "color",
        "font-size",
        "font-family",
        "font-weight",
        "font-style",
        "text-anchor",
        "dominant-baseline",
        "clip-path",
        "marker-end",
        "marker-start",
        "markerWidth",
        "markerHeight",
        "markerUnits",
        "refX",
        "refY",
        "orient",
        "preserveAspectRatio",
        "paint-order",
        "vector-effect",
        "letter-spacing",
        "aria-labelledby",
        "aria-describedby",
        "aria-hidden",
        "aria-label",
        "focusable",
        "version",
    ]
)
MOST_CHARACTERS = 400_000
OUTSIDE = re.compile(r"url\(\s*(?!#)|javascript:|data:|https?:", re.IGNORECASE)


class RefusedDrawing(ValueError):
    """A drawing that may not be shown; the message says what in it."""


def check_drawing(svg: str) -> str:
    """Return a drawing, one or several SVG elements one after the other, when nothing in it can run or call outside.

    Raises RefusedDrawing with the element or attribute that is not allowed, on what is not XML, on a declaration
    (`<!`, `<?`) and over 400,000 characters.

    >>> check_drawing('<svg xmlns="http://www.w3.org/2000/svg"><circle r="2"/></svg>')[:4]
    '<svg'
    >>> check_drawing('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')
    Traceback (most recent call last):
    ...
    cordee.core.drawing_check.RefusedDrawing: attribute onload
    """
    if len(svg) > MOST_CHARACTERS:
        raise RefusedDrawing("too long")
    if "<!" in svg or "<?" in svg:
        raise RefusedDrawing("a declaration")
    for drawing in _parsed(svg):
        if drawing.tag != f"{NAMESPACE}svg":
            raise RefusedDrawing(f"element {_bare(drawing.tag)}")
        for element in drawing.iter():
            _check_element(element)
    return svg


def _parsed(svg: str) -> list[ET.Element]:
    try:
        return list(ET.fromstring(f"<all>{svg}</all>"))  # noqa: S314 - declarations, so entities, are refused
    except ET.ParseError as error:
        raise RefusedDrawing("not a drawing") from error


def _check_element(element: ET.Element) -> None:
    name = _bare(element.tag)
    if element.tag != f"{NAMESPACE}{name}" or name not in SHAPES:
        raise RefusedDrawing(f"element {name}")
    for attribute, value in element.attrib.items():
        if attribute not in ATTRIBUTES or OUTSIDE.search(value):
            raise RefusedDrawing(f"attribute {_bare(attribute)}")


def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]
