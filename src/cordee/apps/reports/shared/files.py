"""The files of a 360° that a reader takes away: what each is called, and how it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cordee.apps.reports import files
from cordee.apps.reports.shared import words
from cordee.apps.reports.shared.json_document import to_json
from cordee.apps.reports.shared.model import SharedReport
from cordee.apps.reports.shared.pdf import to_pdf
from cordee.apps.reports.shared.workbook import to_xlsx


@dataclass(frozen=True, slots=True)
class SharedFile:
    """One kind of file of a 360°: how its name ends, its type, and how it is made."""

    ending: str
    content_type: str
    make: Callable[[SharedReport], bytes]


PDF = SharedFile(files.PDF.ending, files.PDF.content_type, to_pdf)
XLSX = SharedFile(files.XLSX.ending, files.XLSX.content_type, to_xlsx)
JSON = SharedFile(files.JSON.ending, files.JSON.content_type, to_json)


def file_name(report: SharedReport, kind: SharedFile) -> str:
    """Name a file after what it is and when, never after whose it is: « cordee-360-express-2026-06-30.pdf »."""
    return f"{words.FILE_STEM}-{report.reading.form}-{report.day.isoformat()}.{kind.ending}"
