"""Who brings entries to the search: the callables that the settings name, each giving those of its room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.module_loading import import_string

from cordee.apps.library.search.labels import FACETS, KINDS
from cordee.core.search.entries import Entry

Source = Callable[[], Iterable[Entry]]


def gathered() -> list[Entry]:
    """Return every entry whose page exists, in the order of the settings; the first of two alike is kept.

    Only what anybody may read is given: a source knows no visitor. Raises ImproperlyConfigured for an entry of a kind,
    or with a facet, that the page has no words for.
    """
    found: dict[tuple[str, str, str], Entry] = {}
    for entry in _given():
        if has_page(entry):
            found.setdefault((entry.kind, entry.id, entry.lang), entry)
    return list(found.values())


def _given() -> Iterator[Entry]:
    for name in settings.SEARCH_SOURCES:
        source: Source = import_string(name)
        for entry in source():
            if entry.kind not in KINDS or not set(entry.facets) <= set(FACETS):
                raise ImproperlyConfigured(
                    f"{name}: no words for {entry.kind} or {sorted(entry.facets)}; see labels.py"
                )
            yield entry


def has_page(entry: Entry) -> bool:
    """Tell whether the address of an entry leads somewhere on this site."""
    return address_of(entry.route, entry.args, entry.lang) is not None


def address_of(route: str, args: Iterable[str | int], lang: str) -> str | None:
    """Return the address of a page in a language; None when this site has none."""
    with translation.override(lang):
        try:
            return reverse(route, args=list(args))
        except NoReverseMatch:
            return None
