"""The files a reader takes away: what each is called, and what it is to a browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cordee.apps.reports import words
from cordee.apps.reports.json_document import to_json
from cordee.apps.reports.model import Report
from cordee.apps.reports.pdf import to_pdf
from cordee.apps.reports.workbook import to_xlsx


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file: how its name ends, its type, and how it is made."""

    ending: str
    content_type: str
    make: Callable[[Report], bytes]


PDF = FileKind("pdf", "application/pdf", to_pdf)
XLSX = FileKind("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx)
JSON = FileKind("json", "application/json", to_json)


def file_name(report: Report, kind: FileKind) -> str:
    """Name a file after what it is and when, in plain letters: « cordee-diagnostic-express-2026-11-23.pdf »."""
    stem = words.FILE_STEM.in_(report.lang)
    return f"{stem}-{report.reading.form}-{report.day.isoformat()}.{kind.ending}"
