"""Reads of the hall: which release is current, and the pack that a release holds."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from cordee.apps.library.models import PackRelease
from cordee.core.packs.pack import Pack
from cordee.core.packs.release import Release, release_from_json

REFERENCE_PACK = "alliances"
"""The pack that the site itself is made with; a network may load its own beside it."""

MOST_KEPT = 8
_kept: OrderedDict[str, Pack] = OrderedDict()
_lock = Lock()


def current_release(pack_id: str) -> PackRelease | None:
    """Return the newest release of a pack, without its document; None when none is loaded.

    The day it was loaded is left out too: it stands after the document in the row, and SQLite reads the millions of
    letters in between to reach it.
    """
    releases = PackRelease.objects.filter(pack=pack_id).defer("document", "loaded_at")
    return max(releases, key=lambda release: release.order, default=None)


def pack_of(release: PackRelease) -> Pack:
    """Return the pack of a release; the last ones read are kept, by their hash, in this process.

    Raises BrokenRelease when the stored document is not the one its hash names.
    """
    with _lock:
        if release.sha256 in _kept:
            _kept.move_to_end(release.sha256)
            return _kept[release.sha256]
    pack = release_from_json(release.document, release.sha256).pack
    with _lock:
        _kept[release.sha256] = pack
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return pack


def stored_releases(pack_id: str) -> list[Release]:
    """Return every release of a pack with its content, oldest first."""
    rows = sorted(PackRelease.objects.filter(pack=pack_id), key=lambda release: release.order)
    return [Release(pack_of(row), row.version, row.sha256, row.document) for row in rows]
