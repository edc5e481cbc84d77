"""The list of actions, by where they stand, with filters that work without any script."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cordee.apps.organisations.access import Opened, alliance_page
from cordee.apps.plans import permissions, queries, screens
from cordee.apps.plans.forms import FilterForm


@require_safe
@alliance_page(permissions.may_read)
def plan(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show the plan of an alliance."""
    today = timezone.localdate()
    actions = list(queries.actions_of(opened.alliance).select_related("alliance"))
    form = FilterForm(opened.alliance, request.GET)
    shown = screens.filtered(actions, form, today)
    context = {
        "alliance": opened.alliance,
        "form": form,
        "is_filtered": any(form.chosen(name) for name in form.fields),
        "groups": screens.groups_of(shown, today),
        "count": len(actions),
        "late": queries.overdue(opened.alliance, today).count(),
        "dated": any(action.due_on for action in actions),
        "refused": len(queries.refusals_of(opened.alliance)),
        "may_write": opened.may(permissions.may_write),
        "trail": [(opened.alliance.name, opened.url("alliance")), (_("Plan d’action"), "")],
    }
    return render(request, "plans/plan.html", context)
