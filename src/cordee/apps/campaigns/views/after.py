"""What the link of a respondent leads to once the 360° is closed: the same result as everyone’s."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cordee.apps.campaigns.bridge import plan_of_publication
from cordee.apps.campaigns.doors import Reader
from cordee.apps.campaigns.queries.answering import Place
from cordee.apps.campaigns.queries.publications import publication_for
from cordee.apps.campaigns.respondent_access import address, link_page
from cordee.apps.campaigns.views.arriving import around
from cordee.apps.campaigns.views.reading import told_page


@require_safe
@link_page
def reading_for_respondent(request: HttpRequest, place: Place) -> HttpResponse:
    """Show the published result, or why there is none to show; before closing, lead back to the door."""
    found = publication_for(place.campaign, timezone.now(), holds_link=True)
    if found.publication is None:
        return HttpResponseRedirect(address(place, "door"))
    if plan_of_publication(found.publication).nothing_shown:
        return render(request, "campaigns/answering/after.html", around(request, place))
    context = {**told_page(found.publication, Reader(token=place.token)), "decided": {}, "advice_urls": {}}
    return render(request, "campaigns/reading/result.html", context)
