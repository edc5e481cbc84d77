"""A figure of `charts` made ready for a page: its drawings as safe markup, its numbers as a table."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from cordee.charts.figures import AnyFigure
from cordee.charts.svg import Width, to_svg
from cordee.charts.tables import to_table

PHONE_AND_DESK: tuple[Width, ...] = ("narrow", "wide")


@dataclass(frozen=True)
class DrawnFigure:
    """What the component `c-figure` shows; the sheet of styles picks the drawing that fits its container."""

    id: str
    title: str
    subtitle: str
    note: str
    svg: SafeString
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def drawn(figure: AnyFigure, widths: tuple[Width, ...] = PHONE_AND_DESK) -> DrawnFigure:
    """Draw a figure once for each width."""
    table = to_table(figure)
    drawings = "".join(to_svg(figure, width=width) for width in widths)
    return DrawnFigure(
        id=figure.id,
        title=figure.title,
        subtitle=figure.subtitle,
        note=figure.note,
        svg=mark_safe(drawings),  # noqa: S308 - `to_svg` escapes every text it writes
        headers=table.headers,
        rows=table.rows,
    )
