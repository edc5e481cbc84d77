"""A real site: started as a person starts it, visited, refused a second time on its port, stopped without a trace."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from typer.testing import CliRunner

from cordee.cli import application
from cordee.cli.serve import PORT_IS_BUSY

PATIENCE = 120


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Site:
    """A site of its own: data in a folder of the test, a port of its own."""

    def __init__(self, data: Path) -> None:
        self.data, self.port = data, free_port()

    def start(self, *options: str) -> list[str]:
        """Start it and return the lines it printed until it was ready."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "cordee", "serve", "--port", str(self.port), "--workers", "1", *options],
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        lines = []
        for line in self.process.stdout or ():
            lines.append(line)
            if "http://" in line:
                return lines
        raise AssertionError("the site ended before it was ready:\n" + "".join(lines))

    def environment(self) -> dict[str, str]:
        ours = ("CORDEE_PUBLIC_URL", "DATABASE_URL")
        kept = {name: value for name, value in os.environ.items() if name not in ours}
        settings = {"DJANGO_SETTINGS_MODULE": "cordee.config.settings", "CORDEE_DATA": str(self.data)}
        return {**kept, **settings, "LC_ALL": "C.UTF-8"}

    def processes(self) -> list[psutil.Process]:
        parent = psutil.Process(self.process.pid)
        return [parent, *parent.children(recursive=True)]

    def get(self, path: str) -> tuple[int, str]:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=20) as answer:
            return answer.status, answer.read().decode()

    def stop(self, kind: signal.Signals) -> int:
        self.process.send_signal(kind)
        code = self.process.wait(timeout=30)
        if self.process.stdout:
            self.process.stdout.close()
        return code


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    site = Site(tmp_path_factory.mktemp("site"))
    yield site
    if site.process.poll() is None:
        site.stop(signal.SIGKILL)


@pytest.mark.slow
class TestOneSite:
    """One life of a site, in order: each test goes on from the one before."""

    def test_it_starts_from_nothing_and_says_where_it_is(self, site: Site) -> None:
        lines = site.start()
        assert f"http://127.0.0.1:{site.port}/" in lines[-1]
        assert any("static files" in line for line in lines)

    def test_it_answers_in_both_languages(self, site: Site) -> None:
        status, page = site.get("/")
        assert status == 200
        assert 'lang="fr"' in page
        assert 'lang="en"' in site.get("/en/")[1]

    def test_it_is_a_server_and_a_worker(self, site: Site) -> None:
        commands = [" ".join(process.cmdline()) for process in site.processes()]
        assert any("granian" in command for command in commands)
        assert any("db_worker" in command for command in commands)

    def test_a_second_site_on_its_port_is_refused(self, site: Site) -> None:
        command = [sys.executable, "-m", "cordee", "serve", "--port", str(site.port)]
        started = time.monotonic()
        done = subprocess.run(command, env=site.environment(), capture_output=True, text=True, check=False)
        assert done.returncode == PORT_IS_BUSY
        assert f"Port {site.port}" in done.stderr
        assert f"--port {site.port + 1}" in done.stderr
        assert time.monotonic() - started < 10, "nothing must be prepared before the port is known to be free"

    def test_asked_to_stop_it_leaves_nothing_running(self, site: Site) -> None:
        everything = site.processes()
        assert len(everything) >= 4
        assert site.stop(signal.SIGTERM) == 0
        assert psutil.wait_procs(everything, timeout=5)[1] == []

    def test_the_second_time_it_redoes_nothing(self, site: Site) -> None:
        lines = site.start()
        assert not any("static files" in line for line in lines)
        everything = site.processes()
        assert site.stop(signal.SIGINT) == 0
        assert psutil.wait_procs(everything, timeout=5)[1] == []


def test_a_busy_port_is_refused_before_anything_else() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(application(["serve"]), ["serve", "--port", port])
    assert result.exit_code == PORT_IS_BUSY
    assert port in result.output


@pytest.mark.parametrize("port", ["0", "70000", "abc"])
def test_a_port_that_cannot_be_is_refused(port: str) -> None:
    assert CliRunner().invoke(application(["serve"]), ["serve", "--port", port]).exit_code == 2
