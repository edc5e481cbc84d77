"""The short version of a document: each part that stands in it keeps its sentence and the first thing that shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cordee.apps.reports.documents import words
from cordee.apps.ui.documents.written import lang_of
from cordee.core.document import Block, Document, Paragraph, Picture, Section, Table, Tone
from cordee.core.packs.text import Lang


@dataclass(frozen=True, slots=True)
class Room:
    """How much a short version may hold: rows of each table, parts, drawings; without rows, sentences alone."""

    rows: int
    sections: int = 99
    has_drawings: bool = False


ROOMS = (
    *(Room(rows, has_drawings=True) for rows in (12, 8, 5)),
    *(Room(rows) for rows in (5, 4, 3, 2, 1)),
    *(Room(0, sections) for sections in (40, 20, 10, 5)),
)
"""From the most generous to the barest: the first that keeps to the pages allowed is taken."""


def shortened(document: Document, room: Room) -> Document:
    """Return the short version of a document that keeps to a room; what is left out is said where it is."""
    lang, short = lang_of(document), document.short()
    kept = tuple(_short_section(section, room, lang) for section in short.sections[: room.sections])
    left = len(document.sections) - len(kept)
    notices = (*document.notices, words.SECTIONS_LEFT.in_(lang).format(count=left)) if left else document.notices
    return replace(short, sections=kept, notices=notices)


def first_shown(section: Section) -> Table | Picture | None:
    """Return the first table or picture of a section."""
    return next((block for block in section.blocks if isinstance(block, Table | Picture)), None)


def first_rows(table: Table, most: int) -> Table:
    """Return a table with its first rows only."""
    return replace(table, rows=table.rows[:most])


def rows_left_out(table: Table, most: int, lang: Lang) -> str:
    """Say how many rows of a table are shown; nothing when all are."""
    if len(table.rows) <= most:
        return ""
    return words.ROWS_SHOWN.in_(lang).format(shown=most, all=len(table.rows))


def _short_section(section: Section, room: Room, lang: Lang) -> Section:
    warnings = tuple(one for one in section.blocks if isinstance(one, Paragraph) and one.tone is not Tone.PLAIN)
    return replace(section, blocks=(*warnings[: room.rows], *_shown(section, room, lang)), level=1)


def _shown(section: Section, room: Room, lang: Lang) -> tuple[Block, ...]:
    shown = first_shown(section)
    if shown is None or not room.rows:
        return ()
    table = shown.twin if isinstance(shown, Picture) else shown
    cut = first_rows(table, room.rows)
    left = rows_left_out(table, room.rows, lang)
    block = replace(shown, twin=cut) if isinstance(shown, Picture) and room.has_drawings else cut
    return (block, Paragraph(left)) if left else (block,)
