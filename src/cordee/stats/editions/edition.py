"""What an edition says of itself: who prepared it, who approved it, when, and the fingerprint of every file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from cordee.core.folding import folded
from cordee.core.packs.text import Text
from cordee.stats.faults import SurveyRefused, Told, refusal

FORMAT = "cordee-edition/1"
CARD = "edition.json"
WITHDRAWAL = "withdrawn.json"
READ_AT_ONCE = 1 << 20


@dataclass(frozen=True)
class Edition:
    """The card of an edition. `files` maps a name in the folder to its SHA-256; `data_sha256` is that of the microdata.

    `published_at` is a date and hour of the world (ISO 8601, UTC). `data_public` says whether the microdata are in the
    folder. `rows` counts the lines of the results, `suppressed` those whose numbers are hidden. `synthetic`: nobody
    answered, the microdata were drawn at random. `publisher`, `doi`, `address`: the body that publishes, the identifier
    that was reserved for the edition, where it will be found; empty when there is none.
    `note`: what a reader must know besides (fieldwork, sources).
    """

    id: str
    title: Text
    prepared_by: str
    approved_by: str
    published_at: str
    software: str
    licence: str
    data_sha256: str
    data_public: bool
    rows: int
    suppressed: int
    synthetic: bool = False
    publisher: str = ""
    doi: str = ""
    address: str = ""
    note: Text | None = None
    files: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> str:
        """Write the card, keys in their order."""
        words = {"title": _plain(self.title), "note": _plain(self.note) if self.note else None}
        values = {**self.__dict__, **words, "files": dict(self.files)}
        return json.dumps({"format": FORMAT, **values}, ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True)
class Withdrawal:
    """Why an edition is no longer to be used; its address and its files stay."""

    by: str
    at: str
    reason: Text

    def as_json(self) -> str:
        """Write the notice."""
        values = {"by": self.by, "at": self.at, "reason": _plain(self.reason)}
        return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def refuse_one_person(prepared_by: str, approved_by: str) -> None:
    """Refuse an edition that one person alone prepared and approved. SurveyRefused.

    >>> refuse_one_person("Ana", "Bo")
    >>> refuse_one_person("Ana", " ANA ")
    Traceback (most recent call last):
    cordee.stats.faults.SurveyRefused: There is one name only: ‘Ana’.
        An edition is prepared by one person and approved by another: ask someone to read it again.
    """
    if folded(prepared_by) == folded(approved_by):
        raise refusal("one-person", name=prepared_by)


def fingerprint_of(path: Path) -> str:
    """Return the SHA-256 of a file, read piece by piece; of a folder, that of its files in the order of their names."""
    digest = sha256()
    for part in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if part.is_file():
            with part.open("rb") as stream:
                while piece := stream.read(READ_AT_ONCE):
                    digest.update(piece)
    return digest.hexdigest()


def read_edition(folder: Path) -> Edition:
    """Read the card of an edition. SurveyRefused: no card, or one that does not say what a card says."""
    document = _document(folder / CARD)
    if document.pop("format", None) != FORMAT:
        raise refusal("not-an-edition", str(folder))
    try:
        note = Text.model_validate(document["note"]) if document.get("note") else None
        return Edition(**{**document, "title": Text.model_validate(document["title"]), "note": note})
    except (KeyError, TypeError, ValueError):
        raise refusal("not-an-edition", str(folder)) from None


def read_withdrawal(folder: Path) -> Withdrawal | None:
    """Read the notice of withdrawal of an edition; None when it stands."""
    if not (folder / WITHDRAWAL).exists():
        return None
    document = _document(folder / WITHDRAWAL)
    try:
        return Withdrawal(document["by"], document["at"], Text.model_validate(document["reason"]))
    except (KeyError, TypeError, ValueError):
        raise refusal("not-an-edition", str(folder / WITHDRAWAL)) from None


def verify(folder: Path) -> Edition:
    """Read an edition and check each of its files. SurveyRefused: one changed, went, or came without being named."""
    edition = read_edition(folder)
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    faults: list[Told] = []
    for name, expected in edition.files.items():
        if name not in present or fingerprint_of(folder / name) != expected:
            faults += refusal("changed-file", str(folder / name)).faults
    faults += [
        fault
        for name in sorted(present - {*edition.files, CARD, WITHDRAWAL})
        for fault in refusal("foreign-to-edition", str(folder / name)).faults
    ]
    if faults:
        raise SurveyRefused(faults)
    return edition


def _plain(words: Text) -> dict[str, str]:
    return {"fr": words.fr, "en": words.en}


def _document(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise refusal("not-an-edition", str(path.parent)) from None
    if not isinstance(document, dict):
        raise refusal("not-an-edition", str(path.parent))
    return document
