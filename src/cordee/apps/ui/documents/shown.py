"""A document, or some of its sections, as the values that the templates of `ui/document` show."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from cordee.apps.ui.documents.written import grid_of, heading_text, lang_of, side_of
from cordee.core.document import Block, Document, Paragraph, Photo, Picture, Points, Quote, Section, Table
from cordee.core.drawing_check import RefusedDrawing, check_drawing
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
    description: str = ""
    svg: SafeString | str = ""
    table: ShownTable | None = None
    image: str = ""


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A part: its key, its anchor, its title, its sentence, what shows it."""

    key: str
    anchor: str
    title: str
    lead: str
    level: int
    blocks: list[ShownBlock]


def shown(document: Document) -> list[ShownSection]:
    """Return the parts of a document as a page shows them."""
    return shown_sections(document.sections, lang_of(document))


def shown_sections(sections: Iterable[Section], lang: Lang) -> list[ShownSection]:
    """Return sections as a page shows them, their numbers and days written in a language."""
    return [_section(section, place, lang) for place, section in enumerate(sections, 1)]


def shown_blocks(blocks: Iterable[Block], lang: Lang) -> list[ShownBlock]:
    """Return blocks as a page shows them."""
    return [_block(block, lang) for block in blocks]


def _section(section: Section, place: int, lang: Lang) -> ShownSection:
    blocks = shown_blocks(section.blocks, lang)
    return ShownSection(section.key, f"partie-{place}", section.title, section.lead, section.level, blocks)


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
            drawing, table = _drawing(block.svg), _table(block.twin, lang)
            return ShownBlock("picture", block.caption, description=block.description, svg=drawing, table=table)
        case Photo():
            address = f"data:{block.media_type};base64,{base64.b64encode(block.image).decode('ascii')}"
            return ShownBlock("photo", block.caption, description=block.description, image=address)


def _drawing(svg: str) -> SafeString | str:
    """Return a drawing that may stand on a page; nothing otherwise, and its table then stands alone.

    A document that was frozen comes back from a database: its drawings are read again before they are shown.
    """
    try:
        return mark_safe(check_drawing(svg))  # noqa: S308 - every element and attribute was just checked
    except RefusedDrawing:
        return ""


def _table(table: Table, lang: Lang) -> ShownTable:
    sides = [side_of(column) for column in table.columns]
    headers = [(heading_text(column), side) for column, side in zip(table.columns, sides, strict=True)]
    rows = [list(zip(cells, sides, strict=True)) for cells in grid_of(table, lang)]
    return ShownTable(table.caption, headers, rows)
