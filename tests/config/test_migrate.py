"""A new database is laid in two courses: the same tables as in one, and the same record of what was done."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import get_commands

from cordee.config.management.commands.migrate import is_whole

OURS = "call_command('migrate', verbosity=0)"
DJANGOS = "from django.core.management.commands.migrate import Command; call_command(Command(), verbosity=0)"


def laid(folder: Path, command: str) -> dict[str, list[Any]]:
    """Lay a database in a folder; return its tables and indexes, as they were asked for, and what is recorded."""
    code = f"import django; django.setup(); from django.core.management import call_command; {command}"
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment = {**kept, "CORDEE_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "cordee.config.settings"}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True, capture_output=True)
    with sqlite3.connect(folder / "cordee.sqlite3") as database:
        tables = database.execute("SELECT type, tbl_name, sql FROM sqlite_master").fetchall()
        steps = database.execute("SELECT app, name FROM django_migrations").fetchall()
        rights = database.execute("SELECT codename FROM auth_permission").fetchall()
    database.close()
    return {"tables": sorted(map(str, tables)), "steps": sorted(steps), "rights": sorted(rights)}


@pytest.mark.slow
def test_two_courses_make_the_same_house_as_one(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "djangos").mkdir()
    ours = laid(tmp_path / "ours", OURS)
    assert len(ours["steps"]) > 200
    assert ours == laid(tmp_path / "djangos", DJANGOS)


def test_the_command_of_the_project_is_the_one_that_is_called() -> None:
    assert get_commands()["migrate"] == "cordee.config"


@pytest.mark.parametrize("name", ["app_label", "fake", "fake_initial", "plan", "check_unapplied", "prune"])
def test_what_asks_for_less_than_everything_is_left_to_django(name: str) -> None:
    assert is_whole({"app_label": None, "plan": False})
    assert not is_whole({name: "something"})
