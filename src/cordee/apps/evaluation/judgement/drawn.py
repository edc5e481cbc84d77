"""A document kept as JSON made ready for a page: blocks by kind, cells as people read them, drawings checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from cordee.apps.evaluation.stacking import StackedRow, stacked
from cordee.core.document import (
    Absent,
    Block,
    Cell,
    Column,
    Document,
    Kind,
    Paragraph,
    Picture,
    Points,
    Quote,
    Section,
    Table,
)
from cordee.core.document_json import from_json
from cordee.core.drawing_check import RefusedDrawing, check_drawing


@dataclass(frozen=True)
class DrawnBlock:
    """One block: its kind, the block itself, its table when it has one, its drawing when it may be shown."""

    kind: str
    block: Block
    headers: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    svg: str = ""

    @property
    def stacked(self) -> tuple[StackedRow, ...]:
        """Its table, each cell with its heading."""
        return stacked(self.headers, self.rows)


@dataclass(frozen=True)
class DrawnDocument:
    """A document and its sections, each with its blocks."""

    document: Document
    sections: tuple[tuple[Section, tuple[DrawnBlock, ...]], ...]


def drawn(text: str) -> DrawnDocument:
    """Read a document kept as JSON; raise NotADocument on anything else."""
    document = from_json(text)
    return DrawnDocument(document, sections_drawn(document.sections))


def sections_drawn(sections: tuple[Section, ...]) -> tuple[tuple[Section, tuple[DrawnBlock, ...]], ...]:
    """Return sections with their blocks made ready."""
    return tuple((section, tuple(_blocks(section))) for section in sections)


def _blocks(section: Section) -> Iterator[DrawnBlock]:
    for block in section.blocks:
        match block:
            case Paragraph():
                yield DrawnBlock("paragraph", block)
            case Points():
                yield DrawnBlock("points", block)
            case Quote():
                yield DrawnBlock("quote", block)
            case Table():
                yield DrawnBlock("table", block, **_table(block))
            case Picture():
                yield DrawnBlock("picture", block, **_table(block.twin), svg=_drawing(block.svg))


def _drawing(svg: str) -> str:
    """Return a drawing that may stand on a page; nothing otherwise, and its table then stands alone."""
    try:
        return mark_safe(check_drawing(svg))  # noqa: S308 - every element and attribute was just checked
    except RefusedDrawing:
        return ""


def _table(table: Table) -> dict[str, Any]:
    headers = tuple(f"{column.title} ({column.unit})" if column.unit else column.title for column in table.columns)
    rows = tuple(
        tuple(cell_words(column, cell) for column, cell in zip(table.columns, row, strict=True)) for row in table.rows
    )
    return {"headers": headers, "rows": rows}


def cell_words(column: Column, cell: Cell) -> str:
    """Write a cell as people read it."""
    match cell:
        case Absent():
            return cell.reason
        case date():
            return date_format(cell)
        case str():
            return cell
    if column.kind is Kind.SHARE:
        return _("{share} %").format(share=number_format(round(100 * cell, 1)))
    if column.kind is Kind.MONEY:
        return _("{amount} €").format(amount=number_format(cell, force_grouping=True))
    return number_format(cell)
