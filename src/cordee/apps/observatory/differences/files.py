"""A set of comparisons as a file: the drawing (PNG, SVG), or its numbers at full precision (CSV, workbook, JSON)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string

from cordee.apps.observatory.differences.drawing import difference_strip
from cordee.apps.observatory.differences.sets import DifferenceSet
from cordee.apps.observatory.editions.citing import address_of, citation_of
from cordee.apps.observatory.editions.exporting import Cell, about_rows, plain_cell, safe_cell
from cordee.charts.figures import AnyFigure
from cordee.charts.svg import to_svg

NUMBERS = ("n", "estimate", "se", "lower", "upper", "p_holm", "distinguishable", "status")
FILE_WIDTH = 720


@dataclass(frozen=True)
class Format:
    """How a set is written: the type of the file, and what makes it."""

    content_type: str
    write: Callable[[DifferenceSet], bytes]


def columns_of(one: DifferenceSet) -> list[str]:
    """Return the names of the columns: those of the table of comparisons, after the edition."""
    domains = dict.fromkeys(name for line in one.lines for name in line.difference.domains)
    numbers = ("difference" if name == "estimate" else name for name in NUMBERS)
    return ["edition", "synthetic", "question", "measure", "values", *domains, *numbers]


def rows_of(one: DifferenceSet) -> list[list[Cell]]:
    """Return the cells of each line; None for what is hidden or not known."""
    card, fixed = one.edition.card, len(("edition", "synthetic", "question", "measure", "values"))
    domains = columns_of(one)[fixed : -len(NUMBERS)]
    rows: list[list[Cell]] = []
    for line in one.lines:
        found = line.difference
        first: list[Cell] = [card.id, card.synthetic, found.question, found.measure, "|".join(found.values)]
        rows.append(
            [*first, *(found.domains.get(name) for name in domains), *(getattr(found, name) for name in NUMBERS)]
        )
    return rows


def csv_file(one: DifferenceSet) -> bytes:
    """Write the numbers, with all their digits."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns_of(one))
    writer.writerows([[plain_cell(cell) for cell in row] for row in rows_of(one)])
    return out.getvalue().encode()


def json_file(one: DifferenceSet) -> bytes:
    """Write the numbers with what is needed to cite them."""
    columns, edition = columns_of(one)[2:], one.edition
    document = {
        "format": "cordee-comparisons/1",
        "edition": edition.card.id,
        "synthetic": edition.card.synthetic,
        "withdrawn": edition.withdrawal is not None,
        "address": address_of(edition),
        "licence": edition.card.licence,
        "citation": citation_of(edition),
        "comparisons": [dict(zip(columns, row[2:], strict=True)) for row in rows_of(one)],
    }
    return (json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()


def workbook_file(one: DifferenceSet) -> bytes:
    """Write a workbook: the comparisons, then a sheet that says where they are from."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("comparisons")
    sheet.append(columns_of(one))
    for row in rows_of(one):
        sheet.append([safe_cell(cell) for cell in row])
    about = book.create_sheet("edition")
    for name, value in about_rows(one.edition):
        about.append([name, safe_cell(value)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def svg_file(one: DifferenceSet) -> bytes:
    """Write a drawing that stands alone: its colours, its title, its source."""
    return to_svg(difference_strip(one), theme="print", width=FILE_WIDTH, heading=True).encode()


def png_file(one: DifferenceSet) -> bytes:
    """Write the same drawing as a picture, by the typesetter that the settings name."""
    draw: Callable[[AnyFigure], bytes] = import_string(settings.FIGURE_PICTURE)
    return draw(difference_strip(one))


FORMATS: Mapping[str, Format] = {
    "png": Format("image/png", png_file),
    "svg": Format("image/svg+xml", svg_file),
    "csv": Format("text/csv; charset=utf-8", csv_file),
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook_file),
    "json": Format("application/json", json_file),
}
