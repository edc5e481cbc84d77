"""The front page and the information pages: they compose, and compute nothing."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cordee.apps.editorial.queries import published_prose
from cordee.apps.home.discovery.front_data import organisation, website
from cordee.apps.home.impact_card import impact_card
from cordee.apps.home.prose import TEMPLATES, context


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The front page: what this is, what happens to answers, where to begin."""
    front = {
        "organisation": organisation(),
        "website": website(),
        "impact": impact_card(),
        "start_url": reverse("diagnosis:start"),
        "example_url": reverse("diagnosis:example"),
        "example_360_url": reverse("campaigns:example"),
        "method_url": reverse("diagnosis:method"),
        "retention_days": settings.VISITOR_RETENTION_DAYS,
    }
    return render(request, "home/index.html", front)


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """What happens to answers, in plain words."""
    return prose_page(request, "privacy")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What has been checked for accessibility, what has not, and whom to tell."""
    return prose_page(request, "accessibility")


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """The mission, where it comes from, the licence and who runs this site."""
    return prose_page(request, "about")


@require_safe
def approach(request: HttpRequest) -> HttpResponse:
    """How one goes from seven subjects to three next steps, in one page."""
    return prose_page(request, "method")


@require_safe
def legal(request: HttpRequest) -> HttpResponse:
    """Who publishes and who hosts this site, and under which licences."""
    return prose_page(request, "legal")


def prose_page(request: HttpRequest, key: str) -> HttpResponse:
    """Serve the page that editors published, or the one that comes with the product."""
    published = published_prose(key)
    if published is not None:
        return published.serve(request)
    return render(request, TEMPLATES[key], context())
