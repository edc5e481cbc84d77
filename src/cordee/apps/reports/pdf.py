"""The PDF of a report."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date
from typing import Any

from cordee.apps.reports.glyphs import only_common
from cordee.apps.reports.model import Report
from cordee.apps.reports.pages import pages_of
from cordee.apps.reports.typesetting import NotTypeset, typeset

logger = logging.getLogger(__name__)
TEMPLATE = "report.typ"


def to_pdf(report: Report) -> bytes:
    """Return the report as a tagged PDF/UA-1 document, the same bytes for the same report."""
    return made(pages_of(report), report.day, TEMPLATE)


def made(pages: Mapping[str, Any], day: date, template: str) -> bytes:
    """Lay pages out with a template.

    Which rare letters can be drawn depends on the fonts that the installed typesetter carries. Should it refuse one,
    the document is made again with the letters of our own fonts only, and a sign in the place of the others.
    """
    try:
        return typeset(pages, day, template)
    except NotTypeset as refused:
        logger.warning("Typeset again with common letters only: %s", refused)
        return typeset(only_common(pages), day, template)
