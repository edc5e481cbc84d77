"""Names tell what is inside: no drawer for odds and ends, and every module says in one sentence what it is for."""

import ast
from pathlib import Path

import pytest

from house.tracked import tracked_files

ROOT = Path(__file__).resolve().parents[2]
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "stuff"}


def is_drawer(path: Path) -> bool:
    """Say whether a file, or a folder on its way, is named after nothing in particular."""
    return any(part.split(".")[0].lower() in DRAWERS for part in path.parts)


def lacks_docstring(source: str) -> bool:
    """Say whether a module has something in it and does not say what it is for."""
    tree = ast.parse(source)
    return bool(tree.body) and not (ast.get_docstring(tree) or "").strip()


def opens_with_a_sentence(source: str) -> bool:
    """Say whether the docstring of a module begins with one whole sentence, or a heading for what follows."""
    first = (ast.get_docstring(ast.parse(source)) or "").split("\n\n")[0]
    return first.rstrip().endswith((".", ":", "?", "!", "…", "»", "”"))


def python_files() -> list[Path]:
    return [path for path in tracked_files(ROOT) if path.suffix == ".py" and "migrations" not in path.parts]


def test_no_file_is_a_drawer_for_odds_and_ends() -> None:
    assert [str(path) for path in tracked_files(ROOT) if is_drawer(path)] == []


@pytest.mark.parametrize("name", ["src/cordee/utils.py", "src/cordee/apps/ui/helpers/dates.py", "tests/common.py"])
def test_a_drawer_is_refused(name: str) -> None:
    assert is_drawer(Path(name))
    assert not is_drawer(Path("src/cordee/core/scoring.py"))


def test_every_module_says_what_it_is_for() -> None:
    silent = [str(path) for path in python_files() if lacks_docstring((ROOT / path).read_text(encoding="utf-8"))]
    assert silent == []


def test_every_module_says_it_in_a_sentence() -> None:
    written = {str(path): (ROOT / path).read_text(encoding="utf-8") for path in python_files()}
    assert [name for name, source in written.items() if source.strip() and not opens_with_a_sentence(source)] == []


def test_a_silent_module_is_refused() -> None:
    assert lacks_docstring("import os\n")
    assert not lacks_docstring('"""Says it."""\nimport os\n')
    assert not lacks_docstring("")
    assert not opens_with_a_sentence('"""Some words without an end"""\n')
