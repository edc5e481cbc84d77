"""How many have answered, to whoever is about to close: counts, never names nor contents."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef

from cordee.apps.campaigns.models import Campaign, SeatAnswer


@dataclass(frozen=True)
class Turnout:
    """People invited by name, seats where something was answered, and those who went to the end."""

    invited: int
    answered: int
    finished: int


def turnout_of(campaign: Campaign) -> Turnout:
    """Count a campaign."""
    answered = campaign.seats.filter(Exists(SeatAnswer.objects.filter(seat=OuterRef("pk"))))
    counts = answered.aggregate(all=Count("pk"), finished=Count("finished_at"))
    return Turnout(campaign.invitees.count(), counts["all"], counts["finished"])
