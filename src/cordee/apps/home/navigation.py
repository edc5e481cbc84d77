"""What every page offers to go to, in the language on screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cordee.apps.accounts.routes import own_space
from cordee.apps.home.discovery.heads import LOCALES, alternates, canonical, library_addresses, picture_of
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
    action: Link
    account: Link
    information: list[Link]
    languages: list[LanguageLink]
    canonical: str
    alternates: list[tuple[str, str]]
    locale: str
    picture: str


NAVIGATION = (
    Entry("compass:start", _("Boussole")),
    Entry("toolbox:list", _("Outils")),
    Entry("learning:list", _("Apprendre")),
    Entry("observatory:entrance", _("Observatoire")),
    Entry("search:results", _("Chercher")),
)
ACTION = Entry("diagnosis:start", _("Se situer"))
SIGN_IN = Entry("account_login", _("Se connecter"))
OWN_SPACE = _("Mes alliances")
OWN_ACCOUNT = Entry("accounts:home", _("Mon compte"))
INFORMATION = (
    Entry("words:list", _("Les mots")),
    Entry("impacts:all", _("Les trois impacts")),
    Entry("referential:table", _("Le référentiel")),
    Entry("selector:start", _("Choisir une méthode")),
    Entry("stories:list", _("Récits")),
    Entry("diagnosis:example", _("Un exemple")),
    Entry("diagnosis:method", _("Comment c’est calculé")),
    Entry("home:about", _("À propos")),
    Entry("editorial:news", _("Actualités")),
    Entry("home:data", _("Vos données")),
    Entry("home:accessibility", _("Accessibilité")),
    Entry("home:legal", _("Mentions légales")),
    Entry("home:approach", _("Notre méthode")),
)


def site(request: HttpRequest) -> dict[str, Any]:
    """Context processor: give `site` to every template, computed only when a layout reads it."""
    return {"site": SimpleLazyObject(lambda: describe(request))}


def describe(request: HttpRequest) -> Site:
    """Gather what the layouts show around a page."""
    library_addresses(request)
    languages = language_links(request)
    return Site(
        home=reverse("home:index"),
        navigation=[linked(entry, request.path) for entry in NAVIGATION],
        action=linked(ACTION, request.path),
        account=account_link(request),
        information=[linked(entry, request.path) for entry in information(request)],
        languages=languages,
        canonical=canonical(languages),
        alternates=alternates(languages),
        locale=LOCALES.get(get_language() or "", ""),
        picture=picture_of(request),
    )


def account_link(request: HttpRequest) -> Link:
    """Return the way in, or the way to one's own space for whoever is in already."""
    if not is_in(request):
        return linked(SIGN_IN, request.path)
    return Link(str(OWN_SPACE), own_space(), own_space() == request.path)


def information(request: HttpRequest) -> tuple[Entry, ...]:
    """Return what the foot of every page offers; one's account is there for whoever is in: one signs out there."""
    return (*INFORMATION, OWN_ACCOUNT) if is_in(request) else INFORMATION


def is_in(request: HttpRequest) -> bool:
    """Tell whether somebody has signed in; a page of error may be drawn before anybody knows."""
    user = getattr(request, "user", None)
    return user is not None and user.is_authenticated


def linked(entry: Entry, path: str) -> Link:
    """Return an entry as the page at `path` shows it."""
    url = reverse(entry.route)
    return Link(str(entry.label), url, url == path)
