"""A browser is looked for where the developer says, then under its usual names, then installed when that is allowed."""

from pathlib import Path

import pytest

from house import browser


@pytest.fixture(autouse=True)
def _no_browser_at_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browser, "VENV", tmp_path)


def put(folder: Path, name: str) -> str:
    program = folder / name
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    return str(program)


def test_the_first_usual_name_is_taken(tmp_path: Path) -> None:
    assert browser.find_browser() is None
    other = put(tmp_path, "google-chrome")
    assert browser.find_browser() == other
    usual = put(tmp_path, "chromium")
    assert browser.find_browser() == usual


def test_the_browser_that_was_chosen_is_the_only_one_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "chromium")
    mine = put(tmp_path, "mine")
    monkeypatch.setenv(browser.VARIABLE, mine)
    assert browser.find_browser() == mine
    monkeypatch.setenv(browser.VARIABLE, str(tmp_path / "absent"))
    assert browser.find_browser() is None


def test_debians_is_installed_by_root_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []

    def apt(*arguments: str) -> None:
        asked.append(arguments)
        if arguments[0] == "install":
            put(tmp_path, "chromium")

    monkeypatch.setattr(browser, "_apt", apt)
    put(tmp_path, "apt-get")
    monkeypatch.setattr(browser.os, "geteuid", lambda: 1000)
    assert browser.ensure_browser() is None
    assert asked == []
    monkeypatch.setattr(browser.os, "geteuid", lambda: 0)
    assert browser.ensure_browser() == str(tmp_path / "chromium")
    assert [arguments[0] for arguments in asked] == ["update", "install"]


def test_a_browser_that_is_there_is_not_installed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "_apt", lambda *arguments: pytest.fail("nothing had to be installed"))
    mine = put(tmp_path, "chromium")
    monkeypatch.setattr(browser.os, "geteuid", lambda: 0)
    assert browser.ensure_browser() == mine


def driver(venv: Path, code: int) -> None:
    """Put in the environment a driver that ends with this code."""
    program = venv / "lib/python3.11/site-packages/playwright/driver/node"
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(f"#!/bin/sh\nexit {code}\n")
    program.chmod(0o755)


def test_a_browser_that_cannot_be_driven_is_no_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The driver lacks a library on small systems: root installs it, another user is told that there is no way."""
    mine = put(tmp_path, "chromium")
    put(tmp_path, "apt-get")
    driver(tmp_path, 127)
    monkeypatch.setattr(browser.os, "geteuid", lambda: 1000)
    assert browser.ensure_browser() is None
    monkeypatch.setattr(browser.os, "geteuid", lambda: 0)
    monkeypatch.setattr(browser, "_apt", lambda *arguments: driver(tmp_path, 0) if "libatomic1" in arguments else None)
    assert browser.ensure_browser() == mine
