"""The text document (DOCX): real headings, lists, tables whose headings repeat, figures said in words."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from cordee.apps.reports.documents import words
from cordee.apps.reports.documents.pictures import png_of
from cordee.apps.reports.words import PRODUCT
from cordee.apps.ui.documents.written import grid_of, heading_text, lang_of, side_of, widths_of, xml_text
from cordee.charts.palette import LIGHT
from cordee.core.days import written_day
from cordee.core.document import Block, Document, Paragraph, Photo, Picture, Points, Quote, Section, Table, Tone
from cordee.core.packs.text import Lang

FONT = "Calibri"
TEXT_WIDTH, MOST_HEIGHT = Cm(17), Cm(20)


def to_docx(document: Document) -> bytes:
    """Return a whole document as a text document that can be edited."""
    lang, file = lang_of(document), docx.Document()
    _prepare(file, document, lang)
    _open(file, document, lang)
    for section in document.sections:
        _write_section(file, section, lang)
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def _prepare(file: Any, document: Document, lang: Lang) -> None:
    """Set the page, the letters, the language and what the file says of itself."""
    page = file.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    for style in file.styles:
        if style.type == 1:
            _dress(style)
    _speak(file, words.REGIONS[lang])
    about, noon = file.core_properties, datetime.combine(document.made_on, time(12))
    about.title, about.subject = xml_text(document.title)[:255], xml_text(document.subtitle)[:255]
    about.author = about.last_modified_by = PRODUCT
    about.language, about.comments = words.REGIONS[lang], ""
    about.created = about.modified = noon


def _dress(style: Any) -> None:
    style.font.name = FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    if style.name.startswith("Heading") or style.name == "Title":
        style.font.color.rgb = RGBColor.from_string(LIGHT["ink"][1:])


def _speak(file: Any, region: str) -> None:
    for spoken in file.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), region)


def _open(file: Any, document: Document, lang: Lang) -> None:
    file.add_paragraph(xml_text(document.title), style="Title")
    if document.subtitle:
        file.add_paragraph(xml_text(document.subtitle), style="Subtitle")
    file.add_paragraph(words.MADE_ON.in_(lang).format(day=written_day(document.made_on, lang)))
    if document.notices:
        file.add_paragraph(words.NOTICES.in_(lang)).runs[0].bold = True
        for notice in document.notices:
            file.add_paragraph(xml_text(notice), style="List Bullet")
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
            file.add_paragraph(xml_text(who)).runs[0].italic = True
        case Table():
            _write_table(file, block, lang)
        case Picture():
            _write_picture(file, block, lang)
        case Photo():
            _write_image(file, block.image, block)
            file.add_paragraph(xml_text(block.caption), style="Caption")


def _write_points(file: Any, items: tuple[str, ...], *, ordered: bool) -> None:
    """Write a list; an ordered one carries its own numbers, so that each begins at one."""
    for place, item in enumerate(items, 1):
        if ordered:
            file.add_paragraph(f"{place}. {xml_text(item)}", style="List Continue")
        else:
            file.add_paragraph(xml_text(item), style="List Bullet")


def _write_picture(file: Any, picture: Picture, lang: Lang) -> None:
    _write_caption(file, picture.caption)
    _write_image(file, png_of(picture), picture)
    _write_table(file, picture.twin, lang)


def _write_image(file: Any, image: bytes, said: Picture | Photo) -> None:
    """Put an image that keeps to the page, with the words of who does not see it."""
    shape = file.add_picture(BytesIO(image))
    share = min(TEXT_WIDTH / shape.width, MOST_HEIGHT / shape.height, 1 if isinstance(said, Photo) else 99)
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
    drawn = file.add_table(rows=len(table.rows) + 1, cols=len(table.columns), style="Light List")
    widths, sides = widths_of(table, lang), [side_of(column) for column in table.columns]
    lines = [[heading_text(column) for column in table.columns], *grid_of(table, lang)]
    for row, texts in zip(drawn.rows, lines, strict=True):
        for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            cell.width = int(TEXT_WIDTH * widths[place] / sum(widths))
            _write_cell(cell, text, right=sides[place] == "right")
    _repeat_headings(drawn.rows[0])
    file.add_paragraph()


def _write_cell(cell: Any, text: str, *, right: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.add_run(xml_text(text)).font.size = Pt(9)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _repeat_headings(row: Any) -> None:
    """Mark the first row as headings: a reader's software says them, and each page shows them again."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
