"""The pictures that may be served: those made smaller for a page, never the file as an editor gave it."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

ENDING, CONTENT_TYPE = ".webp", "image/webp"
"""The one kind that is served: drawn anew, without what a camera wrote, such as where it was."""
RENDITIONS = "images"
"""The folder where Wagtail writes the sizes of a picture; originals are in another, which nothing serves."""


def served_picture(name: str) -> Path | None:
    """Return a rendition by its file name; None for anything else, a name that leads out of the folder included."""
    folder = (Path(settings.MEDIA_ROOT) / RENDITIONS).resolve()
    path = (folder / name).resolve()
    if path.suffix != ENDING or path.parent != folder or not path.is_file():
        return None
    return path
