"""Five slides for elected officials (PPTX): what it is, what stands out, two things shown, what to keep in mind."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Inches, Pt

from cordee.apps.reports.documents import words
from cordee.apps.reports.documents.pictures import png_of
from cordee.apps.reports.documents.shortening import first_rows, first_shown, rows_left_out
from cordee.apps.reports.words import PRODUCT
from cordee.apps.ui.documents.written import grid_of, heading_text, lang_of, xml_text
from cordee.charts.palette import LIGHT
from cordee.core.days import written_day
from cordee.core.document import Document, Picture, Section, Table
from cordee.core.packs.text import Lang

SLIDES = 5
SHOWN_SECTIONS = 2
MOST_LEADS, MOST_ROWS, MOST_COLUMNS = 6, 6, 5
LONGEST_CELL, LONGEST_TITLE, LONGEST_LEAD = 60, 90, 220
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
LEFT, TEXT_WIDTH = Inches(0.7), Inches(11.9)


def to_pptx(document: Document) -> bytes:
    """Return a document as exactly five slides; the notes of each say the whole sentence and its source."""
    deck, lang = Presentation(), lang_of(document)
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    about = deck.core_properties
    about.title, about.author, about.language = xml_text(document.title)[:255], PRODUCT, words.REGIONS[lang]
    about.last_modified_by = PRODUCT
    about.created = about.modified = datetime.combine(document.made_on, time(12))
    short = document.short().sections or document.sections
    _opening(deck, document, lang)
    _essentials(deck, document, short, lang)
    showing = [section for section in short if first_shown(section)][:SHOWN_SECTIONS]
    for place in range(SHOWN_SECTIONS):
        _showing(deck, document, showing[place] if place < len(showing) else None, lang)
    _closing(deck, document, lang)
    _speak(deck, words.REGIONS[lang])
    stream = BytesIO()
    deck.save(stream)
    return stream.getvalue()


def clipped(text: str, most: int) -> str:
    """Cut a text at a word, with a sign that it goes on.

    >>> clipped("un texte trop long", 12)
    'un texte…'
    """
    whole = " ".join(xml_text(text).split())
    return whole if len(whole) <= most else whole[: most - 1].rsplit(" ", 1)[0] + "…"


def _slide(deck: Any, title: str, notes: list[str]) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    holder = slide.shapes.title
    holder.left, holder.top, holder.width, holder.height = LEFT, Inches(0.4), TEXT_WIDTH, Inches(1.1)
    holder.text_frame.text = clipped(title, LONGEST_TITLE)
    holder.text_frame.word_wrap = True
    paragraph = holder.text_frame.paragraphs[0]
    paragraph.alignment = 1
    _look(paragraph.runs, Pt(30), bold=True)
    slide.notes_slide.notes_text_frame.text = xml_text("\n".join(filter(None, notes)))
    return slide


def _say(slide: Any, lines: list[str], top: Any, size: int = 20) -> None:
    frame = slide.shapes.add_textbox(LEFT, top, TEXT_WIDTH, Inches(0.5)).text_frame
    frame.word_wrap = True
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.text, paragraph.space_after = line, Pt(8)
        _look(paragraph.runs, Pt(size))


def _look(runs: Any, size: Any, *, bold: bool = False) -> None:
    for run in runs:
        run.font.size, run.font.bold, run.font.name = size, bold, "Calibri"
        run.font.color.rgb = RGBColor.from_string(LIGHT["ink"][1:])


def _opening(deck: Any, document: Document, lang: Lang) -> None:
    day = words.MADE_ON.in_(lang).format(day=written_day(document.made_on, lang))
    notes = [document.title, *document.notices, _source(document, None, lang)]
    slide = _slide(deck, document.title, notes)
    lines = [clipped(line, LONGEST_LEAD) for line in (document.subtitle, day, *document.notices[:3])]
    _say(slide, [line for line in lines if line], Inches(2.2))


def _essentials(deck: Any, document: Document, sections: tuple[Section, ...], lang: Lang) -> None:
    leads = [section.lead for section in sections if section.lead]
    slide = _slide(deck, words.ESSENTIALS.in_(lang), [*leads, _source(document, None, lang)])
    said = [clipped(lead, LONGEST_LEAD) for lead in leads[:MOST_LEADS]]
    _say(slide, said or [words.NOTHING.in_(lang)], Inches(1.6), 18)


def _showing(deck: Any, document: Document, section: Section | None, lang: Lang) -> None:
    if section is None:
        slide = _slide(deck, words.NOT_YET.in_(lang), [_source(document, None, lang)])
        _say(slide, [words.NOT_YET_WHY.in_(lang)], Inches(1.8))
        return
    shown = first_shown(section)
    table = shown.twin if isinstance(shown, Picture) else shown
    assert table is not None  # noqa: S101 - only sections that show something come here
    left = rows_left_out(table, MOST_ROWS, lang)
    notes = [section.title, section.lead, table.caption, left, _source(document, section, lang)]
    slide = _slide(deck, section.title, notes)
    _say(slide, [clipped(section.lead or table.caption, LONGEST_LEAD)], Inches(1.5), 18)
    start = LEFT
    if isinstance(shown, Picture):
        _draw(slide, shown)
        start = Inches(7.1)
    _tabulate(slide, first_rows(table, MOST_ROWS), start, lang)
    if left:
        _say(slide, [left], Inches(6.85), 12)


def _draw(slide: Any, picture: Picture) -> None:
    drawn = slide.shapes.add_picture(BytesIO(png_of(picture)), LEFT, Inches(2.6), width=Inches(6.1))
    if drawn.height > Inches(4.2):
        drawn.width, drawn.height = int(drawn.width * Inches(4.2) / drawn.height), Inches(4.2)
    drawn._element.nvPicPr.cNvPr.set("descr", xml_text(picture.description))


def _tabulate(slide: Any, table: Table, left: Any, lang: Lang) -> None:
    """Write a native table whose first row is marked as headings."""
    columns = table.columns[:MOST_COLUMNS]
    lines = [[heading_text(column) for column in columns], *(row[: len(columns)] for row in grid_of(table, lang))]
    width = LEFT + TEXT_WIDTH - left
    frame = slide.shapes.add_table(len(lines), len(columns), left, Inches(2.6), width, Inches(0.45) * len(lines))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", xml_text(table.caption))
    frame.table.first_row = True
    for cell, text in zip(frame.table.iter_cells(), (text for line in lines for text in line), strict=True):
        cell.text = clipped(text, LONGEST_CELL)
        for run in cell.text_frame.paragraphs[0].runs:
            run.font.size, run.font.name = Pt(12), "Calibri"


def _closing(deck: Any, document: Document, lang: Lang) -> None:
    kept = [*document.notices[:4], words.ABSENT_IS_NOT_ZERO.in_(lang), words.WHERE_ALL_IS.in_(lang)]
    slide = _slide(deck, words.TO_KEEP.in_(lang), [*kept, _source(document, None, lang)])
    _say(slide, [clipped(line, LONGEST_LEAD) for line in dict.fromkeys(kept)], Inches(1.7))


def _source(document: Document, section: Section | None, lang: Lang) -> str:
    day = written_day(document.made_on, lang)
    if section is None:
        return words.SOURCE_WHOLE.in_(lang).format(title=document.title, day=day)
    return words.SOURCE.in_(lang).format(title=document.title, section=section.title, day=day)


def _speak(deck: Any, region: str) -> None:
    """Say the language of every run, of the slides and of their notes."""
    name = "{http://schemas.openxmlformats.org/drawingml/2006/main}r"
    for slide in deck.slides:
        for element in (slide._element, slide.notes_slide._element):
            for run in element.iter(name):
                run.get_or_add_rPr().set("lang", region)
