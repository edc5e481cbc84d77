"""A pack as tables: for each sheet, rows of values that still know their path in the pack."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cordee.core.packs.faults import Path
from cordee.core.packs.pack import Pack
from cordee.core.packs.workbook.cells import cell_of
from cordee.core.packs.workbook.sheets import ENTRY, TABLE_KEY, Sheet

Json = Any
Content = str | int | None


class Row(NamedTuple):
    """One row: the path of its entry, the names of its parents, and one value for each column."""

    path: Path
    parents: tuple[str, ...]
    cells: tuple[Content, ...]


def document_of(pack: Pack) -> Mapping[str, Json]:
    """Return a pack as plain data, decimals kept as decimals, defaults left out."""
    return pack.model_dump(by_alias=True, exclude_defaults=True)


def rows_of(sheet: Sheet, document: Mapping[str, Json]) -> Iterator[Row]:
    """Lay out the entries of one sheet, in the order of the pack.

    Shapes: a sheet and the document of a pack in; rows out, with as many cells as the sheet has columns.
    """
    for path, parents, value in _follow(document, sheet.path, (), ()):
        if sheet.vertical:
            yield _row(sheet, path, (), value)
        elif sheet.free_keys:
            for key, answer in value.items():
                yield Row((*path, key), _named(sheet, parents), (key, cell_of(sheet.columns[1].kind, answer)))
        else:
            for number, entry in enumerate(value):
                yield _row(sheet, (*path, number), _named(sheet, parents), entry)


def _follow(
    value: Json, steps: tuple[str, ...], path: Path, parents: tuple[str, ...]
) -> Iterator[tuple[Path, tuple[str, ...], Json]]:
    """Walk down to every list or block at a path, noting the names of the entries on the way."""
    if not steps:
        yield path, parents, value
    elif steps[0] == ENTRY:
        for number, entry in enumerate(value):
            yield from _follow(entry, steps[1:], (*path, number), (*parents, str(entry["id"])))
    elif steps[0] in value:
        yield from _follow(value[steps[0]], steps[1:], (*path, steps[0]), parents)


def _named(sheet: Sheet, parents: tuple[str, ...]) -> tuple[str, ...]:
    return parents[len(parents) - len(sheet.parents) :]


def _row(sheet: Sheet, path: Path, parents: tuple[str, ...], entry: Json) -> Row:
    return Row(path, parents, tuple(cell_of(column.kind, value_at(entry, column.path)) for column in sheet.columns))


def value_at(entry: Json, path: Path) -> Json:
    """Return what stands at a path inside an entry; None where there is nothing.

    >>> value_at({"levels": [{"fr": "Oui"}]}, ("levels", 0, "fr"))
    'Oui'
    """
    for step in path:
        if entry is None:
            return None
        entry = _step(entry, step)
    return entry


def _step(entry: Json, step: str | int) -> Json:
    """Go one step down; drafts may hold fewer entries than a pack would."""
    if isinstance(step, int):
        return entry[step] if isinstance(entry, list | tuple) and step < len(entry) else None
    return entry.get(step) if isinstance(entry, dict) else None


KEY_COLUMNS = ("id", TABLE_KEY, "version")
"""Codes of the columns that name a row."""
