"""The picture of a page: 1200 by 630, made from our charts, drawn once, different when what it shows is."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from PIL import Image

from cordee.apps.library.addresses import current_pack, slug_of
from cordee.apps.reports import sharing_pictures
from cordee.apps.reports.sharing_pictures import document_of, fingerprint, kept_picture
from cordee.apps.ui.sharing import SharedPage

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Any) -> Path:
    settings.SHARING_FOLDER = tmp_path / "pictures"
    return tmp_path / "pictures"


def size(content: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.format == "PNG"
        return picture.size


@pytest.mark.parametrize(
    "path",
    [
        f"{front}/pages/{name}.png"
        for front in ("/apercu", "/en/preview")
        for name in ("home", "example", "impacts", "site")
    ],
)
def test_a_page_has_its_picture(path: str) -> None:
    call_command("load_packs", verbosity=0)
    answer = Client().get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/png"
    assert "public, max-age=" in answer["Cache-Control"]
    assert size(answer.content) == (1200, 630)


@pytest.mark.parametrize("kind", ["terms", "tools", "stories", "courses", "axes"])
def test_an_entry_of_the_library_has_the_picture_of_its_kind(kind: str) -> None:
    call_command("load_packs", verbosity=0)
    pack = current_pack()
    assert pack is not None
    entry = pack.instrument.axes[0] if kind == "axes" else getattr(pack, kind)[0]
    answer = Client().get(f"/apercu/{kind}/{slug_of(entry.name, 'fr')}.png")
    assert size(answer.content) == (1200, 630)


@pytest.mark.parametrize("path", ["/apercu/pages/nowhere.png", "/apercu/tools/nowhere.png", "/apercu/other/site.png"])
def test_a_page_that_nobody_knows_has_none(path: str) -> None:
    assert Client().get(path).status_code == 404


def test_without_any_pack_the_example_has_no_picture() -> None:
    assert Client().get("/apercu/pages/example.png").status_code == 404


def test_a_picture_is_drawn_once(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = SharedPage("Un outil", "Théorie du changement")
    first = kept_picture(shared)
    assert [path.suffix for path in own_folder.iterdir()] == [".png"]
    monkeypatch.setattr(sharing_pictures, "drawn_as_picture", lambda *_: pytest.fail("drawn again"))
    assert kept_picture(shared) == first


def test_another_title_is_another_picture() -> None:
    one, other = (document_of(SharedPage("Un outil", title)) for title in ("Un titre", "Un autre"))
    assert fingerprint(one) != fingerprint(other)
    assert fingerprint(one) == fingerprint(document_of(SharedPage("Un outil", "Un titre")))


def test_the_longest_title_and_rare_letters_are_drawn_too() -> None:
    assert size(
        kept_picture(SharedPage("Un récit d’alliance", "Anticonstitutionnellement " * 20 + "#set page() 漢🧗"))
    ) == (1200, 630)
