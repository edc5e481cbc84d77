"""What is told beside a published result: the consensus as it stands, the alliances around, advice decided on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from cordee.apps.campaigns.models import Campaign, Publication
from cordee.apps.campaigns.queries.around import around_of
from cordee.apps.campaigns.telling.result import Beside
from cordee.apps.diagnosis.bridge import reading_from_json
from cordee.apps.plans.models import Action, RefusedAdvice


@dataclass(frozen=True)
class Decided:
    """What an alliance decided of an advice: the address of the action it became, or why it was refused."""

    action_url: str = ""
    status: str = ""
    refused: str = ""


def beside_of(publication: Publication) -> Beside:
    """Gather what is told beside a publication."""
    campaign = publication.campaign
    return Beside(
        consensuses=list(campaign.consensuses.order_by("pk").prefetch_related("dissents")),
        around=around_of(campaign, reading_from_json(publication.reading)),
        since=_day_of(campaign.previous),
    )


def _day_of(previous: Campaign | None) -> str:
    if previous is None or previous.closed_at is None:
        return ""
    return date_format(localtime(previous.closed_at), "YEAR_MONTH_FORMAT")


def decided_on(campaign: Campaign) -> Mapping[str, Decided]:
    """Return what was decided of each advice of a campaign: recommendation → action or refusal."""
    actions = Action.objects.filter(
        alliance=campaign.alliance, origin__kind="recommendation", origin__campaign=str(campaign.public)
    )
    refused = RefusedAdvice.objects.filter(alliance=campaign.alliance, campaign=campaign.public)
    return {
        **{one.recommendation: Decided(refused=one.reason) for one in refused.order_by("pk")},
        **{one.origin["recommendation"]: _in_plan(campaign, one) for one in actions.order_by("pk")},
    }


def _in_plan(campaign: Campaign, action: Action) -> Decided:
    url = reverse("plans:action", args=[campaign.alliance.public, action.public])
    return Decided(action_url=url, status=action.get_status_display())
