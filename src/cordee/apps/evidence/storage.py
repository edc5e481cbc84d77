"""The folder where files are kept: private, under names drawn at random, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from cordee.apps.evidence.refusals import Fault, Refused

ARRIVING = ".arriving-"
ORPHAN_AGE = 24 * 3600
"""Seconds after which a file that no row names is forgotten: far more than an upload lasts."""


@dataclass(frozen=True)
class Arrival:
    """A file that has arrived whole, and is not kept yet."""

    draft: Path
    stored_as: str
    sha256: str
    size: int

    def settle(self) -> None:
        """Give the file its name, for good on the disk; called inside the transaction that writes its row."""
        self.draft.rename(path_of(self.stored_as))
        sync_folder()


def folder() -> Path:
    """Return the folder, made private when it does not exist."""
    place: Path = settings.EVIDENCE_FOLDER
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def path_of(stored_as: str) -> Path:
    """Return where a file is kept."""
    return folder() / stored_as


@contextmanager
def arriving(chunks: Iterable[bytes], most: int) -> Iterator[Arrival]:
    """Write a file chunk by chunk beside the others; when the block ends badly, nothing of it is left."""
    stored_as = secrets.token_hex(16)
    draft = path_of(ARRIVING + stored_as)
    try:
        yield Arrival(draft, stored_as, *written(draft, chunks, most))
    except BaseException:
        path_of(stored_as).unlink(missing_ok=True)
        raise
    finally:
        draft.unlink(missing_ok=True)


def written(draft: Path, chunks: Iterable[bytes], most: int) -> tuple[str, int]:
    """Write chunks to a new private file; return their SHA-256 and their size."""
    digest, size = hashlib.sha256(), 0
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        for chunk in chunks:
            size += len(chunk)
            if size > most:
                raise Refused(Fault.TOO_LARGE, megabytes=most // 1_000_000)
            digest.update(chunk)
            stream.write(chunk)
        stream.flush()
        os.fsync(descriptor)
    if not size:
        raise Refused(Fault.EMPTY)
    return digest.hexdigest(), size


def sync_folder() -> None:
    """Have the disk keep the names of the folder, not only the content of its files."""
    descriptor = os.open(folder(), os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep(place: Path, named: Container[str]) -> int:
    """Delete the old files that no row names: those of a transaction undone, of a process killed, of a row deleted."""
    limit = time.time() - ORPHAN_AGE
    old = [path for path in place.iterdir() if path.is_file() and path.stat().st_mtime < limit]
    orphans = [path for path in old if path.name not in named]
    for path in orphans:
        path.unlink(missing_ok=True)
    return len(orphans)
