"""Reads of the search: the index, kept in this process by its fingerprint, and the rows of the entries to show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

from cordee.apps.library.search.models import SearchEntry, SearchIndex
from cordee.core.packs.text import Lang
from cordee.core.search.index import Catalogue
from cordee.core.search.storing import FORMAT, read_back

Rows = dict[tuple[int, str], SearchEntry]
"""Entries by place and language."""

NOTHING = ("", Catalogue(0, {}, {}))
_kept: tuple[str, Catalogue] = NOTHING
_lock = Lock()


@dataclass(frozen=True)
class Index:
    """The index as it stands: its row, and the catalogue that it holds."""

    pk: int
    catalogue: Catalogue


def current_index() -> Index | None:
    """Return the index; None when none was made by this version yet. The last one read is kept, by its fingerprint."""
    found = SearchIndex.objects.filter(format=FORMAT).order_by("-pk").values_list("pk", "fingerprint").first()
    if found is None:
        return None
    pk, fingerprint = found
    catalogue = _catalogue(pk, fingerprint)
    return Index(pk, catalogue) if catalogue else None


def _catalogue(pk: int, fingerprint: str) -> Catalogue | None:
    global _kept  # noqa: PLW0603 - one index a process
    with _lock:
        if _kept[0] != fingerprint:
            document = SearchIndex.objects.filter(pk=pk).values_list("document", flat=True).first()
            if document is None:  # made again since it was looked for: the next question finds the new one
                return None
            _kept = fingerprint, read_back(bytes(document))
        return _kept[1]


def rows_of(index: Index, places: Iterable[int]) -> Rows:
    """Return the rows of some places, in every language that they are written in, by one query."""
    rows = SearchEntry.objects.filter(index=index.pk, place__in=list(places))
    return {(row.place, row.lang): row for row in rows}


def best_row(rows: Rows, place: int, lang: Lang) -> SearchEntry | None:
    """Return the entry of a place as a reader of a language prefers it; None when it is there no more."""
    other: Lang = "en" if lang == "fr" else "fr"
    return rows.get((place, lang)) or rows.get((place, other))
