"""Preparing a site does what is missing, nothing twice, and turns what fails into a sentence."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError
from django.db import OperationalError

from cordee.cli import preparation
from cordee.cli.preparation import NotReady, collect_static_files, prepare, static_fingerprint


class Commands:
    """The management commands that were called, and the one that fails."""

    def __init__(self) -> None:
        self.called: list[str] = []
        self.failure: tuple[str, Exception] | None = None

    def __call__(self, name: str, **options: object) -> None:
        self.called.append(name)
        if self.failure and self.failure[0] == name:
            raise self.failure[1]


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: object) -> Commands:
    kept = Commands()
    settings.STATIC_ROOT = tmp_path  # type: ignore[attr-defined]
    settings.DEBUG = False  # type: ignore[attr-defined]
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setattr(preparation, "call_command", kept)
    return kept


def test_everything_is_made_ready_in_order(commands: Commands) -> None:
    prepare(demo=False)
    assert commands.called == ["check", "migrate", "createcachetable", "load_packs", "collectstatic", "load_pages"]


def test_a_demonstration_is_filled_only_when_asked(commands: Commands) -> None:
    prepare(demo=True)
    assert commands.called.index("load_demo") == commands.called.index("load_packs") + 1


@pytest.mark.parametrize(
    ("command", "failure", "words"),
    [
        ("check", CommandError("E001 debug on a public site"), "E001"),
        ("check", ImproperlyConfigured("CORDEE_DEBUG: perhaps"), "CORDEE_DEBUG"),
        ("load_packs", CommandError("glossary.yaml line 3: duplicate key"), "line 3"),
        ("migrate", OperationalError("connection refused"), "Check DATABASE_URL"),
    ],
)
def test_what_fails_is_said_in_a_sentence(commands: Commands, command: str, failure: Exception, words: str) -> None:
    commands.failure = (command, failure)
    with pytest.raises(NotReady, match=words):
        prepare(demo=False)


def test_static_files_are_gathered_once(commands: Commands) -> None:
    assert collect_static_files()
    assert not collect_static_files()
    assert commands.called == ["collectstatic"]


def test_static_files_are_gathered_again_when_one_changes(
    commands: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    style = tmp_path / "page.css"
    style.write_text("a {}")
    monkeypatch.setattr(preparation, "_static_files", lambda: iter([("page.css", style)]))
    before = static_fingerprint()
    assert collect_static_files()
    style.write_text("b { color: red }")
    assert static_fingerprint() != before
    assert collect_static_files()


def test_a_gathering_that_failed_is_done_again(commands: Commands) -> None:
    commands.failure = ("collectstatic", CommandError("disk full"))
    with pytest.raises(CommandError):
        collect_static_files()
    commands.failure = None
    assert collect_static_files()


def test_while_debugging_files_are_served_where_they_are(commands: Commands, settings: object) -> None:
    settings.DEBUG = True  # type: ignore[attr-defined]
    assert not collect_static_files()
    assert commands.called == []


def test_the_files_of_the_applications_are_all_seen() -> None:
    names = {name for name, _ in preparation._static_files()}
    assert any(name.endswith(".css") for name in names)
    assert any(name.endswith(".woff2") for name in names)
