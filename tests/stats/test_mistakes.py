"""Ways of being wrong: each is refused with what to do about it, and nothing is written, not even in part."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest
from tests.stats.mistakes import MISTAKES, Files
from typer.testing import CliRunner, Result

from cordee.cli import application


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_refused_and_nothing_is_written(mistake: str, files: Files) -> None:
    MISTAKES[mistake].spoil(files)
    before = files.data.read_bytes() if files.data.exists() else b""
    there = files.written()
    result = files.run()
    assert result.exit_code == 2, result.output
    assert MISTAKES[mistake].english in result.output.replace("\n    ", " ")
    assert "✗" in result.output
    assert files.written() == there
    assert (files.data.read_bytes() if files.data.exists() else b"") == before


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_in_french(mistake: str, files: Files) -> None:
    MISTAKES[mistake].spoil(files)
    result = files.run(lang="fr")
    assert result.exit_code == 2
    assert MISTAKES[mistake].french in plain(result.output)
    assert not any(f" {mark}" in result.output for mark in ";?!»"), "a plain space before a double mark"


def plain(text: str) -> str:
    """The same sentence on one line, with spaces that a keyboard types."""
    return text.replace("\n    ", " ").replace("\u202f", " ").replace("\u00a0", " ")


def test_the_same_survey_without_mistake_is_estimated(files: Files) -> None:
    result = files.run()
    assert result.exit_code == 0, result.output
    assert files.written() == ["estimates.csv"]
    assert files.out.read_text(encoding="utf-8").splitlines()[1].startswith("proportion,q1,4|5,01,4,")


def test_a_full_disk_leaves_nothing(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    result = files.run()
    assert result.exit_code == 2
    assert "No space left on device" in result.output
    assert files.written() == []


def test_a_full_disk_leaves_no_half_of_the_weights(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    import polars as pl

    def full(_frame: object, place: Path, **_: object) -> None:
        Path(place).write_bytes(b"half of it")
        raise pl.exceptions.ComputeError("No space left on device (os error 28)")

    monkeypatch.setattr(pl.LazyFrame, "sink_parquet", full)
    files.out = files.out.with_suffix(".parquet")
    result = files.run(verb="calibrate")
    assert result.exit_code == 2
    assert files.written() == []


def test_a_folder_that_cannot_be_made_is_told(files: Files) -> None:
    files.out = files.design / "estimates.csv"
    result = files.run()
    assert result.exit_code == 2
    assert "cannot be written" in result.output


@pytest.mark.parametrize("name", ["estimates.xls", "estimates"])
def test_an_unknown_output_is_told(name: str, files: Files) -> None:
    files.out = files.out.with_name(name)
    result = files.run()
    assert result.exit_code == 2
    assert "Name a .csv, .json, .parquet file" in result.output
    assert files.written() == []


def publishing(files: Files, lang: str, **changed: str) -> list[str]:
    """The command that publishes a survey, with some options changed."""
    given = {
        "editions": str(files.out.parent), "id": "barometre", "title-fr": "Baromètre", "title-en": "Barometer",
        "prepared-by": "Ana", "approved-by": "Bo", "lang": lang,
    }  # fmt: skip
    given |= {name.replace("_", "-"): value for name, value in changed.items()}
    options = [part for name, value in given.items() for part in (f"--{name}", value)]
    return ["survey", "publish", str(files.data), "--design", str(files.design), "--with-data", *options]


def published(files: Files, lang: str, **changed: str) -> Result:
    return CliRunner().invoke(application(["survey"]), publishing(files, lang, **changed))


PUBLISHING: dict[str, tuple[dict[str, str], str, str]] = {
    "one person alone": ({"approved_by": " ana "}, "one name only", "Il n’y a qu’un nom : « Ana »"),
    "a name that is no address": ({"id": "Le Baromètre"}, "cannot name an edition", "ne peut pas nommer une édition"),
    "an edition that is there": ({"id": "taken"}, "published already", "« taken » est déjà publiée"),
    "an empty title": ({"title_en": " "}, "needs a title in French and in English", "demande un titre en français"),
    "a DOI that is none": ({"doi": "zenodo.123"}, "‘zenodo.123’ is not a DOI", "« zenodo.123 » n’est pas un DOI"),
    "an address without https": ({"address": "cordee.example"}, "not an address of the web", "n’est pas une adresse"),
}


@pytest.mark.parametrize("mistake", PUBLISHING)
def test_an_edition_that_may_not_be_is_refused_and_nothing_is_written(mistake: str, files: Files) -> None:
    changed, english, french = PUBLISHING[mistake]
    there = files.out.parent / "taken"
    there.mkdir()
    for lang, told in (("en", english), ("fr", french)):
        result = published(files, lang, **changed)
        assert result.exit_code == 2
        assert told in plain(result.output)
        assert files.written() == ["taken"]
    assert list(there.iterdir()) == []


@pytest.mark.parametrize("name", ["dcat.jsonld", "edition.json", "estimates.csv", "rebuild.sh"])
def test_margins_named_as_a_file_of_the_edition_are_refused(name: str, files: Files) -> None:
    files.margins.rename(files.folder / name)
    files.spoil(files.design, "margins.csv", name)
    result = published(files, "en")
    assert result.exit_code == 2
    assert f"The design names ‘{name}’, and an edition already has a file of that name" in result.output
    assert files.written() == []


@pytest.mark.parametrize("mistake", ["a weight is text", "half a Parquet file", "margins do not add up"])
def test_a_survey_that_is_wrong_publishes_nothing(mistake: str, files: Files) -> None:
    MISTAKES[mistake].spoil(files)
    result = published(files, "en")
    assert result.exit_code == 2
    assert MISTAKES[mistake].english in plain(result.output)
    assert files.written() == []


ROOM = 1500
"""Bytes: the tables of an edition fit as text, not as Parquet, which another library writes."""


@pytest.mark.parametrize("room", [100, ROOM])
def test_no_room_left_while_publishing_leaves_nothing(room: int, files: Files) -> None:
    """The system itself refuses to let a file grow, in the middle of the writing."""
    command = publishing(files, "fr")
    done = subprocess.run(
        [str(Path(sys.executable).parent / "cordee"), *command],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert "Impossible d’écrire ce fichier" in done.stderr
    assert files.written() == []
