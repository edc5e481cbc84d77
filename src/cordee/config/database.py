"""The database named by one address: SQLite in the data folder by default, PostgreSQL with its pool when asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from cordee.config.environment import BadSetting

SQLITE_OPTIONS = {
    # Take the write lock when a transaction begins: two readers that both turn writers no longer deadlock.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}
POSTGRESQL_SCHEMES = frozenset({"postgres", "postgresql"})


def database_from_address(address: str, *, data: Path, pool_size: int) -> dict[str, Any]:
    """Return Django's description of the database at an address; an empty address is SQLite in the data folder."""
    if not address:
        return sqlite(data / "cordee.sqlite3")
    try:
        parts = urlsplit(address)
        scheme, _port = parts.scheme, parts.port
    except ValueError:
        raise bad_address(address) from None
    if scheme == "sqlite":
        return sqlite(sqlite_file(parts, data))
    if scheme in POSTGRESQL_SCHEMES:
        return postgresql(parts, pool_size)
    raise bad_address(address)


def bad_address(address: str) -> BadSetting:
    """Return the refusal of an address, its password left out."""
    shown = address.rsplit("@", maxsplit=1)[-1] if "@" in address else address
    return BadSetting("DATABASE_URL", shown, "postgresql://utilisateur:motdepasse@hôte:5432/base ou sqlite:///chemin")


def sqlite_file(parts: SplitResult, data: Path) -> Path:
    """Return the file of a sqlite:// address, relative to the data folder unless it is absolute (four slashes)."""
    name = unquote(parts.path).removeprefix("/")
    if parts.netloc or not name:
        raise BadSetting("DATABASE_URL", parts.geturl(), "sqlite:///fichier ou sqlite:////chemin/absolu")
    return data / name


def sqlite(file: Path) -> dict[str, Any]:
    """Describe a SQLite file, tuned so that concurrent writers wait for each other instead of failing."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "OPTIONS": dict(SQLITE_OPTIONS),
        # A file, not memory: kept between two runs of the tests, and shared by the threads of a live server.
        "TEST": {"NAME": file.with_name(f"test-{file.name}")},
    }


def postgresql(parts: SplitResult, pool_size: int) -> dict[str, Any]:
    """Describe a PostgreSQL database reached through psycopg's pool."""
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    # With libpq, the folder of a local socket is given as ?host=/folder since an address has no room for it.
    host = options.pop("host", None) or unquote(parts.hostname or "")
    if not parts.path.strip("/"):
        raise bad_address(parts.geturl())
    options["pool"] = {"min_size": min(2, pool_size), "max_size": pool_size, "timeout": 10}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
    }
