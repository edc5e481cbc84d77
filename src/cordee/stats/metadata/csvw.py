"""CSV on the Web: what the columns of the CSV files are (W3C, Metadata Vocabulary for Tabular Data, 2015)."""

import json
from typing import Any

from cordee.stats.metadata.columns import ColumnDescribed, columns_described
from cordee.stats.metadata.described import Described, FileDescribed
from cordee.stats.metadata.languages import in_both
from cordee.stats.metadata.licences import licence_called
from cordee.stats.result_files import Sheet

CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "fr"}]


def csvw_of(described: Described) -> str:
    """Return the metadata of the CSV tables, a table group in JSON."""
    edition, licence = described.edition, licence_called(described.edition.licence)
    document: dict[str, Any] = {
        "@context": CONTEXT,
        "dc:identifier": edition.id,
        "dc:title": in_both(edition.title),
        "dc:subject": list(described.keywords),
        "dc:creator": edition.prepared_by,
        "dc:publisher": described.publisher,
        "dc:issued": {"@value": described.day, "@type": "xsd:date"},
        "dc:license": {"@id": licence.address} if licence else edition.licence,
        "tables": [_table(file, table, described) for file, table in _tables(described)],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _tables(described: Described) -> list[tuple[FileDescribed, Sheet]]:
    found = [(file, described.table_of(file)) for file in described.files if file.format == "csv"]
    return [(file, table) for file, table in found if table is not None]


def _table(file: FileDescribed, table: Sheet, described: Described) -> dict[str, Any]:
    dialect = {"encoding": "utf-8", "delimiter": ",", "lineTerminators": ["\n"], "header": True}
    columns = [_column(place, each) for place, each in enumerate(columns_described(table, described), 1)]
    return {"url": file.name, "dialect": dialect, "tableSchema": {"columns": columns}}


def _column(place: int, column: ColumnDescribed) -> dict[str, Any]:
    """Describe a column. Its name in the sense of the standard may hold few characters: its title is the header."""
    return {
        "name": f"c{place}",
        "titles": column.name,
        "dc:description": in_both(column.meaning),
        "datatype": column.kind,
        "null": "",
    }
