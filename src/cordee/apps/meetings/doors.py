"""From a published result to the session on it, for those who run the alliance."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from cordee.apps.campaigns.doors import Door, Reader
from cordee.apps.campaigns.models import Campaign
from cordee.apps.organisations.models import RoleKind


def of_result(campaign: Campaign, reader: Reader) -> Iterable[Door]:
    """Lead facilitators to the sessions of a campaign."""
    if reader.role == RoleKind.FACILITATOR:
        yield Door("session", reverse("meetings:sessions", args=[campaign.public]))
