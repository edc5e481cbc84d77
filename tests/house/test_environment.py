"""The environment is made once, made again when what it depends on changes, and never when nothing did."""

from pathlib import Path

import pytest
from tests.house.conftest import Workshop

from house import environment
from house.environment import activated, ensure_environment


def kinds(calls: list[str]) -> list[str]:
    """The verbs of the calls to uv, with the list that was installed."""
    return [" ".join(word for word in call.split() if word in ("venv", "sync", "install") or "/requirements/" in word)
            .replace(str(Path(call.split()[-1]).parent) + "/", "") for call in calls]  # fmt: skip


def test_the_first_time_makes_the_environment(workshop: Workshop) -> None:
    workshop.fake_uv()
    ensure_environment("app")
    assert kinds(workshop.called()) == ["venv", "sync app.txt", "install"]


def test_the_project_itself_is_installed_without_network(workshop: Workshop) -> None:
    workshop.fake_uv()
    ensure_environment("app")
    install = workshop.called()[-1]
    assert "--offline" in install
    assert "--no-deps" in install
    assert "--no-build-isolation" in install


def test_requirements_are_installed_by_hash_only(workshop: Workshop) -> None:
    workshop.fake_uv()
    ensure_environment("app")
    assert "--require-hashes" in workshop.called()[1]


def test_the_second_time_calls_nothing(workshop: Workshop) -> None:
    workshop.fake_uv()
    ensure_environment("app")
    workshop.called()
    ensure_environment("app")
    assert workshop.called() == []


def test_a_first_run_that_failed_leaves_no_stamp_and_is_taken_up_again(
    workshop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop.fake_uv(fails=True)
    with pytest.raises(SystemExit) as stop:
        ensure_environment("app")
    assert stop.value.code == 1
    assert "run the same command again" in capsys.readouterr().err
    assert not environment.STAMP.exists()
    workshop.fake_uv()
    ensure_environment("app")
    assert environment.STAMP.exists()


@pytest.mark.parametrize("changed", ["requirements/app.txt", "pyproject.toml"])
def test_a_change_of_what_it_depends_on_makes_it_again(workshop: Workshop, changed: str) -> None:
    workshop.fake_uv()
    ensure_environment("app")
    workshop.called()
    (workshop.root / changed).write_text("[project]\nname = 'other'\n")
    ensure_environment("app")
    assert "sync app.txt" in kinds(workshop.called())


def test_the_tools_of_a_developer_serve_the_site_too(workshop: Workshop) -> None:
    workshop.fake_uv()
    ensure_environment("dev")
    workshop.called()
    ensure_environment("app")
    assert workshop.called() == []


def test_the_site_alone_is_not_enough_for_a_developer(workshop: Workshop) -> None:
    workshop.fake_uv()
    ensure_environment("app")
    workshop.called()
    ensure_environment("dev")
    assert "sync dev.txt" in kinds(workshop.called())


def test_starting_the_site_keeps_the_tools_of_a_developer(workshop: Workshop) -> None:
    workshop.fake_uv()
    ensure_environment("dev")
    workshop.called()
    (workshop.requirements / "dev.txt").write_text("changed==2\n")
    ensure_environment("app")
    assert "sync dev.txt" in kinds(workshop.called())


def test_a_broken_python_is_made_again(workshop: Workshop) -> None:
    workshop.fake_uv()
    ensure_environment("app")
    workshop.called()
    environment.VENV_PYTHON.unlink()
    environment.VENV_PYTHON.symlink_to("/nowhere/python3")
    ensure_environment("app")
    assert kinds(workshop.called())[0] == "venv"


def test_an_activated_environment_comes_first_and_forgets_foreign_paths(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere/else")
    variables = activated()
    assert variables["PATH"].startswith(f"{workshop.root}/.venv/bin:")
    assert "PYTHONPATH" not in variables
