"""A file of values as text: a CSV in whatever encoding spreadsheets write, or the first sheet of a workbook."""

from __future__ import annotations

import csv
from datetime import datetime
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile, ZipFile

LARGEST_FILE = 5_000_000
LARGEST_UNPACKED = 60_000_000


class Unreadable(ValueError):
    """The file is neither a CSV nor an XLSX workbook, or it is too large."""


def text_of(content: bytes) -> str:
    """Return what a file holds as text that can be mended on the page; raise Unreadable otherwise."""
    if len(content) > LARGEST_FILE:
        raise Unreadable
    if content.startswith(b"PK"):
        return _workbook(content)
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise Unreadable
        return text
    raise Unreadable


def _workbook(content: bytes) -> str:
    from openpyxl import load_workbook

    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    try:
        if sum(part.file_size for part in ZipFile(BytesIO(content)).infolist()) > LARGEST_UNPACKED:
            raise Unreadable
        workbook = load_workbook(BytesIO(content), read_only=True, data_only=True)
        for row in workbook.worksheets[0].iter_rows(values_only=True, max_col=8):
            writer.writerow([_cell(one) for one in row])
        workbook.close()
    except (BadZipFile, KeyError, IndexError, OSError, ValueError, EOFError) as error:
        raise Unreadable from error
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return f"{value:.15g}" if isinstance(value, float) else str(value)
