"""What the room serves: free pages, the news, their feed, and the pictures that editors give."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cordee.apps.editorial import queries
from cordee.apps.editorial.media import CONTENT_TYPE, served_picture
from cordee.apps.editorial.models import Prose
from cordee.apps.editorial.news_feed import news_feed


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """A page that editors added."""
    return served(request, queries.free_page(slug))


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """The list of the news; before there is any, what it will be."""
    index = queries.news_index()
    return index.serve(request) if index else render(request, "editorial/no_news.html")


@require_safe
def article(request: HttpRequest, slug: str) -> HttpResponse:
    """One piece of news."""
    return served(request, queries.article(slug))


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The latest news, for readers of feeds."""
    return news_feed(queries.latest_articles())


@require_safe
def picture(request: HttpRequest, name: str) -> FileResponse:
    """A picture of a page, in one of the sizes made for it."""
    found = served_picture(name)
    if found is None:
        raise Http404
    response = FileResponse(found.open("rb"), content_type=CONTENT_TYPE)
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    # Opened by itself, a picture can do nothing, whatever its bytes.
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def served(request: HttpRequest, found: Prose | None) -> HttpResponse:
    """Draw a page, or say that there is none."""
    if found is None:
        raise Http404
    return found.serve(request)
