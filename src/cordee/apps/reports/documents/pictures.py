"""The drawing of a figure as a PNG, for the office formats that do not all read SVG."""

from __future__ import annotations

from cordee.apps.reports.glyphs import drawable
from cordee.apps.reports.typesetting import drawn_as_picture
from cordee.core.document import Picture

TEMPLATE = "picture.typ"


def png_of(picture: Picture) -> bytes:
    """Return a figure as a PNG on white, the same bytes for the same figure."""
    return drawn_as_picture({"svg": drawable(picture.svg)}, TEMPLATE)
