"""Bring uv, the installer, into .tools/: from PyPI, pinned by hash, with whatever pip this machine has."""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from house.places import REQUIREMENTS, TOOLS, UV
from house.words import refusal, say

PINNED = REQUIREMENTS / "uv.txt"
STAMP = UV.parent.parent / "stamp"
SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
NO_PIP = 3
"""Exit code when no way to install anything was found."""


def ensure_uv() -> Path:
    """Return the pinned uv, installing it only when .tools/ does not hold it yet: no network then."""
    if not _is_current():
        with one_at_a_time():
            if not _is_current():
                _install()
    return UV


def tool_environment() -> dict[str, str]:
    """The environment for uv: this Python, no download of another, certificates of the machine."""
    kept = {k: v for k, v in os.environ.items() if k not in ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME")}
    usual = {"UV_PYTHON_DOWNLOADS": "never", "UV_NO_PROGRESS": "1"}
    if SYSTEM_CERTIFICATES.exists() and "SSL_CERT_FILE" not in kept:
        usual["UV_SYSTEM_CERTS"] = "1"
    if not _has_a_home():
        usual["UV_CACHE_DIR"] = str(TOOLS / "cache")
    return {**usual, **kept}


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let two commands started together wait for each other instead of breaking the same folder."""
    import fcntl

    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _has_a_home() -> bool:
    home = Path(os.environ.get("HOME") or "/nonexistent")
    return os.access(home, os.W_OK)


def _is_current() -> bool:
    return UV.exists() and STAMP.exists() and STAMP.read_text() == _wanted_stamp()


def _wanted_stamp() -> str:
    content = PINNED.read_bytes() + sysconfig.get_platform().encode()
    return hashlib.sha256(content).hexdigest()


def _install() -> None:
    """Install beside the final place, then move: a first run cut in the middle leaves nothing half made."""
    say("installation de uv dans .tools/", "installing uv into .tools/")
    for left_by_a_killed_run in TOOLS.glob("new-*"):
        shutil.rmtree(left_by_a_killed_run, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=TOOLS, prefix="new-") as scratch:
        pip = _find_pip(Path(scratch))
        fresh = Path(scratch) / "uv"
        _run([*pip, "install", "--quiet", "--require-hashes", "--no-deps", "--only-binary=:all:",
              "--disable-pip-version-check", "--no-warn-script-location", "--root-user-action=ignore",
              "--target", str(fresh), "-r", str(PINNED)])  # fmt: skip
        (fresh / STAMP.name).write_text(_wanted_stamp())
        shutil.rmtree(UV.parent.parent, ignore_errors=True)
        fresh.rename(UV.parent.parent)


def _find_pip(scratch: Path) -> list[str]:
    """The command of a pip that works here: Python's own, a fresh environment's, or Debian's wheel of it."""
    ways: tuple[Callable[[Path], list[str]], ...] = (_pip_of_python, _pip_of_venv, _pip_of_debian)
    for way in ways:
        pip = way(scratch)
        if pip and _works([*pip, "--version"]):
            return pip
    raise refusal(
        "Python est là, mais aucun moyen d’installer quoi que ce soit (ni pip, ni ensurepip, ni apt-get). "
        "Sous Debian : sudo apt-get install python3-venv, puis recommencez.",
        "Python is here, but nothing that can install a package (no pip, no ensurepip, no apt-get). "
        "On Debian: sudo apt-get install python3-venv, then try again.",
        NO_PIP,
    )


def _pip_of_python(_scratch: Path) -> list[str]:
    return [sys.executable, "-m", "pip"]


def _pip_of_venv(scratch: Path) -> list[str]:
    _works([sys.executable, "-m", "venv", str(scratch / "venv")])
    return [str(scratch / "venv" / "bin" / "python"), "-m", "pip"]


def _pip_of_debian(scratch: Path) -> list[str]:
    """Debian's Python comes without pip: fetch the package that holds it, unpack it, install nothing."""
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        return []
    say("pip manque : emprunt de celui de Debian (python3-pip-whl), sans rien installer sur la machine",
        "pip is missing: borrowing Debian's (python3-pip-whl), installing nothing on the machine")  # fmt: skip
    private = _private_apt(scratch)
    _works(["apt-get", *private, "update"])
    _works(["apt-get", *private, "download", "python3-pip-whl"], cwd=scratch)
    for package in scratch.glob("python3-pip-whl*.deb"):
        _works(["dpkg-deb", "-x", str(package), str(scratch / "debian")])
    wheels = sorted((scratch / "debian").glob("usr/share/python-wheels/pip-*.whl"))
    return [sys.executable, str(wheels[0] / "pip")] if wheels else []


def _private_apt(scratch: Path) -> list[str]:
    """Options that keep apt's lists in our folder, so that no right is needed and nothing is changed."""
    lists, cache = scratch / "apt" / "lists", scratch / "apt" / "cache"
    for folder in (lists / "partial", cache / "archives" / "partial"):
        folder.mkdir(parents=True)
    return ["-qq", "-o", f"Dir::State::Lists={lists}", "-o", f"Dir::Cache={cache}", "-o", "APT::Sandbox::User=root"]


def _works(command: list[str], cwd: Path | None = None) -> bool:
    try:
        done = subprocess.run(command, cwd=cwd, capture_output=True, env=_pip_environment(), check=False)
    except OSError:
        return False
    return done.returncode == 0


def _run(command: list[str]) -> None:
    if subprocess.run(command, env=_pip_environment(), check=False).returncode:
        raise refusal(
            "uv n’a pas pu être installé. La première fois, il faut un accès à PyPI (ou à son miroir, réglé "
            "dans pip.conf). Le message de pip est ci-dessus.",
            "uv could not be installed. The first time needs access to PyPI (or to a mirror set in pip.conf). "
            "Pip's message is above.",
        )


def _pip_environment() -> dict[str, str]:
    """Pip 23 trusts its own list of certificates: name the machine's when it has one."""
    usual = {"PIP_CERT": str(SYSTEM_CERTIFICATES)} if SYSTEM_CERTIFICATES.exists() else {}
    return {**usual, **os.environ}
