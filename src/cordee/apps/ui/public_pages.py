"""The pages that everybody may read and search engines may list: each room tells its own, by the settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.module_loading import import_string
from django.utils.translation import override


@dataclass(frozen=True)
class PublicPage:
    """One page: its path in each language in which it exists, and when it last changed, if that is known."""

    paths: Mapping[str, str]
    changed: datetime | None = None


def public_pages() -> Iterator[PublicPage]:
    """Return the pages that the rooms named in the settings tell."""
    for name in settings.PUBLIC_PAGES:
        provider: Callable[[], Iterable[PublicPage]] = import_string(name)
        yield from provider()


def in_every_language(route: str, *parts: object) -> PublicPage | None:
    """Return the page of a name of address whose parts are the same in every language; None when it is not served."""
    try:
        return PublicPage({code: _path(code, route, parts) for code, _name in settings.LANGUAGES})
    except NoReverseMatch:
        return None


def of_routes(routes: Iterable[str]) -> list[PublicPage]:
    """Return the pages of names of addresses without parts; those that are not served are left out."""
    return [page for page in map(in_every_language, routes) if page is not None]


def absolute(path: str) -> str:
    """Return the whole address of a path of this site, as visitors write it."""
    return f"{settings.PUBLIC_URL}{path}"


def _path(code: str, route: str, parts: tuple[object, ...]) -> str:
    with override(code):
        return reverse(route, args=parts)
