"""XLSX workbooks: the first sheet, its first row being the header; a code kept as text stays text."""

from typing import Any
from zipfile import BadZipFile

import polars as pl

from cordee.stats.faults import SurveyRefused, refusal
from cordee.stats.sources.csv_files import duplicate_columns
from cordee.stats.sources.source import Source


def open_workbook(source: Source) -> pl.LazyFrame:
    """Read the first sheet of a workbook. SurveyRefused: not a workbook, or columns without a name of their own."""
    rows = _rows(source)
    if not rows:
        raise refusal("empty-file", source.name)
    names = ["" if cell is None else str(cell).strip() for cell in rows[0]]
    while names and not names[-1]:
        names.pop()
    _refuse_names(source, names)
    data = {name: _column([row[place] for row in rows[1:]]) for place, name in enumerate(names)}
    return pl.DataFrame(data).lazy()


def _rows(source: Source) -> list[tuple[Any, ...]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        workbook = load_workbook(source.path, read_only=True, data_only=True)
        try:
            sheet = workbook.worksheets[0]
            return [row for row in sheet.iter_rows(values_only=True) if any(cell is not None for cell in row)]
        finally:
            workbook.close()
    except (BadZipFile, InvalidFileException, KeyError, IndexError, OSError, ValueError, EOFError) as error:
        raise refusal("unreadable-file", source.name, kind="XLSX", reason=str(error)) from None


def _refuse_names(source: Source, names: list[str]) -> None:
    if "" in names:
        raise refusal("nameless-column", source.name, number=names.index("") + 1)
    faults = duplicate_columns(source, names)
    if faults:
        raise SurveyRefused(faults)


def _column(cells: list[Any]) -> pl.Series:
    """Make a column of numbers when every cell that is filled is one, else a column of text.

    >>> _column([1, None, 2.5]).to_list(), _column(["01", 2, None]).to_list()
    ([1.0, None, 2.5], ['01', '2', None])
    """
    filled = [cell for cell in cells if cell is not None]
    if filled and all(isinstance(cell, int) and not isinstance(cell, bool) for cell in filled):
        return pl.Series(cells, dtype=pl.Int64)
    if filled and all(isinstance(cell, int | float) and not isinstance(cell, bool) for cell in filled):
        return pl.Series(cells, dtype=pl.Float64, strict=False)
    return pl.Series([None if cell is None else str(cell) for cell in cells], dtype=pl.String)
