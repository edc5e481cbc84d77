"""The picture of a page, drawn once and kept for long by whoever asked for it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cordee.apps.reports.sharing_pictures import kept_picture
from cordee.apps.ui.sharing import shared_page

A_WEEK = 7 * 86_400


@require_safe
def picture(request: HttpRequest, kind: str, name: str) -> HttpResponse:
    """The picture of a page, 1200 by 630."""
    shared = shared_page(kind, name)
    if shared is None:
        raise Http404
    response = HttpResponse(kept_picture(shared), content_type="image/png")
    response["Cache-Control"] = f"public, max-age={A_WEEK}"
    return response
