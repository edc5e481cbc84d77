"""What an alliance decided of the advice of a result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from cordee.apps.campaigns.models import Campaign
from cordee.apps.plans.models import Action, RefusedAdvice


@dataclass(frozen=True)
class Decided:
    """What an alliance decided of an advice: the address of the action it became, or why it was refused."""

    action_url: str = ""
    status: str = ""
    refused: str = ""


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
