"""The page that closes a 360° by hand: what will happen, then the deed, which nothing undoes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from cordee.apps.campaigns.access import Opened, campaign_page
from cordee.apps.campaigns.models import Regime
from cordee.apps.campaigns.operations import closing as operations
from cordee.apps.campaigns.queries.closing import turnout_of
from cordee.apps.campaigns.respondent_permissions import may_see_closing
from cordee.apps.campaigns.views.arriving import until


@require_http_methods(["GET", "HEAD", "POST"])
@campaign_page(may_see_closing)
def close(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Ask to confirm, close, then say that it is done; asking twice closes once."""
    campaign = opened.campaign
    if request.method == "POST":
        operations.close(campaign)
        return HttpResponseRedirect(opened.url("close"))
    if campaign.closed_at:
        return render(
            request,
            "campaigns/closing/closed.html",
            {"campaign": campaign, "result_url": opened.url("result"), "campaign_url": opened.url("campaign")},
        )
    context = {
        "campaign": campaign,
        "campaign_url": opened.url("campaign"),
        "turnout": turnout_of(campaign),
        "until": until(campaign.closes_at),
        "aggregate": campaign.regime == Regime.AGGREGATE,
    }
    return render(request, "campaigns/closing/close.html", context)
