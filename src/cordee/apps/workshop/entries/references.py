"""What a field may refer to: the ids of a draft by kind, each with its name, for the lists that browsers search in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cordee.apps.workshop.entries.outline import Document, model_of, title_of
from cordee.core.packs.checks.references import KINDS
from cordee.core.packs.text import Lang
from cordee.core.packs.workbook.sheets import ENTRY, Column, Sheet, sheets

Json = Any


@dataclass(frozen=True)
class References:
    """The entries of one kind: the id of their list on the page, and each id with its name."""

    datalist: str
    entries: tuple[tuple[str, str], ...]


def datalist_of(column: Column) -> str:
    """Return the list that a field searches in; nothing when it refers to nothing."""
    return f"refs-{column.refers_to}" if column.refers_to else ""


def references_for(sheets_shown: list[Sheet], document: Document, lang: Lang) -> list[References]:
    """Return the lists that the fields of some sheets search in."""
    kinds = {column.refers_to for sheet in sheets_shown for column in sheet.columns if column.refers_to}
    return [References(f"refs-{kind}", tuple(entries_of(kind, document, lang))) for kind in sorted(kinds)]


def entries_of(kind: str, document: Document, lang: Lang) -> Iterator[tuple[str, str]]:
    """Iterate over the entries of one kind in a draft: id and name."""
    models = KINDS[kind][1]
    for sheet in sheets():
        if model_of(sheet) in models:
            for entry in _all(document, (*sheet.path, ENTRY)):
                if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                    yield entry["id"], title_of(entry, lang)


def names_of(kind: str, document: Document, lang: Lang) -> Mapping[str, str]:
    """Return the name of every entry of one kind, by its id."""
    return dict(entries_of(kind, document, lang))


def _all(value: Json, pattern: tuple[str, ...]) -> Iterator[Json]:
    if not pattern:
        yield value
    elif pattern[0] == ENTRY:
        for entry in value if isinstance(value, list) else ():
            yield from _all(entry, pattern[1:])
    elif isinstance(value, dict) and pattern[0] in value:
        yield from _all(value[pattern[0]], pattern[1:])
