"""Figures as PNG, for the office formats that do not all read SVG; photographs as SVG, for the PDF that reads text."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from io import BytesIO

from PIL import Image

from cordee.apps.reports.glyphs import drawable
from cordee.apps.reports.typesetting import drawn_as_pictures
from cordee.core.document import Photo, Picture

TEMPLATE = "picture.typ"


def pngs_of(pictures: Sequence[Picture]) -> list[bytes]:
    """Return figures as PNG on white, drawn at once, the same bytes for the same figures."""
    if not pictures:
        return []
    return drawn_as_pictures({"drawings": [drawable(picture.svg) for picture in pictures]}, TEMPLATE)


def svg_around(photo: Photo) -> str:
    """Return a photograph inside a drawing of its own size: values travel to the typesetter as text."""
    with Image.open(BytesIO(photo.image)) as image:
        width, height = image.size
    address = f"data:{photo.media_type};base64,{base64.b64encode(photo.image).decode('ascii')}"
    sized = f'width="{width}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {sized}><image {sized} href="{address}"/></svg>'
