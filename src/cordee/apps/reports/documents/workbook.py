"""The workbook of a document: what it holds, every text, then one sheet for each table, its cells kept as values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time

from cordee.apps.reports import workbook
from cordee.apps.reports.documents import words
from cordee.apps.reports.sheets import Cell, Column, Kind, Sheet, SheetLink
from cordee.apps.reports.words import PRODUCT
from cordee.apps.ui.documents.written import heading_text, lang_of, widths_of, xml_text
from cordee.core import document as model
from cordee.core.days import written_day
from cordee.core.document import Absent, Document, Paragraph, Photo, Picture, Points, Quote, Section, Table
from cordee.core.packs.text import Lang

KINDS: dict[model.Kind, Kind] = {
    model.Kind.TEXT: "text",
    model.Kind.NUMBER: "number",
    model.Kind.SHARE: "share",
    model.Kind.MONEY: "money",
    model.Kind.DAY: "text",
}
LONGEST_NAME = 31
LONGEST_CELL = 32_767
_REFUSED = re.compile(r"[\[\]:*?/\\']")
WIDEST, NARROWEST = 60, 10

TextLine = tuple[str, str, str, str]
"""The part, what the text is, the text, whose words they are."""


def to_xlsx(document: Document) -> bytes:
    """Return a document as a workbook, the same bytes for the same document."""
    lang = lang_of(document)
    properties = {
        "title": document.title,
        "subject": document.subtitle,
        "author": PRODUCT,
        "comments": words.MADE_ON.in_(lang).format(day=written_day(document.made_on, lang)),
        "created": datetime.combine(document.made_on, time(12)),
    }
    return workbook.written(sheets_of(document), properties, lang)


def sheets_of(document: Document) -> list[Sheet]:
    """Return the sheets, in the order they are read."""
    lang = lang_of(document)
    tables = list(document.tables())
    first = [words.SHEET_INDEX.in_(lang), words.SHEET_TEXTS.in_(lang)]
    names = sheet_names([table.key for table in tables], first)
    sheets = [_table_sheet(table, name, lang) for table, name in zip(tables, names, strict=True)]
    return [_index_sheet(document, tables, names), _texts_sheet(document), *sheets]


def sheet_names(keys: list[str], taken: list[str]) -> list[str]:
    """Name a sheet after each key: letters that a workbook refuses go, no two names are alike.

    >>> sheet_names(["effects/all", "effects", "effects"], ["Effects"])
    ['effects-all', 'effects-2', 'effects-3']
    """
    seen, names = {name.casefold() for name in taken}, []
    for key in keys:
        plain = _REFUSED.sub("-", xml_text(key)).strip() or "table"
        name, turn = plain[:LONGEST_NAME], 1
        while name.casefold() in seen:
            turn += 1
            name = f"{plain[: LONGEST_NAME - 4]}-{turn}"
        seen.add(name.casefold())
        names.append(name)
    return names


def texts_of(document: Document) -> Iterator[TextLine]:
    """Give every text of a document in its order: what to know before, leads, paragraphs, points, quotes, figures."""
    for notice in document.notices:
        yield "", "notice", notice, ""
    for section in document.sections:
        if section.lead:
            yield section.title, "lead", section.lead, ""
        for block in section.blocks:
            yield from _texts_of_block(section, block)


def _texts_of_block(section: Section, block: model.Block) -> Iterator[TextLine]:
    match block:
        case Paragraph(text, tone):
            yield section.title, str(tone), text, ""
        case Points(items):
            yield from ((section.title, "point", item, "") for item in items)
        case Quote(text, who):
            yield section.title, "quote", text, who
        case Picture():
            yield section.title, "picture", f"{block.caption}. {block.description}", ""
        case Photo():
            yield section.title, "photo", f"{block.caption}. {block.description}", ""
        case Table():
            return


def _index_sheet(document: Document, tables: list[Table], names: list[str]) -> Sheet:
    lang = lang_of(document)
    columns = (
        Column(words.SHEET.in_(lang), "text", 26),
        Column(words.CONTENT.in_(lang), "long", 70),
        Column(words.PART.in_(lang), "text", 40),
        Column(words.ROWS.in_(lang), "count", 10),
    )
    day = words.MADE_ON.in_(lang).format(day=written_day(document.made_on, lang))
    head: list[tuple[Cell, ...]] = [(None, text, None, None) for text in (document.title, document.subtitle, day)]
    lines = len(list(texts_of(document)))
    texts = (SheetLink(words.SHEET_TEXTS.in_(lang)), words.SHEET_TEXTS.in_(lang), None, lines)
    parts = [section.title for section in document.sections for _table in _tables_of(section)]
    rows = [
        (SheetLink(name), table.caption, part, len(table.rows))
        for table, name, part in zip(tables, names, parts, strict=True)
    ]
    return Sheet(words.SHEET_INDEX.in_(lang), columns, _safe([*head, texts, *rows]))


def _tables_of(section: Section) -> Iterator[model.Block]:
    return (block for block in section.blocks if isinstance(block, Table | Picture))


def _texts_sheet(document: Document) -> Sheet:
    lang = lang_of(document)
    columns = (
        Column(words.PART.in_(lang), "text", 34),
        Column(words.NATURE.in_(lang), "text", 16),
        Column(words.WORDS.in_(lang), "long", 90),
        Column(words.WHO.in_(lang), "text", 30),
    )
    rows: list[tuple[Cell, ...]] = [
        (part or None, words.NATURES[nature].in_(lang), text, who or None)
        for part, nature, text, who in texts_of(document)
    ]
    return Sheet(words.SHEET_TEXTS.in_(lang), columns, _safe(rows))


def _table_sheet(table: Table, name: str, lang: Lang) -> Sheet:
    columns = tuple(
        Column(xml_text(heading_text(column)), KINDS[column.kind], max(NARROWEST, min(width + 2, WIDEST)))
        for column, width in zip(table.columns, widths_of(table, lang), strict=True)
    )
    return Sheet(name, columns, _safe([tuple(map(_value, row)) for row in table.rows]))


def _value(cell: model.Cell) -> Cell:
    return cell.reason if isinstance(cell, Absent) else cell


def _safe(rows: list[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """Keep texts within what a cell can hold."""
    return tuple(
        tuple(xml_text(cell)[:LONGEST_CELL] if isinstance(cell, str) else cell for cell in row) for row in rows
    )
