"""A stage shows what it runs, keeps pytest's closing line, is stopped when it hangs, and is summed up at the end."""

import os
import sys
import time

import pytest

from house import checks, stages
from house.stages import Outcome, Stage, run_stage, summary


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_the_output_is_shown_and_the_closing_line_kept(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    code = "print('a line'); print('\\x1b[32m===== \\x1b[1m3 passed\\x1b[0m, 1 skipped in 0.50s =====\\x1b[0m')"
    outcome = run_stage(Stage("tests", python(code)), dict(os.environ))
    assert (outcome.code, outcome.note) == (0, "3 passed, 1 skipped in 0.50s")
    shown = capfdbinary.readouterr().out
    assert b"a line" in shown
    assert "── tests".encode() in shown


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("== 2 failed, 3 passed in 1.00s ==", "2 failed, 3 passed in 1.00s"),
        ("3 passed, 2 deselected in 61.20s (0:01:01)", "3 passed, 2 deselected in 61.20s (0:01:01)"),
        ("== no tests ran in 0.01s ==", "no tests ran in 0.01s"),
        ("== 1 error in 0.10s ==", "1 error in 0.10s"),
        ("3 files passed the checks", ""),
    ],
)
def test_what_is_a_closing_line(line: str, kept: str) -> None:
    assert run_stage(Stage("tests", python(f"print({line!r})")), dict(os.environ)).note == kept


def test_a_failure_keeps_its_code() -> None:
    assert run_stage(Stage("lint", python("raise SystemExit(3)")), dict(os.environ)).code == 3


def test_a_stage_has_its_own_variables() -> None:
    code = "import os; raise SystemExit(0 if os.environ['SAMPLE'] == 'here' else 1)"
    assert run_stage(Stage("lint", python(code), {"SAMPLE": "here"}), dict(os.environ)).code == 0


def test_a_stage_that_hangs_is_stopped_with_its_children(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "LIMIT", 1)
    code = (
        "import subprocess, sys, time; subprocess.Popen(['sleep', '60']); print('started', flush=True); time.sleep(60)"
    )
    started = time.monotonic()
    outcome = run_stage(Stage("tests", python(code)), dict(os.environ))
    assert outcome.code != 0
    assert time.monotonic() - started < 20


def test_the_summary_ends_with_the_verdict() -> None:
    lines = summary([Outcome("lint", 0, 1.0), Outcome("tests", 0, 2.0, "3 passed in 1.00s")])
    assert "✓ tests" in lines[-2]
    assert lines[-2].endswith("3 passed in 1.00s")
    assert lines[-1] == "✓ All pass (3 s)"


def test_the_summary_names_what_failed_and_what_was_skipped() -> None:
    failed, skipped = Outcome("types", 1, 1.0), Outcome("browser", None, 0.0, "no chromium")
    assert summary([failed, skipped])[-1] == "✗ Failed: types (1 s)"
    assert summary([skipped])[-1] == "✓ All pass, but not tried: browser (0 s)"


class TestChoosing:
    """What bin/test makes of its arguments."""

    @pytest.fixture(autouse=True)
    def _nothing_is_prepared(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ran: list[Stage] = []
        self.code = 0
        monkeypatch.setattr(checks, "ensure_environment", lambda level: None)
        monkeypatch.setattr(checks, "_run", self._keep)
        monkeypatch.setattr(checks.os, "chdir", lambda path: None)

    def _keep(self, stage: Stage) -> Outcome:
        self.ran.append(stage)
        return Outcome(stage.name, self.code, 0.0)

    def test_everything_by_default(self) -> None:
        assert checks.check([]) == 0
        assert [stage.name for stage in self.ran] == [stage.name for stage in checks.STAGES]

    def test_one_failure_fails_the_whole(self) -> None:
        self.code = 1
        assert checks.check([]) == 1
        assert len(self.ran) == len(checks.STAGES), "the other stages are still worth knowing"

    def test_some_stages(self) -> None:
        checks.check(["--only", "floors", "--only", "lint"])
        assert [stage.name for stage in self.ran] == ["lint", "floors"]

    def test_arguments_for_pytest_run_pytest_alone(self) -> None:
        checks.check(["tests/core", "-k", "axes", "-x"])
        (stage,) = self.ran
        assert stage.command == ["python", "-m", "pytest", "tests/core", "-k", "axes", "-x"]

    def test_only_a_pytest_of_ones_own_runs_on_a_chosen_database(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DATABASE_URL", "sqlite:///mine")
        assert "DATABASE_URL" not in checks._environment(Stage("tests", []))
        assert checks._environment(Stage(checks.OWN, []))["DATABASE_URL"] == "sqlite:///mine"

    def test_an_unknown_stage_is_refused(self) -> None:
        with pytest.raises(SystemExit):
            checks.check(["--only", "nothing"])


class TestBrowser:
    """Without a browser the journeys fail where a machine checks for others, and are skipped aloud elsewhere."""

    STAGE = Stage("browser", python("print('1 passed in 0.10s')"))

    @pytest.mark.parametrize(("ci", "code"), [("true", 1), ("1", 1), ("", None), ("false", None)])
    def test_missing(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], ci: str, code: int | None
    ) -> None:
        monkeypatch.setattr(checks, "ensure_browser", lambda: None)
        monkeypatch.setenv("CI", ci)
        assert checks._run(self.STAGE).code == code
        assert "NO BROWSER" in capsys.readouterr().out

    def test_found(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(checks, "ensure_browser", lambda: "/usr/bin/chromium")
        assert checks._run(self.STAGE).note == "1 passed in 0.10s"
