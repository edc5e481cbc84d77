"""The prose pages that come with the product: their templates, shown until editors publish theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from cordee.apps.editorial.declared import values

MISSION_PAGE = "https://www.lerameau.fr/kit-evaluation-partenariale/"

TEMPLATES: Mapping[str, str] = {
    "about": "home/about.html",
    "method": "home/approach.html",
    "legal": "home/legal.html",
    "privacy": "home/data.html",
    "accessibility": "home/accessibility.html",
}
"""Key of a page → its template. The address of each is in the settings, under the same key."""


@dataclass(frozen=True)
class Drawn:
    """A page as its template draws it, and where it is read."""

    html: str
    path: str


def context() -> dict[str, Any]:
    """Return what the templates of these pages are made with, in the language on screen."""
    links = {
        "example_url": "diagnosis:example",
        "example_360_url": "campaigns:example",
        "calculation_url": "diagnosis:method",
        "start_url": "diagnosis:start",
        "gallery_url": "ui:gallery",
        "privacy_url": "home:data",
        "accessibility_url": "home:accessibility",
    }
    return {"mission_page": MISSION_PAGE, **{name: reverse(route) for name, route in links.items()}, **values()}


def drawn(key: str, lang: str) -> Drawn:
    """Draw the template of a page in a language, for nobody in particular."""
    with override(lang):
        request = HttpRequest()
        request.path = request.path_info = reverse(settings.PROSE_ROUTES[key])
        return Drawn(str(render_to_string(TEMPLATES[key], context(), request)), request.path)
