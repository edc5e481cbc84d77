"""Figures as PNG, for the office formats that do not all read SVG; photographs as SVG, for the PDF that reads text."""

from __future__ import annotations

import base64
from io import BytesIO

from PIL import Image

from cordee.apps.reports.glyphs import drawable
from cordee.apps.reports.typesetting import drawn_as_picture
from cordee.core.document import Photo, Picture

TEMPLATE = "picture.typ"


def png_of(picture: Picture) -> bytes:
    """Return a figure as a PNG on white, the same bytes for the same figure."""
    return drawn_as_picture({"svg": drawable(picture.svg)}, TEMPLATE)


def svg_around(photo: Photo) -> str:
    """Return a photograph inside a drawing of its own size: values travel to the typesetter as text."""
    with Image.open(BytesIO(photo.image)) as image:
        width, height = image.size
    address = f"data:{photo.media_type};base64,{base64.b64encode(photo.image).decode('ascii')}"
    sized = f'width="{width}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {sized}><image {sized} href="{address}"/></svg>'
