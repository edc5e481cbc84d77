"""Find a Chromium for the browser journeys, and install Debian's when this machine allows it."""

import os
import shutil
import subprocess
from pathlib import Path

from house.places import VENV
from house.words import say

VARIABLE = "CORDEE_CHROMIUM"
"""The variable that names the browser to the tests, and by which a developer may choose one."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find_browser() -> str | None:
    """Return the path of a usable Chromium: the chosen one, else the first of the usual names."""
    chosen = os.environ.get(VARIABLE, "")
    if chosen:
        return chosen if Path(chosen).exists() else None
    return next(filter(None, map(shutil.which, NAMES)), None)


def driver_works() -> bool:
    """Say whether the program that drives the browser can run: it needs a library that small systems leave out."""
    for driver in sorted(VENV.glob("lib/python3*/site-packages/playwright/driver/node")):
        return subprocess.run([driver, "--version"], capture_output=True, check=False).returncode == 0
    return True


def ensure_browser() -> str | None:
    """Return a Chromium that can be driven, installing Debian's if we may; None when there is no way."""
    if not (find_browser() and driver_works()) and _may_install():
        packages = ("chromium", "fonts-liberation", "libatomic1")
        say(f"installation par apt-get : {', '.join(packages)}", f"installing with apt-get: {', '.join(packages)}")
        _apt("update")
        _apt("install", "--yes", "--no-install-recommends", *packages)
    return find_browser() if driver_works() else None


def is_continuous_integration() -> bool:
    """Say whether a machine, not a person, is running the tests."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


def _may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _apt(*arguments: str) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", *arguments], env=quiet, check=False,
                   stdout=subprocess.DEVNULL)  # fmt: skip
