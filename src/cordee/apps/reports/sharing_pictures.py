"""Pictures of pages, made from our charts by the typesetter of the documents, and kept under their fingerprint."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from cordee.apps.reports import words
from cordee.apps.reports.glyphs import drawable, only_common, typesettable
from cordee.apps.reports.typesetting import TEMPLATES, NotTypeset, drawn_as_picture
from cordee.apps.ui.sharing import SharedPage
from cordee.charts.figures import AnyFigure, FacetDotPlot, Radar
from cordee.charts.palette import LIGHT
from cordee.charts.svg import to_svg

TEMPLATE = "sharing.typ"
FIGURE_WIDTH = 340


def kept_picture(shared: SharedPage) -> bytes:
    """Return the PNG of a page, from the folder of pictures when it was drawn before."""
    document = document_of(shared)
    path = Path(settings.SHARING_FOLDER) / f"{fingerprint(document)}.png"
    if path.exists():
        return path.read_bytes()
    made = draw(document)
    keep(path, made)
    return made


def document_of(shared: SharedPage) -> dict[str, Any]:
    """Return what the template lays out, every text of it fit for its fonts."""
    said: dict[str, Any] = typesettable(
        {
            "lang": (get_language() or "fr")[:2],
            "product": words.PRODUCT,
            "eyebrow": shared.eyebrow,
            "caption": shared.caption,
            "title": shared.title,
        }
    )
    figure = shared.figure
    svg = drawable(to_svg(drawn_small(figure), theme="print", width=FIGURE_WIDTH)) if figure else ""
    return {**said, "svg": svg, "colours": dict(LIGHT)}


def drawn_small(figure: AnyFigure) -> AnyFigure:
    """Return the form of a figure that is read at a glance: seven lines of dots become a shape."""
    return Radar.of(figure) if isinstance(figure, FacetDotPlot) else figure


def draw(document: dict[str, Any]) -> bytes:
    """Draw a picture; with the letters of our own fonts only, should the typesetter refuse one."""
    try:
        return drawn_as_picture(document, TEMPLATE)
    except NotTypeset:
        return drawn_as_picture(only_common(document), TEMPLATE)


def fingerprint(document: dict[str, Any]) -> str:
    """Return what changes when the picture does."""
    content = json.dumps(document, sort_keys=True, ensure_ascii=False).encode()
    return hashlib.sha256(content + template_source()).hexdigest()[:40]


@cache
def template_source() -> bytes:
    """Return the source of the template."""
    return (TEMPLATES / TEMPLATE).read_bytes()


def keep(path: Path, made: bytes) -> None:
    """Write a file whole or not at all: another process may be reading it."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as stream:
        stream.write(made)
    Path(name).replace(path)
