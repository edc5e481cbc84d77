"""A piece of evidence as a picture small enough for a report, without what a camera wrote beside the picture."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageOps

from cordee.apps.evidence.models import Evidence
from cordee.apps.evidence.storage import path_of

MOST_PIXELS = 1000
"""The longest side of a picture in a report: sharp on half a page of paper."""
MOST_DECODED = 60_000_000
"""Pixels of the largest picture that is opened: more than a camera takes, less than fills the memory."""
QUALITY = 76
READABLE = ("JPEG", "PNG", "WEBP", "GIF")


def small_picture(evidence: Evidence) -> bytes | None:
    """Return the last version of a piece as a small JPEG; None when it is no picture, or one that cannot be opened."""
    latest = max(evidence.revisions.all(), key=lambda one: one.number, default=None)
    if latest is None or not latest.media_type.startswith("image/") or not path_of(latest.stored_as).exists():
        return None
    return _small(latest.stored_as)


@lru_cache(maxsize=64)
def _small(stored_as: str) -> bytes | None:
    """Draw a kept file again; it is written once, so that what was drawn stays true as long as the file is there."""
    try:
        with Image.open(path_of(stored_as), formats=READABLE) as image:
            if image.width * image.height > MOST_DECODED:
                return None
            image.draft("RGB", (MOST_PIXELS, MOST_PIXELS))
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    upright.thumbnail((MOST_PIXELS, MOST_PIXELS))
    stream = BytesIO()
    upright.save(stream, "JPEG", quality=QUALITY, optimize=True)
    return stream.getvalue()
