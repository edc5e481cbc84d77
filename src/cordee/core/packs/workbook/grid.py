"""The cells of a workbook as they were typed, each with its address, and what keeps some of them from being read."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cordee.core.packs.faults import Fault, Place, fault
from cordee.core.packs.reading.decoding import LARGEST, MEGABYTE
from cordee.core.packs.workbook.cells import column_letter

LARGEST_UNPACKED = 20 * LARGEST
MOST_CELLS = 2_000_000


@dataclass(frozen=True)
class Cell:
    """One cell that holds something: its letter of type, its content, its row and column from 1."""

    data_type: str
    content: object
    row: int
    column: int


@dataclass(frozen=True)
class Grid:
    """One sheet: its tab, and its cells by row and column from 1. Empty cells are left out."""

    file: str
    tab: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)

    def place(self, row: int, column: int) -> Place:
        """Return the place of a cell."""
        return Place(self.file, row, column, self.tab, f"{column_letter(column)}{row}")

    def rows(self) -> dict[int, dict[int, Cell]]:
        """Return the cells by row, then by column, from the top."""
        rows: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in sorted(self.cells.items()):
            rows.setdefault(row, {})[column] = cell
        return rows


def grids_of(file: str, content: bytes) -> tuple[dict[str, Grid], list[Fault]]:
    """Read every sheet of a workbook.

    Shapes: the bytes of an XLSX file; its sheets by the name of their tab, and what keeps it from being read.

    Errors: none is raised. A file beyond 5 MB, or that unpacks beyond 100 MB, is not opened.

    >>> grids_of("pack.xlsx", b"PK")[1][0].id
    'not-a-workbook'
    """
    if len(content) > LARGEST:
        return {}, [fault("too-large", Place(file), limit=LARGEST // MEGABYTE)]
    if not _is_bearable(content):
        return {}, [fault("not-a-workbook", Place(file))]
    try:
        book = load_workbook(BytesIO(content), rich_text=False, keep_links=False)
    except Exception:  # noqa: BLE001 - the library names no exception for a damaged file, and lets through any
        return {}, [fault("not-a-workbook", Place(file))]
    grids: dict[str, Grid] = {}
    faults: list[Fault] = []
    for sheet in book.worksheets:
        grids[sheet.title], found = _grid(file, sheet)
        faults.extend(found)
    return grids, faults


def _is_bearable(content: bytes) -> bool:
    try:
        with ZipFile(BytesIO(content)) as archive:
            return sum(entry.file_size for entry in archive.infolist()) <= LARGEST_UNPACKED
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def _grid(file: str, sheet: Worksheet) -> tuple[Grid, list[Fault]]:
    grid = Grid(file, sheet.title)
    faults = [
        fault("merged-cells", grid.place(area.min_row, area.min_col), cells=str(area))
        for area in sheet.merged_cells.ranges
    ]
    if sheet.max_row * sheet.max_column > MOST_CELLS:
        corner = f"{column_letter(sheet.max_column)}{sheet.max_row}"
        return grid, [*faults, fault("sheet-too-large", Place(file, sheet=sheet.title), corner=corner)]
    for line in sheet.iter_rows():
        for cell in line:
            if cell.value is not None and cell.value != "":
                grid.cells[cell.row, cell.column] = _cell(cell)
    return grid, faults


def _cell(cell: Any) -> Cell:
    return Cell(str(cell.data_type), cell.value, int(cell.row), int(cell.column))
