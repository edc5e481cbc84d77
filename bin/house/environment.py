"""Keep .venv/ equal to requirements/*.txt: a stamp says when there is nothing to do, and then no network is used."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Literal

from house.installer import ensure_uv, one_at_a_time, tool_environment
from house.places import REQUIREMENTS, ROOT, UV, VENV, VENV_BIN, VENV_PYTHON
from house.words import refusal, say

Level = Literal["app", "dev"]
"""`app` runs the site; `dev` also checks it, and contains `app`."""

STAMP = VENV / "cordee-stamp"


def ensure_environment(level: Level) -> None:
    """Make .venv/ ready for this level, or do nothing when its stamp says that it is."""
    if _is_current(level):
        return
    ensure_uv()
    with one_at_a_time():
        if not _is_current(level):
            _make(_kept(level))


def activated() -> dict[str, str]:
    """The environment of a command that runs inside .venv/."""
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    path = os.pathsep.join([str(VENV_BIN), str(UV.parent), kept.get("PATH", os.defpath)])
    return {**kept, "PATH": path, "VIRTUAL_ENV": str(VENV)}


def _is_current(level: Level) -> bool:
    """Read the stamp, written last: a first run that was cut in the middle has none."""
    if not STAMP.exists() or not VENV_PYTHON.exists():
        return False
    return STAMP.read_text() in {_fingerprint(level), _fingerprint("dev")}


def _fingerprint(level: Level) -> str:
    """What the environment depends on: the pins, the project's own description, its place, this Python."""
    files = (_pins(level), ROOT / "pyproject.toml")
    parts = [path.read_bytes() for path in files] + [str(ROOT).encode(), sys.version.encode()]
    return f"{level} {hashlib.sha256(b'|'.join(parts)).hexdigest()}"


def _pins(level: Level) -> Path:
    return REQUIREMENTS / f"{level}.txt"


def _kept(level: Level) -> Level:
    """Keep the tools of a developer when the site is started: the larger level contains the smaller."""
    had_dev = STAMP.exists() and STAMP.read_text().startswith("dev")
    return "dev" if had_dev else level


def _make(level: Level) -> None:
    say(
        "préparation de l’environnement dans .venv/ (la première fois : une minute environ)",
        "preparing the environment in .venv/ (the first time takes about a minute)",
    )
    STAMP.unlink(missing_ok=True)
    if not _python_is_ours():
        _uv("venv", "--clear", "--quiet", "--python", sys.executable, str(VENV))
    here = ("--quiet", "--python", str(VENV_PYTHON))
    _uv("pip", "sync", *here, "--require-hashes", str(_pins(level)))
    _uv("pip", "install", *here, "--no-deps", "--no-build-isolation", "--offline", "--editable", str(ROOT))
    STAMP.write_text(_fingerprint(level))


def _python_is_ours() -> bool:
    """Say whether .venv/ works and was made with this very Python, in this very place."""
    if not VENV_PYTHON.exists():
        return False
    question = "import sys; print(sys.version, sys.prefix, sep='|')"
    answer = subprocess.run([VENV_PYTHON, "-I", "-c", question], capture_output=True, text=True, check=False)
    return answer.stdout.strip() == f"{sys.version}|{VENV}"


def _uv(*arguments: str) -> None:
    done = subprocess.run([UV, *arguments], cwd=ROOT, env=tool_environment(), check=False)
    if done.returncode:
        raise refusal(
            "l’environnement n’a pas pu être préparé (message ci-dessus). La première fois, il faut un accès "
            "à PyPI ou à un miroir (variable UV_INDEX_URL). Relancez ensuite la même commande : "
            "elle reprend où elle s’est arrêtée.",
            "the environment could not be prepared (message above). The first time needs access to PyPI or to "
            "a mirror (variable UV_INDEX_URL). Then run the same command again: it goes on from where it stopped.",
        )
