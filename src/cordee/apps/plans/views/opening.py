"""What the pages of one action begin with: the action of the alliance on screen, and the way that leads to it."""

from __future__ import annotations

import uuid

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from cordee.apps.organisations.access import Opened
from cordee.apps.plans import queries
from cordee.apps.plans.models import Action


def found(opened: Opened, public: uuid.UUID) -> Action:
    """Return an action of the alliance on screen; any other does not exist."""
    action = queries.action_behind(public, opened.alliance)
    if action is None:
        raise Http404
    return action


def address(opened: Opened, name: str, *args: object) -> str:
    """Return the address of a page of the plan on screen."""
    return reverse(f"plans:{name}", args=[opened.alliance.public, *args])


def trail(opened: Opened, *steps: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the way from the alliance to a page of its plan."""
    start = [(opened.alliance.name, opened.url("alliance")), (_("Plan d’action"), address(opened, "plan"))]
    return [*start, *steps]
