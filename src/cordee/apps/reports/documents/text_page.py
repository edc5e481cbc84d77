"""What surrounds the words of a text document: pages, letters, language, page numbers, what the file says of itself."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor

from cordee.apps.reports.documents import words
from cordee.apps.reports.words import PAGE, PRODUCT
from cordee.apps.ui.documents.written import xml_text
from cordee.charts.palette import LIGHT
from cordee.core.document import Document
from cordee.core.packs.text import Lang

FONT = "Calibri"
SHORT, LONG, MARGIN = Cm(21), Cm(29.7), Cm(2)
FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


def prepare(file: Any, document: Document, lang: Lang) -> None:
    """Set the page, the letters, the language, the numbers of the pages, what the file says of itself."""
    _shape(file.sections[0], is_wide=False)
    for style in file.styles:
        if style.type == 1:
            _dress(style)
    _space(file.styles)
    for spoken in file.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), words.REGIONS[lang])
    _number(file.sections[0].footer.paragraphs[0], lang)
    _describe(file.core_properties, document, lang)


def turn(file: Any, *, is_wide: bool) -> None:
    """Begin pages that stand upright, or on their side for wide tables."""
    _shape(file.add_section(WD_SECTION.NEW_PAGE), is_wide=is_wide)


def room_of(file: Any) -> Length:
    """Return the width that a table may take on the pages being written."""
    page = file.sections[-1]
    return Length(page.page_width - page.left_margin - page.right_margin)


def new_count(file: Any) -> int:
    """Make a list that counts from one again, with the numbers of the style of lists; return its number."""
    numbering = file.part.numbering_part.element
    style = file.styles["List Number"].element.pPr.numPr.numId.val
    listed = numbering.num_having_numId(style)
    made = numbering.add_num(listed.abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def _shape(page: Any, *, is_wide: bool) -> None:
    page.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = (LONG, SHORT) if is_wide else (SHORT, LONG)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN


def _dress(style: Any) -> None:
    style.font.name = FONT
    style.font.color.rgb = RGBColor.from_string(LIGHT["ink"][1:])
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


def _space(styles: Any) -> None:
    """Give sentences, headings and captions the space that tells what goes with what."""
    for name, size, before, after in (
        ("Title", 26, 0, 4),
        ("Subtitle", 13, 0, 8),
        ("Normal", 11, 0, 6),
        ("Heading 1", 17, 20, 4),
        ("Heading 2", 13, 14, 3),
        ("Caption", 10, 10, 3),
        ("Quote", 11, 6, 0),
        ("Intense Quote", 11, 6, 8),
    ):
        style = styles[name]
        style.font.size = Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    styles["Intense Quote"].paragraph_format.left_indent = styles["Intense Quote"].paragraph_format.right_indent = 0
    styles["Intense Quote"].font.italic = False
    styles["Quote"].paragraph_format.left_indent = Cm(0.8)


def _number(paragraph: Any, lang: Lang) -> None:
    """Write « page 2 sur 9 » with the fields that count."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    rest = PAGE.in_(lang)
    for name, field in FIELDS.items():
        before, _, rest = rest.partition(f"{{{name}}}")
        paragraph.add_run(before)
        _field(paragraph, field)
    paragraph.add_run(rest)


def _field(paragraph: Any, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _describe(about: Any, document: Document, lang: Lang) -> None:
    about.title, about.subject = xml_text(document.title)[:255], xml_text(document.subtitle)[:255]
    about.author = about.last_modified_by = PRODUCT
    about.language, about.comments = words.REGIONS[lang], ""
    about.created = about.modified = datetime.combine(document.made_on, time(12))
