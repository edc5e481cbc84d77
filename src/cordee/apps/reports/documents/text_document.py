"""The text document (DOCX): real headings, numbered lists, tables whose headings repeat, pictures said in words."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from typing import Any

import docx
from docx.shared import Cm, Pt

from cordee.apps.reports.documents import words
from cordee.apps.reports.documents.pdf import is_wide
from cordee.apps.reports.documents.pictures import png_of
from cordee.apps.reports.documents.text_page import prepare, room_of, turn
from cordee.apps.reports.documents.text_tables import table_element
from cordee.apps.ui.documents.written import lang_of, xml_text
from cordee.core.days import written_day
from cordee.core.document import Block, Document, Paragraph, Photo, Picture, Points, Quote, Section, Table, Tone
from cordee.core.packs.text import Lang

FIGURE_ROOM, PHOTO_ROOM = (Cm(16), Cm(17)), (Cm(12), Cm(9))
"""The width and the height that a figure and a photograph may take."""


def to_docx(document: Document) -> bytes:
    """Return a whole document as a text document that can be edited."""
    lang, file = lang_of(document), docx.Document()
    prepare(file, document, lang)
    _open(file, document, lang)
    was_wide = False
    for wide, sections in groupby(document.sections, is_wide):
        if wide != was_wide:
            turn(file, is_wide=wide)
            was_wide = wide
        for section in sections:
            _write_section(file, section, lang)
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def _open(file: Any, document: Document, lang: Lang) -> None:
    file.add_paragraph(xml_text(document.title), style="Title")
    if document.subtitle:
        file.add_paragraph(xml_text(document.subtitle), style="Subtitle")
    file.add_paragraph(words.MADE_ON.in_(lang).format(day=written_day(document.made_on, lang)))
    if document.notices:
        file.add_paragraph(words.NOTICES.in_(lang)).runs[0].bold = True
        _write_points(file, document.notices, ordered=False)
    if not document.sections:
        file.add_paragraph(words.NOTHING.in_(lang))


def _write_section(file: Any, section: Section, lang: Lang) -> None:
    file.add_heading(xml_text(section.title), min(section.level, 2))
    if section.lead:
        file.add_paragraph(xml_text(section.lead)).runs[0].bold = True
    for block in section.blocks:
        _write_block(file, block, lang)


def _write_block(file: Any, block: Block, lang: Lang) -> None:
    match block:
        case Paragraph(text, tone):
            file.add_paragraph(xml_text(text), style=None if tone is Tone.PLAIN else "Intense Quote")
        case Points(items, ordered):
            _write_points(file, items, ordered=ordered)
        case Quote(text, who):
            file.add_paragraph(xml_text(text), style="Quote")
            said_by = file.add_paragraph(xml_text(who))
            said_by.paragraph_format.left_indent = Cm(0.8)
        case Table():
            _write_table(file, block, lang)
        case Picture():
            _write_caption(file, block.caption)
            _write_image(file, png_of(block), block, FIGURE_ROOM)
            _write_table(file, block.twin, lang)
        case Photo():
            _write_image(file, block.image, block, PHOTO_ROOM)
            file.add_paragraph(xml_text(block.caption), style="Caption")


def _write_points(file: Any, items: tuple[str, ...], *, ordered: bool) -> None:
    """Write a list; each ordered one counts from one."""
    count = _new_count(file) if ordered else None
    for item in items:
        paragraph = file.add_paragraph(xml_text(item), style="List Number" if ordered else "List Bullet")
        if count is not None:
            numbers = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            numbers.get_or_add_ilvl().val, numbers.get_or_add_numId().val = 0, count


def _new_count(file: Any) -> int:
    """Make a list that counts from one again, with the numbers of the style of lists; return its number."""
    numbering = file.part.numbering_part.element
    style = file.styles["List Number"].element.pPr.numPr.numId.val
    listed = numbering.num_having_numId(style)
    made = numbering.add_num(listed.abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def _write_image(file: Any, image: bytes, said: Picture | Photo, room: tuple[Cm, Cm]) -> None:
    """Put an image that keeps to its room, with the words of who does not see it."""
    shape = file.add_picture(BytesIO(image))
    share = min(room[0] / shape.width, room[1] / shape.height)
    shape.width, shape.height = int(shape.width * share), int(shape.height * share)
    described = shape._inline.docPr
    described.set("descr", xml_text(said.description))
    described.set("title", xml_text(said.caption))


def _write_caption(file: Any, text: str) -> None:
    caption = file.add_paragraph(xml_text(text), style="Caption")
    caption.paragraph_format.keep_with_next = True


def _write_table(file: Any, table: Table, lang: Lang) -> None:
    _write_caption(file, table.caption)
    if not table.rows:
        file.add_paragraph(words.NO_ROW.in_(lang))
        return
    after = file.add_paragraph()
    after._p.addprevious(table_element(table, room_of(file), lang))
    after.paragraph_format.space_after, after.paragraph_format.line_spacing = 0, Pt(8)
