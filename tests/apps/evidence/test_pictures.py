"""A piece as a small picture: upright, nothing of what a camera wrote; nothing when it is no picture, or gone."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PIL import Image

from cordee.apps.evidence import pictures
from cordee.apps.evidence.models import Evidence
from cordee.apps.evidence.pictures import MOST_PIXELS, small_picture

ORIENTATION = 0x0112


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Keep bytes as the last version of a piece, and return the piece."""
    monkeypatch.setattr(pictures, "path_of", lambda name: tmp_path / name)
    pictures._small.cache_clear()

    def keep(name: str, content: bytes | None, media_type: str = "image/jpeg") -> Evidence:
        if content is not None:
            (tmp_path / name).write_bytes(content)
        old = SimpleNamespace(number=1, media_type="application/pdf", stored_as="before")
        new = SimpleNamespace(number=2, media_type=media_type, stored_as=name)
        return cast("Evidence", SimpleNamespace(revisions=SimpleNamespace(all=lambda: [new, old])))

    return keep


def photograph(width: int, height: int) -> bytes:
    """Return a photograph taken with the camera on its side."""
    image, stream = Image.new("RGB", (width, height), "seagreen"), BytesIO()
    said = Image.Exif()
    said[ORIENTATION] = 6
    image.save(stream, "JPEG", exif=said)
    return stream.getvalue()


def test_it_stands_upright_small_and_says_nothing_of_the_camera(kept: Any) -> None:
    made = small_picture(kept("photo", photograph(2400, 1200)))
    assert made is not None
    with Image.open(BytesIO(made)) as image:
        assert (image.format, image.size) == ("JPEG", (MOST_PIXELS // 2, MOST_PIXELS))
        assert dict(image.getexif()) == {}


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(b"%PDF-1.7", "application/pdf"), (b"\xff\xd8\xff broken", "image/jpeg"), (b"", "image/png"), (None, "image/png")],
)
def test_what_cannot_be_drawn_is_no_picture(kept: Any, content: bytes | None, media_type: str) -> None:
    assert small_picture(kept("piece", content, media_type)) is None


def test_a_piece_without_any_version_is_no_picture() -> None:
    nothing = cast("Evidence", SimpleNamespace(revisions=SimpleNamespace(all=list)))
    assert small_picture(nothing) is None
