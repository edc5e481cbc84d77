"""Reads of the post office: where letters stand, which are due, which a person has to look at."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime

from cordee.apps.post.models import Letter

MOST_AT_ONCE = 500
"""Keys asked of the database in one question: SQLite takes no more than a thousand values."""


def states(keys: Iterable[str]) -> dict[str, Letter.State]:
    """Return where letters stand, by key; a key under which nothing was written is not there."""
    asked = list(dict.fromkeys(keys))
    found: dict[str, Letter.State] = {}
    for start in range(0, len(asked), MOST_AT_ONCE):
        rows = Letter.objects.filter(key__in=asked[start : start + MOST_AT_ONCE])
        found |= {key: Letter.State(state) for key, state in rows.values_list("key", "state")}
    return found


def letters(keys: Iterable[str]) -> dict[str, Letter]:
    """Return letters by key, for a page that shows why one has not left."""
    return {letter.key: letter for letter in Letter.objects.filter(key__in=list(keys))}


def due(now: datetime) -> list[uuid.UUID]:
    """Return the letters whose time has come, the oldest first."""
    rows = Letter.objects.filter(state=Letter.State.WAITING, next_attempt_at__lte=now)
    return list(rows.order_by("next_attempt_at", "pk").values_list("public", flat=True)[:MOST_AT_ONCE])


def latest(count: int) -> list[Letter]:
    """Return the last letters written, the newest first."""
    return list(Letter.objects.order_by("-pk")[:count])
