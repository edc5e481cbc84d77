"""What bin/typography does: list the faults of French typography, or mend them with --fix."""

import os
import sys
from pathlib import Path

from house.environment import activated, ensure_environment
from house.places import ROOT, VENV, VENV_PYTHON
from house.words import say


def typography(arguments: list[str]) -> int:
    """Check or mend the files named, or the whole project; return 1 while there are faults."""
    _continue_in_environment()
    from house.french.tree import findings, mend
    from house.tracked import tracked_files

    named = [Path(name).resolve().relative_to(ROOT) for name in arguments if name != "--fix"]
    paths = [path for path in tracked_files(ROOT) if not named or _is_under(path, named)]
    if "--fix" in arguments:
        for path in mend(ROOT, paths):
            say(f"corrigé : {path}", f"mended: {path}")
    left = list(findings(ROOT, paths))
    for finding in left:
        print(finding)
    return 1 if left else 0


def _is_under(path: Path, named: list[Path]) -> bool:
    return any(path == each or each in path.parents for each in named)


def _continue_in_environment() -> None:
    """YAML is read with a library of the project: start again with the Python of .venv/ unless we are there."""
    if Path(sys.prefix) == VENV or "ruamel" in sys.modules or _has_ruamel():
        return
    ensure_environment("dev")
    os.execve(VENV_PYTHON, [str(VENV_PYTHON), *sys.argv], activated())


def _has_ruamel() -> bool:
    from importlib.util import find_spec

    return find_spec("ruamel") is not None and find_spec("ruamel.yaml") is not None
