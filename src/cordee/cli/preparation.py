"""What a site needs before it can answer: tables, packs, static files, and a demonstration when asked."""

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

import django
import typer
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from cordee.words import tell

STAMP = ".cordee-stamp"


class NotReady(RuntimeError):
    """The site cannot start; the message is for the person who starts it."""


def prepare(*, demo: bool) -> None:
    """Bring the database, the packs and the static files up to date; a step already done costs nothing."""
    try:
        _prepare(demo=demo)
    except (CommandError, ImproperlyConfigured) as error:
        raise NotReady(str(error)) from error
    except DatabaseError as error:
        raise NotReady(_no_database(error)) from error


def _prepare(*, demo: bool) -> None:
    django.setup()
    call_command("check", fail_level="ERROR", stdout=io.StringIO())
    _say("base de données", "database")
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    _say("packs", "packs")
    call_command("load_packs", verbosity=0)
    if demo:
        _say("espace de démonstration", "demonstration space")
        call_command("load_demo", verbosity=0)
    collect_static_files()
    # Drawn by templates, which need to know under which names the static files are.
    _say("pages de texte", "prose pages")
    call_command("load_pages", verbosity=0)


def collect_static_files() -> bool:
    """Gather the static files under their hashed names, unless the last gathering was of these very files."""
    stamp = Path(settings.STATIC_ROOT) / STAMP
    wanted = static_fingerprint()
    if settings.DEBUG or (stamp.exists() and stamp.read_text() == wanted):
        return False
    _say("fichiers statiques", "static files")
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    stamp.write_text(wanted)
    return True


def static_fingerprint() -> str:
    """Name, size and date of every static file of the applications, and how they are stored, in one hash."""
    digest = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    for name, path in sorted(_static_files()):
        state = path.stat()
        digest.update(f"{name}|{state.st_size}|{state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _static_files() -> Iterator[tuple[str, Path]]:
    for finder in get_finders():
        for name, storage in finder.list([]):
            yield name, Path(storage.path(name))


def _say(french: str, english: str) -> None:
    typer.echo(f"· {tell(french, english)}")


def _no_database(error: DatabaseError) -> str:
    return tell(
        f"La base de données ne répond pas comme prévu : {error}\nVérifiez DATABASE_URL (voir docs/settings.md).",
        f"The database does not answer as expected: {error}\nCheck DATABASE_URL (see docs/settings.md).",
    )
