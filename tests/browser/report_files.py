"""The files of a report, opened as their readers open them: every word of each, and whether it is what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import docx
import openpyxl
from docx.oxml.ns import qn
from pptx import Presentation
from pypdf import PdfReader


def bare(text: str) -> str:
    """A text without spaces, so that where lines break does not matter."""
    return re.sub(r"\s", "", text)


def in_pdf(content: bytes) -> str:
    """Return the words of a PDF."""
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def in_docx(content: bytes) -> str:
    """Return the words of a text document."""
    return " ".join(text.text or "" for text in docx.Document(BytesIO(content)).element.iter(qn("w:t")))


def in_xlsx(content: bytes) -> str:
    """Return what the cells of a workbook hold, numbers with a French comma."""
    cells = (cell.value for sheet in openpyxl.load_workbook(BytesIO(content)) for row in sheet for cell in row)
    return " ".join(f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value) for value in cells)


def in_pptx(content: bytes) -> str:
    """Return the words of slides, of their tables and of their notes."""
    return " ".join(words for slide in Presentation(BytesIO(content)).slides for words in words_of(slide))


def words_of(slide: Any) -> list[str]:
    """Return the words of one slide."""
    shapes = [*slide.shapes, *slide.notes_slide.shapes]
    texts = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    cells = [cell.text for shape in slide.shapes if shape.has_table for cell in shape.table.iter_cells()]
    return [*texts, *cells]


def in_json(content: bytes) -> str:
    """Return a file of data as it is written."""
    return content.decode()


READERS: Mapping[str, Callable[[bytes], str]] = {
    ".pdf": in_pdf,
    ".docx": in_docx,
    ".pptx": in_pptx,
    ".xlsx": in_xlsx,
    ".json": in_json,
}
