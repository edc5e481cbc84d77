"""Two sets of changes to one plain document brought together: what both may keep, and where they disagree."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cordee.core.packs.change_levels import WORDS
from cordee.core.packs.difference import index_by_name

Json = Any
Step = str
_ABSENT = object()
"""What stands where a document says nothing."""


@dataclass(frozen=True)
class Conflict:
    """A place that both changed, each in their own way; None where one of them says nothing."""

    path: tuple[Step, ...]
    before: Json
    theirs: Json
    mine: Json


@dataclass
class Merged:
    """The document that keeps the changes of both; where they disagree it says what mine says."""

    document: Json = None
    conflicts: list[Conflict] = field(default_factory=list)


def merge(base: Mapping[str, Json], theirs: Mapping[str, Json], mine: Mapping[str, Json]) -> Merged:
    """Bring two changed copies of a document together.

    Meaning: a place that only one of them changed takes that change. Entries of lists are matched by their id; a text
    in two languages is one thing, since its halves say the same. Where both changed the same place otherwise, it is a
    conflict, and `mine` is kept until somebody chooses.
    Shapes: three plain documents in. Errors: none.

    >>> merge({"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 1, "b": 3}).document
    {'a': 2, 'b': 3}
    """
    merged = Merged()
    merged.document = _blocks(merged, (), base, theirs, mine)
    return merged


def _both(merged: Merged, path: tuple[Step, ...], base: Json, theirs: Json, mine: Json) -> Json:
    if _same(mine, base) or _same(mine, theirs):
        return theirs
    if _same(theirs, base):
        return mine
    if all(isinstance(one, dict) and not set(one) <= WORDS for one in (base, theirs, mine)):
        return _blocks(merged, path, base, theirs, mine)
    if all(isinstance(one, list) for one in (theirs, mine)) and (isinstance(base, list) or base is _ABSENT):
        return _lists(merged, path, base if isinstance(base, list) else [], theirs, mine)
    return _disagree(merged, path, base, theirs, mine)


def _same(one: Json, other: Json) -> bool:
    return type(one) is type(other) and one == other


def _disagree(merged: Merged, path: tuple[Step, ...], base: Json, theirs: Json, mine: Json) -> Json:
    merged.conflicts.append(Conflict(path, *(None if one is _ABSENT else one for one in (base, theirs, mine))))
    return mine


def _blocks(
    merged: Merged,
    path: tuple[Step, ...],
    base: Mapping[str, Json],
    theirs: Mapping[str, Json],
    mine: Mapping[str, Json],
) -> dict[str, Json]:
    found = {}
    for key in dict.fromkeys([*mine, *theirs, *base]):
        values = (one.get(key, _ABSENT) for one in (base, theirs, mine))
        kept = _both(merged, (*path, key), *values)
        if kept is not _ABSENT:
            found[key] = kept
    return found


def _lists(merged: Merged, path: tuple[Step, ...], base: list[Json], theirs: list[Json], mine: list[Json]) -> Json:
    before, other, own = (index_by_name(one) for one in (base, theirs, mine))
    if before is None or other is None or own is None:
        return _disagree(merged, path, base, theirs, mine)
    kept = []
    for name in _in_order(list(other), list(own)):
        values = (one.get(name, _ABSENT) for one in (before, other, own))
        entry = _both(merged, (*path, name), *values)
        if entry is not _ABSENT:
            kept.append(entry)
    return kept


def _in_order(theirs: list[str], mine: list[str]) -> list[str]:
    """Put the names of both in one order: mine, and what only they have right after the one it follows there.

    >>> _in_order(["a", "new", "b"], ["b", "a"])
    ['b', 'a', 'new']
    """
    order = list(mine)
    for position, name in enumerate(theirs):
        if name not in order:
            before = theirs[position - 1] if position else None
            order.insert(order.index(before) + 1 if before in order else 0, name)
    return order
