"""Sections of a document made ready for a page: cells in words, each block with the name of what it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format, number_format

from cordee.core.document import Absent, Block, Cell, Column, Kind, Paragraph, Picture, Points, Quote, Section, Table


@dataclass(frozen=True)
class DrawnBlock:
    """A block of a section: `shape` says how it is drawn."""

    shape: str
    text: str = ""
    tone: str = ""
    items: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class DrawnSection:
    """A section as a page shows it."""

    key: str
    title: str
    lead: str
    blocks: tuple[DrawnBlock, ...]


def drawn(sections: Iterable[Section]) -> list[DrawnSection]:
    """Make sections ready for a page, in the language on screen."""
    return [DrawnSection(one.key, one.title, one.lead, tuple(_block(each) for each in one.blocks)) for one in sections]


def _block(block: Block) -> DrawnBlock:
    match block:
        case Paragraph():
            return DrawnBlock("paragraph", block.text, block.tone.value)
        case Points():
            return DrawnBlock("points", items=block.items)
        case Quote():
            return DrawnBlock("quote", block.text, items=(block.who,))
        case Table():
            return _table(block)
        case Picture():
            return _table(block.twin)


def _table(table: Table) -> DrawnBlock:
    rows = tuple(tuple(cell_said(*pair) for pair in zip(row, table.columns, strict=True)) for row in table.rows)
    return DrawnBlock("table", table.caption, headers=tuple(column.title for column in table.columns), rows=rows)


def cell_said(cell: Cell, column: Column) -> str:
    """Return a cell as its reader reads it; one without a value says why."""
    if isinstance(cell, Absent):
        return cell.reason
    if isinstance(cell, date):
        return date_format(cell, "SHORT_DATE_FORMAT")
    if isinstance(cell, str):
        return cell
    if column.kind is Kind.SHARE:
        return f"{number_format(cell * 100, 0)}\u202f%"
    number = number_format(cell, 0 if cell == int(cell) else 2, force_grouping=True)
    unit = "€" if column.kind is Kind.MONEY else column.unit
    return f"{number}\u202f{unit}" if unit else number
