"""Cells, headings and texts of a document as its reader writes them: the same words in every format."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from cordee.charts.numbers import format_number, format_tick
from cordee.core.days import written_day
from cordee.core.document import Absent, Cell, Column, Document, Kind, Table
from cordee.core.numerals import percent
from cordee.core.packs.text import Lang

Side = Literal["left", "right"]

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
WIDEST_WORD, WIDEST = 22, 44
RIGHT = frozenset({Kind.NUMBER, Kind.SHARE, Kind.MONEY})


def lang_of(document: Document) -> Lang:
    """Return the language of a document, as the pieces that write numbers name it."""
    return "en" if document.lang == "en" else "fr"


def cell_text(cell: Cell, kind: Kind, lang: Lang) -> str:
    """Write a cell; an absent value is its reason, never a zero.

    >>> cell_text(0.4, Kind.SHARE, "en"), cell_text(1250, Kind.MONEY, "en"), cell_text(2.5, Kind.NUMBER, "fr")
    ('40%', '€1,250', '2,5')
    >>> cell_text(date(2026, 3, 1), Kind.DAY, "fr"), cell_text(Absent("trop tôt"), Kind.NUMBER, "fr")
    ('1er mars 2026', 'trop tôt')
    """
    match cell:
        case Absent(reason):
            return reason
        case str():
            return cell
        case date():
            return written_day(cell, lang)
    return _number_text(cell, kind, lang)


def _number_text(value: float, kind: Kind, lang: Lang) -> str:
    if kind is Kind.SHARE:
        return percent(value, lang)
    if kind is Kind.MONEY:
        return _money_text(value, lang)
    return format_tick(value, lang)


def _money_text(value: float, lang: Lang) -> str:
    decimals = 0 if round(value, 2) == round(value) else 2
    if lang == "fr":
        return format_number(value, lang, decimals, unit="€")
    written = format_number(value, lang, decimals)
    return f"−€{written[1:]}" if written.startswith("−") else f"€{written}"


def heading_text(column: Column) -> str:
    """Write the heading of a column, with the unit that all its cells share.

    >>> heading_text(Column("delay", "Délai", Kind.NUMBER, "jours"))
    'Délai (jours)'
    """
    return f"{column.title} ({column.unit})" if column.unit else column.title


def side_of(column: Column) -> Side:
    """Tell on which side the cells of a column stand: numbers line up on the right."""
    return "right" if column.kind in RIGHT else "left"


def grid_of(table: Table, lang: Lang) -> list[list[str]]:
    """Write every row of a table."""
    return [
        [cell_text(cell, column.kind, lang) for cell, column in zip(row, table.columns, strict=True)]
        for row in table.rows
    ]


def widths_of(table: Table, lang: Lang) -> list[int]:
    """Give each column a width in letters: its longest word has its place, long sentences share what is left.

    >>> rows = (("Délai moyen avant un rendez-vous", 12), ("Coût", 4))
    >>> widths_of(Table("t", "", (Column("a", "Effet"), Column("b", "Jours", Kind.NUMBER)), rows), "fr")
    [32, 6]
    """
    grid = grid_of(table, lang)
    columns = zip(*([[heading_text(column) for column in table.columns], *grid]), strict=True)
    return [_width(texts) for texts in columns]


def _width(texts: tuple[str, ...]) -> int:
    longest = max(min(len(word), WIDEST_WORD) for text in texts for word in text.split() or [""])
    return max(longest + 1, min(max(map(len, texts)), WIDEST), 6)


def xml_text(text: str) -> str:
    """Leave out the few characters that no office document can hold.

    >>> xml_text("un\\x0bdeux <b>")
    'undeux <b>'
    """
    return _NOT_IN_XML.sub("", text)
