"""The PDF of a document: tagged PDF/UA-1, whole, or short on four pages at most."""

from __future__ import annotations

import logging
from itertools import groupby
from typing import Any

from cordee.apps.reports.documents import words
from cordee.apps.reports.documents.pictures import svg_around
from cordee.apps.reports.documents.shortening import ROOMS, shortened
from cordee.apps.reports.glyphs import drawable, only_common, typesettable
from cordee.apps.reports.typesetting import NotTypeset, page_count, typeset
from cordee.apps.reports.words import PAGE, PRODUCT
from cordee.apps.ui.documents.written import grid_of, heading_text, lang_of, side_of, widths_of
from cordee.charts.palette import LIGHT
from cordee.core.days import written_day
from cordee.core.document import Block, Document, Paragraph, Photo, Picture, Points, Quote, Section, Table
from cordee.core.packs.text import Lang

logger = logging.getLogger(__name__)
TEMPLATE = "document.typ"
MOST_PAGES = 4
WIDE = 8
"""From this many columns on, a table stands on a page turned on its side."""


def to_pdf(document: Document) -> bytes:
    """Return a whole document as a tagged PDF, the same bytes for the same document."""
    return _made(_laid_out(document, words.FULL_VERSION.in_(lang_of(document)), with_contents=True), document)


def to_short_pdf(document: Document) -> bytes:
    """Return the short version of a document, on four pages at most."""
    version = words.SHORT_VERSION.in_(lang_of(document))
    for room in ROOMS:
        laid_out = _laid_out(shortened(document, room), version, with_contents=False)
        if page_count(laid_out, TEMPLATE) <= MOST_PAGES:
            break
    return _made(laid_out, document)


def _made(laid_out: dict[str, Any], document: Document) -> bytes:
    try:
        return typeset(laid_out, document.made_on, TEMPLATE)
    except NotTypeset as refused:
        logger.warning("Typeset again with common letters only: %s", refused)
        return typeset(only_common(laid_out), document.made_on, TEMPLATE)


def _laid_out(document: Document, version: str, *, with_contents: bool) -> dict[str, Any]:
    """Return what the template lays out, every text of it fit for its fonts."""
    said: dict[str, Any] = typesettable({**_around(document, version), "runs": _runs(document)})
    said["contents"] = words.CONTENTS.in_(lang_of(document)) if with_contents else ""
    said["meta"]["title"] = drawable(document.title)
    said["colours"] = dict(LIGHT)
    return said


def _around(document: Document, version: str) -> dict[str, Any]:
    lang = lang_of(document)
    day = written_day(document.made_on, lang)
    return {
        "lang": lang,
        "region": words.REGIONS[lang].removeprefix(f"{lang}-"),
        "colon": "\u202f:" if lang == "fr" else ":",
        "meta": {
            "title": document.title,
            "author": PRODUCT,
            "description": f"{document.subtitle} · {version} · {day}",
            "keywords": [],
            "year": document.made_on.year,
            "month": document.made_on.month,
            "day": document.made_on.day,
        },
        "running": {"left": document.title, "right": day, "page": PAGE.in_(lang), "release": PRODUCT},
        "opening": {
            "product": PRODUCT,
            "eyebrow": f"{version} · {day}",
            "headline": document.title,
            "standing": document.subtitle,
        },
        "notices": {"title": words.NOTICES.in_(lang), "lines": list(document.notices)},
        "nothing": "" if document.sections else words.NOTHING.in_(lang),
        "no_row": words.NO_ROW.in_(lang),
    }


def _runs(document: Document) -> list[dict[str, Any]]:
    """Group the sections that follow each other upright, and those on their side."""
    lang = lang_of(document)
    return [
        {"wide": wide, "sections": [_section(section, lang) for section in sections]}
        for wide, sections in groupby(document.sections, is_wide)
    ]


def is_wide(section: Section) -> bool:
    """Tell whether a section holds a table that needs a page on its side."""
    return any(isinstance(block, Table) and len(block.columns) >= WIDE for block in section.blocks)


def _section(section: Section, lang: Lang) -> dict[str, Any]:
    return {
        "title": section.title,
        "lead": section.lead,
        "level": min(section.level, 2),
        "blocks": [_block(block, lang) for block in section.blocks],
    }


def _block(block: Block, lang: Lang) -> dict[str, Any]:
    match block:
        case Paragraph(text, tone):
            return {"kind": "paragraph", "text": text, "tone": str(tone)}
        case Points(items, ordered):
            return {"kind": "points", "items": list(items), "ordered": ordered}
        case Quote(text, who):
            return {"kind": "quote", "text": text, "who": who}
        case Table():
            return {"kind": "table", **_table(block, lang)}
        case Picture():
            return {
                "kind": "picture",
                "caption": block.caption,
                "alt": block.description,
                "href": drawable(block.svg),
                "twin": _table(block.twin, lang),
            }
        case Photo():
            said = {"caption": block.caption, "alt": block.description}
            return {"kind": "photo", **said, "href": svg_around(block)}


def _table(table: Table, lang: Lang) -> dict[str, Any]:
    return {
        "caption": table.caption,
        "widths": widths_of(table, lang),
        "headers": [heading_text(column) for column in table.columns],
        "sides": [side_of(column) for column in table.columns],
        "rows": grid_of(table, lang),
    }
