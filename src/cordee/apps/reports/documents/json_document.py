"""The JSON of a document: a stable structure for other programs, in full precision (docs/document-json.md)."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from cordee import __version__
from cordee.apps.reports.documents import words
from cordee.apps.reports.documents.schema import FORMAT
from cordee.core.document import Absent, Block, Cell, Document, Paragraph, Picture, Points, Quote, Section, Table


def to_json(document: Document) -> bytes:
    """Return a document as UTF-8 JSON, the same bytes for the same document."""
    return (json.dumps(values_of(document), ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def values_of(document: Document) -> dict[str, Any]:
    """Return a document as plain values; its shape is `schema.DocumentShape`."""
    return {
        "format": FORMAT,
        "made_by": {"name": words.PRODUCT, "version": __version__},
        "key": document.key,
        "title": document.title,
        "subtitle": document.subtitle,
        "language": document.lang,
        "made_on": document.made_on.isoformat(),
        "notices": list(document.notices),
        "sections": [_section(section) for section in document.sections],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "key": section.key,
        "title": section.title,
        "lead": section.lead,
        "level": section.level,
        "in_short": section.in_short,
        "blocks": [_block(block) for block in section.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(text, tone):
            return {"type": "paragraph", "text": text, "tone": str(tone)}
        case Points(items, ordered):
            return {"type": "points", "items": list(items), "ordered": ordered}
        case Quote(text, who):
            return {"type": "quote", "text": text, "who": who}
        case Table():
            return _table(block)
        case Picture():
            named = {"key": block.key, "caption": block.caption, "description": block.description}
            return {"type": "picture", **named, "svg": block.svg, "table": _table(block.twin)}


def _table(table: Table) -> dict[str, Any]:
    columns = [
        {"key": column.key, "title": column.title, "kind": str(column.kind), "unit": column.unit}
        for column in table.columns
    ]
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    return {"type": "table", "key": table.key, "caption": table.caption, "columns": columns, "rows": rows}


def _cell(cell: Cell) -> Any:
    match cell:
        case Absent(reason):
            return {"absent": reason}
        case date():
            return cell.isoformat()
    return cell
