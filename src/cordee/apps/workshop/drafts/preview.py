"""An entry as a reader will see it: its words in one language, its choices in words, what it refers to by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cordee.apps.workshop.entries.outline import Document, inside, rows_of
from cordee.apps.workshop.entries.references import names_of
from cordee.apps.workshop.entries.values import table_rows
from cordee.apps.workshop.entries.wording import choice_label
from cordee.core.packs.text import Lang
from cordee.core.packs.workbook.labels import TITLES, label_of
from cordee.core.packs.workbook.sheets import Column, Sheet
from cordee.core.packs.workbook.tables import value_at

Json = Any
LANGUAGES = ("fr", "en")


def read_entry(sheet: Sheet, entry: Json, document: Document, lang: Lang) -> list[tuple[str, str]]:
    """Return what an entry says: label and words, in the order of its model; what is empty is left out."""
    names = _Names(document, lang)
    parts = [*_parts(sheet, entry, names)]
    for table in rows_of(sheet):
        rows = table_rows(table, value_at(entry, inside(table, sheet)))
        lines = [_row(table, row, names) for row in rows]
        parts.append((TITLES[table.code].in_(lang), "\n".join(line for line in lines if line)))
    return [(label, words) for label, words in parts if words]


class _Names:
    """The names of what entries refer to, gathered kind by kind when one is met."""

    def __init__(self, document: Document, lang: Lang) -> None:
        self.document, self.lang = document, lang
        self._known: dict[str, Mapping[str, str]] = {}

    def of(self, kind: str, name: str) -> str:
        """Return how an entry is called; its id when the draft does not hold it."""
        if kind not in self._known:
            self._known[kind] = names_of(kind, self.document, self.lang)
        return self._known[kind].get(name) or name


def _parts(sheet: Sheet, entry: Json, names: _Names) -> Iterator[tuple[str, str]]:
    for column in sheet.columns:
        language = column.code.rpartition(".")[2]
        if language in LANGUAGES and language != names.lang:
            continue
        yield _label(sheet, column, names.lang), _said(column, value_at(entry, column.path), names)


def _label(sheet: Sheet, column: Column, lang: Lang) -> str:
    return label_of(sheet.code, column.code).in_(lang).removesuffix(f" ({lang})")


def _said(column: Column, value: Json, names: _Names) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "\n".join(_said(column, one, names) for one in value)
    if isinstance(value, bool):
        return choice_label("true" if value else "false", names.lang)
    if column.refers_to:
        return names.of(column.refers_to, str(value))
    return choice_label(str(value), names.lang) if column.choices or column.among else str(value)


def _row(table: Sheet, row: Json, names: _Names) -> str:
    said = [words for _label, words in _parts(table, row, names) if words]
    return " · ".join(said)
