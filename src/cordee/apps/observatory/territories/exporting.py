"""A figure of the regions as a file: PNG, SVG and CSV from its definition, a workbook of the same numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

import xlsxwriter
from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from cordee.charts.readings import Missing
from cordee.charts.regions import RegionFigure, RegionRow
from cordee.charts.spreadsheet import to_csv
from cordee.charts.svg import to_svg
from cordee.charts.words import WORDS

FILE_WIDTH = 720
FIRST_LINE = 4


@dataclass(frozen=True)
class Format:
    """How a figure is written: the type of the file, and what makes it."""

    content_type: str
    write: Callable[[RegionFigure], bytes]


def svg_file(figure: RegionFigure) -> bytes:
    """Write a drawing that stands alone: its colours, its title, its source."""
    return to_svg(figure, theme="print", width=FILE_WIDTH, heading=True).encode()


def png_file(figure: RegionFigure) -> bytes:
    """Write the same drawing as a picture, by the typesetter that the settings name."""
    draw: Callable[[RegionFigure], bytes] = import_string(settings.FIGURE_PICTURE)
    return draw(figure)


def csv_file(figure: RegionFigure) -> bytes:
    """Write the numbers at full precision, with the mark that spreadsheets need to read accents."""
    return ("\ufeff" + to_csv(figure)).encode()


def workbook_file(figure: RegionFigure) -> bytes:
    """Write a workbook: what the figure says, then its numbers as numbers, one line a region."""
    page = BytesIO()
    with xlsxwriter.Workbook(page, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet()
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 6, 22)
        for line, text in enumerate((figure.title, figure.subtitle, figure.note)):
            sheet.write_string(line, 0, text, bold if line == 0 else None)
        sheet.write_row(FIRST_LINE, 0, headings(figure), bold)
        for line, row in enumerate(figure.rows, FIRST_LINE + 1):
            sheet.write_row(line, 0, cells_of(figure, row))
        sheet.freeze_panes(FIRST_LINE + 1, 1)
    return page.getvalue()


def headings(figure: RegionFigure) -> list[str]:
    """Return the headings of the workbook, the unit beside the value."""
    unit = f" ({figure.scale.unit})" if figure.scale.unit else ""
    low, high = _("Borne basse à 95 %"), _("Borne haute à 95 %")
    return [_("Région"), _("Valeur") + unit, low, high, _("Face au reste du pays"), _("Réponses"), _("Remarque")]


def cells_of(figure: RegionFigure, row: RegionRow) -> list[str | float | None]:
    """Return the cells of a region; what is not published is empty, with its reason."""
    standing = WORDS[figure.lang].standings[row.standing]
    if isinstance(row.reading, Missing):
        return [row.label, None, None, None, standing, row.answers, row.reading.reason]
    return [row.label, row.reading.value, row.reading.lower, row.reading.upper, standing, row.answers, None]


FORMATS: Mapping[str, Format] = {
    "png": Format("image/png", png_file),
    "svg": Format("image/svg+xml", svg_file),
    "csv": Format("text/csv; charset=utf-8", csv_file),
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook_file),
}
