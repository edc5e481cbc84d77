"""Office documents are archives: which parts they must have, and how much they may swell when opened.

Nothing is unpacked here: the list of parts says enough to refuse what would harm whoever opens the file.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from cordee.apps.evidence.refusals import Fault, Refused

MOST_PARTS = 5_000
MOST_UNPACKED = 500_000_000
MOST_SWELLING = 150
"""How many times larger than the archive its content may be; the most repetitive workbooks stay under a hundred."""
SMALL = 10_000_000
"""What may swell more, because the whole is small anyway."""
ENCRYPTED = 0x1
OPEN_XML = "application/vnd.openxmlformats-officedocument."
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."


@dataclass(frozen=True)
class Office:
    """A kind of office document: its type, and the part without which it is not one."""

    media_type: str
    part: str


OFFICES = {
    ".docx": Office(f"{OPEN_XML}wordprocessingml.document", "word/document.xml"),
    ".xlsx": Office(f"{OPEN_XML}spreadsheetml.sheet", "xl/workbook.xml"),
    ".pptx": Office(f"{OPEN_XML}presentationml.presentation", "ppt/presentation.xml"),
    ".odt": Office(f"{OPEN_DOCUMENT}text", "content.xml"),
    ".ods": Office(f"{OPEN_DOCUMENT}spreadsheet", "content.xml"),
    ".odp": Office(f"{OPEN_DOCUMENT}presentation", "content.xml"),
}


def check_office(path: Path, ending: str, name: str) -> None:
    """Raise Refused when a file is not the office document that its name announces, or is one that harms."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if not is_office(archive, parts, OFFICES[ending]):
                raise Refused(Fault.DISGUISED, name=name, ending=ending)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        raise Refused(Fault.DISGUISED, name=name, ending=ending) from None
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise Refused(Fault.BROKEN)
    if swells(parts, path.stat().st_size):
        raise Refused(Fault.BOMB)
    if any(is_program(part.filename) for part in parts):
        raise Refused(Fault.MACROS)


def is_office(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], office: Office) -> bool:
    """Tell whether an archive has the parts of a kind of office document; it must begin the file too."""
    names = {part.filename for part in parts}
    if office.part not in names or min(part.header_offset for part in parts) != 0:
        return False
    if office.media_type.startswith(OPEN_XML):
        return "[Content_Types].xml" in names
    declared = next((part for part in parts if part.filename == "mimetype"), None)
    # The type is written in clear at the beginning: longer than that, it is something else.
    return declared is not None and declared.file_size < 100 and archive.read(declared) == office.media_type.encode()


def swells(parts: list[zipfile.ZipInfo], size: int) -> bool:
    """Tell whether an archive holds too many parts, too much in all, or the same bytes told several times."""
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    too_much = unpacked > MOST_UNPACKED or (unpacked > SMALL and unpacked > MOST_SWELLING * size)
    return len(parts) > MOST_PARTS or too_much or packed > size


def is_program(part: str) -> bool:
    """Tell whether a part is a program: macros of either family, or something to run."""
    lower = part.lower()
    return lower.endswith(("vbaproject.bin", ".exe", ".dll", ".js", ".vbs")) or lower.startswith(("basic/", "scripts/"))
