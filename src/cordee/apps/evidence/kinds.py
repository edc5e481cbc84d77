"""What a file really is: its name must say it, its first bytes must prove it, and only some kinds are kept."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import puremagic

from cordee.apps.evidence.offices import OFFICES, check_office
from cordee.apps.evidence.refusals import Fault, Refused

LONGEST_NAME = 200
TEXT = "text"
MARKUP = ("<", "%PDF-", "{\\rtf")
"""How what is written in plain signs and yet is no plain text begins: a page, a drawing, a document."""
OLD_OFFICE = {".doc": ".docx", ".xls": ".xlsx", ".ppt": ".pptx", ".docm": ".docx", ".xlsm": ".xlsx", ".pptm": ".pptx"}


@dataclass(frozen=True)
class Kind:
    """A kind of file: its type for browsers, and the endings that its first bytes may announce."""

    media_type: str
    proofs: frozenset[str]

    @property
    def is_image(self) -> bool:
        """Tell whether it may hold the place where a picture was taken."""
        return self.media_type.startswith("image/")


def _kind(media_type: str, *proofs: str) -> Kind:
    return Kind(media_type, frozenset(proofs))


KINDS: dict[str, Kind] = {
    ".pdf": _kind("application/pdf", ".pdf"),
    **{ending: _kind(office.media_type) for ending, office in OFFICES.items()},
    ".jpg": _kind("image/jpeg", ".jpg", ".jpeg"),
    ".jpeg": _kind("image/jpeg", ".jpg", ".jpeg"),
    ".png": _kind("image/png", ".png"),
    ".gif": _kind("image/gif", ".gif"),
    ".webp": _kind("image/webp", ".webp"),
    ".heic": _kind("image/heic", ".heic", ".heif"),
    ".heif": _kind("image/heif", ".heic", ".heif"),
    ".txt": _kind("text/plain", TEXT),
    ".md": _kind("text/markdown", TEXT),
    ".csv": _kind("text/csv", TEXT),
    ".mp3": _kind("audio/mpeg", ".mp3", ".mpga"),
    ".m4a": _kind("audio/mp4", ".m4a", ".f4a"),
    ".ogg": _kind("audio/ogg", ".ogg", ".oga"),
    ".wav": _kind("audio/wav", ".wav"),
}
ACCEPTED = ",".join(KINDS)
"""The endings, as the field of a form names them to a browser."""


def plain_name(name: str) -> str:
    """Return the name of a file without folders or invisible signs, its ending kept when it is too long."""
    last = PurePosixPath(name.replace("\\", "/")).name
    clean = "".join(sign for sign in last if sign.isprintable()).strip().strip(".")
    path = PurePosixPath(clean)
    if not path.stem or not path.suffix:
        raise Refused(Fault.NAMELESS)
    return path.stem[: LONGEST_NAME - len(path.suffix)] + path.suffix[:LONGEST_NAME]


def examined(name: str, path: Path) -> Kind:
    """Return the kind of a file whose content agrees with its name; raise Refused with what to do otherwise."""
    ending = PurePosixPath(name).suffix.lower()
    kind = KINDS.get(ending)
    if ending in OLD_OFFICE:
        raise Refused(Fault.OLD_OFFICE, ending=ending, modern=OLD_OFFICE[ending])
    if kind is None:
        raise Refused(Fault.NOT_ALLOWED, ending=ending, accepted=", ".join(sorted(KINDS)))
    if ending in OFFICES:
        check_office(path, ending, name)
    elif not is_proved(kind, path):
        raise Refused(Fault.DISGUISED, name=name, ending=ending)
    return kind


def is_proved(kind: Kind, path: Path) -> bool:
    """Tell whether the content of a file is that of its kind."""
    if TEXT in kind.proofs:
        return is_plain_text(path)
    with path.open("rb") as stream:
        head = stream.read(8)
    if kind.media_type == "application/pdf" and not head.startswith(b"%PDF-"):
        return False
    return bool(kind.proofs & announced(path))


def announced(path: Path) -> set[str]:
    """Return the endings that the bytes of a file announce; none when nothing is recognised."""
    try:
        return {found.extension.lower() for found in puremagic.magic_file(path)}
    except (puremagic.PureError, ValueError):
        return set()


def is_plain_text(path: Path) -> bool:
    """Tell whether a file is text to read, and no page with markup that some program could run."""
    content = path.read_bytes()
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = content.decode("utf-16", errors="replace")
    else:
        text = decoded(content)
    control = any(ord(sign) < 32 and sign not in "\t\n\r\f" for sign in set(text))
    return "\ufffd" not in text and not control and not text.lstrip("\ufeff \t\r\n\f").startswith(MARKUP)


def decoded(content: bytes) -> str:
    """Read bytes as UTF-8 or, as spreadsheets still write, as Windows does in the West."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
