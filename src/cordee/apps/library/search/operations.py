"""Making the index again: all of it or none, and only when what it is made of changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils import timezone

from cordee.apps.library.search.everyday import everyday_groups
from cordee.apps.library.search.models import SearchEntry, SearchIndex
from cordee.apps.library.search.sources import gathered
from cordee.core.search.building import catalogue_of, ordered
from cordee.core.search.entries import Entry
from cordee.core.search.storing import FORMAT, stored
from cordee.core.search.synonyms import Group

ROWS_AT_ONCE = 1_000


@dataclass(frozen=True)
class Rebuilt:
    """What making the index again did: how many entries it holds, and whether anything had changed."""

    entries: int
    changed: bool


def rebuild() -> Rebuilt:
    """Make the index of everything that may be found; do nothing when it would be the same."""
    return index(gathered(), everyday_groups())


@transaction.atomic
def index(entries: Sequence[Entry], everyday: Sequence[Group] = ()) -> Rebuilt:
    """Keep the index of these entries and remove the one before; do nothing when it is the same."""
    fingerprint = fingerprint_of(entries, everyday)
    if SearchIndex.objects.filter(fingerprint=fingerprint).exists():
        return Rebuilt(len(entries), changed=False)
    SearchIndex.objects.all().delete()
    document = stored(catalogue_of(entries, everyday))
    made = SearchIndex.objects.create(format=FORMAT, fingerprint=fingerprint, document=document, made_at=timezone.now())
    place_of = {key: place for place, key in enumerate(ordered(entries))}
    SearchEntry.objects.bulk_create((_row(made, place_of[one.key], one) for one in entries), batch_size=ROWS_AT_ONCE)
    return Rebuilt(len(entries), changed=True)


def fingerprint_of(entries: Iterable[Entry], everyday: Iterable[Group]) -> str:
    """Return the SHA-256 of everything that an index is made of, the way of making it included."""
    parts = {"format": FORMAT, "entries": [asdict(one) for one in entries], "everyday": [list(one) for one in everyday]}
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _row(made: SearchIndex, place: int, entry: Entry) -> SearchEntry:
    return SearchEntry(
        index=made,
        place=place,
        lang=entry.lang,
        kind=entry.kind,
        entry=entry.id,
        title=entry.title,
        summary=entry.summary,
        body=entry.body,
        route=entry.route,
        args=list(entry.args),
        anchor=entry.anchor,
    )
