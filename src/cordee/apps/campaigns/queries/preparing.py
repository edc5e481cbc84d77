"""Reads of a draft: what lacks before the launch, who is in each circle, how the rule will show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cordee.apps.campaigns.models import Campaign, CampaignCircle, Invitee
from cordee.apps.campaigns.permissions import REST_BETWEEN_WAVES
from cordee.apps.campaigns.rules import rule_of
from cordee.apps.library.queries import pack_of
from cordee.core.foreseen import Forecast, Gathering, foreseen


class Lack(StrEnum):
    """What stands between a draft and its launch."""

    NO_CIRCLE = "no_circle"
    NOBODY = "nobody"
    NO_LAST_DAY = "no_last_day"
    LAST_DAY_PAST = "last_day_past"
    CLOSES_BEFORE_OPENING = "closes_before_opening"
    OPENS_TOO_SOON = "opens_too_soon"
    NO_CONTACT = "no_contact"


def lacks_of(campaign: Campaign, now: datetime) -> list[Lack]:
    """Return everything that lacks, in the order of the steps."""
    found = {
        Lack.NO_CIRCLE: not campaign.circles.exists(),
        Lack.NOBODY: not campaign.invitees.exists() and not campaign.circles.filter(open_link=True).exists(),
        **_lacks_of_days(campaign, now),
        Lack.NO_CONTACT: not (campaign.contact_name and campaign.contact_email),
    }
    return [lack for lack, is_lacking in found.items() if is_lacking]


def _lacks_of_days(campaign: Campaign, now: datetime) -> dict[Lack, bool]:
    closes_at, opens_at = campaign.closes_at, max(campaign.opens_at or now, now)
    previous = campaign.previous.closed_at if campaign.previous else None
    return {
        Lack.NO_LAST_DAY: closes_at is None,
        Lack.LAST_DAY_PAST: closes_at is not None and closes_at <= now,
        Lack.CLOSES_BEFORE_OPENING: closes_at is not None and now < closes_at <= opens_at,
        Lack.OPENS_TOO_SOON: previous is not None and opens_at < previous + REST_BETWEEN_WAVES,
    }


@dataclass(frozen=True)
class Composition:
    """A circle as it is announced to those invited: how many people, of which organisations."""

    circle: CampaignCircle
    people: int
    organisations: tuple[str, ...]


def circles_of(campaign: Campaign) -> list[CampaignCircle]:
    """Return the circles of a campaign, in their order."""
    return list(campaign.circles.order_by("position", "pk"))


def people_of(campaign: Campaign) -> list[Invitee]:
    """Return the people invited, circle by circle, in the order they were added."""
    rows = campaign.invitees.select_related("circle", "partner__organisation")
    return list(rows.order_by("circle__position", "circle_id", "position", "pk"))


def compositions(campaign: Campaign) -> dict[int, Composition]:
    """Return who is in each circle, by the key of its row."""
    people = people_of(campaign)
    return {circle.pk: _composition(circle, people) for circle in circles_of(campaign)}


def _composition(circle: CampaignCircle, people: list[Invitee]) -> Composition:
    names = [one.partner.organisation.name for one in people if one.circle_id == circle.pk]
    return Composition(circle, len(names), tuple(sorted(set(names), key=str.casefold)))


def forecast_of(campaign: Campaign) -> Forecast:
    """Say how the rule will show the circles if everybody invited answers."""
    people, circles = people_of(campaign), circles_of(campaign)
    gatherings = [
        Gathering(circle.circle, tuple(str(one.partner_id) for one in people if one.circle_id == circle.pk))
        for circle in circles
    ]
    own = next((circle.circle for circle in circles if circle.is_self), None)
    return foreseen(gatherings, rule_of(campaign), own)


def circle_name(circle: CampaignCircle, lang: str) -> str:
    """Return the name of a circle in a language."""
    return circle.name_en if lang == "en" else circle.name_fr


def minutes_of(campaign: Campaign, circle: CampaignCircle) -> int:
    """Return how long the questions of a circle take: the minutes of the form, in proportion of its topics."""
    form = pack_of(campaign.release).instrument.form(campaign.form)
    topics = len(circle.topics) or len(form.topics)
    return max(1, round(form.minutes * topics / len(form.topics)))
