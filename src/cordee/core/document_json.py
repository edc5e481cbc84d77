"""A document as JSON and back, always the same characters for the same document (docs/document-json.md)."""

from __future__ import annotations

import base64
import hashlib
import json
import math
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from cordee.core.document import (
    Absent,
    Block,
    Cell,
    Column,
    Document,
    Kind,
    Paragraph,
    Photo,
    Picture,
    Points,
    Quote,
    Section,
    Slide,
    Table,
    Tone,
)

FORMAT = "cordee-document/1"
"""Raised when a key changes its meaning or goes; keys may be added without notice."""


class NotADocument(ValueError):
    """A text that is not a document of this format; the message says why."""


def to_json(document: Document) -> str:
    """Write a document as canonical JSON, what is frozen under a fingerprint: keys in order, no spaces.

    A day is `{"day": "2026-11-27"}`, an absent value `{"absent": "trop tôt"}`; other cells are what they are.
    Raises ValueError on a number that is not finite, which JSON cannot say.

    >>> day = date(2026, 11, 27)
    >>> to_json(Document("report", "Bilan", "", "fr", day))[:45]
    '{"format":"cordee-document/1","key":"report",'
    >>> from_json(to_json(Document("report", "Bilan", "", "fr", day))).title
    'Bilan'
    """
    return json.dumps(values_of(document), ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def values_of(document: Document) -> dict[str, Any]:
    """Return a document as the plain values that its JSON holds.

    >>> values_of(Document("report", "Bilan", "", "fr", date(2026, 11, 27)))["made_on"]
    '2026-11-27'
    """
    return {
        "format": FORMAT,
        "key": document.key,
        "title": document.title,
        "subtitle": document.subtitle,
        "language": document.lang,
        "made_on": document.made_on.isoformat(),
        "notices": list(document.notices),
        "sections": [_section(section) for section in document.sections],
    }


def from_json(text: str) -> Document:
    """Read a document again, equal to the one that was written; raise NotADocument on anything else.

    >>> from_json("{}")
    Traceback (most recent call last):
    ...
    cordee.core.document_json.NotADocument: format: None
    """
    try:
        whole = json.loads(text, parse_constant=_not_finite)
        if whole.get("format") != FORMAT:
            raise NotADocument(f"format: {whole.get('format')}")
        return _read_document(whole)
    except NotADocument:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotADocument(f"{type(error).__name__}: {error}") from error


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, as 64 hexadecimal digits.

    >>> fingerprint("")[:16]
    'e3b0c44298fc1c14'
    """
    return hashlib.sha256(text.encode()).hexdigest()


def _section(section: Section) -> dict[str, Any]:
    return {
        "key": section.key,
        "title": section.title,
        "lead": section.lead,
        "in_short": section.in_short,
        "level": section.level,
        "slide": section.slide.value if section.slide else "",
        "blocks": [_block(block) for block in section.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"type": "paragraph", "text": block.text, "tone": block.tone.value}
        case Points():
            return {"type": "points", "items": list(block.items), "ordered": block.ordered}
        case Quote():
            return {"type": "quote", "text": block.text, "who": block.who}
        case Table():
            return _table(block)
        case Picture():
            return {"type": "picture", **_named(block), "svg": block.svg, "table": _table(block.twin)}
        case Photo():
            image = base64.b64encode(block.image).decode("ascii")
            return {"type": "photo", **_named(block), "media_type": block.media_type, "image": image}


def _named(block: Picture | Photo) -> dict[str, str]:
    return {"key": block.key, "caption": block.caption, "description": block.description}


def _table(table: Table) -> dict[str, Any]:
    columns = [
        {
            "key": column.key,
            "title": column.title,
            "kind": column.kind.value,
            "unit": column.unit,
            "brief": column.brief,
        }
        for column in table.columns
    ]
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    return {"type": "table", "key": table.key, "caption": table.caption, "columns": columns, "rows": rows}


def _cell(cell: Cell) -> Any:
    match cell:
        case Absent():
            return {"absent": cell.reason}
        case date():
            return {"day": cell.isoformat()}
        case float() if not math.isfinite(cell):
            raise ValueError(f"a cell holds {cell}, which is no number")
        case _:
            return cell


def _read_document(whole: Mapping[str, Any]) -> Document:
    return Document(
        key=_text(whole["key"]),
        title=_text(whole["title"]),
        subtitle=_text(whole["subtitle"]),
        lang=_text(whole["language"]),
        made_on=date.fromisoformat(whole["made_on"]),
        notices=tuple(_text(notice) for notice in whole["notices"]),
        sections=tuple(_read_section(section) for section in whole["sections"]),
    )


def _read_section(kept: Mapping[str, Any]) -> Section:
    return Section(
        key=_text(kept["key"]),
        title=_text(kept["title"]),
        lead=_text(kept["lead"]),
        blocks=tuple(READERS[block["type"]](block) for block in kept["blocks"]),
        in_short=bool(kept["in_short"]),
        level=int(kept["level"]),
        slide=Slide(kept["slide"]) if kept["slide"] else None,
    )


def _read_paragraph(kept: Mapping[str, Any]) -> Paragraph:
    return Paragraph(_text(kept["text"]), Tone(kept["tone"]))


def _read_points(kept: Mapping[str, Any]) -> Points:
    return Points(tuple(_text(item) for item in kept["items"]), bool(kept["ordered"]))


def _read_quote(kept: Mapping[str, Any]) -> Quote:
    return Quote(_text(kept["text"]), _text(kept["who"]))


def _read_picture(kept: Mapping[str, Any]) -> Picture:
    return Picture(
        key=_text(kept["key"]),
        caption=_text(kept["caption"]),
        description=_text(kept["description"]),
        svg=_text(kept["svg"]),
        twin=_read_table(kept["table"]),
    )


def _read_photo(kept: Mapping[str, Any]) -> Photo:
    return Photo(
        key=_text(kept["key"]),
        caption=_text(kept["caption"]),
        description=_text(kept["description"]),
        image=base64.b64decode(_text(kept["image"]), validate=True),
    )


def _read_table(kept: Mapping[str, Any]) -> Table:
    columns = tuple(_read_column(each) for each in kept["columns"])
    rows = tuple(tuple(_read_cell(cell) for cell in row) for row in kept["rows"])
    return Table(_text(kept["key"]), _text(kept["caption"]), columns, rows)


def _read_column(kept: Mapping[str, Any]) -> Column:
    unit, brief = _text(kept["unit"]), bool(kept["brief"])
    return Column(_text(kept["key"]), _text(kept["title"]), Kind(kept["kind"]), unit, brief)


def _read_cell(kept: Any) -> Cell:
    match kept:
        case {"absent": str(reason)}:
            return Absent(reason)
        case {"day": str(day)}:
            return date.fromisoformat(day)
        case bool():
            raise NotADocument("a cell holds true or false")
        case str() | int() | float():
            return kept
        case _:
            raise NotADocument(f"a cell holds {type(kept).__name__}")


def _text(kept: Any) -> str:
    if not isinstance(kept, str):
        raise NotADocument(f"a text was expected, not {type(kept).__name__}")
    return kept


def _not_finite(name: str) -> float:
    raise NotADocument(f"a number is {name}")


READERS: dict[str, Callable[[Mapping[str, Any]], Block]] = {
    "paragraph": _read_paragraph,
    "points": _read_points,
    "quote": _read_quote,
    "table": _read_table,
    "picture": _read_picture,
    "photo": _read_photo,
}
