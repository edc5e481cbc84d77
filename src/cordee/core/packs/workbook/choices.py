"""The drop-down lists of a workbook: closed lists of codes, and lists of ids that grow with the sheets they name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cordee.core.packs.workbook.cells import NO, YES
from cordee.core.packs.workbook.sheets import Column, Sheet, sheet_of, sheets
from cordee.core.packs.workbook.tables import Row

_SHEETS_OF_KIND: Mapping[str, tuple[str, ...]] = {
    "axis": ("axes",),
    "topic": ("topics",),
    "item": ("items",),
    "form": ("forms",),
    "circle": ("circles",),
    "stage": ("stages",),
    "pattern": ("patterns", "aligned"),
    "recommendation": ("recommendations",),
    "term": ("terms",),
    "tool": ("tools",),
    "story": ("stories",),
    "course": ("courses",),
    "object": ("objects",),
    "criterion": ("criteria",),
    "waypoint": ("waypoints",),
    "door": ("doors",),
    "node": ("compass_nodes",),
    "compass_question": ("compass_questions",),
    "selector_question": ("selector_questions",),
    "source": ("sources",),
}
"""Kind of entry that a column can name → the sheets that hold such entries."""


@dataclass(frozen=True)
class DropDowns:
    """Named ranges. `closed`: name → choices. `growing`: name → sheet, number of its id column from 0, rows."""

    closed: Mapping[str, tuple[str, ...]]
    growing: Mapping[str, tuple[str, int, int]]

    def column(self, sheet: Sheet, column: Column) -> str | None:
        """Return the named range that a column chooses from, if a cell of it holds one choice."""
        if column.choices:
            return _closed_name(sheet, column)
        if column.kind == "yes_or_no":
            return YES_OR_NO
        if column.kind == "name" and column.refers_to:
            return _kind_name(column.refers_to)
        return None

    def parent(self, parent: str) -> str:
        """Return the named range of the ids of a parent."""
        return _ids_name(parent)


YES_OR_NO = "list_yes_or_no"


def lists_of(tables: Mapping[str, Sequence[Row]]) -> DropDowns:
    """Gather every list that the sheets of a workbook choose from."""
    closed: dict[str, tuple[str, ...]] = {YES_OR_NO: (YES, NO)}
    growing: dict[str, tuple[str, int, int]] = {}
    for sheet in sheets():
        closed |= {_closed_name(sheet, column): column.choices for column in sheet.columns if column.choices}
        if not sheet.vertical and any(column.code == "id" for column in sheet.columns):
            growing[_ids_name(sheet.code)] = (sheet.code, _id_column(sheet), len(tables[sheet.code]))
    closed[_kind_name("pattern")] = tuple(_ids(tables, _SHEETS_OF_KIND["pattern"]))
    return DropDowns(closed, growing)


def _id_column(sheet: Sheet) -> int:
    return len(sheet.parents) + [column.code for column in sheet.columns].index("id")


def _ids(tables: Mapping[str, Sequence[Row]], codes: Sequence[str]) -> list[str]:
    return [str(row.cells[_id_column(sheet_of(code)) - len(row.parents)]) for code in codes for row in tables[code]]


def _closed_name(sheet: Sheet, column: Column) -> str:
    return f"list_{sheet.code}_{column.code.replace('.', '_')}"


def _ids_name(code: str) -> str:
    return f"ids_of_{code}"


def _kind_name(kind: str) -> str:
    codes = _SHEETS_OF_KIND[kind]
    return _ids_name(codes[0]) if len(codes) == 1 else f"ids_of_any_{kind}"
