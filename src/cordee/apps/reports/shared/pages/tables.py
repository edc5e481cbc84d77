"""A table of the PDF as plain values: its headings, its rows, and how wide each column is beside the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from cordee.apps.reports.pages.coherence import facet_names
from cordee.apps.reports.shared.model import SharedReport

Heading = str | dict[str, str]
"""Words, or a facet with its mark: `id` and `name`."""


def table_said(headers: Sequence[Heading], rows: Iterable[Sequence[str]], widths: Sequence[float]) -> dict[str, Any]:
    """Return a table whose first cell of a row names it. Columns after it that hold short numbers stand to the right.

    >>> table_said(["Circle", "Gap"], [["Teams", "+0.4"]], [2, 1])["rows"]
    [['Teams', '+0.4']]
    """
    return {"headers": list(headers), "rows": [list(row) for row in rows], "widths": list(widths)}


def facet_headings(report: SharedReport) -> list[Heading]:
    """Name the three facets as headings with their marks."""
    return [{"id": facet, "name": name} for facet, name in facet_names(report).items()]
