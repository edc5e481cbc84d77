"""What several pages of the PDF need: words by name, entries shared between two columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cordee.charts.numbers import Lang
from cordee.core.packs.text import Text


def in_language(lang: Lang, **texts: Text) -> dict[str, str]:
    """Return texts under the same names, in one language."""
    return {name: text.in_(lang) for name, text in texts.items()}


def two_columns(entries: Sequence[Any]) -> list[list[Any]]:
    """Share entries between two columns of like length, each entry whole and after those that came before it.

    >>> two_columns(["aaaa", "b", "c"])
    [['aaaa'], ['b', 'c']]
    """
    columns: list[list[Any]] = [[], []]
    for entry in entries:
        min(columns, key=_length).append(entry)
    return [column for column in columns if column]


def _length(value: Any) -> int:
    """Count the letters of a value, wherever they are in it."""
    if isinstance(value, str):
        return len(value)
    inner = value.values() if isinstance(value, dict) else value
    return sum(map(_length, inner))


def halves(entries: Sequence[Any]) -> list[Sequence[Any]]:
    """Cut a list in two, the first half longer by one when it must be."""
    middle = (len(entries) + 1) // 2
    return [entries[:middle], entries[middle:]]
