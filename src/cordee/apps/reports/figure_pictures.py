"""A figure as a picture, for those who paste it into a document: drawn by the typesetter of the documents."""

from __future__ import annotations

from functools import lru_cache

from cordee.apps.reports.glyphs import drawable
from cordee.apps.reports.typesetting import drawn_as_picture
from cordee.charts.figures import AnyFigure
from cordee.charts.svg import to_svg

TEMPLATE = "figure.typ"
WIDTH = 720


@lru_cache(maxsize=32)  # drawing takes about a second, and the same figure is asked for again
def picture_of(figure: AnyFigure) -> bytes:
    """Return the PNG of a figure with its title, its reading key and its source. Raises NotTypeset."""
    svg = drawable(to_svg(figure, theme="print", width=WIDTH, heading=True))
    return drawn_as_picture({"svg": svg, "width": WIDTH, "lang": figure.lang}, TEMPLATE)
