"""The answers that came on paper: a seat for them, and all that was typed, kept at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cordee.apps.campaigns.models import CampaignCircle, Invitee, Seat
from cordee.apps.campaigns.operations.answering import (
    NothingMayBeAdded,
    hold_campaign,
    hold_seat,
    replace_importance,
    write_answers,
)
from cordee.apps.campaigns.respondent_permissions import may_type_in
from cordee.apps.diagnosis.given import GivenAnswer
from cordee.apps.organisations.models import Partner


@transaction.atomic
def seat_invitee(invitee: Invitee, lang: str, now: datetime | None = None) -> Seat:
    """Open the paper seat of a person invited, or find it again; refused when they answered by themselves."""
    now = now or timezone.now()
    hold_campaign(invitee.campaign_id, now)
    seat, _is_new = Seat.objects.get_or_create(
        invitee=invitee, defaults=_on_paper(invitee.circle, invitee.partner, lang, now)
    )
    _refuse_unless_paper(seat)
    return seat


@transaction.atomic
def seat_unnamed(circle: CampaignCircle, partner: Partner, lang: str, now: datetime | None = None) -> Seat:
    """Open a paper seat to someone of a circle whose name is not known."""
    now = now or timezone.now()
    hold_campaign(circle.campaign_id, now)
    return Seat.objects.create(**_on_paper(circle, partner, lang, now))


@transaction.atomic
def enter(
    seat: Seat,
    answers: Mapping[str, GivenAnswer],
    topics: list[str],
    chosen: Collection[str],
    now: datetime | None = None,
) -> None:
    """Keep everything that was typed from a paper form, in place of what was typed before.

    Refused when the person took their seat over meanwhile, or when answers are closed.
    """
    now = now or timezone.now()
    hold_seat(seat, now)
    _refuse_unless_paper(Seat.objects.only("channel").get(pk=seat.pk))
    write_answers(seat, answers)
    replace_importance(seat, topics, chosen)
    Seat.objects.filter(pk=seat.pk, finished_at=None).update(finished_at=now)


def _on_paper(circle: CampaignCircle, partner: Partner, lang: str, now: datetime) -> dict[str, object]:
    return {
        "campaign_id": circle.campaign_id,
        "circle": circle,
        "partner": partner,
        "channel": Seat.Channel.PAPER,
        "lang": lang,
        "started_at": now,
        "updated_at": now,
    }


def _refuse_unless_paper(seat: Seat) -> None:
    verdict = may_type_in(seat)
    if not verdict.allowed:
        raise NothingMayBeAdded(verdict)
