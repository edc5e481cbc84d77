"""The files of the project are the same with git and without it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from house.tracked import tracked_files


def write(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x")


def test_what_tools_leave_behind_is_not_ours(tmp_path: Path) -> None:
    write(
        tmp_path, "README.md", "src/a.py", ".venv/b.py", "src/__pycache__/a.pyc", ".mypy_cache/x", "var/data", ".ci/run"
    )
    assert [str(path) for path in tracked_files(tmp_path)] == [".ci/run", "README.md", "src/a.py"]


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not on this machine")


@needs_git
def test_git_says_what_is_ours(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    write(tmp_path, "kept.py", "ignored.log", "é accent.md")
    (tmp_path / ".gitignore").write_text("*.log\n")
    assert [str(path) for path in tracked_files(tmp_path)] == [".gitignore", "kept.py", "é accent.md"]


@needs_git
def test_a_deleted_file_is_no_longer_ours(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    write(tmp_path, "kept.py", "gone.py")
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    (tmp_path / "gone.py").unlink()
    assert [str(path) for path in tracked_files(tmp_path)] == ["kept.py"]


@pytest.mark.parametrize("name", ["pins", "texts", "serving", "checks"])
def test_every_command_module_is_there(name: str) -> None:
    root = Path(__file__).resolve().parents[2]
    assert root / "bin/house" / f"{name}.py" in {root / path for path in tracked_files(root)}
