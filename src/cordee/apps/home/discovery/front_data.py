"""What the front page says to search engines: who runs the site, and how to search in it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language

from cordee.apps.ui.public_pages import absolute

SEARCH = "search:results"


def organisation() -> dict[str, Any]:
    """Describe who runs the site, as the settings say; the product itself when they say nothing."""
    described: dict[str, Any] = {
        "@type": "Organization",
        "name": settings.OPERATOR_NAME or "Cordée",
        "url": absolute("/"),
        "logo": absolute(static("ui/mark.svg")),
    }
    return {**described, "email": settings.OPERATOR_EMAIL} if settings.OPERATOR_EMAIL else described


def website() -> dict[str, Any]:
    """Describe the site, and its search once it has one."""
    described: dict[str, Any] = {
        "@type": "WebSite",
        "name": "Cordée",
        "url": absolute(reverse("home:index")),
        "inLanguage": get_language(),
    }
    action = search_action()
    return {**described, "potentialAction": action} if action else described


def search_action() -> dict[str, Any] | None:
    """Describe how to search; None while there is no search."""
    try:
        address = absolute(reverse(SEARCH))
    except NoReverseMatch:
        return None
    target = {"@type": "EntryPoint", "urlTemplate": f"{address}?q={{search_term_string}}"}
    return {"@type": "SearchAction", "target": target, "query-input": "required name=search_term_string"}
