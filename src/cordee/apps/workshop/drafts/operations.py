"""The verbs of a draft: each save is a revision with its author, and nobody overwrites somebody else unseen."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.db import transaction

from cordee.apps.accounts.models import Account
from cordee.apps.library.models import PackRelease
from cordee.apps.library.queries import current_release
from cordee.apps.workshop.drafts.bridge import document_of, document_of_release, hash_of, packed
from cordee.apps.workshop.drafts.queries import latest_of
from cordee.apps.workshop.entries.outline import (
    Nowhere,
    Spot,
    at,
    inside,
    list_in,
    replaced,
    screens_of,
    spot_at,
    title_of,
)
from cordee.apps.workshop.models import Draft, Request, Revision
from cordee.core.packs.faults import Path
from cordee.core.packs.merging import Merged, merge

Json = Any
Write = Callable[[Json], Json]
Done = Revision.Done
LONGEST_ABOUT = 200


class Closed(Exception):
    """The draft is published or dropped: it changes no more."""


class ChangedMeanwhile(Exception):
    """Somebody else changed the entry since it was read. Nothing was written.

    `spot` is where the entry is now and `entry` what it holds; None when it was removed.
    """

    def __init__(self, spot: Spot | None, entry: Json, number: int) -> None:
        super().__init__(f"revision {number}")
        self.spot, self.entry, self.number = spot, entry, number


class Disagreement(Exception):
    """Two sets of changes do not agree; nothing was written."""

    def __init__(self, merged: Merged) -> None:
        super().__init__(f"{len(merged.conflicts)} conflicts")
        self.merged = merged


@transaction.atomic
def begin(release: PackRelease, title: str, by: Account, public: uuid.UUID | None = None) -> Draft:
    """Begin a draft from a release. The same `public` again returns the same draft: a double click."""
    draft, is_new = Draft.objects.get_or_create(
        public=public or uuid.uuid4(),
        defaults={"pack": release.pack, "title": title, "base": release, "created_by": by},
    )
    if is_new:
        _write(draft, by, document_of_release(release), Done.BEGUN, release.version)
    return draft


@transaction.atomic
def save_entry(draft: Draft, by: Account, spot: Spot, write: Write, seen: int) -> Revision:
    """Save an entry as it was read at revision `seen`; raise ChangedMeanwhile when somebody changed it since.

    `write` makes the new entry from the one that is there, whose inner lists it keeps.
    """
    latest = _open(draft)
    now = document_of(latest)
    spot = _followed(draft, spot, seen, latest, now)
    current = at(now, spot.path)
    entry = write(current)
    if entry == current:
        return latest
    if latest.number != seen and _own(spot, current) != _own(spot, _as_seen(draft, spot, seen, now)):
        raise ChangedMeanwhile(spot, current, latest.number)
    return _write(draft, by, replaced(now, spot.path, entry), Done.CHANGED, _about(spot, entry))


@transaction.atomic
def add_entry(draft: Draft, by: Account, where: Path, entry: Json) -> tuple[Revision, int]:
    """Add an entry at the end of a list; return its position. The very same one again, at the end, is there already."""
    latest = _open(draft)
    now = document_of(latest)
    entries = list_in(now, where)
    if entries and entries[-1] == entry:
        return latest, len(entries) - 1
    document = replaced(now, where, [*entries, entry])
    return _write(draft, by, document, Done.ADDED, f"{where[-1]}: {title_of(entry, 'fr')}"), len(entries)


@transaction.atomic
def remove_entry(draft: Draft, by: Account, spot: Spot, seen: int) -> Revision:
    """Remove an entry as it was read; raise ChangedMeanwhile when somebody changed it since. Twice changes nothing."""
    latest = _open(draft)
    now = document_of(latest)
    try:
        spot = _followed(draft, spot, seen, latest, now)
    except ChangedMeanwhile:
        return latest
    current = at(now, spot.path)
    if current != _as_seen(draft, spot, seen, now):
        raise ChangedMeanwhile(spot, current, latest.number)
    entries = list_in(now, spot.list_path)
    rest = [*entries[: spot.position], *entries[spot.position + 1 :]]
    return _write(draft, by, replaced(now, spot.list_path, rest), Done.REMOVED, _about(spot, current))


@transaction.atomic
def move_entry(draft: Draft, by: Account, spot: Spot, by_how_many: int) -> Revision:
    """Move an entry up or down in its list; at the end of the list, nothing happens."""
    latest = _open(draft)
    now = document_of(latest)
    entries = list(list_in(now, spot.list_path))
    target = spot.position + by_how_many
    if not (0 <= spot.position < len(entries) and 0 <= target < len(entries)):
        return latest
    entry = entries.pop(spot.position)
    entries.insert(target, entry)
    return _write(draft, by, replaced(now, spot.list_path, entries), Done.MOVED, _about(spot, entry))


@transaction.atomic
def restore(draft: Draft, by: Account, number: int) -> Revision:
    """Take an older revision back, as a new one: nothing of what came after is lost. Errors: Revision.DoesNotExist."""
    _open(draft)
    older = Revision.objects.get(draft=draft, number=number)
    return _write(draft, by, document_of(older), Done.RESTORED, str(number))


@transaction.atomic
def take_document(draft: Draft, by: Account, document: Json, seen: int, *, mine_wins: bool) -> Revision:
    """Take a whole document made from revision `seen`, with what others changed since.

    Raises Disagreement, and writes nothing, when both changed the same place; unless mine wins.
    """
    latest = _open(draft)
    base = Revision.objects.get(draft=draft, number=seen)
    merged = merge(document_of(base), document_of(latest), document)
    if merged.conflicts and not mine_wins:
        raise Disagreement(merged)
    return _write(draft, by, merged.document, Done.IMPORTED, str(seen))


@transaction.atomic
def rebase(draft: Draft, by: Account, *, mine_wins: bool = False) -> Revision:
    """Bring a draft up to the release that is current; raise Disagreement when both changed the same place."""
    latest = _open(draft)
    current = current_release(draft.pack)
    if current is None or current.pk == draft.base_id:
        return latest
    merged = merge(document_of_release(draft.base), document_of_release(current), document_of(latest))
    if merged.conflicts and not mine_wins:
        raise Disagreement(merged)
    draft.base = current
    draft.save()
    return _write(draft, by, merged.document, Done.REBASED, current.version)


@transaction.atomic
def drop(draft: Draft) -> None:
    """Give a draft up; it still reads. Twice changes nothing."""
    if Draft.objects.filter(pk=draft.pk, state=Draft.State.OPEN).update(state=Draft.State.DROPPED):
        Request.objects.filter(draft=draft, state=Request.State.WAITING).update(state=Request.State.WITHDRAWN)
    draft.refresh_from_db()


def followed(draft: Draft, spot: Spot, seen: int) -> Spot:
    """Return where an entry, read at revision `seen`, stands now; where it stood when it has another id by now."""
    latest = latest_of(draft)
    try:
        return _followed(draft, spot, seen, latest, document_of(latest))
    except (ChangedMeanwhile, Nowhere):
        return spot


def spot_in(draft: Draft, shown: str, seen: int) -> Spot:
    """Return the entry that an address named at revision `seen`. Errors: Nowhere."""
    spot = spot_at(shown)
    at(document_of(Revision.objects.get(draft=draft, number=seen)), spot.path)
    return spot


def ready(draft: Draft, by: Account, document: Json, version: str) -> Revision:
    """Write the revision whose publication is asked; inside the transaction of who asks."""
    _open(draft)
    return _write(draft, by, document, Done.READIED, version)


def _open(draft: Draft) -> Revision:
    """Return the latest revision of an open draft, kept from other writers until the end of the transaction."""
    locked = Draft.objects.select_for_update().get(pk=draft.pk)
    if locked.state != Draft.State.OPEN:
        raise Closed
    return latest_of(locked)


def _write(draft: Draft, by: Account, document: Json, done: Revision.Done, about: str) -> Revision:
    """Write a revision, unless nothing changed."""
    latest = Revision.objects.filter(draft=draft).order_by("-number").first()
    sha256 = hash_of(document)
    if latest is not None and latest.sha256 == sha256:
        return latest
    return Revision.objects.create(
        draft=draft,
        number=latest.number + 1 if latest else 1,
        packed=packed(document),
        sha256=sha256,
        done=done,
        about=about[:LONGEST_ABOUT],
        by=by,
    )


def _about(spot: Spot, entry: Json) -> str:
    return f"{spot.sheet.code}: {title_of(entry, 'fr')}"


def _followed(draft: Draft, spot: Spot, seen: int, latest: Revision, now: Json) -> Spot:
    """Find an entry where it is now: by its id, since others may have moved or removed what stands around it."""
    if latest.number == seen:
        at(now, spot.path)
        return spot
    then = document_of(Revision.objects.get(draft=draft, number=seen))
    at(then, spot.path)
    found = _same_place(spot.path, then, now)
    if found is None:
        raise ChangedMeanwhile(None, None, latest.number)
    return Spot(spot.sheet, found)


def _same_place(path: Path, then: Json, now: Json) -> Path | None:
    found: Path = ()
    for step in path:
        known = _position(then, now, step) if isinstance(step, int) else step
        if known is None or (isinstance(now, dict) and known not in now):
            return None
        then, now, found = then[step], now[known], (*found, known)
    return found


def _position(then: list[Json], now: Json, step: int) -> int | None:
    """Return where the entry at a position then stands now; None when it is gone."""
    if not isinstance(now, list):
        return None
    name = _id(then[step])
    if name is not None and sum(_id(one) == name for one in then) == 1:
        return next((number for number, one in enumerate(now) if _id(one) == name), None)
    return step if step < len(now) else None


def _id(entry: Json) -> Json:
    return entry.get("id") if isinstance(entry, dict) else None


def _as_seen(draft: Draft, spot: Spot, seen: int, now: Json) -> Json:
    """Return the entry as it was at a revision, found by its id."""
    then = document_of(Revision.objects.get(draft=draft, number=seen))
    path = _same_place(spot.path, now, then)
    try:
        return at(then, path) if path is not None else None
    except Nowhere:
        return None


def _own(spot: Spot, entry: Json) -> Json:
    """Return what the screen of an entry shows of it: without the lists whose entries have a screen of their own."""
    if not isinstance(entry, dict):
        return entry
    hidden = {inside(child, spot.sheet)[0] for child in screens_of(spot.sheet)}
    return {key: value for key, value in entry.items() if key not in hidden}
