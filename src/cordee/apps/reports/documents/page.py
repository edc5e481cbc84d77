"""A document as the values that the template of a page shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from cordee.apps.reports.documents.written import grid_of, heading_text, lang_of, side_of
from cordee.core.document import Block, Document, Paragraph, Picture, Points, Quote, Section, Table
from cordee.core.packs.text import Lang


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table: headings and cells in words, each with the side it stands on."""

    caption: str
    headers: Sequence[tuple[str, str]]
    rows: Sequence[Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block: its kind chooses how it is drawn, the other values are empty where they say nothing."""

    kind: str
    text: str = ""
    tone: str = ""
    who: str = ""
    lines: tuple[str, ...] = ()
    ordered: bool = False
    svg: SafeString | str = ""
    table: ShownTable | None = None


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A part: its anchor, its title, its sentence, what shows it."""

    anchor: str
    title: str
    lead: str
    level: int
    blocks: list[ShownBlock]


def shown(document: Document) -> list[ShownSection]:
    """Return the parts of a document as a page shows them."""
    lang = lang_of(document)
    return [_section(section, place, lang) for place, section in enumerate(document.sections, 1)]


def _section(section: Section, place: int, lang: Lang) -> ShownSection:
    blocks = [_block(block, lang) for block in section.blocks]
    return ShownSection(f"partie-{place}", section.title, section.lead, section.level, blocks)


def _block(block: Block, lang: Lang) -> ShownBlock:
    match block:
        case Paragraph(text, tone):
            return ShownBlock("paragraph", text, str(tone))
        case Points(items, ordered):
            return ShownBlock("points", lines=items, ordered=ordered)
        case Quote(text, who):
            return ShownBlock("quote", text, who=who)
        case Table():
            return ShownBlock("table", table=_table(block, lang))
        case Picture():
            drawing = mark_safe(block.svg)  # noqa: S308 - drawn by `charts`, which escapes every text it writes
            return ShownBlock("picture", block.caption, svg=drawing, table=_table(block.twin, lang))


def _table(table: Table, lang: Lang) -> ShownTable:
    sides = [side_of(column) for column in table.columns]
    headers = [(heading_text(column), side) for column, side in zip(table.columns, sides, strict=True)]
    rows = [list(zip(cells, sides, strict=True)) for cells in grid_of(table, lang)]
    return ShownTable(table.caption, headers, rows)
