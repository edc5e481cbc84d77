"""The front page and the information pages: they compose, and compute nothing."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cordee.apps.home.impact_card import impact_card

MISSION_PAGE = "https://www.lerameau.fr/kit-evaluation-partenariale/"


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The front page: what this is, what happens to answers, where to begin."""
    context = {
        "impact": impact_card(),
        "start_url": reverse("diagnosis:start"),
        "example_url": reverse("diagnosis:example"),
        "example_360_url": reverse("campaigns:example"),
        "method_url": reverse("diagnosis:method"),
        "retention_days": settings.VISITOR_RETENTION_DAYS,
    }
    return render(request, "home/index.html", context)


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """What happens to answers, in plain words."""
    context = {
        "retention_days": settings.VISITOR_RETENTION_DAYS,
        "learning_days": settings.LEARNING_DEVICE_DAYS,
        "session_days": settings.SESSION_COOKIE_AGE // 86_400,
        **operator(),
    }
    return render(request, "home/data.html", context)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What has been checked for accessibility, what has not, and whom to tell."""
    return render(request, "home/accessibility.html", operator())


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """The mission, where it comes from, the licence and who runs this site."""
    context = {
        "mission_page": MISSION_PAGE,
        "example_360_url": reverse("campaigns:example"),
        "source_url": settings.SOURCE_URL,
        **operator(),
    }
    return render(request, "home/about.html", context)


def operator() -> dict[str, str]:
    """Return who runs this site, as the settings say."""
    return {"operator_name": settings.OPERATOR_NAME, "operator_email": settings.OPERATOR_EMAIL}
