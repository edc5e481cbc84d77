"""What a cell says: from a value of the pack to what is written in a cell, and back, without a silent conversion."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from cordee.core.packs.messages.wording import Value
from cordee.core.packs.reading.yaml_source import PLAIN_INTEGER, Plain
from cordee.core.packs.workbook.sheets import CellKind

LONGEST_CELL = 32_767
SPREADSHEET_CODE = re.compile(r"_x[0-9A-Fa-f]{4}_|x005F_")
"""What spreadsheets write for a character that they cannot show; text that holds it does not come back as it was."""

YES, NO = "true", "false"
NO_ENTRY = "[]"
"""A list that says it is empty, where leaving it out would mean something else."""

_YES_WORDS = frozenset({YES, "vrai", "oui", "yes"})
_NO_WORDS = frozenset({NO, "faux", "non", "no"})
_NUMBER_KINDS: frozenset[CellKind] = frozenset({"whole", "decimal", "answer"})

Refused = tuple[str, dict[str, Value]]
"""A message of the catalogue, and its values."""


def cell_of(kind: CellKind, value: Any) -> str | int | None:
    """Write a value of the pack for a cell.

    >>> cell_of("names", ("need", "trust")), cell_of("yes_or_no", True), cell_of("decimal", Decimal("0.5"))
    ('need\\ntrust', 'true', '0.5')
    """
    if value is None:
        return None
    if kind in ("names", "lines"):
        return "\n".join(value) or NO_ENTRY
    if kind == "yes_or_no":
        return YES if value else NO
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else str(value)
    return value if isinstance(value, int) else str(value)


def refusal_of_text(words: str) -> Refused | None:
    """Say why a text cannot be kept in a cell, or None.

    >>> refusal_of_text("a_x000D_b")
    ('spreadsheet-code', {'found': '_x000D_'})
    """
    if len(words) > LONGEST_CELL:
        return "too-long-for-a-cell", {"length": len(words), "limit": LONGEST_CELL}
    code = SPREADSHEET_CODE.search(words)
    return ("spreadsheet-code", {"found": code.group()}) if code else None


def value_of(kind: CellKind, content: object) -> Plain:
    """Read the content of a cell that `refusal_of` accepts.

    Shapes: text, a number or true/false in; plain data out, which the shape of the entry then judges.

    >>> value_of("names", "need, trust\\nterritory"), value_of("names", "[]"), value_of("decimal", "0,5")
    (['need', 'trust', 'territory'], [], '0.5')
    """
    if isinstance(content, bool):
        return content
    if isinstance(content, int | float):
        return _number(content)
    words = str(content)
    if kind in ("names", "lines") and words.strip() == NO_ENTRY:
        return []
    if kind == "names":
        return [name for name in re.split(r"[\s,;]+", words) if name]
    if kind == "lines":
        return [*words.split("\n")]
    if kind == "decimal":
        return re.sub(r"^(-?\d+),(\d+)$", r"\1.\2", words)
    if kind == "yes_or_no":
        return _yes_or_no(words)
    return int(words) if kind in _NUMBER_KINDS and PLAIN_INTEGER.fullmatch(words) else words


def refusal_of(kind: CellKind, data_type: str, content: object) -> Refused | None:
    """Say why a cell cannot be taken as it is, or None. `data_type` is the letter that the workbook gives it.

    >>> refusal_of("words", "f", "=1+1")
    ('formula-cell', {})
    >>> refusal_of("words", "n", 7)
    ('number-cell', {'found': '7'})
    """
    if data_type == "f":
        return "formula-cell", {}
    if data_type == "e":
        return "error-cell", {"found": str(content)}
    if isinstance(content, bool):
        return None if kind == "yes_or_no" else ("boolean-cell", {})
    if isinstance(content, int | float):
        return None if kind in _NUMBER_KINDS else ("number-cell", {"found": str(_number(content))})
    if not isinstance(content, str):
        return "date-cell", {"found": str(content)}
    return refusal_of_text(content)


def _number(content: int | float) -> Plain:
    """Read a number as it was typed: an integer when it is whole, else its shortest decimal writing.

    >>> _number(3.0), _number(0.1)
    (3, '0.1')
    """
    return int(content) if isinstance(content, int) or content.is_integer() else repr(content)


def _yes_or_no(words: str) -> Plain:
    lowered = words.strip().lower()
    if lowered in _YES_WORDS:
        return True
    return False if lowered in _NO_WORDS else words


def column_letter(number: int) -> str:
    """Name a column, counted from 1, as spreadsheets do.

    >>> column_letter(1), column_letter(26), column_letter(27)
    ('A', 'Z', 'AA')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def widest_line(values: Sequence[object]) -> int:
    """Return the length of the longest line among the values of a column.

    >>> widest_line(["one", "three\\nfour", None])
    5
    """
    return max((len(line) for value in values if value is not None for line in str(value).split("\n")), default=0)


def lines_needed(content: object, width: int) -> int:
    """Return how many lines a cell takes in a column of that many characters, counted generously.

    >>> lines_needed("one\\ntwo", 20), lines_needed("x" * 45, 20), lines_needed(None, 20)
    (2, 3, 1)
    """
    written = "" if content is None else str(content)
    return sum(max(1, -(-len(line) // max(1, width - 2))) for line in written.split("\n"))
