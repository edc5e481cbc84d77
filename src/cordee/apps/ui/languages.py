"""The same page in the other languages, for the language switch and for search engines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, Resolver404, ResolverMatch, resolve, reverse, translate_url
from django.utils.encoding import iri_to_uri
from django.utils.translation import get_language, override


@dataclass(frozen=True)
class LanguageLink:
    """One language: its code, its own name, where this page is in it, and whether it is the one on screen.

    `twin` tells whether the page exists in that language; if not, the link leads to the front page.
    """

    code: str
    name: str
    url: str
    current: bool
    twin: bool = True


def tell_addresses(request: HttpRequest, paths: Mapping[str, str]) -> None:
    """Say where the page on screen is read in each language, when changing the prefix would not lead there."""
    request.page_paths = dict(paths)  # type: ignore[attr-defined]


def language_links(request: HttpRequest) -> list[LanguageLink]:
    """Return this page in every language; where it does not exist, the front page of that language."""
    paths = page_paths(request)
    return [
        LanguageLink(
            code=code,
            name=name,
            url=paths.get(code) or front_page(code),
            current=code == get_language(),
            twin=code in paths,
        )
        for code, name in settings.LANGUAGES
    ]


def page_paths(request: HttpRequest) -> Mapping[str, str]:
    """Return where this page is read in each language: as it was told, or as the map of addresses translates it."""
    told: Mapping[str, str] | None = getattr(request, "page_paths", None)
    if told is not None:
        return told
    match = match_of(request)
    return {} if match is None else {code: translated(request, match, code) for code, _name in settings.LANGUAGES}


def match_of(request: HttpRequest) -> ResolverMatch | None:
    """Return what the path on screen leads to: found already when the page is being answered, looked for otherwise."""
    if request.resolver_match is not None:
        return request.resolver_match
    try:
        return resolve(request.path_info)
    except Resolver404:
        return None


def translated(request: HttpRequest, match: ResolverMatch, code: str) -> str:
    """Return the address of the page on screen in a language, as `translate_url` does without resolving again."""
    query = request.META.get("QUERY_STRING", "")
    with override(code):
        try:
            path = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
        except NoReverseMatch:
            return request.get_full_path()
    return f"{path}?{iri_to_uri(query)}" if query else path


def front_page(code: str) -> str:
    """Return the address of the first page in a language."""
    with override(settings.LANGUAGE_CODE):
        return translate_url("/", code)
