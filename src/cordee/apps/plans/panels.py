"""What the page of an alliance shows of its action plan."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.organisations.access import Opened
from cordee.apps.organisations.panels import Panel, PanelLine
from cordee.apps.plans.models import Action
from cordee.apps.plans.queries import actions_of, overdue

Status = Action.Status


def plan_panel(opened: Opened) -> Panel:
    """Say how many actions are under way and how many are late, with the way to the plan."""
    alliance = opened.alliance
    open_ones = actions_of(alliance).filter(status__in=(Status.PLANNED, Status.DOING)).count()
    late = overdue(alliance, timezone.localdate()).count()
    return Panel(
        id="plan",
        heading=_("Plan d’action"),
        text=_("Ce que vous avez décidé de faire, qui s’en charge, et pour quand."),
        lines=(
            PanelLine(_("Ouvrir le plan"), reverse("plans:plan", args=[alliance.public]), _standing(open_ones, late)),
        ),
    )


def _standing(open_ones: int, late: int) -> str:
    under_way = ngettext("{count} action en cours", "{count} actions en cours", open_ones).format(count=open_ones)
    if not late:
        return under_way
    behind = ngettext("{count} en retard", "{count} en retard", late).format(count=late)
    return f"{under_way}, {behind}"
