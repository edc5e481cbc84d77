"""The workbook of a 360°."""

from __future__ import annotations

from cordee.apps.reports.shared.model import SharedReport
from cordee.apps.reports.shared.sheets import sheets_of
from cordee.apps.reports.workbook import properties_of, written


def to_xlsx(report: SharedReport) -> bytes:
    """Return the report as a workbook, the same bytes for the same report."""
    return written(sheets_of(report), properties_of(report, report.told.headline), report.lang)
