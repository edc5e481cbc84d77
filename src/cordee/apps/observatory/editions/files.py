"""The files of an edition, as they were published: those that its card names, and no other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cordee.apps.observatory.editions.shelf import ShelvedEdition
from cordee.stats.editions.edition import CARD, WITHDRAWAL, fingerprint_of

TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".xml": "application/xml; charset=utf-8",
    ".bib": "application/x-bibtex; charset=utf-8",
    ".cff": "application/yaml; charset=utf-8",
    ".yaml": "application/yaml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".sh": "text/x-shellscript; charset=utf-8",
    ".parquet": "application/vnd.apache.parquet",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
ANY = "application/octet-stream"
IN_MEMORY = 16_000_000
"""Bytes up to which what is sent may be held in memory."""


@dataclass(frozen=True)
class EditionFile:
    """A file: its name in the edition, where it is, its SHA-256, and whether it may ever change."""

    name: str
    path: Path
    sha256: str
    lasting: bool = True

    @property
    def media_type(self) -> str:
        """Return its type, by its ending; one that is not known is only bytes."""
        return TYPES.get(self.path.suffix.lower(), ANY)

    @property
    def is_small(self) -> bool:
        """Say whether it may be read at once rather than piece by piece."""
        return self.size <= IN_MEMORY

    @property
    def size(self) -> int:
        """Return its size in bytes."""
        return self.path.stat().st_size


def files_of(edition: ShelvedEdition) -> list[EditionFile]:
    """Return every file of an edition: its card, what the card names, and the notice of withdrawal if there is one."""
    named = [EditionFile(name, edition.folder / name, digest) for name, digest in edition.card.files.items()]
    files = [_unnamed(edition, CARD), *named]
    return [*files, _unnamed(edition, WITHDRAWAL)] if edition.withdrawal else files


def file_called(edition: ShelvedEdition, name: str) -> EditionFile | None:
    """Return the file of that very name; nothing for a name that the card does not have, whatever it looks like."""
    return next((one for one in files_of(edition) if one.name == name and one.path.is_file()), None)


def archive_of(edition: ShelvedEdition) -> IO[bytes]:
    """Return the whole edition as a ZIP archive, in a folder of its name: the same bytes each time.

    It is made piece by piece, in memory while it is small: microdata may be large.
    """
    stamp = datetime.fromisoformat(edition.card.published_at).timetuple()[:6]
    out = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 whoever is answered closes it
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for one in files_of(edition):
            entry = ZipInfo(f"{edition.card.id}/{one.name}", date_time=stamp)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            with one.path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
                copyfileobj(source, target)
    out.seek(0)
    return out


def _unnamed(edition: ShelvedEdition, name: str) -> EditionFile:
    path = edition.folder / name
    return EditionFile(name, path, fingerprint_of(path), lasting=name == CARD)
