"""The pictures that may be served: those made smaller for a page, never the file as an editor gave it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

KINDS = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp"}
RENDITIONS = "images"
"""The folder where Wagtail writes the sizes of a picture; originals are in another, which nothing serves."""


@dataclass(frozen=True)
class ServedPicture:
    """A file that may be sent, and what it is."""

    path: Path
    content_type: str


def served_picture(name: str) -> ServedPicture | None:
    """Return a rendition by its file name; None for anything else, a name that leads out of the folder included."""
    folder = (Path(settings.MEDIA_ROOT) / RENDITIONS).resolve()
    path = (folder / name).resolve()
    kind = KINDS.get(path.suffix.lower())
    if kind is None or path.parent != folder or not path.is_file():
        return None
    return ServedPicture(path, kind)
