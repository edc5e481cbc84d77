"""Reads of the post office: where letters stand."""

from __future__ import annotations

from collections.abc import Iterable

from cordee.apps.post.models import Letter


def states(keys: Iterable[str]) -> dict[str, Letter.State]:
    """Return where the letters of some keys stand; a key under which nothing was written is left out."""
    rows = Letter.objects.filter(key__in=list(keys)).values_list("key", "state")
    return {key: Letter.State(state) for key, state in rows}
