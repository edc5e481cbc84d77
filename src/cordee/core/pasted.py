"""Text pasted from a spreadsheet as records of clean cells, each with the lines it came from."""

import csv
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

MOST_LINES_A_RECORD = 5
"""A quoted cell may hold line breaks; one left open must not swallow all that follows."""

_LINE_ENDS = re.compile(r"\r\n|\r|\n")
_SPACES = re.compile(r"[\s\u00a0\u2007\u202f\ufeff\u200b\u2060]+")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its first and last line, from 1, its cells, and the text as pasted.

    `broken` tells that a quotation mark is misplaced or never closed; there are then no cells.
    """

    line: int
    last_line: int
    cells: tuple[str, ...]
    text: str
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was pasted: records, blank lines by number, and `rest`, the lines left unread in one piece, if any."""

    records: tuple[Record, ...]
    blank: tuple[int, ...]
    rest: Record | None


def records_of(text: str, most: int) -> Pasted:
    """Split pasted text into records, `most` of them at most; every line is found once in the result.

    The separator is a tab when the first line that is not blank has one, else the more frequent of semicolon and
    comma there. A line with nothing but separators and spaces is blank. A line break ending the text opens no line.

    >>> pasted = records_of("a;b\\n\\n\\"c\\nd\\";e\\nf;g\\n", 2)
    >>> [(record.line, record.last_line, record.cells) for record in pasted.records], pasted.blank
    ([(1, 1, ('a', 'b')), (3, 4, ('c d', 'e'))], (2,))
    >>> pasted.rest.line, pasted.rest.text
    (5, 'f;g')
    """
    lines = _LINE_ENDS.split(text.removeprefix("\ufeff"))
    if lines[-1] == "":
        lines.pop()
    separator = separator_of(lines)
    end = len(lines)
    while end and _is_blank(lines[end - 1], separator):
        end -= 1
    records: list[Record] = []
    blank = list(range(end + 1, len(lines) + 1))
    place = 0
    while place < end and len(records) < most:
        if _is_blank(lines[place], separator):
            blank.append(place + 1)
            place += 1
        else:
            records.append(_record_at(lines, place, separator))
            place = records[-1].last_line
    rest = Record(place + 1, end, (), "\n".join(lines[place:end])) if place < end else None
    return Pasted(tuple(records), tuple(sorted(blank)), rest)


def _is_blank(line: str, separator: str) -> bool:
    return not clean(line.replace(separator, ""))


def separator_of(lines: Sequence[str]) -> str:
    """Return what separates cells, from the first line that is not blank; a comma when nothing says.

    >>> separator_of(["", "Nom;E-mail, professionnel;Cercle"])
    ';'
    """
    first = next((line for line in lines if clean(line)), "")
    if "\t" in first:
        return "\t"
    return ";" if first.count(";") >= max(1, first.count(",")) else ","


def clean(cell: str) -> str:
    """Put a cell on one line with plain single spaces, and drop what cannot be seen.

    >>> clean("\u00a0Zoé \u200b\u202f Martin\x07 ")
    'Zoé Martin'
    """
    spaced = _SPACES.sub(" ", cell).strip()
    if spaced.isprintable():
        return spaced
    visible = "".join(letter for letter in spaced if unicodedata.category(letter)[0] != "C")
    return _SPACES.sub(" ", visible).strip()


def folded(name: str) -> str:
    """Return a name as it is compared: composed letters, no accents, no capitals, straight apostrophes, single spaces.

    >>> folded("  L’Œuvre  des ÉCOLES ")
    "l'œuvre des ecoles"
    """
    plain = unicodedata.normalize("NFKD", clean(name).replace("’", "'")).casefold()
    return clean("".join(letter for letter in plain if not unicodedata.combining(letter)))


def _record_at(lines: Sequence[str], place: int, separator: str) -> Record:
    """Read the record that starts at a line: alone, or joined to the next few while a quotation mark is open."""
    for last in range(place, min(place + MOST_LINES_A_RECORD, len(lines))):
        text = "\n".join(lines[place : last + 1])
        cells = _cells(text, separator)
        if cells is not None:
            return Record(place + 1, last + 1, cells, text)
    return Record(place + 1, place + 1, (), lines[place], broken=True)


def _cells(text: str, separator: str) -> tuple[str, ...] | None:
    """Split one record into clean cells, or return None when its quotation marks do not close."""
    try:
        rows = list(csv.reader([text], delimiter=separator, strict=True))
    except csv.Error:
        return None
    return tuple(clean(cell) for cell in rows[0]) if len(rows) == 1 else None
