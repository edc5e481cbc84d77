"""What is wrong with a draft: the strict reading, the checks and the worked cases, each fault led to its screen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from cordee.apps.library.queries import stored_releases
from cordee.apps.workshop.drafts.bridge import hash_of
from cordee.apps.workshop.entries.outline import Nowhere, Spot, at, spot_of, title_of
from cordee.core.cases import run_case
from cordee.core.packs.checking import Verdict, verdict_on
from cordee.core.packs.faults import Fault, Path
from cordee.core.packs.publication import Published
from cordee.core.packs.reading.documents import read_document, steps_of
from cordee.core.packs.text import Lang

Json = Any
MOST_KEPT = 24
_kept: OrderedDict[tuple[str, bool], Verdict] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True)
class Told:
    """A fault in the language of its reader: its entry if it has one, where inside it, what is wrong, what to do."""

    spot: Spot | None
    title: str
    steps: Path
    message: str
    remedy: str


def judged(document: Json, *, with_cases: bool = False) -> Verdict:
    """Judge a draft, its version aside: that is judged when its publication is asked.

    The verdict of the last documents is kept in this process, by their hash.
    """
    key = (hash_of(document), with_cases)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    verdict = verdict_on(read_document(document), Published((), ()), run_case if with_cases else None)
    with _lock:
        _kept[key] = verdict
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return verdict


def judged_for_publication(document: Json, pack_id: str) -> Verdict:
    """Judge a draft as a release to come: its version too, given all those that are published."""
    whole = judged(document, with_cases=True)
    if whole.release is None:
        return whole
    return verdict_on(whole.reading, Published(tuple(stored_releases(pack_id)), ()))


def told(faults: Sequence[Fault], document: Json, lang: Lang) -> list[Told]:
    """Say faults to a reader, each with the entry it leads to."""
    return [_told(one, document, lang) for one in faults]


def _told(fault: Fault, document: Json, lang: Lang) -> Told:
    path = _positions(steps_of(fault.place.file), document)
    spot = spot_of(path)
    try:
        title = title_of(at(document, spot.path), lang) if spot else ""
    except Nowhere:
        spot, title = None, ""
    steps = path[len(spot.path) :] if spot else path
    return Told(spot, title, steps, fault.message.in_(lang), fault.remedy.in_(lang))


def _positions(steps: tuple[str, ...], document: Json) -> Path:
    """Turn the words of a pointer into a path: positions where the document has a list."""
    path: Path = ()
    for step in steps:
        is_position = isinstance(document, list) and step.isdigit()
        known = int(step) if is_position else step
        path = (*path, known)
        document = _inside(document, known)
    return path


def _inside(value: Json, step: str | int) -> Json:
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return None
