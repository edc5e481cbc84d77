"""What changed between two documents, told to a reader: grouped by entry, with the version it demands and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from cordee.apps.workshop.entries.outline import title_of
from cordee.core.packs.difference import Change, demanded_level, document_difference
from cordee.core.packs.merging import Conflict
from cordee.core.packs.text import Lang
from cordee.core.packs.versions import Level, next_version
from cordee.core.packs.workbook.labels import CODES, LABELS, TITLES
from cordee.core.punctuation import named

Json = Any
MOST_SHOWN = 400
LONGEST_SHOWN = 600


@dataclass(frozen=True)
class Line:
    """One change: where inside its entry, what happened, before and after, and the step it demands."""

    where: str
    kind: str
    before: str
    after: str
    level: str


@dataclass(frozen=True)
class Entry:
    """The changes of one entry, or of what is not in a list."""

    kind: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Told:
    """A difference told: how many changes, the entries they are in, and the version advised."""

    count: int
    entries: tuple[Entry, ...]
    is_cut: bool
    level: str
    advised: str
    reasons: tuple[str, ...]


def told(old: Json, new: Json, version: str, lang: Lang) -> Told:
    """Tell what changed from one document to another, the version of the first being known."""
    changes = document_difference(old, new)
    level = demanded_level(changes)
    heaviest = [change for change in changes if change.level is level and level is not Level.NONE]
    shown = sorted(changes[:MOST_SHOWN], key=_key)
    return Told(
        count=len(changes),
        entries=tuple(_entries(shown, old, new, lang)),
        is_cut=len(changes) > MOST_SHOWN,
        level=level.name_said.in_(lang),
        advised=next_version(version, max(level, Level.PATCH)) if changes else version,
        reasons=tuple(_where(change, old, new, lang) for change in heaviest[:3]),
    )


def _key(change: Change) -> tuple[str, ...]:
    """What the changes of one entry have in common: its list and its id, or the block it stands in."""
    return change.path[:2]


def _entries(changes: Sequence[Change], old: Json, new: Json, lang: Lang) -> Iterable[Entry]:
    grouped: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        grouped.setdefault(_key(change), []).append(change)
    for key, group in grouped.items():
        lines = tuple(_line(change, lang) for change in group)
        yield Entry(_list_name(key[0], lang), _title(key, old, new, lang), lines)


def _line(change: Change, lang: Lang) -> Line:
    steps = [_step(step, lang) for step in change.path[2:]]
    return Line(
        where=" › ".join(steps),
        kind=kind_said(change.kind),
        before=shown(change.before, lang),
        after=shown(change.after, lang),
        level=change.level.name_said.in_(lang) if change.level is not Level.NONE else "",
    )


def kind_said(kind: str) -> str:
    """Say what happened to a place."""
    return {"added": _("ajouté"), "removed": _("retiré"), "changed": _("changé"), "moved": _("déplacé")}[kind]


def _where(change: Change, old: Json, new: Json, lang: Lang) -> str:
    steps = [_title(change.path[:2], old, new, lang), *(_step(step, lang) for step in change.path[2:])]
    parts = [_list_name(change.path[0], lang), *(step for step in steps if step)]
    return f"{' › '.join(parts)} ({kind_said(change.kind)})"


def _list_name(key: str, lang: Lang) -> str:
    code = CODES.get((key,))
    return TITLES[code].in_(lang) if code else key


def _title(key: tuple[str, ...], old: Json, new: Json, lang: Lang) -> str:
    if len(key) < 2:
        return ""
    for document in (new, old):
        holder = document.get(key[0])
        if isinstance(holder, list):
            entry = next((one for one in holder if isinstance(one, dict) and one.get("id") == key[1]), None)
            if entry:
                return title_of(entry, lang)
    return _step(key[1], lang)


def _step(step: str, lang: Lang) -> str:
    if step in ("fr", "en"):
        return {"fr": _("français"), "en": _("anglais")}[step]
    return LABELS[step].in_(lang) if step in LABELS else step


def shown(value: Json, lang: Lang) -> str:
    """Return a value as a reader looks at it: words as they are, an entry by its name, a list one by one."""
    if value is None:
        return ""
    if isinstance(value, dict):
        words = value.get(lang) or title_of(value, lang)
        return (
            _cut(str(words))
            if words
            else _cut(", ".join(named(key, shown(one, lang), lang) for key, one in value.items()))
        )
    if isinstance(value, list):
        return _cut(", ".join(shown(one, lang) for one in value))
    return _cut(str(value))


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST_SHOWN else words[: LONGEST_SHOWN - 1] + "…"


def conflict(one: Conflict, lang: Lang) -> tuple[str, str, str]:
    """Tell a place that two people changed each in their own way: where, what they wrote, what the reader wrote."""
    where = [_list_name(one.path[0], lang), *(_step(step, lang) for step in one.path[1:])]
    return " › ".join(where), shown(one.theirs, lang), shown(one.mine, lang)
