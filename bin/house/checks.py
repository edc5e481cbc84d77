"""Everything that bin/test runs, in the order in which a mistake is cheapest to find."""

import argparse
import os
import sys
from contextlib import ExitStack

from cordee.words import tell
from house.browser import VARIABLE, ensure_browser, find_browser, is_continuous_integration
from house.environment import activated, ensure_environment
from house.places import ROOT
from house.postgres import NoServer, running_postgres
from house.stages import Outcome, Stage, run_stage, summary
from house.words import say

WORKERS = str(min(os.cpu_count() or 2, 4))
PYTEST = ["python", "-m", "pytest"]
OWN = "pytest"
"""The name of the only stage when arguments for pytest are given."""

QUICK = "not browser and not slow and not spark"

STAGES = [
    Stage("lint", ["ruff", "check", "--output-format", "concise", "."]),
    Stage("format", ["ruff", "format", "--check", "."]),
    Stage("floors", ["lint-imports", "--no-logo"]),
    Stage("types", ["mypy"]),
    Stage("templates", ["djlint", "src", "--lint", "--quiet"]),
    Stage("packs", ["cordee", "pack", "check"]),
    Stage("tests", [*PYTEST, "-m", QUICK, "-n", WORKERS]),
    Stage("postgresql", [*PYTEST, "-m", QUICK, "-p", "tests.plugins.database", "-n", WORKERS]),
    Stage("spark", [*PYTEST, "tests/stats", "-m", "spark"]),
    Stage("browser", [*PYTEST, "-m", "browser", "-n", WORKERS]),
    Stage("whole", [*PYTEST, "-m", "slow and not browser"]),
]


def check(arguments: list[str]) -> int:
    """Run every stage, or those asked for, or one pytest with the arguments given; say how it went."""
    options, for_pytest = _read(arguments)
    ensure_environment("dev")
    os.chdir(ROOT)
    stages = [Stage(OWN, [*PYTEST, *for_pytest])] if for_pytest else _chosen(options.only)
    outcomes = [_run(stage) for stage in stages]
    print("\n".join(summary(outcomes)), flush=True)
    return 1 if any(outcome.code for outcome in outcomes) else 0


def _read(arguments: list[str]) -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser(
        prog="bin/test",
        description=tell(
            "Vérifie tout. Les autres arguments vont à pytest, qui tourne alors seul : bin/test tests/core -k axes",
            "Checks everything. Other arguments go to pytest, which then runs alone: bin/test tests/core -k axes",
        ),
    )
    names = [stage.name for stage in STAGES]
    parser.add_argument("--only", action="append", choices=names, help="one stage, can be repeated")
    return parser.parse_known_args(arguments)


def _chosen(names: list[str] | None) -> list[Stage]:
    return [stage for stage in STAGES if not names or stage.name in names]


def _run(stage: Stage) -> Outcome:
    if stage.name == "postgresql":
        return _on_postgres(stage)
    if stage.name == "browser":
        return _in_browser(stage)
    return run_stage(stage, _environment(stage))


def _on_postgres(stage: Stage) -> Outcome:
    """The tests that touch the database, once more, on the database of real installations."""
    with ExitStack() as stack:
        try:
            url = stack.enter_context(running_postgres())
        except NoServer as reason:
            print(reason, file=sys.stderr)
            return Outcome(stage.name, 1, 0.0, tell("PostgreSQL n’a pas démarré", "PostgreSQL did not start"))
        return run_stage(stage, {**_environment(stage), "DATABASE_URL": url})


def _in_browser(stage: Stage) -> Outcome:
    """The journeys. Without a browser: a failure on a machine that checks for others, else a loud skip."""
    if ensure_browser():
        return run_stage(stage, _environment(stage))
    say("AUCUN NAVIGATEUR : les parcours ne sont pas essayés. Sous Debian : sudo apt-get install chromium libatomic1",
        "NO BROWSER: the journeys are not tried. On Debian: sudo apt-get install chromium libatomic1")  # fmt: skip
    note = tell("pas de chromium", "no chromium")
    return Outcome(stage.name, 1 if is_continuous_integration() else None, 0.0, note)


def _environment(stage: Stage) -> dict[str, str]:
    """The variables of a stage. Only a pytest of one's own runs on the database that one has chosen."""
    variables, browser = activated(), find_browser()
    if stage.name != OWN:
        variables.pop("DATABASE_URL", None)
    return {**variables, **({VARIABLE: browser} if browser else {})}
