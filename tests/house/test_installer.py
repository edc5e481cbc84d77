"""uv is brought by whatever pip the machine has, in the order that changes the least, or refused with a remedy."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.house.conftest import Workshop

from house import installer
from house.installer import ensure_uv, one_at_a_time, tool_environment


class Machine:
    """A machine on which the commands that work are known, and those that were run are kept."""

    def __init__(self, workshop: Workshop, working: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.workshop, self.working, self.ran = workshop, working, []  # type: ignore[var-annotated]
        monkeypatch.setattr(installer.subprocess, "run", self.run)
        monkeypatch.setattr(installer.shutil, "which", lambda name: name if name in working else None)

    def run(self, command: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
        self.ran.append(" ".join(command))
        self._leave_traces(command, options.get("cwd"))
        return subprocess.CompletedProcess(command, 0 if self.knows(command) else 1)

    def knows(self, command: list[str]) -> bool:
        if command[0] in ("apt-get", "dpkg-deb"):
            return command[0] in self.working
        if command[1:3] == ["-m", "venv"]:
            return "venv" in self.working
        if command[0] != sys.executable:
            return "venv" in self.working
        if command[1].endswith(".whl/pip"):
            return "debian-pip" in self.working
        return "pip" in self.working

    def _leave_traces(self, command: list[str], cwd: object) -> None:
        if "download" in command and self.knows(command):
            (Path(str(cwd)) / "python3-pip-whl_23.deb").touch()
        if command[0] == "dpkg-deb":
            wheel = Path(command[-1]) / "usr/share/python-wheels/pip-23-py3-none-any.whl"
            wheel.parent.mkdir(parents=True)
            wheel.touch()
        if "--target" in command and self.knows(command):
            (Path(command[command.index("--target") + 1]) / "bin").mkdir(parents=True)
            (Path(command[command.index("--target") + 1]) / "bin/uv").touch()


@pytest.mark.parametrize(
    ("working", "used"),
    [
        ({"pip", "venv", "apt-get", "dpkg-deb"}, f"{sys.executable} -m pip install"),
        ({"venv", "apt-get", "dpkg-deb"}, "/venv/bin/python -m pip install"),
        ({"apt-get", "dpkg-deb", "debian-pip"}, "pip-23-py3-none-any.whl/pip install"),
    ],
)
def test_the_way_that_changes_the_least_is_taken(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, working: set[str], used: str
) -> None:
    machine = Machine(workshop, working, monkeypatch)
    assert ensure_uv().exists()
    installing = machine.ran[-1]
    assert used in installing
    assert "--require-hashes" in installing
    assert str(workshop.requirements / "uv.txt") in installing


def test_debians_pip_is_borrowed_without_installing_anything(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = Machine(workshop, {"apt-get", "dpkg-deb", "debian-pip"}, monkeypatch)
    ensure_uv()
    asked = [line for line in machine.ran if line.startswith("apt-get")]
    assert [line.split()[-1] for line in asked] == ["update", "python3-pip-whl"]
    assert all("Dir::State::Lists=" in line and " install" not in line for line in asked)


def test_a_machine_without_any_way_gets_the_remedy(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Machine(workshop, set(), monkeypatch)
    with pytest.raises(SystemExit) as stop:
        ensure_uv()
    assert stop.value.code == installer.NO_PIP
    assert "sudo apt-get install python3-venv" in capsys.readouterr().err
    assert not installer.UV.exists()


def test_a_program_that_is_not_there_does_not_work() -> None:
    assert not installer._works(["/nowhere/python", "--version"])


def test_it_is_installed_once(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(workshop, {"pip"}, monkeypatch)
    ensure_uv()
    machine.ran.clear()
    ensure_uv()
    assert machine.ran == []


def test_new_pins_install_it_again(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(workshop, {"pip"}, monkeypatch)
    ensure_uv()
    machine.ran.clear()
    (workshop.requirements / "uv.txt").write_text("uv==2\n")
    ensure_uv()
    assert machine.ran


def test_a_half_finished_run_leaves_nothing_behind(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    Machine(workshop, set(), monkeypatch)
    with pytest.raises(SystemExit):
        ensure_uv()
    assert sorted(path.name for path in installer.TOOLS.iterdir()) == ["lock"]


def test_what_a_killed_run_left_is_swept_away(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    (installer.TOOLS / "new-killed" / "apt").mkdir(parents=True)
    Machine(workshop, {"pip"}, monkeypatch)
    ensure_uv()
    assert sorted(path.name for path in installer.TOOLS.iterdir()) == ["lock", "uv"]


def test_two_commands_wait_for_each_other(workshop: Workshop) -> None:
    """A second process that wants the same folder is held at the door until the first leaves it."""
    import fcntl

    with one_at_a_time(), (installer.TOOLS / "lock").open("w") as second, pytest.raises(BlockingIOError):
        fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_uv_never_fetches_another_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    variables = tool_environment()
    assert variables["UV_PYTHON_DOWNLOADS"] == "never"
    assert "PYTHONPATH" not in variables


def test_without_a_home_the_cache_stays_in_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/nonexistent")
    assert tool_environment()["UV_CACHE_DIR"] == str(installer.TOOLS / "cache")
    monkeypatch.setenv("HOME", str(Path.cwd()))
    assert "UV_CACHE_DIR" not in tool_environment()
