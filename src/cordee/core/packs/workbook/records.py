"""The rows of a sheet by the codes of its columns, once its headings are known to be right."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cordee.core.packs.faults import Fault, Place, fault
from cordee.core.packs.messages.wording import suggestion
from cordee.core.packs.workbook.grid import Cell, Grid
from cordee.core.packs.workbook.sheets import Sheet

HEADER_ROWS = 3
"""Rows above the entries: the label in French, the label in English, the code that is read back."""

CODE_COLUMN, VALUE_COLUMN = 3, 4
"""In a vertical sheet, the columns (from 1) of the codes and of the values."""


@dataclass(frozen=True)
class Record:
    """One entry of a sheet: its cells by code of column, and the place of any of them, filled or not."""

    cells: Mapping[str, Cell]
    place: Callable[[str], Place]


def records_of(sheet: Sheet, grid: Grid) -> tuple[list[Record], list[Fault]]:
    """Read the rows of a sheet by the codes of its columns.

    Shapes: a sheet and its cells; one record for each row that holds something, and what is wrong with the headings.
    """
    faults: list[Fault] = []
    if sheet.vertical:
        return [_vertical(sheet, grid, faults)], faults
    columns = _columns(sheet, grid, faults)
    return list(_rows(grid, columns, faults)), faults


def codes_of(sheet: Sheet) -> list[str]:
    """List the codes of a sheet's columns: those of its parents first.

    >>> from cordee.core.packs.workbook.sheets import sheet_of
    >>> codes_of(sheet_of("choices"))
    ['@context', 'id', 'name.fr', 'name.en']
    """
    return [*(f"@{parent}" for parent in sheet.parents), *(column.code for column in sheet.columns)]


def _columns(sheet: Sheet, grid: Grid, faults: list[Fault]) -> dict[int, str]:
    """Return the code of each column by its number, and note the headings that are not right."""
    columns: dict[int, str] = {}
    for number, cell in grid.rows().get(HEADER_ROWS, {}).items():
        code, place = str(cell.content), grid.place(HEADER_ROWS, number)
        if code not in codes_of(sheet):
            faults.append(fault("unknown-column", place, column=code, suggestion=suggestion(code, codes_of(sheet))))
        elif code in columns.values():
            faults.append(fault("duplicate-column", place, column=code))
        else:
            columns[number] = code
    faults.extend(
        fault("missing-column", Place(grid.file, sheet=grid.tab), column=code, row=HEADER_ROWS)
        for code in codes_of(sheet)
        if code not in columns.values()
    )
    return columns


def _rows(grid: Grid, columns: Mapping[int, str], faults: list[Fault]) -> Iterator[Record]:
    numbers = {code: number for number, code in columns.items()}
    headed = set(grid.rows().get(HEADER_ROWS, {}))
    for row, cells in grid.rows().items():
        if row <= HEADER_ROWS:
            continue
        faults.extend(_outside(grid, cell) for number, cell in cells.items() if number not in headed)
        found = {columns[number]: cell for number, cell in cells.items() if number in columns}
        if found:
            yield Record(found, _placing(grid, row, numbers))


def _placing(grid: Grid, row: int, numbers: Mapping[str, int]) -> Callable[[str], Place]:
    return lambda code: grid.place(row, numbers[code]) if code in numbers else Place(grid.file, sheet=grid.tab)


def _vertical(sheet: Sheet, grid: Grid, faults: list[Fault]) -> Record:
    known = [column.code for column in sheet.columns]
    rows: dict[str, int] = {}
    for row, cells in grid.rows().items():
        if row <= HEADER_ROWS:
            continue
        faults.extend(_outside(grid, cell) for number, cell in cells.items() if number > VALUE_COLUMN)
        _take_line(grid, row, cells, known, rows, faults)
    absent = [code for code in known if code not in rows]
    faults.extend(fault("missing-line", Place(grid.file, sheet=grid.tab), row=code) for code in absent)
    cells_by_code = {
        code: grid.cells[row, VALUE_COLUMN] for code, row in rows.items() if (row, VALUE_COLUMN) in grid.cells
    }
    return Record(
        cells_by_code, lambda code: grid.place(rows[code], VALUE_COLUMN) if code in rows else Place(grid.file)
    )


def _take_line(
    grid: Grid, row: int, cells: Mapping[int, Cell], known: list[str], rows: dict[str, int], faults: list[Fault]
) -> None:
    if CODE_COLUMN not in cells:
        if VALUE_COLUMN in cells:
            faults.append(_outside(grid, cells[VALUE_COLUMN]))
        return
    code, place = str(cells[CODE_COLUMN].content), grid.place(row, CODE_COLUMN)
    if code not in known:
        faults.append(fault("unknown-line", place, row=code, suggestion=suggestion(code, known)))
    elif code in rows:
        faults.append(fault("duplicate-line", place, row=code))
    else:
        rows[code] = row


def _outside(grid: Grid, cell: Cell) -> Fault:
    return fault("outside-table", grid.place(cell.row, cell.column), found=str(cell.content))
