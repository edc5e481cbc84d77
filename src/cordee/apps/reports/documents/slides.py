"""Five slides for elected officials (PPTX): what it is, what changed, how much, what all judge, what next."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from math import ceil
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Emu, Inches, Pt

from cordee.apps.reports.documents import words
from cordee.apps.reports.documents.pictures import pngs_of
from cordee.apps.reports.documents.shortening import first_rows, rows_left_out
from cordee.apps.reports.documents.slide_choice import SlideContent, five_slides
from cordee.apps.reports.words import PRODUCT
from cordee.apps.ui.documents.written import grid_of, heading_text, lang_of, side_of, widths_of, xml_text
from cordee.charts.palette import LIGHT
from cordee.core.document import Document, Picture, Table
from cordee.core.packs.text import Lang

FONT = "Calibri"
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
LEFT, TEXT_WIDTH = Inches(0.7), Inches(11.9)
TOP, BOTTOM = 1.45, 6.95
"""Inches between which a slide is filled, under its title and above what it leaves out."""
SIZES, SMALL = (26, 22, 20, 18), Pt(18)
"""Points of the sentences: the largest at which they all stand on the slide, the last one otherwise."""
GAP, ROW = 0.1, 0.5
"""Inches that the space between two sentences and a row of a table take."""
LETTERS = 1700
"""Letters of a line across the slide, times the size of the letters in points; those of a line are 1.25 high."""
LONGEST_TITLE, LONGEST_LINE, LONGEST_CELL = 80, 230, 46
MOST_ROWS, MOST_COLUMNS = 6, 5


def to_pptx(document: Document) -> bytes:
    """Return a document as exactly five slides; the notes of each say every sentence whole, and the source."""
    deck, lang = Presentation(), lang_of(document)
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    about = deck.core_properties
    about.title, about.author, about.language = xml_text(document.title)[:255], PRODUCT, words.REGIONS[lang]
    about.last_modified_by = PRODUCT
    about.created = about.modified = datetime.combine(document.made_on, time(12))
    for content in five_slides(document):
        _draw_slide(deck, content, lang)
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


def fitting(lines: list[str], room: float, size: int) -> tuple[list[str], float]:
    """Return the first lines that a height holds, in inches, and the height that they take; the first one always.

    >>> fitting(["court"], 1.0, 18), len(fitting(["a " * 90] * 9, 2.0, 18)[0])
    ((['court'], 0.4125), 2)
    """
    kept: list[str] = []
    taken = 0.0
    for line in lines:
        height = ceil(len(line) / (LETTERS / size)) * size * 1.25 / 72 + GAP
        if kept and taken + height > room:
            break
        kept.append(line)
        taken += height
    return kept, taken


def _largest(lines: list[str], room: float) -> tuple[list[str], float, int]:
    """Return the lines that stand on a slide, their height, and the largest size that keeps most of them."""
    tries = [(*fitting(lines, room, size), size) for size in SIZES]
    return next((one for one in tries if len(one[0]) == len(lines)), tries[-1])


def _draw_slide(deck: Any, content: SlideContent, lang: Lang) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    _title(slide, content.title)
    said = [clipped(line, LONGEST_LINE) for line in content.lines]
    said += [words.SAID_BY.in_(lang).format(words=clipped(one.text, 150), who=one.who) for one in content.quotes]
    rows = 0 if content.shown is None else min(4, 1 + len(_table_of(content.shown).rows))
    kept, height, size = _largest(said, BOTTOM - TOP - 0.2 - ROW * rows)
    _say(slide, kept, Inches(TOP), Pt(size), Inches(height))
    left = [words.MORE_IN_NOTES.in_(lang)] if len(kept) < len(said) else []
    if content.shown is not None:
        left.append(_show(slide, content.shown, TOP + height + 0.2, lang))
    if any(left):
        _say(slide, [" ".join(filter(None, left))], Inches(BOTTOM), Pt(14), Inches(0.4))
    slide.notes_slide.notes_text_frame.text = xml_text("\n".join(filter(None, content.notes)))


def _table_of(shown: Table | Picture) -> Table:
    return shown if isinstance(shown, Table) else shown.twin


def _title(slide: Any, text: str) -> None:
    holder = slide.shapes.title
    holder.left, holder.top, holder.width, holder.height = LEFT, Inches(0.35), TEXT_WIDTH, Inches(1.0)
    holder.text_frame.text = clipped(text, LONGEST_TITLE)
    holder.text_frame.word_wrap = True
    holder.text_frame.margin_left = 0
    _rule(slide)
    paragraph = holder.text_frame.paragraphs[0]
    paragraph.alignment = 1
    _look(paragraph.runs, Pt(32), bold=True)


def _rule(slide: Any) -> None:
    """Draw the line under a title, which only says that it is one."""
    line = slide.shapes.add_connector(1, LEFT, Inches(1.32), LEFT + Inches(1.2), Inches(1.32))
    line.line.width, line.line.color.rgb = Pt(4), _colour("action")


def _colour(role: str) -> RGBColor:
    return RGBColor.from_string(LIGHT[role][1:])


def _say(slide: Any, lines: list[str], top: Any, size: Any, height: Any) -> None:
    frame = slide.shapes.add_textbox(LEFT, top, TEXT_WIDTH, height).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_top = 0
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.text, paragraph.space_after = line, Pt(6)
        _look(paragraph.runs, size)


def _look(runs: Any, size: Any, *, bold: bool = False) -> None:
    for run in runs:
        run.font.size, run.font.bold, run.font.name = size, bold, FONT
        run.font.color.rgb = _colour("ink")


def _show(slide: Any, shown: Table | Picture, top: float, lang: Lang) -> str:
    """Draw a table, or a picture with its figures beside; return what says which rows are left out."""
    table = _table_of(shown)
    most = max(1, min(MOST_ROWS, int((BOTTOM - top) / ROW) - 1))
    left = LEFT
    if isinstance(shown, Picture):
        _draw(slide, shown, Inches(top))
        left = Inches(7.1)
    columns = MOST_COLUMNS if isinstance(shown, Table) else 3
    _tabulate(slide, first_rows(table.brief(columns), most), left, Inches(top), lang)
    return rows_left_out(table, most, lang)


def _draw(slide: Any, picture: Picture, top: Any) -> None:
    drawn = slide.shapes.add_picture(BytesIO(pngs_of([picture])[0]), LEFT, top, width=Inches(6.1))
    room = Inches(BOTTOM) - top
    if drawn.height > room:
        drawn.width, drawn.height = int(drawn.width * room / drawn.height), room
    drawn._element.nvPicPr.cNvPr.set("descr", xml_text(picture.description))


def _tabulate(slide: Any, table: Table, left: Any, top: Any, lang: Lang) -> None:
    """Write a native table whose first row is marked as headings."""
    lines = [[heading_text(column) for column in table.columns], *grid_of(table, lang)]
    width, count = LEFT + TEXT_WIDTH - left, len(table.columns)
    frame = slide.shapes.add_table(len(lines), count, left, top, width, Inches(ROW) * len(lines))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", xml_text(table.caption))
    frame.table.first_row = True
    shares = widths_of(table, lang)
    for column, share in zip(frame.table.columns, shares, strict=True):
        column.width = Emu(int(width * share / sum(shares)))
    frame.table.horz_banding = False
    for place, line in enumerate(lines):
        for cell, text, column in zip(frame.table.rows[place].cells, line, table.columns, strict=True):
            _write_cell(cell, text, is_head=place == 0, right=side_of(column) == "right")


def _write_cell(cell: Any, text: str, *, is_head: bool, right: bool) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = _colour("zone" if is_head else "card")
    cell.text = clipped(text, LONGEST_CELL)
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = 3 if right else 1
    _look(paragraph.runs, SMALL, bold=is_head)


def _speak(deck: Any, region: str) -> None:
    """Say the language of every run, of the slides and of their notes."""
    name = "{http://schemas.openxmlformats.org/drawingml/2006/main}r"
    for slide in deck.slides:
        for element in (slide._element, slide.notes_slide._element):
            for run in element.iter(name):
                run.get_or_add_rPr().set("lang", region)
