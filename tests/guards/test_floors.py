"""Relations between tables, and templates that include each other, obey the same order as imports."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.guards import floors


def test_the_contract_draws_the_house_of_the_architecture() -> None:
    rows = [modules for modules, _ in floors.layers()]
    assert {"cordee.config", "cordee.cli"} == rows[0]
    assert {"cordee.core", "cordee.charts"} == rows[-2]
    assert len(rows) == 12


@pytest.mark.parametrize(
    ("user", "used", "allowed"),
    [
        ("cordee.apps.diagnosis.models.Session", "cordee.apps.library.models.Release", True),
        ("cordee.apps.library.models.Release", "cordee.apps.diagnosis.models.Session", False),
        ("cordee.apps.diagnosis.models.Session", "cordee.apps.diagnosis.models.Answer", True),
        ("cordee.apps.diagnosis.models.Session", "cordee.apps.learning.models.Course", False),
        ("cordee.apps.ui", "cordee.apps.accounts", True),
        ("cordee.apps.ui", "cordee.apps.home", False),
        ("cordee.apps.home", "cordee.apps.ui", True),
        ("cordee.apps.library.models.Release", "django.contrib.auth.models.User", True),
    ],
)
def test_who_may_lean_on_whom(user: str, used: str, allowed: bool) -> None:
    assert floors.may_use(user, used) is allowed


def test_relations_only_go_down() -> None:
    from django.apps import apps

    pairs = list(floors.related_models(apps.get_models()))
    assert pairs, "no relation at all was found: the guard has lost its eyes"
    assert floors.faults(pairs) == []


def test_a_relation_that_climbs_is_refused() -> None:
    climbing = ("cordee.apps.library.models.Release", "cordee.apps.diagnosis.models.Session")
    assert floors.faults([climbing, climbing[::-1]]) == [climbing]


def test_templates_only_go_down() -> None:
    pairs = list(floors.template_uses(floors.APPS))
    assert pairs, "no include at all was found: the guard has lost its eyes"
    assert floors.faults(pairs) == []


def test_a_template_that_climbs_is_refused(tmp_path: Path) -> None:
    _write(tmp_path / "ui/templates/ui/base.html", '{% include "home/menu.html" %}<c-home-card title="x" />')
    _write(tmp_path / "ui/templates/cotton/button.html", "<button></button>")
    _write(tmp_path / "home/templates/home/menu.html", '{% extends "ui/base.html" %}<c-button>ok</c-button>')
    _write(tmp_path / "home/templates/cotton/home_card.html", "<p></p>")
    assert floors.faults(floors.template_uses(tmp_path)) == [("cordee.apps.ui", "cordee.apps.home")]


@pytest.mark.parametrize(
    ("contract", "module", "line"),
    [
        ("floors", "core/scores.py", "import cordee.apps.library"),
        ("floors", "apps/library/rows.py", "import cordee.apps.diagnosis"),
        ("floors", "apps/diagnosis/rows.py", "import cordee.apps.learning"),
        ("floors", "core/scores.py", "import cordee.charts"),
        ("pure", "core/scores.py", "import polars"),
        ("pure", "charts/drawing.py", "from django.utils import timezone"),
        ("django", "stats/estimation.py", "import django"),
        ("django", "words.py", "import django.conf"),
        ("wagtail", "apps/library/rows.py", "import wagtail.models"),
    ],
)
def test_each_contract_refuses_a_small_broken_house(tmp_path: Path, contract: str, module: str, line: str) -> None:
    _build_house(tmp_path)
    assert _lint(tmp_path, contract) == 0
    _write(tmp_path / "cordee" / module, f"{line}\n")
    assert _lint(tmp_path, contract) == 1


@pytest.mark.parametrize("line", ["import wagtail.models", "import django.db"])
def test_the_contracts_allow_what_belongs_there(tmp_path: Path, line: str) -> None:
    _build_house(tmp_path)
    _write(tmp_path / "cordee/apps/editorial/models.py", f"{line}\n")
    assert [_lint(tmp_path, each) for each in ("floors", "django", "wagtail")] == [0, 0, 0]


def _build_house(folder: Path) -> None:
    """The smallest house that has every floor the contracts name, with nothing in the rooms."""
    for package in ("", "core", "charts", "stats", "config", "apps"):
        _write(folder / "cordee" / package / "__init__.py", "")
    for room in ("diagnosis", "learning", "editorial", "library", "ui"):
        _write(folder / "cordee/apps" / room / "__init__.py", "")


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)


def _lint(folder: Path, contract: str) -> int:
    """Run one contract of the real configuration on the sample; the sample's folder comes first on the path."""
    command = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as run; run()"
    options = ["--config", str(floors.ROOT / "pyproject.toml"), "--contract", contract, "--no-cache"]
    done = subprocess.run([sys.executable, "-c", command, *options], cwd=folder, capture_output=True, check=False)
    assert b"BROKEN" in done.stdout if done.returncode else b"KEPT" in done.stdout, done.stdout + done.stderr
    return done.returncode
