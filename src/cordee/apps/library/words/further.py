"""From a word to what speaks of it: the methods, tools, stories and courses that the search finds for its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from cordee.apps.library.addresses import language
from cordee.apps.library.search.asking import Asking
from cordee.apps.library.search.queries import current_index
from cordee.apps.library.search.results import KindFound, results

KINDS = ("methods", "tools", "stories", "courses")
"""In the order of a reader who goes from the word to the deed."""


@dataclass(frozen=True)
class Further:
    """What speaks of a word, kind by kind, and the address of the search that found it."""

    groups: Sequence[KindFound]
    search_url: str


def further(name: str) -> Further | None:
    """Return what speaks of a word; None when nothing does, or when only a part of the word was found."""
    index = current_index()
    if index is None:
        return None
    asking = Asking(name)
    found = results(index, asking, language())
    groups = {group.kind: group for group in found.groups if group.kind in KINDS}
    if found.put_aside or found.corrections or not groups:
        return None
    return Further([groups[kind] for kind in KINDS if kind in groups], f"{reverse('search:results')}{asking.address()}")
