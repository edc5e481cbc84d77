"""Tables and the map of relations as a page draws them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import mark_safe

from cordee.apps.library.addresses import language
from cordee.apps.ui.figures import DrawnFigure
from cordee.charts.network_map import NetworkMap, network_svg
from cordee.core.document import Absent, Cell, Table
from cordee.core.numerals import number


@dataclass(frozen=True)
class DrawnTable:
    """What the component `c-table` shows."""

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def drawn_table(table: Table) -> DrawnTable:
    """Write the cells of a table in the language on screen."""
    headers = tuple(column.title for column in table.columns)
    return DrawnTable(table.caption, headers, tuple(tuple(written(cell) for cell in row) for row in table.rows))


def written(cell: Cell) -> str:
    """Write a cell: a number with one decimal when it is not whole, an absent one by its reason."""
    if isinstance(cell, Absent):
        return cell.reason
    return number(cell, language()) if isinstance(cell, float) else str(cell)


def drawn_map(figure: NetworkMap, twin: Table) -> DrawnFigure:
    """Draw the map for a phone and for a desk, with its table."""
    table = drawn_table(twin)
    svg = network_svg(figure, "narrow") + network_svg(figure, "wide")
    return DrawnFigure(
        id=figure.id,
        title=figure.title,
        subtitle=figure.subtitle,
        note=figure.note,
        svg=mark_safe(svg),  # noqa: S308 - `network_svg` escapes every text it writes
        headers=table.headers,
        rows=table.rows,
    )
