"""A project folder of its own for each test of the commands: nothing here touches the real environment."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from house import environment, installer


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages are compared in English, whatever the terminal of the person who tests."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


class Workshop:
    """A folder with pins and a description, and a uv that writes what it is asked instead of doing it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.requirements = root / "requirements"
        self.requirements.mkdir()
        for name in ("app", "dev", "uv"):
            (self.requirements / f"{name}.txt").write_text(f"{name}==1\n")
        (root / "pyproject.toml").write_text("[project]\nname = 'sample'\n")
        self.calls = root / "calls"

    def fake_uv(self, *, fails: bool = False) -> Path:
        """Install the uv of the test in place of the real one."""
        tool = self.root / ".tools/uv/bin/uv"
        tool.parent.mkdir(parents=True, exist_ok=True)
        tool.write_text(
            f"#!{sys.executable}\n"
            "import os, sys\n"
            f"open({str(self.calls)!r}, 'a').write(' '.join(sys.argv[1:]) + chr(10))\n"
            "if sys.argv[1] == 'venv':\n"
            "    python = sys.argv[-1] + '/bin/python'\n"
            "    os.makedirs(os.path.dirname(python), exist_ok=True)\n"
            "    os.path.lexists(python) and os.unlink(python)\n"
            f"    os.symlink({sys.executable!r}, python)\n"
            f"sys.exit({1 if fails else 0})\n"
        )
        tool.chmod(0o755)
        (self.root / ".tools/uv/stamp").write_text(installer._wanted_stamp())
        return tool

    def called(self) -> list[str]:
        """What uv was asked, call by call, since the last question."""
        calls = self.calls.read_text().splitlines() if self.calls.exists() else []
        self.calls.unlink(missing_ok=True)
        return calls


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workshop]:
    """The workshop of one test, in which both modules believe to be at home."""
    venv = tmp_path / ".venv"
    places = {
        installer: {
            "TOOLS": tmp_path / ".tools",
            "UV": tmp_path / ".tools/uv/bin/uv",
            "STAMP": tmp_path / ".tools/uv/stamp",
            "PINNED": tmp_path / "requirements/uv.txt",
        },
        environment: {
            "ROOT": tmp_path,
            "REQUIREMENTS": tmp_path / "requirements",
            "UV": tmp_path / ".tools/uv/bin/uv",
            "VENV": venv,
            "VENV_BIN": venv / "bin",
            "VENV_PYTHON": venv / "bin/python",
            "STAMP": venv / "cordee-stamp",
        },
    }
    for module, names in places.items():
        for name, path in names.items():
            monkeypatch.setattr(module, name, path)
    return Workshop(tmp_path)
