"""The JSON of a document for other programs: the values of `core.document_json`, indented, with what wrote them."""

from __future__ import annotations

import json
from typing import Any

from cordee import __version__
from cordee.apps.reports.words import PRODUCT
from cordee.core import document_json
from cordee.core.document import Document


def to_json(document: Document) -> bytes:
    """Return a document as UTF-8 JSON, the same bytes for the same document; `document_json.from_json` reads it."""
    return (json.dumps(values_of(document), ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def values_of(document: Document) -> dict[str, Any]:
    """Return a document as plain values; its shape is `schema.DocumentShape`."""
    return {**document_json.values_of(document), "made_by": {"name": PRODUCT, "version": __version__}}
