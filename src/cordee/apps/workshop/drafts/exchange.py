"""A draft as a workbook, out and in: nothing is applied when a row is at fault, and what is sound is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from cordee.apps.evidence.kinds import examined, plain_name
from cordee.apps.evidence.refusals import Refused
from cordee.apps.workshop.entries.outline import title_of
from cordee.core.packs.faults import Fault
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.decoding import LARGEST
from cordee.core.packs.reading.pack_reading import PackReading
from cordee.core.packs.release import plain_document
from cordee.core.packs.text import Lang
from cordee.core.packs.workbook.labels import CODES, TITLES
from cordee.core.packs.workbook.reading import read_workbook

Json = Any
ENDING = ".xlsx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_NAMED = 12


class NotAWorkbook(Exception):
    """A file that is not opened at all; reads as the sentence to show."""


@dataclass(frozen=True)
class Cell:
    """A fault of a workbook, where somebody looks for it: sheet, line, column, then what is wrong and what to do."""

    sheet: str
    line: str
    column: str
    message: str
    remedy: str


@dataclass(frozen=True)
class Sound:
    """What a workbook holds that could be read: how many entries of a kind, and those that are new or changed."""

    title: str
    count: int
    changed: tuple[str, ...]
    more: int


def content_of(upload: UploadedFile) -> bytes:
    """Return the bytes of an upload that is a workbook of a bearable size; raise NotAWorkbook with what to do."""
    if (upload.size or 0) > LARGEST:
        raise NotAWorkbook(_("Ce classeur dépasse 5 Mo : un pack n’est fait que de mots, ôtez-en les images."))
    try:
        name = plain_name(upload.name or "")
        if Path(name).suffix.lower() != ENDING:
            raise NotAWorkbook(_("Ce n’est pas un classeur .xlsx : enregistrez-le dans ce format, puis recommencez."))
        content = upload.read()
        with NamedTemporaryFile(suffix=ENDING) as file:
            file.write(content)
            file.flush()
            examined(name, Path(file.name))
    except Refused as refused:
        raise NotAWorkbook(str(refused)) from refused
    return content


def read_upload(upload: UploadedFile) -> PackReading:
    """Read an upload as strictly as any pack. Errors: NotAWorkbook."""
    return read_workbook(plain_name(upload.name or ""), content_of(upload))


def cells_of(faults: Sequence[Fault], lang: Lang) -> list[Cell]:
    """Tell the faults of a workbook, in the order of its sheets."""
    return [_cell(fault, lang) for fault in faults]


def _cell(fault: Fault, lang: Lang) -> Cell:
    place = fault.place
    letters = place.cell.rstrip("0123456789")
    line = str(place.line) if place.cell else ""
    return Cell(place.sheet, line, letters, fault.message.in_(lang), fault.remedy.in_(lang))


def sound_parts(reading: PackReading, now: Json, lang: Lang) -> list[Sound]:
    """Tell what could be read of a workbook, kind by kind, next to what the draft holds."""
    found = []
    for kind, parts in reading.draft.lists.items():
        if parts:
            entries = [one.model_dump(mode="json", by_alias=True, exclude_defaults=True) for one in parts]
            changed = [title_of(entry, lang) for entry in _changed(entries, now.get(kind, ()))]
            title = TITLES[CODES[(kind,)]].in_(lang)
            found.append(Sound(title, len(entries), tuple(changed[:MOST_NAMED]), max(0, len(changed) - MOST_NAMED)))
    return found


def _changed(entries: Iterable[Json], known: Sequence[Json]) -> Iterable[Json]:
    return [entry for entry in entries if entry not in known]


def document_in(pack: Pack) -> dict[str, Json]:
    """Return the document of a pack that was read."""
    return plain_document(pack)
