"""A Frictionless Data Package: the files of an edition, with the fields of its tables (specification of 2017)."""

import json
import re
from typing import Any

from cordee.stats.metadata.columns import columns_described
from cordee.stats.metadata.described import Described, FileDescribed
from cordee.stats.metadata.licences import licence_called
from cordee.stats.result_files import Sheet


def datapackage_of(described: Described) -> str:
    """Return `datapackage.json`: one resource for each file."""
    edition = described.edition
    document: dict[str, Any] = {
        "profile": "data-package",
        "name": edition.id,
        "title": edition.title.fr,
        "description": edition.note.fr if edition.note else edition.title.en,
        "version": edition.id,
        "created": edition.published_at,
        "keywords": list(described.keywords),
        "licenses": [_licence(edition.licence)],
        "contributors": [
            {"title": edition.prepared_by, "role": "author"},
            {"title": edition.approved_by, "role": "contributor"},
            *([{"title": edition.publisher, "role": "publisher"}] if edition.publisher else []),
        ],
        "resources": [_resource(file, described) for file in described.files],
    }
    if described.link:
        document["homepage"] = described.link
    if edition.doi:
        document["id"] = described.link
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _licence(name: str) -> dict[str, str]:
    known = licence_called(name)
    return {"name": known.id, "title": known.title.fr, "path": known.address} if known else {"name": name}


def _resource(file: FileDescribed, described: Described) -> dict[str, Any]:
    made: dict[str, Any] = {
        "name": resource_name(file.name),
        "path": file.name,
        "format": file.format,
        "mediatype": file.media_type,
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
    }
    table = described.table_of(file)
    if table is None or file.format != "csv":
        return {**made, "profile": "data-resource"}
    return {**made, "profile": "tabular-data-resource", "encoding": "utf-8", "schema": _schema(table, described)}


def _schema(table: Sheet, described: Described) -> dict[str, Any]:
    fields = [
        {"name": each.name, "type": each.kind, "description": each.meaning.fr}
        for each in columns_described(table, described)
    ]
    return {"fields": fields, "missingValues": [""]}


def resource_name(path: str) -> str:
    """Return the name of a resource: small letters, digits, dots and hyphens.

    >>> resource_name("data.parquet/0000.parquet"), resource_name("Été 2026.yaml")
    ('data.parquet-0000.parquet', '-t-2026.yaml')
    """
    return re.sub(r"[^a-z0-9._]+", "-", path.lower())
