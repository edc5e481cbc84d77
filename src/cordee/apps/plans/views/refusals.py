"""The advice that an alliance decided not to follow, and why; a refusal can be taken back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cordee.apps.organisations.access import Opened, alliance_page
from cordee.apps.plans import advice, operations, permissions, queries
from cordee.apps.plans.models import RefusedAdvice
from cordee.apps.plans.views.opening import address, trail


@require_safe
@alliance_page(permissions.may_read)
def refusals(request: HttpRequest, opened: Opened) -> HttpResponse:
    """List the refused advice."""
    names = advice.names(get_language() or "fr")
    refused = queries.refusals_of(opened.alliance)
    context = {
        "alliance": opened.alliance,
        "refused": [(row, names.get(row.recommendation, row.recommendation)) for row in refused],
        "may_write": opened.may(permissions.may_write),
        "trail": trail(opened, (_("Conseils refusés"), "")),
    }
    return render(request, "plans/refusals.html", context)


@require_POST
@alliance_page(permissions.may_write)
def withdraw(request: HttpRequest, opened: Opened, refused: int) -> HttpResponse:
    """Take a refusal back."""
    operations.withdraw_refusal(get_object_or_404(RefusedAdvice, pk=refused, alliance=opened.alliance))
    return HttpResponseRedirect(address(opened, "refusals"))
