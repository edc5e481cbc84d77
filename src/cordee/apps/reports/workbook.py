"""Workbooks: styled sheets that open in any spreadsheet, where no text can become a formula."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import xlsxwriter

from cordee.apps.reports import words
from cordee.apps.reports.model import Document, Report
from cordee.apps.reports.pages.opening import document_title
from cordee.apps.reports.sheets import Cell, Column, Kind, Sheet, SheetLink, sheets_of
from cordee.charts.numbers import Lang
from cordee.charts.palette import LIGHT

WRITING = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
NUMBERS: dict[Kind, str] = {"score": "0.0", "share": "0%", "count": "0", "number": "General", "money": "#,##0.00 €"}
DAY = {"fr": "dd/mm/yyyy", "en": "d mmmm yyyy"}
HEADING_HEIGHT = 34


def to_xlsx(report: Report) -> bytes:
    """Return the report as a workbook, the same bytes for the same report."""
    return written(sheets_of(report), properties_of(report, report.told.headline), report.lang)


def written(sheets: Iterable[Sheet], properties: dict[str, Any], lang: Lang) -> bytes:
    """Return sheets as a workbook, the same bytes for the same sheets and properties."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, WRITING) as workbook:
        workbook.set_properties(properties)
        formats = _Formats(workbook, lang)
        for sheet in sheets:
            _write(workbook.add_worksheet(sheet.name), sheet, formats)
    return file.getvalue()


def properties_of(report: Document, headline: str) -> dict[str, Any]:
    """Return what the file says of itself: no person, and the day without its hour."""
    release = report.release
    return {
        "title": document_title(report),
        "subject": headline,
        "author": words.PRODUCT,
        "comments": words.RELEASE.in_(report.lang).format(
            pack=release.name, version=release.version, sha=release.sha256
        ),
        "keywords": ", ".join(keyword.in_(report.lang) for keyword in words.KEYWORDS),
        "created": datetime.combine(report.day, time(12)),
    }


class _Formats:
    """The looks of cells, each made once for a workbook."""

    def __init__(self, workbook: Any, lang: Lang) -> None:
        self._workbook = workbook
        self._made: dict[tuple[Any, ...], Any] = {}
        self._day = DAY[lang]

    def heading(self, column: Column) -> Any:
        """Bold on a rule, in the colour of the facet when the column has one."""
        colour = LIGHT[column.facet] if column.facet else LIGHT["ink"]
        return self._format(bold=True, font_color=colour, bg_color=LIGHT["paper"], bottom=1, text_wrap=True)

    def cell(self, column: Column, value: Cell) -> Any:
        """A number as its column writes it, a day as a day, a text that wraps."""
        if isinstance(value, date):
            return self._format(num_format=self._day, align="left")
        if isinstance(value, SheetLink):
            return self._format(underline=1, font_color=LIGHT["vision"])
        if isinstance(value, str):
            return self._format(text_wrap=True)
        return self._format(num_format=NUMBERS.get(column.kind, "General"))

    def _format(self, **look: Any) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self._made:
            base = {"valign": "top", "font_color": LIGHT["ink"], "border_color": LIGHT["line"]}
            self._made[key] = self._workbook.add_format({**base, **look})
        return self._made[key]


def _write(page: Any, sheet: Sheet, formats: _Formats) -> None:
    page.set_row(0, HEADING_HEIGHT)
    for position, column in enumerate(sheet.columns):
        page.set_column(position, position, column.width)
        page.write_string(0, position, column.heading, formats.heading(column))
    for row, cells in enumerate(sheet.rows, 1):
        for position, (column, value) in enumerate(zip(sheet.columns, cells, strict=True)):
            _write_cell(page, row, position, value, formats.cell(column, value))
    _make_readable(page, sheet)


def _write_cell(page: Any, row: int, position: int, value: Cell, look: Any) -> None:
    """Write by the type of the value and never by its content, so that « =1+1 » stays the text it is."""
    if value is None:
        return
    if isinstance(value, str):
        page.write_string(row, position, value, look)
    elif isinstance(value, SheetLink):
        page.write_url(row, position, f"internal:'{value.sheet}'!A1", look, value.sheet)
    elif isinstance(value, date):
        page.write_datetime(row, position, datetime.combine(value, time()), look)
    else:
        page.write_number(row, position, value, look)


def _make_readable(page: Any, sheet: Sheet) -> None:
    """Keep headings in sight, filter, and print on the width of a page with the headings on each."""
    page.freeze_panes(1, sheet.frozen)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_footer("&L&A&R&P / &N")
