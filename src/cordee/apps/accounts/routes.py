"""Where a person goes: inside once they may, back to the door with the reason while they may not."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse


def own_space() -> str:
    """Return the address of a person's own space: the first of the rooms named in the settings that is served."""
    for route in settings.OWN_SPACE_ROUTES:
        try:
            return reverse(route)
        except NoReverseMatch:
            continue
    return "/"


def back_to_the_door(request: HttpRequest, reason: str) -> HttpResponse:
    """Lead back to the first step, and say why."""
    messages.error(request, reason)
    return HttpResponseRedirect(reverse("account_login"))
