"""From one address to a database: SQLite tuned by default, PostgreSQL with its pool, and no password in an error."""

import sqlite3
from pathlib import Path

import pytest
from django.db import connection

from cordee.config.database import SQLITE_OPTIONS, database_from_address
from cordee.config.environment import BadSetting

DATA = Path("/srv/cordee")


def database(address: str) -> dict[str, object]:
    return database_from_address(address, data=DATA, pool_size=8)


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("", DATA / "cordee.sqlite3"),
        ("sqlite:///other.sqlite3", DATA / "other.sqlite3"),
        ("sqlite:////tmp/a%20b.sqlite3", Path("/tmp/a b.sqlite3")),
    ],
)
def test_where_the_sqlite_file_is(address: str, file: Path) -> None:
    found = database(address)
    assert found["NAME"] == file
    assert found["OPTIONS"] == SQLITE_OPTIONS
    assert found["TEST"] == {"NAME": file.with_name(f"test-{file.name}")}


def test_postgresql_gets_its_parts_and_its_pool() -> None:
    found = database("postgresql://ana:p%40ss@db.example:5433/cordee?sslmode=require")
    assert found == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "cordee",
        "USER": "ana",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require", "pool": {"min_size": 2, "max_size": 8, "timeout": 10}},
    }


def test_postgresql_by_a_local_socket() -> None:
    found = database("postgres:///cordee?host=/run/postgresql")
    assert (found["HOST"], found["PORT"], found["USER"]) == ("/run/postgresql", "", "")


def test_a_pool_of_one_connection() -> None:
    found = database_from_address("postgres://h/b", data=DATA, pool_size=1)
    assert found["OPTIONS"]["pool"] == {"min_size": 1, "max_size": 1, "timeout": 10}


@pytest.mark.parametrize(
    "address",
    [
        "mysql://u:hunter2@h/b",
        "postgresql://u:hunter2@h:5432/",
        "hunter2",
        "postgresql://u:hunter2@h:port/b",
        "sqlite://host/file",
        "sqlite:///",
    ],
)
def test_another_address_is_refused_with_its_remedy(address: str) -> None:
    with pytest.raises(BadSetting, match="DATABASE_URL") as refusal:
        database(address)
    if "@" in address:
        assert "hunter2" not in str(refusal.value)


@pytest.mark.django_db(transaction=True)
def test_the_tuning_reaches_sqlite() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the tuning is that of SQLite")
    with connection.cursor() as cursor:
        answers = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert answers == ["wal", 1]


@pytest.mark.django_db(transaction=True)
def test_a_transaction_takes_the_write_lock_when_it_begins() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the tuning is that of SQLite")
    from django.db import transaction

    other = sqlite3.connect(connection.settings_dict["NAME"], timeout=0)
    try:
        with transaction.atomic(), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    finally:
        other.close()
