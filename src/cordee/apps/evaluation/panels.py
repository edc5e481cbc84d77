"""What the page of an alliance shows of its evaluations."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from cordee.apps.evaluation import permissions
from cordee.apps.evaluation.queries import evaluations_of
from cordee.apps.organisations.access import Opened
from cordee.apps.organisations.panels import Panel, PanelLine

SHOWN = 3


def evaluations_panel(opened: Opened) -> Panel:
    """Say which evaluations there are, with the way to each, and how to begin one."""
    alliance = opened.alliance
    evaluations = list(evaluations_of(alliance)[: SHOWN + 1])
    lines = [PanelLine(each.title, reverse("evaluation:overview", args=[each.public])) for each in evaluations[:SHOWN]]
    if len(evaluations) > SHOWN:
        lines.append(PanelLine(_("Toutes les évaluations"), reverse("evaluation:index", args=[alliance.public])))
    begin = PanelLine(_("Commencer une évaluation"), reverse("evaluation:begin", args=[alliance.public]))
    return Panel(
        id="evaluations",
        heading=_("Évaluation"),
        text=_("Ce que l’alliance change, pour qui, et à quel prix : qualifié, mesuré, illustré."),
        lines=tuple(lines),
        action=begin if opened.may(permissions.may_write) else None,
    )
