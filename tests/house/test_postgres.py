"""A real PostgreSQL server starts for the tests, root or not, and leaves nothing behind."""

import os
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest

from house import postgres
from house.postgres import NoServer, running_postgres


def test_it_answers_then_disappears() -> None:
    with running_postgres() as url:
        folder = Path(parse_qs(urlsplit(url).query)["host"][0])
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT 'é' < 'f', current_setting('server_encoding')").fetchone() == (
                False,
                "UTF8",
            )
            assert connection.execute("SELECT current_setting('listen_addresses')").fetchone() == ("",)
        assert folder.exists()
    assert not folder.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)


def test_a_server_that_cannot_start_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "SPEED", ("no_such_setting=1",))
    with pytest.raises(NoServer, match="no_such_setting"), running_postgres():
        pass


def test_a_missing_wheel_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(postgres, "VENV", tmp_path)
    monkeypatch.setattr(postgres.sys, "path", [str(tmp_path)])
    with pytest.raises(NoServer, match="bin/test"):
        postgres.installed_binaries()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to become somebody else")
def test_root_opens_nothing_of_the_project_to_others() -> None:
    """The server's user reads a copy: the folders of the project keep their rights."""
    places = [postgres.installed_binaries(), *postgres.installed_binaries().parents]
    before = [place.stat().st_mode for place in places]
    with running_postgres():
        pass
    assert [place.stat().st_mode for place in places] == before
