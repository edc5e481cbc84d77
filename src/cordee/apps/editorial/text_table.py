"""A table written as text: one line a row, cells between bars, the first row for the headings."""

from __future__ import annotations

BAR = "|"


def rows_of(text: str) -> list[list[str]]:
    """Return the cells of each line that is not empty.

    >>> rows_of("Étape | Durée\\nLire | 5 min")
    [['Étape', 'Durée'], ['Lire', '5 min']]
    """
    return [[cell.strip() for cell in line.strip().strip(BAR).split(BAR)] for line in text.splitlines() if line.strip()]


def uneven_rows(rows: list[list[str]]) -> list[int]:
    """Return the numbers, from 1, of the rows that do not have as many cells as the first.

    >>> uneven_rows([["a", "b"], ["1"], ["1", "2"]])
    [2]
    """
    return [number for number, row in enumerate(rows, start=1) if len(row) != len(rows[0])]
