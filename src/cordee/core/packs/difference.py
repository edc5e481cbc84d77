"""The difference between two packs: every change, where it is, and how big a step of version it demands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from cordee.core.packs.change_levels import WORDS, level_of
from cordee.core.packs.pack import Pack
from cordee.core.packs.release import plain_document
from cordee.core.packs.versions import Level

Kind = Literal["added", "removed", "changed", "moved"]
Step = str
Json = Any
"""Plain data of a canonical document: blocks, lists, text, integers, booleans."""


class Found(NamedTuple):
    """A change before its level is known."""

    path: tuple[Step, ...]
    kind: Kind
    before: Json = None
    after: Json = None
    position: int | None = None


@dataclass(frozen=True)
class Change:
    """One change. `path` names entries by their id: `("tools", "raci-grid", "limits", "fr")`.

    `before` and `after` are plain data; an added entry also says its position in its list. Of a list whose entries
    changed order, `before` and `after` are the ids that both have, in their two orders, or the whole lists when the
    entries have no id.
    """

    path: tuple[Step, ...]
    kind: Kind
    before: Json
    after: Json
    position: int | None
    level: Level

    @property
    def shown_path(self) -> str:
        """The path on one line."""
        return " › ".join(self.path)


def difference(old: Pack, new: Pack) -> tuple[Change, ...]:
    """List every change from one pack to another; empty if and only if the packs are equal.

    Shapes: two packs in; changes in the order of the document. Entries are matched by id, so that a renamed entry
    is one removed and one added. Errors: none.
    """
    return document_difference(plain_document(old), plain_document(new))


def document_difference(old: Mapping[str, Json], new: Mapping[str, Json]) -> tuple[Change, ...]:
    """List every change from one plain document to another, also when one of them is not a pack yet.

    >>> [one.shown_path for one in document_difference({"card": {"id": "a"}}, {"card": {"id": "b"}})]
    ['card › id']
    """
    return tuple(Change(*found, level=level_of(found.path, found.kind)) for found in _blocks((), old, new))


def demanded_level(changes: Sequence[Change]) -> Level:
    """Return the level that the changes demand together: that of the biggest.

    >>> demanded_level([])
    <Level.NONE: 0>
    """
    return max((change.level for change in changes), default=Level.NONE)


def _compare(path: tuple[Step, ...], old: Json, new: Json) -> Iterator[Found]:
    # A document leaves out what is a default: an empty list that is written says something, as « no pattern » does.
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _blocks(path, old, new)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _lists(path, old, new)
    elif old != new or type(old) is not type(new):
        yield Found(path, "changed", old, new)


def _blocks(path: tuple[Step, ...], old: Mapping[str, Json], new: Mapping[str, Json]) -> Iterator[Found]:
    for key in dict.fromkeys([*old, *new]):
        here = (*path, key)
        if key in old and key in new:
            yield from _compare(here, old[key], new[key])
        elif _is_list_of_names(old.get(key, new.get(key))):
            # A list that is left out had no entry: those of the other came or went one by one.
            yield from _lists(here, old.get(key, []), new.get(key, []))
        elif key in old:
            yield Found(here, "removed", before=old[key])
        else:
            yield Found(here, "added", after=new[key])


def _lists(path: tuple[Step, ...], old: list[Json], new: list[Json]) -> Iterator[Found]:
    before, after = index_by_name(old), index_by_name(new)
    if before is None or after is None:
        yield from _by_position(path, old, new)
        return
    for name in before:
        if name not in after:
            yield Found((*path, name), "removed", before=before[name])
    for position, name in enumerate(after):
        if name not in before:
            yield Found((*path, name), "added", after=after[name], position=position)
        else:
            yield from _compare((*path, name), before[name], after[name])
    kept_before = [name for name in before if name in after]
    kept_after = [name for name in after if name in before]
    if kept_before != kept_after:
        yield Found(path, "moved", kept_before, kept_after)


def _by_position(path: tuple[Step, ...], old: list[Json], new: list[Json]) -> Iterator[Found]:
    if sorted(map(repr, old)) == sorted(map(repr, new)) and old != new:
        yield Found(path, "moved", old, new)
        return
    for number in range(max(len(old), len(new))):
        here = (*path, str(number))
        if number >= len(new):
            yield Found(here, "removed", before=old[number])
        elif number >= len(old):
            yield Found(here, "added", after=new[number], position=number)
        elif _comes_from_elsewhere(new[number], old, number):
            yield Found(here, "changed", old[number], new[number])
        else:
            yield from _compare(here, old[number], new[number])


def _comes_from_elsewhere(entry: Json, old: list[Json], number: int) -> bool:
    """Say whether an entry, or one language of it, stood at another position before: then it is not a rewording."""
    if entry == old[number] or not isinstance(entry, dict):
        return False
    others = [other for position, other in enumerate(old) if position != number and isinstance(other, dict)]
    return any(words == other.get(key) for key, words in entry.items() if key in WORDS for other in others)


def index_by_name(entries: list[Json]) -> dict[str, Json] | None:
    """Index a list by the names of its entries, or return None when they have none of their own."""
    names = [_name(entry) for entry in entries]
    known = [name for name in names if name is not None]
    if len(known) < len(names) or len(set(known)) < len(known):
        return None
    return dict(zip(known, entries, strict=True))


def _name(entry: Json) -> str | None:
    """Name an entry of a list: a word by itself, a block by its id, or by its version when it tells one.

    >>> _name("clarity"), _name({"id": "raci-grid", "name": {}}), _name({"fr": "Oui", "en": "Yes"})
    ('clarity', 'raci-grid', None)
    """
    if isinstance(entry, str):
        return entry
    if isinstance(entry, dict):
        for key in ("id", "version"):
            if isinstance(entry.get(key), str):
                name: str = entry[key]
                return name
    return None


def _is_list_of_names(value: Json) -> bool:
    return isinstance(value, list) and value != [] and index_by_name(value) is not None
