"""Where a person goes once inside."""

from __future__ import annotations

from django.conf import settings
from django.urls import NoReverseMatch, reverse


def own_space() -> str:
    """Return the address of a person's own space: the first of the rooms named in the settings that is served."""
    for route in settings.OWN_SPACE_ROUTES:
        try:
            return reverse(route)
        except NoReverseMatch:
            continue
    return "/"
