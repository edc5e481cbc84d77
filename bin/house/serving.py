"""What bin/serve does: prepare the environment, then become `cordee serve`."""

import os

from house.environment import activated, ensure_environment
from house.places import ROOT, VENV_BIN


def serve(arguments: list[str]) -> int:
    """Start the site with these arguments of `cordee serve`; this process is replaced by it."""
    ensure_environment("app")
    os.chdir(ROOT)
    os.execve(VENV_BIN / "cordee", ["cordee", "serve", *arguments], activated())
