"""How a workbook looks: its colours, the width of its columns, the height of its rows, its pages when printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from cordee.core.packs.workbook.cells import lines_needed, widest_line
from cordee.core.packs.workbook.tables import Content

INK, SECOND_INK, LINE, PAPER, LINK = "#12233A", "#495A6E", "#D6DFE6", "#F3F6F8", "#2559B0"
NARROWEST, WIDEST = 10, 44
LINE_HEIGHT, HIGHEST = 15, 400
A4 = 9
WIDEST_PAGE = 260
"""Characters across a printed page, beyond which it would be too small to read."""


@dataclass(frozen=True)
class Styles:
    """The formats of cells."""

    label: Format
    second_label: Format
    code: Format
    words: Format
    locked: Format
    title: Format
    link: Format
    plain: Format


def styles_of(book: Workbook) -> Styles:
    """Make the formats of a workbook: everything is text, wraps, and may be typed over but for the ids."""
    top: dict[str, Any] = {"text_wrap": True, "valign": "top", "num_format": "@"}
    body = {**top, "border": 1, "border_color": LINE}
    head = {**body, "bold": True, "font_color": "#FFFFFF", "bg_color": INK}
    return Styles(
        label=book.add_format(head),
        second_label=book.add_format({**head, "bold": False, "italic": True, "bg_color": SECOND_INK}),
        code=book.add_format({**body, "font_size": 8, "font_color": SECOND_INK, "bg_color": PAPER}),
        words=book.add_format({**body, "locked": False}),
        locked=book.add_format({**body, "bold": True, "bg_color": PAPER, "locked": True}),
        title=book.add_format({"bold": True, "font_size": 16, "font_color": INK, "valign": "top"}),
        link=book.add_format({"font_color": LINK, "underline": 1, "valign": "top"}),
        plain=book.add_format(top),
    )


def width_of(contents: Sequence[Content]) -> int:
    """Return the width of a column in characters: that of its longest line, within reason."""
    return min(WIDEST, max(NARROWEST, widest_line(contents) + 2))


def set_height(target: Worksheet, row: int, contents: Sequence[Content], widths: Sequence[int]) -> None:
    """Make a row as high as its longest text: not every program does it by itself."""
    lines = max(lines_needed(content, width) for content, width in zip(contents, widths, strict=True))
    target.set_row(row, min(HIGHEST, LINE_HEIGHT * lines + 2))


def set_page(target: Worksheet, width: int) -> None:
    """Print on landscape A4, on as few pages in width as can still be read; `width` is in characters."""
    target.set_landscape()
    target.set_paper(A4)
    target.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    target.set_footer("&L&F, &A&R&P / &N")
    target.fit_to_pages(-(-width // WIDEST_PAGE), 0)


def quoted(tab: str) -> str:
    """Write the name of a tab for a formula, between quotes.

    >>> quoted("Sujets (topics)")
    "'Sujets (topics)'"
    """
    return "'" + tab.replace("'", "''") + "'"
