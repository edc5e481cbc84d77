"""The files that a document may be taken away as: how each name ends, its type, how it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cordee.apps.reports.documents.json_document import to_json
from cordee.apps.reports.documents.pdf import to_pdf, to_short_pdf
from cordee.apps.reports.documents.slides import to_pptx
from cordee.apps.reports.documents.text_document import to_docx
from cordee.apps.reports.documents.workbook import to_xlsx
from cordee.core.document import Document


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """One format: how its name ends, its type, how it is made, and what its name says besides."""

    ending: str
    content_type: str
    make: Callable[[Document], bytes]
    version: str = ""


OFFICE = "application/vnd.openxmlformats-officedocument"
FULL_PDF = DocumentFile("pdf", "application/pdf", to_pdf)
SHORT_PDF = DocumentFile("pdf", "application/pdf", to_short_pdf, "court")
DOCX = DocumentFile("docx", f"{OFFICE}.wordprocessingml.document", to_docx)
PPTX = DocumentFile("pptx", f"{OFFICE}.presentationml.presentation", to_pptx)
XLSX = DocumentFile("xlsx", f"{OFFICE}.spreadsheetml.sheet", to_xlsx)
JSON = DocumentFile("json", "application/json", to_json)


def file_name(document: Document, kind: DocumentFile) -> str:
    """Name a file after what it is and when, in plain letters: « cordee-evaluation-2026-11-27.pdf »."""
    parts = ("cordee", document.key, kind.version, document.made_on.isoformat())
    return f"{'-'.join(filter(None, parts))}.{kind.ending}"
