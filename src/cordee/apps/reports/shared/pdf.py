"""The PDF of a 360°."""

from __future__ import annotations

from cordee.apps.reports.pdf import made
from cordee.apps.reports.shared.model import SharedReport
from cordee.apps.reports.shared.pages import pages_of

TEMPLATE = "shared.typ"


def to_pdf(report: SharedReport) -> bytes:
    """Return the report as a tagged PDF/UA-1 document, the same bytes for the same report."""
    return made(pages_of(report), report.day, TEMPLATE)
