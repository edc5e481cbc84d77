"""The folder of microdata: private, under names drawn at random, whole or not at all."""

from __future__ import annotations

import secrets
from collections.abc import Container, Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from cordee.apps.evidence import storage as evidence


@dataclass(frozen=True)
class Kept:
    """A file that is whole on the disk."""

    stored_as: str
    sha256: str
    size: int


def folder() -> Path:
    """Return the folder, made private when it does not exist."""
    place: Path = settings.SURVEYS_FOLDER
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def path_of(stored_as: str) -> Path:
    """Return where a file is kept."""
    return folder() / stored_as


def keep(chunks: Iterable[bytes], suffix: str, most: int) -> Kept:
    """Write a file chunk by chunk. Refused: it has more than `most` bytes, or none; nothing of it is left."""
    stored_as = f"{secrets.token_hex(16)}{suffix}"
    path = path_of(stored_as)
    try:
        sha256, size = evidence.written(path, chunks, most)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Kept(stored_as, sha256, size)


def forget(stored_as: str) -> None:
    """Delete a file that no row names any more."""
    if stored_as:
        path_of(stored_as).unlink(missing_ok=True)


def sweep(named: Container[str]) -> int:
    """Delete the old files that no row names, such as one whose process was killed while it arrived; say how many."""
    return evidence.sweep(folder(), named)
