"""A selection of figures as a file (CSV, workbook, JSON), each saying which edition it is from and on what terms."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cordee.apps.observatory.editions.citing import address_of, citation_of
from cordee.apps.observatory.editions.shelf import Figure, ShelvedEdition
from cordee.stats.results import AFTER

FORMULA = ("=", "+", "-", "@", "\t", "\r")
Cell = str | int | float | bool | None


@dataclass(frozen=True)
class Export:
    """A way of writing a selection: its type, and what writes it."""

    media_type: str
    write: Callable[[ShelvedEdition, Sequence[Figure]], bytes]


def columns_of(edition: ShelvedEdition) -> list[str]:
    """Return the names of the columns: those of the table, after the edition and whether it is synthetic."""
    return ["edition", "synthetic", "question", "measure", "values", *edition.cuts, *AFTER]


def row_of(edition: ShelvedEdition, figure: Figure) -> list[Cell]:
    """Return the cells of a figure; None for what is hidden or not known."""
    card = edition.card
    first: list[Cell] = [card.id, card.synthetic, figure.question, figure.measure, "|".join(figure.values)]
    return [*first, *(figure.domains.get(name) for name in edition.cuts), *(getattr(figure, name) for name in AFTER)]


def to_csv(edition: ShelvedEdition, figures: Sequence[Figure]) -> bytes:
    """Return the selection as CSV, numbers with all their digits."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns_of(edition))
    writer.writerows([[plain_cell(cell) for cell in row_of(edition, figure)] for figure in figures])
    return out.getvalue().encode()


def to_json(edition: ShelvedEdition, figures: Sequence[Figure]) -> bytes:
    """Return the selection as JSON, with what is needed to cite it."""
    columns = columns_of(edition)[2:]
    document = {
        "format": "cordee-figures/1",
        "edition": edition.card.id,
        "synthetic": edition.card.synthetic,
        "withdrawn": edition.withdrawal is not None,
        "address": address_of(edition),
        "licence": edition.card.licence,
        "citation": citation_of(edition),
        "figures": [dict(zip(columns, row_of(edition, one)[2:], strict=True)) for one in figures],
    }
    return (json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()


def to_xlsx(edition: ShelvedEdition, figures: Sequence[Figure]) -> bytes:
    """Return the selection as a workbook: the figures, then a sheet that says where they are from."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("figures")
    sheet.append(columns_of(edition))
    for figure in figures:
        sheet.append([safe_cell(cell) for cell in row_of(edition, figure)])
    about = book.create_sheet("edition")
    for name, value in about_rows(edition):
        about.append([name, safe_cell(value)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def about_rows(edition: ShelvedEdition) -> list[tuple[str, Cell]]:
    """Return the lines of the sheet that says where the numbers are from."""
    card = edition.card
    return [
        ("edition", card.id),
        ("title", card.title.fr),
        ("synthetic", card.synthetic),
        ("withdrawn", edition.withdrawal is not None),
        ("address", address_of(edition)),
        ("licence", card.licence),
        ("citation", citation_of(edition)),
    ]


def plain_cell(cell: Cell) -> Cell:
    """Write a cell of a CSV file: yes and no as words, nothing for what is not known."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else safe_cell(cell)


def safe_cell(cell: Cell) -> Cell:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


EXPORTS = {
    "csv": Export("text/csv; charset=utf-8", to_csv),
    "xlsx": Export("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx),
    "json": Export("application/json", to_json),
}
