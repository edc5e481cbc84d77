"""A document before it has a format: sections made of paragraphs, lists, tables, pictures and words of people.

Whoever has something to report writes it once with these values; a page, a PDF, a text document, slides, a workbook
and a JSON file are then drawn from the same document, so that they cannot say different things.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What a column holds: how its cells are written and on which side they stand."""

    TEXT = "text"
    NUMBER = "number"
    SHARE = "share"
    MONEY = "money"
    DAY = "day"


class Tone(StrEnum):
    """How a paragraph is said: as the rest, as something to beware of, or as a result."""

    PLAIN = "plain"
    WARNING = "warning"
    RESULT = "result"


class Slide(StrEnum):
    """The five slides that somebody reads who has five minutes, in their order."""

    WHAT = "what"
    CHANGED = "changed"
    FIGURES = "figures"
    JUDGED = "judged"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Absent:
    """A cell without a value, and why: « trop tôt », « pas encore relevé ». It is never a zero."""

    reason: str


Cell = str | int | float | date | Absent
"""What stands in a cell: a share is a number between 0 and 1, money is in euros."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Points:
    """A list of sentences; `ordered` when their order says something."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody, who agreed that they be shown, and who it is in the words that they chose."""

    text: str
    who: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: a stable identifier, a title, what it holds, and its unit when all cells share it.

    `brief` keeps it where there is room for a few columns only; a table where none is brief shows the first ones.
    """

    key: str
    title: str
    kind: Kind = Kind.TEXT
    unit: str = ""
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. `key` names it in the workbook and in the JSON; ValueError when a row is not as wide."""

    key: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        narrow = [number for number, row in enumerate(self.rows, 1) if len(row) != len(self.columns)]
        if narrow:
            raise ValueError(f"table {self.key}: rows {narrow} do not have {len(self.columns)} cells")

    def without(self, *keys: str) -> Table:
        """Return the table without some columns; a column that it does not have is no matter.

        >>> Table("t", "", (Column("who", "Qui"), Column("what", "Quoi")), (("Ada", "Écrit"),)).without("who").rows
        (('Écrit',),)
        """
        kept = [place for place, column in enumerate(self.columns) if column.key not in keys]
        return self._with(kept)

    def brief(self, most: int) -> Table:
        """Return the table with its brief columns, the first ones when none is brief, `most` at most.

        >>> columns = (Column("who", "Qui"), Column("what", "Quoi", brief=True))
        >>> Table("t", "", columns, (("Ada", "Écrit"),)).brief(4).rows
        (('Écrit',),)
        """
        places = range(len(self.columns))
        marked = [place for place in places if self.columns[place].brief]
        return self._with((marked or list(places))[:most])

    def _with(self, places: list[int]) -> Table:
        rows = tuple(tuple(row[place] for place in places) for row in self.rows)
        return Table(self.key, self.caption, tuple(self.columns[place] for place in places), rows)


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG, the sentence that says what is seen in it, and the same figures as a table."""

    key: str
    caption: str
    description: str
    svg: str
    twin: Table


SIGNATURES = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}
"""The first bytes of the two kinds of image that every format of a document can show."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph or a scanned page, and the sentence that says what is seen in it; ValueError on another image."""

    key: str
    caption: str
    description: str
    image: bytes

    def __post_init__(self) -> None:
        if not self.media_type:
            raise ValueError(f"photo {self.key}: neither JPEG nor PNG")

    @property
    def media_type(self) -> str:
        """The type of the image, read in its first bytes.

        >>> Photo("p", "Le jardin", "Des gens plantent une haie", b"\\xff\\xd8\\xff\\xe0").media_type
        'image/jpeg'
        """
        found = (name for start, name in SIGNATURES.items() if self.image.startswith(start))
        return next(found, "")


Block = Paragraph | Points | Quote | Table | Picture | Photo


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document: its sentence first (`lead`), then what shows it.

    `in_short` keeps the section in the short version, where the lead and the first table or picture stand for it;
    `slide` names the slide on which it stands. `level` is 1 for a part, 2 for what is under it.
    """

    key: str
    title: str
    lead: str = ""
    blocks: tuple[Block, ...] = ()
    in_short: bool = False
    level: int = 1
    slide: Slide | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report: what it is about, its language, the day it was made, what must be known before reading."""

    key: str
    title: str
    subtitle: str
    lang: str
    made_on: date
    notices: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()

    def short(self) -> Document:
        """Return the short version: the sections that say they stand in it.

        >>> day = date(2026, 11, 27)
        >>> parts = (Section("effects", "Effets", in_short=True), Section("log", "Journal"))
        >>> [part.key for part in Document("r", "Rapport", "", "fr", day, (), parts).short().sections]
        ['effects']
        """
        kept = tuple(section for section in self.sections if section.in_short)
        return Document(self.key, self.title, self.subtitle, self.lang, self.made_on, self.notices, kept)

    def tables(self) -> Iterator[Table]:
        """Give every table in the order of the document, those that stand behind a picture included.

        >>> table = Table("t", "Effets", (Column("name", "Effet"),), (("Délai",),))
        >>> document = Document("r", "", "", "fr", date(2026, 1, 1), (), (Section("s", "S", blocks=(table,)),))
        >>> [each.key for each in document.tables()]
        ['t']
        """
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Table):
                    yield block
                elif isinstance(block, Picture):
                    yield block.twin
