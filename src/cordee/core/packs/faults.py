"""A fault in a pack: where it is, what is wrong, what to do about it, in French and in English."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from cordee.core.packs.messages import MESSAGES
from cordee.core.packs.messages.wording import Said, Value, printable
from cordee.core.packs.text import Lang

Path = tuple[str | int, ...]


class Place(NamedTuple):
    """Where something is written: a line of a file, or a cell of a workbook. Lines and columns count from 1."""

    file: str = ""
    line: int = 0
    column: int = 0
    sheet: str = ""
    cell: str = ""

    def in_(self, lang: Lang) -> str:
        """Return the place as a reader looks for it.

        >>> Place("tools/raci-grid.yaml", 12, 5).in_("fr")
        'tools/raci-grid.yaml:12:5'
        >>> Place("alliances.xlsx", 7, 3, "topics", "C7").in_("en")
        'alliances.xlsx, sheet topics, cell C7'
        """
        if self.sheet:
            sheet, cell = ("feuille", "cellule") if lang == "fr" else ("sheet", "cell")
            return f"{self.file}, {sheet} {self.sheet}" + (f", {cell} {self.cell}" if self.cell else "")
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the id of its message in the catalogue, its place, its path in the pack, and what to say of it."""

    id: str
    place: Place
    path: str
    message: Said
    remedy: Said

    @property
    def file(self) -> str:
        """The file, relative to the folder of the pack."""
        return self.place.file

    @property
    def line(self) -> int:
        """The line, from 1; 0 when the fault is about the whole file."""
        return self.place.line

    @property
    def column(self) -> int:
        """The column, from 1; 0 when the fault is about the whole file."""
        return self.place.column

    def in_(self, lang: Lang) -> str:
        """Return the fault on two lines: where and what, then what to do.

        >>> print(fault("empty-file", Place("glossary.yaml")).in_("en"))
        glossary.yaml: The file is empty.
            Write its content, or delete the file if it is no longer of use.
        """
        where = self.place.in_(lang)
        colon = "\u202f: " if lang == "fr" else ": "
        return f"{where}{colon}{self.message.in_(lang)}\n    {self.remedy.in_(lang)}"


def fault(message_id: str, place: Place, path: Path = (), **values: Value) -> Fault:
    """Make a fault from the catalogue; `values` fill the sentences. KeyError: an id the catalogue does not have.

    >>> fault("duplicate-key", Place("pack.yaml", 4, 1), ("id",), key="id", first=2).message.en
    'The key ‘id’ is already written on line 2.'
    """
    message = MESSAGES[message_id]
    return Fault(message_id, place, show_path(path), message.what.fill(values), message.remedy.fill(values))


def show_path(path: Path) -> str:
    """Write a path as its author would say it.

    >>> show_path(("topics", 0, "name", "fr"))
    'topics[0].name.fr'
    """
    shown = ""
    for step in path:
        shown += f"[{step}]" if isinstance(step, int) else f".{step}" if shown else step
    return printable(shown)


def read_path(shown: str) -> Path:
    """Read a path back, as long as none of its keys holds a dot.

    >>> read_path("topics[0].name.fr")
    ('topics', 0, 'name', 'fr')
    """
    steps = re.findall(r"([^.\[\]]+)|\[(\d+)\]", shown)
    # Words come from the first group, positions from the second.
    return tuple(int(number) if number else word for word, number in steps)


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Sort faults by file, line and column, without repeating one.

    >>> late, early = fault("empty-file", Place("b.yaml")), fault("empty-file", Place("a.yaml"))
    >>> [one.file for one in in_order([late, early, late])]
    ['a.yaml', 'b.yaml']
    """
    return tuple(sorted(dict.fromkeys(faults), key=lambda one: (one.place, one.path, one.id)))
