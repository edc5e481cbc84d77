"""Static files as they are served: collected whole, fingerprinted, compressed with gzip alone."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import override_settings

HASHED = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "cordee.config.storage.HashedStaticFiles"},
}


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("static")
    with override_settings(STORAGES=HASHED, STATIC_ROOT=folder):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield folder


def test_every_file_has_a_name_with_its_fingerprint(collected: Path) -> None:
    names = json.loads((collected / "staticfiles.json").read_text())["paths"]
    assert len(names) > 15
    for name in ("ui/css/tokens.css", "ui/js/cordee.js", "ui/fonts/instrument-sans-latin.woff2", "home/front.css"):
        assert names[name] != name
        assert (collected / names[name]).exists()


def test_the_sheet_of_styles_asks_for_the_fingerprinted_fonts(collected: Path) -> None:
    names = json.loads((collected / "staticfiles.json").read_text())["paths"]
    sheet = (collected / names["ui/css/tokens.css"]).read_text()
    assert Path(names["ui/fonts/bricolage-grotesque-latin.woff2"]).name in sheet
    assert "http" not in sheet


def test_text_is_compressed_with_gzip_and_never_brotli(collected: Path) -> None:
    sheet = collected / "ui/css/base.css"
    assert gzip.decompress(sheet.with_name("base.css.gz").read_bytes()) == sheet.read_bytes()
    assert list(collected.rglob("*.br")) == []


def test_templates_ask_for_the_fingerprinted_files(collected: Path) -> None:
    assert "." in staticfiles_storage.url("ui/mark.svg").removesuffix(".svg").rsplit("/", 1)[-1]
