"""The first page of the workshop: one's own proposals, and for editors what waits for them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cordee.apps.library.queries import REFERENCE_PACK, current_release
from cordee.apps.workshop.access import Visitor, visitor_page
from cordee.apps.workshop.drafts.queries import drafts
from cordee.apps.workshop.models import Draft
from cordee.apps.workshop.proposals.queries import own_proposals, waiting_proposals

MOST_SHOWN = 5


@require_safe
@visitor_page
def home(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show what somebody can do here, and what waits."""
    context = {
        "visitor": visitor,
        "own": own_proposals(visitor.account)[:MOST_SHOWN],
        "waiting": waiting_proposals()[:MOST_SHOWN] if visitor.is_editor else [],
        "drafts": drafts(Draft.State.OPEN) if visitor.is_editor else [],
        "release": current_release(REFERENCE_PACK),
    }
    return render(request, "workshop/home.html", context)
