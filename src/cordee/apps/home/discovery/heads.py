"""What the head of a page says to machines: its one address, its twins, and the picture that stands for it."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from cordee.apps.library.addresses import ROUTES, current_pack, entries_of, find
from cordee.apps.library.public_entries import paths_of
from cordee.apps.ui.languages import LanguageLink, tell_addresses
from cordee.apps.ui.public_pages import absolute
from cordee.apps.ui.sharing import PAGES, WHOLE_SITE

LOCALES = {"fr": "fr_FR", "en": "en_GB"}
KINDS = {route: kind for kind, route in ROUTES.items()}
"""Name of the page that shows an entry of the library → the kind of that entry."""


def canonical(languages: Sequence[LanguageLink]) -> str:
    """Return the one address of a page, without what a question mark adds; nothing for a page that does not exist."""
    here = next((link for link in languages if link.current and link.twin), None)
    return absolute(_bare(here.url)) if here else ""


def alternates(languages: Sequence[LanguageLink]) -> list[tuple[str, str]]:
    """Return the addresses of the page in each language in which it exists, and that of a reader whose is not known."""
    twins = [(link.code, absolute(_bare(link.url))) for link in languages if link.twin]
    default = dict(twins).get(settings.LANGUAGE_CODE)
    return [*twins, ("x-default", default)] if default else twins


def library_addresses(request: HttpRequest) -> None:
    """Tell where an entry of the library is read in each language: its name, so its address, differs."""
    match = request.resolver_match
    kind = KINDS.get(match.view_name) if match else None
    if match is None or kind is None or hasattr(request, "page_paths"):
        return
    pack = current_pack()
    found = find(kind, match.kwargs.get("slug", ""), pack) if pack else None
    entry = next(one for one in entries_of(pack, kind) if one.id == found.id) if pack and found else None
    tell_addresses(request, paths_of(kind, entry) if entry else {})


def picture_of(request: HttpRequest) -> str:
    """Return the address of the picture that stands for a page where its address is given."""
    match = request.resolver_match
    view = match.view_name if match else ""
    kind, name = PAGES, settings.SHARING_NAMES.get(view, WHOLE_SITE)
    if match and view in KINDS:
        kind, name = KINDS[view], match.kwargs.get("slug", WHOLE_SITE)
    try:
        return absolute(reverse(settings.SHARING_ROUTE, args=[kind, name]))
    except NoReverseMatch:
        return ""


def _bare(url: str) -> str:
    return url.split("?", 1)[0]
