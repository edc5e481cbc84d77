"""The commands of bin/ are short shell scripts that find a Python and hand over; they can be run from anywhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from house.pins import LISTS, options

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ("bin/serve", "bin/test", "bin/pin", "bin/typography", "bin/house/run", ".ci/run")


@pytest.mark.parametrize("name", COMMANDS)
def test_each_is_a_program_in_plain_shell(name: str) -> None:
    command = ROOT / name
    assert os.access(command, os.X_OK)
    assert command.read_text().startswith("#!/bin/sh\n")
    subprocess.run(["sh", "-n", str(command)], check=True)


def test_a_python_that_is_too_old_is_refused_with_a_remedy(tmp_path: Path) -> None:
    for name in ("python3", "python3.11", "python3.12", "python3.13", "python3.14"):
        (tmp_path / name).write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / name).chmod(0o755)
    for name in ("dirname", "sh"):
        (tmp_path / name).symlink_to(f"/usr/bin/{name}")
    done = subprocess.run(
        [ROOT / "bin/serve"], env={"PATH": str(tmp_path)}, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert "Python 3.11" in done.stderr
    assert "sudo apt-get install python3" in done.stderr


def test_help_costs_no_environment(tmp_path: Path) -> None:
    """`bin/test --help` answers with Python alone, from any folder."""
    variables = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "LANG": "fr_FR.UTF-8"}
    done = subprocess.run(
        [ROOT / "bin/test", "--help"], env=variables, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "Vérifie tout" in done.stdout


@pytest.mark.parametrize("name", LISTS)
def test_pins_are_made_for_every_machine_and_without_address(name: str) -> None:
    chosen = options(name)
    assert {"--universal", "--generate-hashes", "--no-emit-index-url"} <= set(chosen)
    assert chosen[chosen.index("--custom-compile-command") + 1] == "bin/pin"
    assert chosen[-1] == f"requirements/{name}.txt"


def test_the_tools_of_a_developer_take_the_versions_of_the_site() -> None:
    assert options("dev")[options("dev").index("--constraints") + 1] == "requirements/app.txt"
    assert "--constraints" not in options("app")
