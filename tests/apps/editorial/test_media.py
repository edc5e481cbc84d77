"""Pictures: readers get the sizes made for a page, without what the camera wrote; nobody gets the file as given."""

from pathlib import Path

import pytest
from django.test import Client
from PIL import Image as Drawing
from tests.apps.editorial.making import image, picture_file

pytestmark = pytest.mark.django_db

GPS = 0x8825


def test_a_size_made_for_a_page_is_kept_for_long_and_can_do_nothing() -> None:
    answer = Client().get(f"/media/images/{picture_file()}")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/webp"
    assert "immutable" in answer["Cache-Control"]
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    answer.close()


def test_the_file_as_given_is_served_to_nobody(own_media: Path) -> None:
    given = image()
    assert (own_media / given.file.name).exists()
    assert Client().get(f"/media/{given.file.name}").status_code == 404


@pytest.mark.parametrize(
    "name", ["..%2Foriginal_images%2Fcorde.jpg", "..%2F..%2Fsecret-key", "absent.webp", "a.svg", "a.jpg"]
)
def test_another_file_is_never_reached(name: str, own_media: Path) -> None:
    image()
    (own_media / "images").mkdir()
    for absent in ("a.svg", "a.jpg"):
        (own_media / "images" / absent).write_text("<svg/>")
    assert Client().get(f"/media/images/{name}").status_code == 404


def test_where_a_photograph_was_taken_does_not_reach_readers(own_media: Path) -> None:
    written = Drawing.Exif()
    written[0x010F] = "Camera"
    written.get_ifd(GPS)[1] = "N"
    given = image(exif=written.tobytes())
    with Drawing.open(given.file.path) as original:
        assert dict(original.getexif())
    for spec in ("width-320|format-webp", "width-320"):
        with Drawing.open(given.get_rendition(spec).file.path) as served:
            assert not dict(served.getexif())
