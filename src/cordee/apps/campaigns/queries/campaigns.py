"""Which campaigns there are: that of an address, those of an alliance, the last one."""

from __future__ import annotations

import uuid

from cordee.apps.campaigns.models import Campaign
from cordee.apps.organisations.models import Alliance


def campaign_behind(public: uuid.UUID) -> Campaign | None:
    """Return the campaign of an address, with its alliance and its release, or nothing."""
    rows = Campaign.objects.select_related("alliance", "release").defer("release__document")
    return rows.filter(public=public).first()


def campaigns_of(alliance: Alliance) -> list[Campaign]:
    """Return the campaigns of an alliance, the last first."""
    return list(alliance.campaigns.order_by("-wave"))


def latest_campaign(alliance: Alliance) -> Campaign | None:
    """Return the last campaign that was not cancelled: the one that a new campaign comes after."""
    return alliance.campaigns.filter(cancelled_at=None).order_by("wave").last()
