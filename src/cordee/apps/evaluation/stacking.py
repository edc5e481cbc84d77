"""A table whose cells know their heading, so that a phone stacks them: `evaluation/stacked.html` draws it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

StackedRow = tuple[tuple[str, str], ...]
"""A row: the heading of each cell, and what it holds."""


def stacked(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> tuple[StackedRow, ...]:
    """Pair each cell with the heading of its column.

    >>> stacked(("Partner", "Level"), [("The Mill", "3")])
    ((('Partner', 'The Mill'), ('Level', '3')),)
    """
    return tuple(tuple(zip(headers, row, strict=True)) for row in rows)
