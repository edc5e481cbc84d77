"""What every page offers to go to: only sections that exist, in the language on screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from cordee.apps.ui.languages import LanguageLink, language_links


@dataclass(frozen=True)
class Entry:
    """A place to offer: the name of its address, and its label."""

    route: str
    label: str | Promise


@dataclass(frozen=True)
class Link:
    """An entry as a page shows it."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True)
class Site:
    """What the layouts need to know of the whole site, whatever the page."""

    home: str
    navigation: list[Link]
    action: Link | None
    information: list[Link]
    languages: list[LanguageLink]


NAVIGATION = (
    Entry("diagnosis:example", _("Un exemple")),
    Entry("diagnosis:method", _("Comment c’est calculé")),
    Entry("home:data", _("Vos données")),
)
ACTION = Entry("diagnosis:start", _("Se situer"))
INFORMATION = (
    Entry("home:about", _("À propos")),
    Entry("home:data", _("Vos données")),
    Entry("home:accessibility", _("Accessibilité")),
    Entry("diagnosis:method", _("Comment c’est calculé")),
)


def site(request: HttpRequest) -> dict[str, Any]:
    """Context processor: give `site` to every template, computed only when a layout reads it."""
    return {"site": SimpleLazyObject(lambda: describe(request))}


def describe(request: HttpRequest) -> Site:
    """Gather what the layouts show around a page."""
    return Site(
        home=reverse("home:index"),
        navigation=existing(NAVIGATION, request.path),
        action=next(iter(existing((ACTION,), request.path)), None),
        information=existing(INFORMATION, request.path),
        languages=language_links(request),
    )


def existing(entries: tuple[Entry, ...], path: str) -> list[Link]:
    """Return links to the entries whose section is served."""
    links = []
    for entry in entries:
        url = address(entry.route)
        if url:
            links.append(Link(str(entry.label), url, url == path))
    return links


def address(route: str) -> str:
    """Return the address of a route, or nothing when no section answers to it."""
    try:
        return reverse(route)
    except NoReverseMatch:
        return ""
