"""From plain data to what the fields of a form hold, and back; nothing is lost on the way, right or wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.datastructures import MultiValueDict
from pydantic import ValidationError

from cordee.apps.workshop.entries.outline import inside, model_of, rows_of, screens_of
from cordee.core.packs.reading.shapes import part_at
from cordee.core.packs.workbook.assembly import always_there, as_lists, open_block
from cordee.core.packs.workbook.cells import NO_ENTRY, cell_of, value_of
from cordee.core.packs.workbook.sheets import TABLE_KEY, TABLE_VALUE, Column, Sheet
from cordee.core.packs.workbook.tables import value_at

Json = Any
LIST_KINDS = frozenset({"names", "lines"})
Fields = MultiValueDict[str, str]


def is_list(column: Column) -> bool:
    """Tell whether a field holds several values, one a row."""
    return column.kind in LIST_KINDS


def written(column: Column, value: Json) -> list[str]:
    """Return a value as the rows of its field; one row for a single value, none where there is nothing.

    A list of ids that says it is empty, where leaving it out means something else, is written `[]`.
    """
    if value is None:
        return []
    if is_list(column):
        rows = [str(one) for one in value] if isinstance(value, list) else [str(value)]
        return rows or ([NO_ENTRY] if column.kind == "names" else [])
    return [str(cell_of(column.kind, value))]


def read(column: Column, rows: list[str]) -> Json:
    """Read the rows of a field back; None where nothing was written."""
    said = [row for row in rows if row]
    if not said:
        return None
    if column.kind == "names":
        return [] if said == [NO_ENTRY] else [name for row in said for name in as_names(row)]
    return said if column.kind == "lines" else value_of(column.kind, said[0])


def as_names(row: str) -> list[str]:
    """Read the ids written on one row."""
    found = value_of("names", row)
    return [str(name) for name in found] if isinstance(found, list) else []


def entry_of(columns: Iterable[Column], values: Mapping[str, Json]) -> dict[str, Json]:
    """Build an entry from the values of its fields, by code; what is None is left out, its blocks are kept."""
    entry: dict[str | int, Json] = {}
    for column in columns:
        open_block(entry, always_there(column.path))
        value = values.get(column.code)
        if value is not None:
            open_block(entry, column.path[:-1])[column.path[-1]] = value
    return {str(key): as_lists(value) for key, value in entry.items()}


def is_blank(entry: Json) -> bool:
    """Tell whether nothing was written anywhere in an entry.

    >>> is_blank({"levels": [{}, {}], "first_use": {}}), is_blank({"name": {"fr": "Oui"}})
    (True, False)
    """
    if isinstance(entry, dict):
        return all(is_blank(one) for one in entry.values())
    return isinstance(entry, list) and all(is_blank(one) for one in entry)


def table_rows(sheet: Sheet, value: Json) -> list[dict[str, Json]]:
    """Return the rows of an inner list; those of a block of free keys are its keys and values."""
    if sheet.free_keys:
        return [{TABLE_KEY: key, TABLE_VALUE: one} for key, one in (value or {}).items()]
    return list(value or ())


def table_value(sheet: Sheet, rows: list[dict[str, Json]]) -> Json:
    """Return an inner list from its rows."""
    if sheet.free_keys:
        return {str(row.get(TABLE_KEY, "")): row.get(TABLE_VALUE) for row in rows}
    return rows


def prefix_of(sheet: Sheet, number: int) -> str:
    """Return how the fields of one row of an inner list begin."""
    return f"{sheet.code}-{number}"


def count_field(sheet: Sheet) -> str:
    """Return the field that says how many rows of an inner list are on screen."""
    return f"{sheet.code}-rows"


def fields_of(sheet: Sheet, entry: Json, spare: int = 1) -> Fields:
    """Write an entry as the fields of its screen, with some spare rows at the end of each inner list."""
    fields: Fields = MultiValueDict()
    for column in sheet.columns:
        fields.setlist(column.code, written(column, value_at(entry, column.path)))
    for table in rows_of(sheet):
        rows = table_rows(table, value_at(entry, inside(table, sheet)))
        fields.setlist(count_field(table), [str(len(rows) + spare)])
        for number, row in enumerate(rows):
            for column in table.columns:
                name = f"{prefix_of(table, number)}-{column.code}"
                fields.setlist(name, written(column, value_at(row, column.path)))
    return fields


def tidied(sheet: Sheet, entry: dict[str, Json], before: Json = None) -> dict[str, Json]:
    """Put an entry in the form a release would give it, with the inner lists that its screen does not show.

    An entry that has not its shape yet is kept as it was written.
    """
    for child in screens_of(sheet):
        steps = inside(child, sheet)
        kept = value_at(before, steps)
        if kept is not None or is_owed(sheet, steps):
            open_block(entry, steps[:-1])[steps[-1]] = kept or []  # type: ignore[arg-type]
    model = model_of(sheet)
    if model is None:
        return entry
    try:
        return model.model_validate(entry).model_dump(mode="json", by_alias=True, exclude_defaults=True)
    except ValidationError:
        return entry


def is_owed(sheet: Sheet, steps: tuple[str, ...]) -> bool:
    """Tell whether the model of an entry asks for an inner list, be it empty."""
    model = model_of(sheet)
    holder = part_at(model, steps[:-1]) if model else None
    fields = holder.model_fields.items() if holder else ()
    return any(info.is_required() for name, info in fields if (info.alias or name) == steps[-1])
