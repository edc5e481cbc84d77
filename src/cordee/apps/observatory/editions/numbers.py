"""Numbers of an edition as a file (CSV, workbook, JSON), each saying which edition they are from and on what terms."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cordee.apps.observatory.editions.citing import address_of, citation_of
from cordee.apps.observatory.editions.shelf import ShelvedEdition

FORMULA = ("=", "+", "-", "@", "\t", "\r")
BESIDE = 2
"""The first columns name the edition and say whether it is synthetic: JSON says them once, above its rows."""
Cell = str | int | float | bool | None


@dataclass(frozen=True)
class Numbers:
    """A table of an edition: what its rows are (« figures »), its columns, its rows; None is hidden or not known."""

    edition: ShelvedEdition
    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class NumbersFile:
    """A way of writing numbers: its type, and what writes it."""

    media_type: str
    write: Callable[[Numbers], bytes]


def to_csv(numbers: Numbers) -> bytes:
    """Return them as CSV, with all their digits."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(numbers.columns)
    writer.writerows([[_plain(cell) for cell in row] for row in numbers.rows])
    return out.getvalue().encode()


def to_json(numbers: Numbers) -> bytes:
    """Return them as JSON, with what is needed to cite them."""
    edition, columns = numbers.edition, numbers.columns[BESIDE:]
    document = {
        "format": f"cordee-{numbers.name}/1",
        "edition": edition.card.id,
        "synthetic": edition.card.synthetic,
        "withdrawn": edition.withdrawal is not None,
        "address": address_of(edition),
        "licence": edition.card.licence,
        "citation": citation_of(edition),
        numbers.name: [dict(zip(columns, row[BESIDE:], strict=True)) for row in numbers.rows],
    }
    return (json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()


def to_xlsx(numbers: Numbers) -> bytes:
    """Return them as a workbook: a sheet of numbers, then one that says where they are from."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(numbers.name)
    sheet.append(list(numbers.columns))
    for row in numbers.rows:
        sheet.append([_safe(cell) for cell in row])
    about = book.create_sheet("edition")
    for name, value in _about(numbers.edition):
        about.append([name, _safe(value)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _about(edition: ShelvedEdition) -> list[tuple[str, Cell]]:
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


def _plain(cell: Cell) -> Cell:
    """Write a cell of a CSV file: yes and no as words, nothing for what is not known."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else _safe(cell)


def _safe(cell: Cell) -> Cell:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


NUMBERS_FILES = {
    "csv": NumbersFile("text/csv; charset=utf-8", to_csv),
    "xlsx": NumbersFile("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx),
    "json": NumbersFile("application/json", to_json),
}
