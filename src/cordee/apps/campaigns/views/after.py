"""What the link of a respondent leads to once the 360° is closed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cordee.apps.campaigns.bridge import plan_of_publication
from cordee.apps.campaigns.queries.answering import Place
from cordee.apps.campaigns.queries.publications import publication_for
from cordee.apps.campaigns.respondent_access import address, link_page
from cordee.apps.campaigns.views.arriving import around


@require_safe
@link_page
def reading_for_respondent(request: HttpRequest, place: Place) -> HttpResponse:
    """Say that answers are closed and whether there is a result; before closing, lead back to the door."""
    found = publication_for(place.campaign, timezone.now(), holds_link=True)
    if found.publication is None:
        return HttpResponseRedirect(address(place, "door"))
    plan = plan_of_publication(found.publication)
    context = {**around(request, place), "respondents": 0 if plan.nothing_shown else plan.respondents}
    return render(request, "campaigns/answering/after.html", context)
