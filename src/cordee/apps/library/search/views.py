"""The page « chercher »: one box, results grouped by kind, the same address with or without JavaScript."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from cordee.apps.library.addresses import language
from cordee.apps.library.search.asking import Asking, asked
from cordee.apps.library.search.queries import current_index
from cordee.apps.library.search.results import Results, results
from cordee.apps.library.search.starts import starts, suggestions

PAGE, LIVE = "library/search/page.html", "library/search/live.html"


@require_safe
def found(request: HttpRequest) -> HttpResponse:
    """Show what answers a question; without one, where to begin. Asked by htmx, only what changes in the page."""
    asking = asked(request.GET)
    answered = answered_to(asking)
    context = {"results": answered, "suggestions": suggestions(), "starts": starts()}
    live = bool(request.htmx)  # type: ignore[attr-defined]
    response = render(request, LIVE if live else PAGE, context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def answered_to(asking: Asking) -> Results:
    """Return the results of a question; none when nothing is asked, or nothing may be found yet."""
    index = current_index() if asking.text else None
    return results(index, asking, language()) if index else Results(asking)


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """Tell browsers how to search here from their own box (OpenSearch 1.1)."""
    context = {"public": settings.PUBLIC_URL}
    kind = "application/opensearchdescription+xml; charset=utf-8"
    return render(request, "library/search/description.xml", context, content_type=kind)
