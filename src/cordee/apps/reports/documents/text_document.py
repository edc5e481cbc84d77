"""The text document (DOCX): real headings, numbered lists, tables whose headings repeat, pictures said in words."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from typing import Any

import docx
from docx.shared import Cm, Length, Pt

from cordee.apps.reports.documents import words
from cordee.apps.reports.documents.pdf import is_wide
from cordee.apps.reports.documents.pictures import pngs_of
from cordee.apps.reports.documents.text_page import new_count, prepare, room_of, turn
from cordee.apps.reports.documents.text_tables import table_element
from cordee.apps.ui.documents.written import lang_of, xml_text
from cordee.core.days import written_day
from cordee.core.document import Block, Document, Paragraph, Photo, Picture, Points, Quote, Section, Table, Tone
from cordee.core.packs.text import Lang

FIGURE_ROOM, PHOTO_ROOM = (Cm(16), Cm(17)), (Cm(12), Cm(9))
"""The width and the height that a figure and a photograph may take."""


def to_docx(document: Document) -> bytes:
    """Return a whole document as a text document that can be edited."""
    writing = _Writing(document)
    writing.open(document)
    for wide, sections in groupby(document.sections, is_wide):
        writing.turn(is_wide=wide)
        for section in sections:
            writing.section(section)
    return writing.saved()


class _Writing:
    """A text document being written. Its tables come last: each picture looks through all that is there already."""

    def __init__(self, document: Document) -> None:
        self.lang: Lang = lang_of(document)
        self.file: Any = docx.Document()
        prepare(self.file, document, self.lang)
        self.styles: dict[str, str] = {style.name: style.style_id for style in self.file.styles if style.type == 1}
        self.is_wide = False
        self.tables: list[tuple[Any, Table, Length]] = []
        pictures = [block for section in document.sections for block in section.blocks if isinstance(block, Picture)]
        self.drawings = dict(zip(map(id, pictures), pngs_of(pictures), strict=True))

    def saved(self) -> bytes:
        """Put the tables in their places and return the file."""
        for after, table, room in self.tables:
            after.addprevious(table_element(table, room, self.lang))
        stream = BytesIO()
        self.file.save(stream)
        return stream.getvalue()

    def say(self, text: str, style: str = "Normal", *, is_bold: bool = False) -> Any:
        """Write a paragraph in a style."""
        paragraph = self.file.add_paragraph()
        if style != "Normal":
            paragraph._p.style = self.styles[style]
        run = paragraph.add_run(xml_text(text))
        if is_bold:
            run.bold = True
        return paragraph

    def open(self, document: Document) -> None:
        """Write what the document is, and what must be known before reading."""
        self.say(document.title, "Title")
        if document.subtitle:
            self.say(document.subtitle, "Subtitle")
        self.say(words.MADE_ON.in_(self.lang).format(day=written_day(document.made_on, self.lang)))
        if document.notices:
            self.say(words.NOTICES.in_(self.lang), is_bold=True)
            self.points(document.notices, ordered=False)
        if not document.sections:
            self.say(words.NOTHING.in_(self.lang))

    def turn(self, *, is_wide: bool) -> None:
        """Go on on pages that stand upright, or on their side."""
        if is_wide != self.is_wide:
            turn(self.file, is_wide=is_wide)
        self.is_wide = is_wide

    def section(self, section: Section) -> None:
        """Write a part: its heading, its sentence, what shows it."""
        self.say(section.title, f"Heading {min(section.level, 2)}")
        if section.lead:
            self.say(section.lead, is_bold=True)
        for block in section.blocks:
            self.block(block)

    def block(self, block: Block) -> None:
        """Write a block as what it is."""
        match block:
            case Paragraph(text, tone):
                self.say(text, "Normal" if tone is Tone.PLAIN else "Intense Quote")
            case Points(items, ordered):
                self.points(items, ordered=ordered)
            case Quote(text, who):
                self.say(text, "Quote")
                self.say(who).paragraph_format.left_indent = Cm(0.8)
            case Table():
                self.table(block)
            case Picture():
                self.caption(block.caption)
                self.image(self.drawings[id(block)], block, FIGURE_ROOM)
                self.table(block.twin)
            case Photo():
                self.image(block.image, block, PHOTO_ROOM)
                self.say(block.caption, "Caption")

    def points(self, items: tuple[str, ...], *, ordered: bool) -> None:
        """Write a list; each ordered one counts from one."""
        count = new_count(self.file) if ordered else None
        for item in items:
            paragraph = self.say(item, "List Number" if ordered else "List Bullet")
            if count is not None:
                numbers = paragraph._p.get_or_add_pPr().get_or_add_numPr()
                numbers.get_or_add_ilvl().val, numbers.get_or_add_numId().val = 0, count

    def image(self, image: bytes, said: Picture | Photo, room: tuple[Length, Length]) -> None:
        """Put an image that keeps to its room, with the words of who does not see it."""
        shape = self.file.add_picture(BytesIO(image))
        share = min(room[0] / shape.width, room[1] / shape.height)
        shape.width, shape.height = int(shape.width * share), int(shape.height * share)
        described = shape._inline.docPr
        described.set("descr", xml_text(said.description))
        described.set("title", xml_text(said.caption))

    def caption(self, text: str) -> None:
        """Write the title of a table or a figure, which stays with it."""
        self.say(text, "Caption").paragraph_format.keep_with_next = True

    def table(self, table: Table) -> None:
        """Keep the place of a table."""
        self.caption(table.caption)
        if not table.rows:
            self.say(words.NO_ROW.in_(self.lang))
            return
        after = self.file.add_paragraph()
        after.paragraph_format.space_after, after.paragraph_format.line_spacing = 0, Pt(8)
        self.tables.append((after._p, table, room_of(self.file)))
