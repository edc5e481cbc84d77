"""The site runs until it is asked to stop or a child fails, and nothing of it is left afterwards."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from cordee.cli import running
from cordee.cli.running import Child, commands, stop, watch

READY = "print('ready', flush=True); time.sleep(60)"
OBEDIENT = f"import signal, sys, time; signal.signal(signal.SIGTERM, lambda *_: sys.exit(0)); {READY}"
DEAF = f"import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); {READY}"


def child(code: str) -> Child:
    """A child that runs this code in its own group, once it has said that it is ready."""
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, start_new_session=True)
    assert process.stdout
    process.stdout.readline()
    process.stdout.close()
    return Child("sample", process)


class Asked:
    """Asked to stop after some ticks of the clock."""

    def __init__(self, after: int) -> None:
        self.ticks, self.after = 0, after

    @property
    def asked(self) -> bool:
        return self.ticks >= self.after

    def tick(self) -> None:
        self.ticks += 1


@pytest.fixture(autouse=True)
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setattr(running, "PATIENCE", 1)


def test_it_waits_until_asked_and_gives_the_clock_its_chances(capsys: pytest.CaptureFixture[str]) -> None:
    alive, asked = child(OBEDIENT), Asked(after=2)
    try:
        assert watch([alive], asked, asked.tick) == 0
        assert asked.ticks == 2
        assert "stopping" in capsys.readouterr().out
    finally:
        stop([alive])


def test_a_child_that_ends_by_itself_ends_the_site(capsys: pytest.CaptureFixture[str]) -> None:
    alive, ended = child(OBEDIENT), child("print('ready', flush=True); raise SystemExit(3)")
    ended.process.wait()
    asked = Asked(after=10)
    try:
        assert watch([alive, ended], asked, asked.tick) == 1
        assert "sample stopped by itself (code 3)" in capsys.readouterr().err
    finally:
        stop([alive])


def test_stopping_lets_children_finish() -> None:
    alive = child(OBEDIENT)
    stop([alive])
    assert alive.process.returncode == 0


def test_a_deaf_child_is_ended_with_its_own_children() -> None:
    code = f"import subprocess; subprocess.Popen(['sleep', '60'], stdout=subprocess.DEVNULL); {DEAF}"
    deaf = child(code)
    grandchildren = psutil.Process(deaf.process.pid).children()
    stop([deaf])
    assert deaf.process.returncode == -signal.SIGKILL
    assert len(grandchildren) == 1
    assert not psutil.wait_procs(grandchildren, timeout=5)[1]


def test_stopping_what_has_already_ended_is_nothing() -> None:
    ended = child("print('ready', flush=True)")
    ended.process.wait()
    stop([ended])
    assert ended.process.returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent has died")
def test_children_do_not_outlive_a_parent_that_is_killed() -> None:
    code = (
        "import sys, time; from cordee.cli import running\n"
        "started = running._start('sample', [sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "print(started.process.pid, flush=True); time.sleep(60)"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "cordee.config.settings"}
    setup = "import django; django.setup()\n"
    parent = subprocess.Popen([sys.executable, "-c", setup + code], stdout=subprocess.PIPE, env=environment)
    assert parent.stdout
    orphan = psutil.Process(int(parent.stdout.readline()))
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert not psutil.wait_procs([orphan], timeout=5)[1]


def test_stopping_hears_every_way_of_being_asked() -> None:
    before = {kind: signal.getsignal(kind) for kind in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        for kind in before:
            stopping = running.Stopping()
            assert not stopping.asked
            signal.raise_signal(kind)
            assert stopping.asked
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)


def test_the_site_is_a_server_and_a_worker_of_this_very_python() -> None:
    by_name = dict(commands("127.0.0.1", 8123, 3))
    assert set(by_name) == {"granian", "db_worker"}
    assert all(command[:3] == [sys.executable, "-P", "-m"] for command in by_name.values())
    server = " ".join(by_name["granian"])
    assert "--host 127.0.0.1 --port 8123 --workers 3" in server
    assert "--no-reload" in by_name["db_worker"], "a worker that reloads itself cannot be stopped cleanly"


def test_announcing_gives_up_when_the_server_has_died(capsys: pytest.CaptureFixture[str]) -> None:
    ended = child("print('ready', flush=True)")
    ended.process.wait()
    started = time.monotonic()
    running._announce("127.0.0.1", 1, [ended], Asked(after=10))
    assert time.monotonic() - started < 3
    assert "http://" not in capsys.readouterr().out
