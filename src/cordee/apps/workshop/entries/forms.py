"""The forms of an entry, generated from the models of packs: one field for each value, one group for each text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from cordee.apps.workshop.entries.outline import inside, rows_of
from cordee.apps.workshop.entries.references import datalist_of
from cordee.apps.workshop.entries.values import (
    Fields,
    count_field,
    entry_of,
    fields_of,
    is_blank,
    is_list,
    is_owed,
    prefix_of,
    read,
    table_value,
    tidied,
)
from cordee.apps.workshop.entries.widgets import AsWritten, Choosing, Rows, RowsInput
from cordee.apps.workshop.entries.wording import choice_label, hint_of
from cordee.core.packs.text import Lang
from cordee.core.packs.workbook.assembly import open_block
from cordee.core.packs.workbook.cells import NO, YES
from cordee.core.packs.workbook.labels import TITLES, label_of
from cordee.core.packs.workbook.sheets import Column, Sheet

Json = Any
MOST_ROWS = 120
"""Rows of one inner list on one screen: many more than any entry of a pack holds."""
MORE_ROWS = 3
LANGUAGES = ("fr", "en")
LINE_WIDTH, MOST_LINES = 48, 14
"""Letters on a line of a text that stands beside its translation; lines beyond which it scrolls."""


@dataclass(frozen=True)
class Group:
    """What stands side by side: one field, or a text in French and in English."""

    fields: list[forms.BoundField]

    @property
    def is_pair(self) -> bool:
        """Tell whether it is a text in both languages."""
        return len(self.fields) == len(LANGUAGES)


class FieldsForm(forms.Form):
    """The fields of an entry, or of a row of it: one for each column that its model gives."""

    use_required_attribute = False

    def __init__(self, sheet: Sheet, lang: Lang, data: Fields | None = None, prefix: str | None = None) -> None:
        super().__init__(data, prefix=prefix)
        self.sheet = sheet
        for column in sheet.columns:
            self.fields[column.code] = field_for(sheet, column, lang)
            if column.kind == "words":
                self.fields[column.code].widget.attrs["rows"] = rows_for(self._raw(column.code))

    def _raw(self, code: str) -> str:
        return str(self.data.get(self.add_prefix(code), ""))

    def values(self) -> dict[str, Json]:
        """Return what was written, by the code of the column; what is empty is None."""
        return {column.code: read(column, self._written(column)) for column in self.sheet.columns}

    def _written(self, column: Column) -> list[str]:
        value = self.cleaned_data.get(column.code)
        return list(value or []) if is_list(column) else [str(value or "")]

    def groups(self) -> list[Group]:
        """Return the fields as they stand on the screen: both languages of a text side by side."""
        groups: list[Group] = []
        bases: list[str] = []
        for column in self.sheet.columns:
            base, _, lang = column.code.rpartition(".")
            bound = self[column.code]
            if lang == "en" and groups and bases[-1] == base:
                groups[-1].fields.append(bound)
            else:
                groups.append(Group([bound]))
            bases.append(base if lang in LANGUAGES else column.code)
        return groups


def rows_for(words: str) -> int:
    """Return how many lines a text is given on the screen, so that most are read without scrolling.

    >>> rows_for(""), rows_for("un mot"), rows_for("x" * 5000)
    (2, 2, 14)
    """
    lines = sum(1 + len(line) // LINE_WIDTH for line in words.split("\n"))
    return max(2, min(lines, MOST_LINES))


def field_for(sheet: Sheet, column: Column, lang: Lang) -> forms.Field:
    """Make the field of one column."""
    options: dict[str, Any] = {
        "label": label_of(sheet.code, column.code).in_(lang),
        "required": column.required,
        "help_text": hint_of(sheet, column, lang),
    }
    choices = choices_of(column, lang)
    if is_list(column):
        return Rows(
            widget=RowsInput(datalist_of(column), [(one, choice_label(one, lang)) for one in column.among]), **options
        )
    if choices:
        return AsWritten(widget=Choosing(choices=[("", "—"), *choices]), **options)
    return AsWritten(widget=_widget(column), **options)


def choices_of(column: Column, lang: Lang) -> list[tuple[str, str]]:
    """Return what a field may be, when that is a closed list."""
    keys = (YES, NO) if column.kind == "yes_or_no" else column.choices
    return [(key, choice_label(key, lang)) for key in keys]


def _widget(column: Column) -> forms.Widget:
    if column.kind == "words":
        language = column.code.rpartition(".")[2]
        return forms.Textarea(attrs={"lang": language} if language in LANGUAGES else {})
    modes = {"whole": "numeric", "decimal": "decimal"}
    attrs = {"inputmode": modes[column.kind]} if column.kind in modes else {}
    if datalist := datalist_of(column):
        attrs |= {"list": datalist, "autocomplete": "off"}
    return forms.TextInput(attrs=attrs)


@dataclass
class Row:
    """One row of an inner list on the screen."""

    form: FieldsForm
    number: int
    drop_name: str
    is_dropped: bool


@dataclass
class Table:
    """An inner list on the screen of its entry."""

    sheet: Sheet
    title: str
    count_name: str
    rows: list[Row] = field(default_factory=list)


class EntryScreen:
    """The whole screen of an entry: its own fields, and a table for each list inside it.

    It is always filled from fields, those that were sent or those of the entry as it is, so that faults stand beside
    the fields they are about.
    """

    def __init__(self, sheet: Sheet, lang: Lang, data: Fields) -> None:
        self.sheet, self.data = sheet, data
        self.form = FieldsForm(sheet, lang, data)
        self.tables = [self._table(one, lang) for one in rows_of(sheet)]

    @classmethod
    def of(cls, sheet: Sheet, lang: Lang, entry: Json) -> EntryScreen:
        """Show an entry as it is."""
        return cls(sheet, lang, fields_of(sheet, entry))

    def _table(self, sheet: Sheet, lang: Lang) -> Table:
        title = TITLES[sheet.code].in_(lang)
        table = Table(sheet, title, count_field(sheet))
        for number in range(self._count(sheet)):
            prefix = prefix_of(sheet, number)
            drop = f"{prefix}-drop"
            table.rows.append(Row(FieldsForm(sheet, lang, self.data, prefix), number, drop, drop in self.data))
        return table

    def _count(self, sheet: Sheet) -> int:
        written = str(self.data.get(count_field(sheet), ""))
        count = int(written) if written.isascii() and written.isdigit() and len(written) < 5 else 1
        return min(count + (self.data.get("more") == sheet.code), MOST_ROWS)

    @property
    def forms(self) -> Iterator[FieldsForm]:
        """All the forms of the screen."""
        yield self.form
        for table in self.tables:
            yield from (row.form for row in table.rows)

    def is_valid(self) -> bool:
        """Tell whether what was sent can be kept at all."""
        return all(one.is_valid() for one in self.forms)

    @property
    def wants_more(self) -> bool:
        """Tell whether more rows were asked for, rather than saving."""
        return bool(self.data.get("more"))

    def give_more(self) -> None:
        """Add spare rows to the list that was named; those of an inner list are there already."""
        for form in self.forms:
            for bound in form:
                if bound.html_name == self.data.get("more") and isinstance(bound.field.widget, RowsInput):
                    bound.field.widget.spare = MORE_ROWS

    def entry(self, before: Json = None) -> dict[str, Json]:
        """Return the entry that was written; `before` gives the lists that this screen does not show."""
        entry = entry_of(self.sheet.columns, self.form.values())
        for table in self.tables:
            steps = inside(table.sheet, self.sheet)
            rows = [entry_of(row.form.sheet.columns, row.form.values()) for row in table.rows if not row.is_dropped]
            kept = [row for row in rows if not is_blank(row)]
            if kept or is_owed(self.sheet, steps):
                open_block(entry, steps[:-1])[steps[-1]] = table_value(table.sheet, kept)  # type: ignore[arg-type]
        return tidied(self.sheet, entry, before)

    def errors(self) -> list[tuple[str, str]]:
        """List what is said of each field, with the address of the field on the page."""
        return [
            (f"#{bound.auto_id}", _("%(label)s : %(message)s") % {"label": bound.label, "message": message})
            for form in self.forms
            for bound in form
            for message in bound.errors
        ]

    def note(self, steps: Sequence[str | int], message: str) -> bool:
        """Put a fault of the lint beside the field it is about; tell whether one was found."""
        form, rest = self._form_at(tuple(steps))
        column = next((one for one in form.sheet.columns if _meets(one.path, rest)), None)
        if column is None or not rest:
            return False
        form.add_error(column.code, message)
        return True

    def _form_at(self, steps: tuple[str | int, ...]) -> tuple[FieldsForm, tuple[str | int, ...]]:
        for table in self.tables:
            within = inside(table.sheet, self.sheet)
            if steps[: len(within)] == within and len(steps) > len(within):
                found = _row_at(table, steps[len(within)])
                if found:
                    rest = (found[1], *steps[len(within) + 1 :]) if table.sheet.free_keys else steps[len(within) + 1 :]
                    return found[0].form, tuple(one for one in rest if one is not None)
        return self.form, steps


def _row_at(table: Table, step: str | int) -> tuple[Row, str | None] | None:
    """Return the row that a step of a path names: by its key, or by its position."""
    if table.sheet.free_keys:
        found = next((row for row in table.rows if row.form.data.get(f"{row.form.prefix}-key") == str(step)), None)
        return (found, "value") if found else None
    number = int(step) if str(step).isdigit() else -1
    return (table.rows[number], None) if 0 <= number < len(table.rows) else None


def _meets(path: Sequence[str | int], rest: Sequence[str | int]) -> bool:
    """Tell whether a fault at `rest` is about the value at `path`: at it, around it, or inside it."""
    shortest = min(len(path), len(rest))
    return [str(one) for one in path[:shortest]] == [str(one) for one in rest[:shortest]]
