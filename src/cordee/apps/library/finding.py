"""From an address to an entry: the entry, or where it went, or a page that helps to find it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse

from cordee.apps.library.addresses import find, url_of
from cordee.apps.library.reading import Opened, opened

CLOSE, CLOSE_ENOUGH = 3, 0.5
"""How many names are proposed to who followed a broken address, and how alike they must be, from 0 to 1."""

Show = Callable[[Opened, str], HttpResponse]
"""Draws the page of an entry, given its id."""


Lost = Callable[[], HttpResponse]
Present = Callable[[Opened], Mapping[str, str]]
"""Gives the slugs of the entries on show, with their ids: most addresses name one of them."""


def entry_page(kind: str, slug: str, present: Present, show: Show, lost: Lost) -> HttpResponse:
    """Show the entry that a slug names; send a former name to the present one; else answer with a page that helps."""
    library = opened()
    if library is None:
        raise Http404
    known = present(library)
    if slug in known:
        return show(library, known[slug])
    found = find(kind, slug, library.pack)
    if found is None:
        return lost()
    if found.moved:
        return HttpResponsePermanentRedirect(url_of(kind, found.id, library.pack) or "/")
    return show(library, found.id)


def lost_page(request: HttpRequest, noun: str, slug: str, names: Mapping[str, str], page: str) -> HttpResponse:
    """Answer an address that names no entry with those whose name is close; `names` are those on show, by slug."""
    near = get_close_matches(slug, names, n=CLOSE, cutoff=CLOSE_ENOUGH)
    context = {
        "close": [(names[one], reverse(page, args=[one])) for one in near],
        "list_url": reverse(f"{page.split(':', maxsplit=1)[0]}:list"),
        "noun": noun,
    }
    return render(request, "library/lost.html", context, status=404)


def asks_part(request: HttpRequest) -> bool:
    """Say whether HTMX asks for what changes in a list; going back in the history asks for the whole page."""
    htmx = getattr(request, "htmx", None)
    return bool(htmx) and not getattr(htmx, "history_restore_request", False)


def nothing_loaded(request: HttpRequest) -> HttpResponse:
    """Say that the library is empty, and what its keeper has to do."""
    return render(request, "library/nothing_loaded.html")
