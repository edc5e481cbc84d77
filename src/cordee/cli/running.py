"""Run the site: the server and the job worker as children, the clock between two looks at them, and a clean end."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType

import typer

from cordee.cli.clock import Clock
from cordee.cli.ports import answers
from cordee.words import tell

PATIENCE = 15
"""Seconds left to a child to finish what it was doing."""

THREADS = min(8, 2 * (os.cpu_count() or 1) + 1)
"""Requests that one process answers at the same time; never more than it keeps connections to PostgreSQL."""

CONNECTIONS = 1024
"""Connections that one process keeps at the same time. Browsers hold theirs open between two pages: with 128, the 257th
person of a site with two processes waited until someone left (bench/campaign.py)."""

_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG, see prctl(2)


@dataclass(frozen=True)
class Child:
    """A process of the site, with the name that messages give it."""

    name: str
    process: "subprocess.Popen[bytes]"


class Stopping:
    """Becomes true when the site is asked to stop, by Ctrl-C, by the system or by a closed terminal."""

    def __init__(self) -> None:
        self.asked = False
        for kind in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(kind, self._ask)

    def _ask(self, _signal: int, _frame: FrameType | None) -> None:
        self.asked = True


def run_site(host: str, port: int, workers: int) -> int:
    """Start everything, wait, stop everything; return 0 when it was asked to stop, 1 when a child failed."""
    stopping = Stopping()
    children = [_start(*each) for each in commands(host, port, workers)]
    try:
        _announce(host, port, children, stopping)
        return watch(children, stopping, Clock().tick)
    finally:
        stop(children)


def commands(host: str, port: int, workers: int) -> list[tuple[str, list[str]]]:
    """The processes of a site: what answers the visitors, what does the long work."""
    listening = ["--host", host, "--port", str(port), "--workers", str(workers)]
    patience = ["--blocking-threads", str(THREADS), "--backpressure", str(CONNECTIONS), "--workers-kill-timeout", "5"]
    lasting = ["--respawn-failed-workers", "--log-level", "warning"]
    server = ["granian", "--interface", "wsgi", *listening, *patience, *lasting, "cordee.config.wsgi:application"]
    worker = ["django", "db_worker", "--queue-name", "*", "--no-reload"]
    # -P: the folder in which the site is started is not a place to import from.
    python = [sys.executable, "-P", "-m"]
    return [("granian", [*python, *server]), ("db_worker", [*python, *worker])]


def watch(children: list[Child], stopping: Stopping, tick: Callable[[], None]) -> int:
    """Wait until asked to stop or until a child ends by itself, giving the clock a chance every half second."""
    while not stopping.asked:
        ended = next((child for child in children if child.process.poll() is not None), None)
        if ended:
            typer.echo(_ended(ended), err=True)
            return 1
        tick()
        time.sleep(0.5)
    typer.echo(tell("· arrêt", "· stopping"))
    return 0


def stop(children: list[Child]) -> None:
    """Ask every child to finish, then put an end to those that do not."""
    for child in children:
        _signal(child, signal.SIGTERM)
    deadline = time.monotonic() + PATIENCE
    for child in children:
        try:
            child.process.wait(timeout=max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            _signal(child, signal.SIGKILL)
            child.process.wait()


def _start(name: str, command: list[str]) -> Child:
    """Start a child in its own group: Ctrl-C in the terminal reaches this process only, which stops it in order."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=_die_with_parent)  # noqa: PLW1509
    return Child(name, process)


def _die_with_parent() -> None:
    """Leave no orphan behind if this process is killed outright."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGTERM)


def _signal(child: Child, kind: signal.Signals) -> None:
    if child.process.poll() is not None:
        return
    if kind is signal.SIGKILL:
        os.killpg(child.process.pid, kind)
    else:
        child.process.send_signal(kind)


def _announce(host: str, port: int, children: list[Child], stopping: Stopping) -> None:
    """Print the address once the server answers there."""
    while not answers(host, port):
        if stopping.asked or any(child.process.poll() is not None for child in children):
            return
        time.sleep(0.1)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{port}/"
    typer.echo(
        tell(f"Cordée est prête : {address} (Ctrl-C pour arrêter)", f"Cordée is ready: {address} (Ctrl-C to stop)")
    )


def _ended(child: Child) -> str:
    code = child.process.returncode
    return tell(
        f"{child.name} s’est arrêté de lui-même (code {code}) : le site s’arrête. Son message est ci-dessus.",
        f"{child.name} stopped by itself (code {code}): the site stops. Its message is above.",
    )
