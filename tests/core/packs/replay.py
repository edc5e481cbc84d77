"""Playing a difference on the old pack: what comes out must be the new pack, or the difference has told a lie."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from cordee.core.packs.difference import Change
from cordee.core.packs.pack import Pack
from cordee.core.packs.release import plain_document

Json = Any


def tells_all(old: Pack, new: Pack, changes: Sequence[Change]) -> bool:
    """Say whether the changes, played on the old pack, give the new one."""
    return bool(replay(old, changes) == plain_document(new))


def replay(old: Pack, changes: Sequence[Change]) -> Json:
    """Play changes on the document of a pack, each checked against what it says was there before."""
    document = deepcopy(plain_document(old))
    by_kind = {kind: [one for one in changes if one.kind == kind] for kind in ("removed", "changed", "moved", "added")}
    # From the end, so that positions still mean what they meant.
    for change in sorted(by_kind["removed"], key=lambda one: [(len(step), step) for step in one.path], reverse=True):
        holder, key = _holder(document, change.path, change.before)
        assert holder[key] == change.before
        del holder[key]
        if holder == []:
            # A list that lost its last entry is left out.
            around, name = _holder(document, change.path[:-1])
            del around[name]
    for change in by_kind["changed"]:
        holder, key = _holder(document, change.path, change.before)
        assert holder[key] == change.before
        holder[key] = change.after
    for change in by_kind["moved"]:
        _move(document, change)
    for change in sorted(by_kind["added"], key=lambda one: (len(one.path), one.position or 0)):
        _add(document, change)
    return document


def _move(document: Json, change: Change) -> None:
    holder, key = _holder(document, change.path)
    held = holder[key]
    if held == change.before:
        holder[key] = deepcopy(change.after)
    else:
        holder[key] = [held[_position(held, name)] for name in change.after]


def _add(document: Json, change: Change) -> None:
    around = document
    for step in change.path[:-1]:
        if isinstance(around, dict) and step not in around:
            around[step] = []
        around = around[step if isinstance(around, dict) else _position(around, step)]
    if isinstance(around, dict):
        around[change.path[-1]] = change.after
    else:
        assert change.position is not None
        around.insert(change.position, change.after)


def _holder(document: Json, path: Sequence[str], before: Json = None) -> tuple[Json, Any]:
    for step in path[:-1]:
        document = document[step if isinstance(document, dict) else _position(document, step)]
    return document, path[-1] if isinstance(document, dict) else _last(document, path[-1], before)


def _last(entries: list[Json], name: str, before: Json) -> int:
    """Read the last step as a position when that is where the entry stood: a list may hold a word such as "0"."""
    if name.isdigit() and int(name) < len(entries) and before is not None and entries[int(name)] == before:
        return int(name)
    return _position(entries, name)


def _position(entries: list[Json], name: str) -> int:
    for number, entry in enumerate(entries):
        if entry == name or (isinstance(entry, dict) and name in (entry.get("id"), entry.get("version"))):
            return number
    return int(name)
