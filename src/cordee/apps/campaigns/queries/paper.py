"""What the paper desk shows: who may have handed a paper in, and the papers already typed."""

from __future__ import annotations

import uuid

from django.db.models import Count, Q

from cordee.apps.campaigns.models import Campaign, CampaignCircle, Invitee, Regime, Seat
from cordee.apps.diagnosis.models import Mark


def people_of(campaign: Campaign) -> list[Invitee]:
    """Return those who may hand a paper in, by circle then name.

    In the aggregate regime, only people invited without an address: for the others, being refused a seat would tell
    the facilitator who has answered.
    """
    rows = campaign.invitees.select_related("circle", "partner__organisation")
    if campaign.regime == Regime.AGGREGATE:
        rows = rows.filter(email="")
    return list(rows.order_by("circle__position", "name", "id"))


def circles_of(campaign: Campaign) -> list[CampaignCircle]:
    """Return the circles, in order."""
    return list(campaign.circles.order_by("position", "id"))


def papers_of(campaign: Campaign) -> list[Seat]:
    """Return the papers typed so far, the last first, each with the count `typed` of its answers."""
    given = Count("answers", filter=~Q(answers__mark=Mark.UNANSWERED))
    rows = campaign.seats.filter(channel=Seat.Channel.PAPER)
    return list(rows.select_related("circle", "partner__organisation", "invitee").annotate(typed=given).order_by("-id"))


def paper_behind(campaign: Campaign, public: uuid.UUID) -> Seat | None:
    """Return a seat of a campaign, whatever its channel, or nothing."""
    return campaign.seats.select_related("circle", "partner__organisation", "invitee").filter(public=public).first()
