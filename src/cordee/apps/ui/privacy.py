"""Pages that are for some eyes only: kept out of caches and search engines."""

from __future__ import annotations

from django.http import HttpResponse


def unlisted(response: HttpResponse) -> HttpResponse:
    """Ask search engines to leave a page alone: a step of something else, a fragment, an answer to one question."""
    response["X-Robots-Tag"] = "noindex"
    return response


def private(response: HttpResponse) -> HttpResponse:
    """Keep a page out of caches and search engines, and its address out of the requests it makes to others.

    « same-origin » rather than « no-referrer », under which browsers send forms without an origin to check.
    """
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "same-origin"
    return response
