"""The same page in the other languages, for the language switch and for search engines."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve, translate_url
from django.utils.translation import get_language, override


@dataclass(frozen=True)
class LanguageLink:
    """One language: its code, its own name, where this page is in it, and whether it is the one on screen."""

    code: str
    name: str
    url: str
    current: bool


def language_links(request: HttpRequest) -> list[LanguageLink]:
    """Return this page in every language; where it does not exist, the front page of that language."""
    known = leads_somewhere(request.path_info)
    return [
        LanguageLink(
            code=code,
            name=name,
            url=translate_url(request.get_full_path(), code) if known else front_page(code),
            current=code == get_language(),
        )
        for code, name in settings.LANGUAGES
    ]


def leads_somewhere(path: str) -> bool:
    """Tell whether a path is that of a page in the language on screen."""
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


def front_page(code: str) -> str:
    """Return the address of the first page in a language."""
    with override(settings.LANGUAGE_CODE):
        return translate_url("/", code)
