"""The command line loads only what it runs, lists what it has, and answers quickly."""

import json
import subprocess
import sys
from importlib import import_module

import pytest
from typer.testing import CliRunner

from cordee import __version__
from cordee.cli import SUBCOMMANDS, application

runner = CliRunner()


def loaded_by(*arguments: str) -> set[str]:
    """The top-level modules that a new Python holds after running the command line with these arguments."""
    code = (
        "import json, sys\nfrom cordee.cli import main\nsys.argv = ['cordee', *json.loads(sys.argv[1])]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('\\n' + json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, json.dumps(arguments)], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("serve", "--help")])
def test_asking_for_help_costs_neither_django_nor_numpy(arguments: tuple[str, ...]) -> None:
    assert loaded_by(*arguments) & {"django", "numpy", "scipy", "rich"} == set()


def test_scoring_never_loads_django() -> None:
    assert "django" not in loaded_by("score", "--help")


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_each_subcommand_is_there_and_explains_itself(name: str) -> None:
    result = runner.invoke(application([name]), [name, "--help"])
    assert result.exit_code == 0
    assert "Usage: " in result.output
    assert name in result.output


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_each_module_registers_itself(name: str) -> None:
    assert callable(import_module(SUBCOMMANDS[name]).register)


def test_help_lists_every_subcommand() -> None:
    result = runner.invoke(application(["--help"]), ["--help"])
    assert {name for name in SUBCOMMANDS if f"\n  {name} " in result.output} == set(SUBCOMMANDS)


def test_an_unknown_subcommand_is_refused() -> None:
    result = runner.invoke(application(["sore"]), ["sore"])
    assert result.exit_code == 2
    assert "sore" in result.output


def test_the_version_is_that_of_the_package() -> None:
    assert runner.invoke(application(["--version"]), ["--version"]).output == f"{__version__}\n"


@pytest.mark.parametrize(("language", "words"), [("fr_FR.UTF-8", "apprendre"), ("en_GB.UTF-8", "learn from")])
def test_it_speaks_the_language_of_the_terminal(monkeypatch: pytest.MonkeyPatch, language: str, words: str) -> None:
    monkeypatch.setenv("LC_ALL", language)
    assert words in runner.invoke(application(["--help"]), ["--help"]).output
