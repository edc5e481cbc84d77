"""Putting rows back together: each entry in the list of its parent, each path of the pack at the cell it came from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from cordee.core.packs.faults import Fault, Path, Place, fault
from cordee.core.packs.messages.wording import suggestion
from cordee.core.packs.reading.portions import Locate
from cordee.core.packs.workbook.cells import refusal_of, value_of
from cordee.core.packs.workbook.records import Record
from cordee.core.packs.workbook.sheets import ENTRY, TABLE_KEY, TABLE_VALUE, Column, Sheet, sheets

Entry = dict[str | int, Any]
LANGUAGES = ("fr", "en")


@dataclass
class Assembly:
    """The document of a pack, built sheet after sheet, parents before their children."""

    file: str
    document: Entry = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    places: dict[Path, Place] = field(default_factory=dict)
    key_places: dict[Path, Place] = field(default_factory=dict)
    named: dict[tuple[str, tuple[str, ...]], tuple[Entry, Path]] = field(default_factory=dict)
    unnamed: set[str] = field(default_factory=set)

    def locating(self, prefix: Path) -> Locate:
        """Return what tells the cell of a path inside an entry."""

        def locate(path: Path, at_key: bool) -> Place:
            whole = (*prefix, *path)
            if at_key and whole in self.key_places:
                return self.key_places[whole]
            while whole and whole not in self.places:
                whole = whole[:-1]
            return self.places.get(whole, Place(self.file))

        return locate

    def add(self, sheet: Sheet, records: Sequence[Record]) -> None:
        """Add the entries of a sheet."""
        if not sheet.vertical and ENTRY not in sheet.path:
            self._list_at(self.document, sheet.path)
        for record in records:
            entry = self._entry(sheet, record)
            if sheet.vertical:
                self.document[sheet.path[0]] = entry
                self._mark(sheet, record, sheet.path)
            else:
                self._attach(sheet, record, entry)

    def _entry(self, sheet: Sheet, record: Record) -> Entry:
        entry: Entry = {}
        for column in sheet.columns:
            self._fill(sheet, record, column, entry)
        whole = {key: as_lists(value) for key, value in entry.items()}
        self._open_children(sheet, whole)
        return whole

    def _open_children(self, sheet: Sheet, entry: Entry) -> None:
        """Give an entry the lists that other sheets fill, so that none of them is missing when it has no row."""
        for child in sheets():
            if child.parents[-1:] == (sheet.code,):
                *around, last = child.path[len(child.parent_path) :]
                open_block(entry, around).setdefault(last, {} if child.free_keys else [])

    def _fill(self, sheet: Sheet, record: Record, column: Column, entry: Entry) -> None:
        cell = record.cells.get(column.code)
        open_block(entry, always_there(column.path))
        if cell is None:
            return
        refusal = refusal_of(column.kind, cell.data_type, cell.content)
        if refusal:
            self.faults.append(fault(refusal[0], record.place(column.code), (), **refusal[1]))
            if column.code == "id":
                self.unnamed.add(sheet.code)
        value = None if refusal else value_of(column.kind, cell.content)
        open_block(entry, column.path[:-1])[column.path[-1]] = value

    def _attach(self, sheet: Sheet, record: Record, entry: Entry) -> None:
        """Put an entry where its parent keeps such entries."""
        found = self._parent(sheet, record)
        if found is None:
            return
        holder, path = found
        inside = sheet.path[len(sheet.parent_path) :] if sheet.parents else sheet.path
        path = (*path, *inside)
        if sheet.free_keys:
            self._answer(record, entry, open_block(holder, inside), path)
            return
        entries = self._list_at(holder, inside)
        path = (*path, len(entries))
        entries.append(entry)
        self._mark(sheet, record, path)
        name = entry.get("id")
        if isinstance(name, str):
            self.named.setdefault((sheet.code, (*self._parent_names(sheet, record), name)), (entry, path))
            self.named.setdefault((sheet.code, (name,)), (entry, path))

    def _answer(self, record: Record, entry: Entry, answers: Entry, path: Path) -> None:
        """Put one row of a block of free keys into it."""
        missing = [code for code in (TABLE_KEY, TABLE_VALUE) if code not in entry]
        for code in missing:
            self.faults.append(fault("missing-key", record.place(code), key=code))
        key = entry.get(TABLE_KEY)
        if missing or key is None:
            return
        whole = (*path, str(key))
        if key in answers:
            first = self.key_places[whole].line
            self.faults.append(fault("duplicate-row", record.place(TABLE_KEY), whole, id=str(key), first=first))
            return
        answers[str(key)] = entry[TABLE_VALUE]
        self.key_places[whole] = record.place(TABLE_KEY)
        self.places[whole] = record.place(TABLE_VALUE)
        self.places.setdefault(path, record.place(TABLE_KEY))

    def _parent(self, sheet: Sheet, record: Record) -> tuple[Entry, Path] | None:
        if not sheet.parents:
            return self.document, ()
        for parent in sheet.parents:
            if f"@{parent}" not in record.cells:
                self.faults.append(fault("parent-missing", record.place(f"@{parent}"), column=f"@{parent}"))
                return None
        names = self._parent_names(sheet, record)
        found = self.named.get((sheet.parents[-1], names))
        if found is None and not self.unnamed & {*sheet.parents}:
            self._note_orphan(sheet, record, names)
        return found

    def _note_orphan(self, sheet: Sheet, record: Record, names: tuple[str, ...]) -> None:
        parent = sheet.parents[-1]
        known = [each[-1] for code, each in self.named if code == parent and each[:-1] == names[:-1]]
        self.faults.append(
            fault(
                "orphan-row",
                record.place(f"@{parent}"),
                id=names[-1],
                sheet=parent,
                suggestion=suggestion(names[-1], list(dict.fromkeys(known))),
            )
        )

    def _parent_names(self, sheet: Sheet, record: Record) -> tuple[str, ...]:
        cells = [record.cells.get(f"@{parent}") for parent in sheet.parents]
        return tuple(str(cell.content) for cell in cells if cell is not None)

    def _list_at(self, holder: Entry, steps: Sequence[str]) -> list[Entry]:
        entries: list[Entry] = open_block(holder, tuple(steps[:-1])).setdefault(steps[-1], [])
        return entries

    def _mark(self, sheet: Sheet, record: Record, path: Path) -> None:
        """Remember the cell of every path of an entry, filled or not."""
        for column in sheet.columns:
            place = record.place(column.code)
            for length in range(len(column.path) + 1):
                self.places.setdefault((*path, *column.path[:length]), place)


def always_there(path: Path) -> Path:
    """Return the blocks around a value that exist even when it is empty.

    A text without any of its languages is left out; a block of keys is not, and a list of fixed length is whole.

    >>> always_there(("first_use", "place", "fr")), always_there(("levels", 0, "fr")), always_there(("minutes",))
    (('first_use',), ('levels', 0), ())
    """
    is_text = path[-1] in LANGUAGES and not isinstance(path[-2:][0], int)
    return path[: -2 if is_text else -1]


def open_block(entry: Entry, steps: Sequence[str | int]) -> Entry:
    """Return the block at some steps, making it on the way; a list of fixed length is a block until it is whole."""
    for step in steps:
        entry = entry.setdefault(step, {})
    return entry


def as_lists(value: Any) -> Any:
    """Turn blocks whose keys are positions into lists.

    >>> as_lists({0: {"fr": "a"}, 1: {}})
    [{'fr': 'a'}, {}]
    """
    if not isinstance(value, dict):
        return value
    if value and all(isinstance(key, int) for key in value):
        return [as_lists(value[key]) for key in sorted(value)]
    return {key: as_lists(one) for key, one in value.items()}
