"""What machines read of the site: its map, what they are asked not to read, whom to tell of a flaw, what is new."""

from __future__ import annotations

from datetime import UTC, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cordee.apps.home.discovery.library_feed import library_feed
from cordee.apps.home.discovery.pages import private_paths
from cordee.apps.home.discovery.site_map import entries
from cordee.apps.ui.public_pages import absolute

SECURITY_DAYS = 180
"""How long the contact of security.txt is said to hold: it is written anew each time it is read."""


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    """The map of the site: every public page in every language, with its twins."""
    return render(request, "home/sitemap.xml", {"entries": entries()}, content_type="application/xml; charset=utf-8")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What robots are asked to leave alone, and where the map is."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in private_paths())]
    return plain([*lines, "", f"Sitemap: {absolute(reverse('sitemap'))}"])


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a flaw (RFC 9116); nothing while nobody is named."""
    if not settings.OPERATOR_EMAIL:
        raise Http404
    expires = (timezone.now().astimezone(UTC) + timedelta(days=SECURITY_DAYS)).replace(microsecond=0)
    return plain(
        [
            f"Contact: mailto:{settings.OPERATOR_EMAIL}",
            f"Expires: {expires.isoformat().replace('+00:00', 'Z')}",
            "Preferred-Languages: fr, en",
            f"Canonical: {absolute(reverse('security'))}",
        ]
    )


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """What each release of the library brought, for readers of feeds."""
    return library_feed()


def plain(lines: list[str]) -> HttpResponse:
    """Answer with lines of text."""
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
