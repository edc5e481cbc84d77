"""One stage of the checks: run a command, show what it says, keep its time and its closing line."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field

from cordee.words import tell
from house.places import ROOT

LIMIT = 30 * 60
"""Seconds after which a stage is stopped: a test that hangs must not hold a machine for ever."""

_COLOUR = re.compile(rb"\x1b\[[0-9;]*m")
_CLOSING = re.compile(rb"^=* ?\d+ (?:passed|failed|skipped|error|deselected).* in [\d.]+s.*$|^=* ?no tests ran.*$")


@dataclass(frozen=True)
class Stage:
    """A name, a command, and what its environment needs besides."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """How a stage ended: `code` 0 is success, None means that it was skipped and `note` says why."""

    name: str
    code: int | None
    seconds: float
    note: str = ""


def run_stage(stage: Stage, environment: dict[str, str]) -> Outcome:
    """Run one stage in the folder of the project, showing its output as it comes."""
    print(f"\n── {stage.name} ─ {' '.join(stage.command)}", flush=True)
    started = time.monotonic()
    with _start(stage, environment) as child:
        limit = threading.Timer(LIMIT, _stop, [child])
        limit.start()
        try:
            closing = _show(child)
        except BaseException:
            _stop(child)
            raise
        finally:
            limit.cancel()
    return Outcome(stage.name, child.returncode, time.monotonic() - started, closing)


def _start(stage: Stage, environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    """Start the command in a group of its own, so that it can be stopped with its children."""
    variables, one_stream = {**environment, **stage.environment}, subprocess.STDOUT
    return subprocess.Popen(
        stage.command, cwd=ROOT, env=variables, stdout=subprocess.PIPE, stderr=one_stream, start_new_session=True
    )


def _show(child: "subprocess.Popen[bytes]") -> str:
    """Copy the output line by line and return pytest's closing line, if there was one."""
    closing = b""
    for line in child.stdout or ():
        sys.stdout.buffer.write(line)
        sys.stdout.flush()
        plain = _COLOUR.sub(b"", line).strip()
        closing = plain if _CLOSING.match(plain) else closing
    return closing.decode(errors="replace").strip("= ")


def _stop(child: "subprocess.Popen[bytes]") -> None:
    """Stop the stage with everything that it started."""
    for kind in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(child.pid, kind)
            child.wait(timeout=10)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue


def summary(outcomes: list[Outcome]) -> list[str]:
    """The last lines that a reader sees: one a stage, then the verdict."""
    rows = [f"  {_mark(each)} {each.name:<12} {each.seconds:7.1f} s  {each.note}".rstrip() for each in outcomes]
    total = sum(outcome.seconds for outcome in outcomes)
    return ["", tell("Bilan", "Summary"), *rows, f"{_verdict(outcomes)} ({total:.0f} s)"]


def _mark(outcome: Outcome) -> str:
    if outcome.code is None:
        return "–"
    return "✗" if outcome.code else "✓"


def _verdict(outcomes: list[Outcome]) -> str:
    failed = [outcome.name for outcome in outcomes if outcome.code]
    skipped = [outcome.name for outcome in outcomes if outcome.code is None]
    if failed:
        return tell("✗ Échec : ", "✗ Failed: ") + ", ".join(failed)
    if skipped:
        return tell("✓ Tout passe, mais n’ont pas été essayés : ", "✓ All pass, but not tried: ") + ", ".join(skipped)
    return tell("✓ Tout passe", "✓ All pass")
