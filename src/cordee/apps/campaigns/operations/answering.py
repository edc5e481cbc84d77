"""Sitting down, answering, saying what matters, finishing: each checks inside its own transaction that it still may."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cordee.apps.campaigns.models import Campaign, CampaignCircle, Invitee, Seat, SeatAnswer, SeatImportance
from cordee.apps.campaigns.permissions import Reason, Refused, Verdict
from cordee.apps.campaigns.queries.answering import given_of
from cordee.apps.campaigns.respondent_permissions import may_answer
from cordee.apps.diagnosis.given import Given, GivenAnswer
from cordee.apps.diagnosis.operations import MATTERS_LESS, MATTERS_MOST
from cordee.apps.diagnosis.tokens import fingerprint, new_token
from cordee.apps.organisations.models import Partner

DATES = ("opens_at", "closes_at", "launched_at", "closed_at", "cancelled_at")
Change = Callable[[Given], Mapping[str, GivenAnswer]]
"""What to keep, item by item, given what is there."""


class NothingMayBeAdded(Refused):
    """The campaign takes no answer, or no longer; nothing was written."""


@transaction.atomic
def sit_down(invitee: Invitee, lang: str, now: datetime | None = None) -> Seat:
    """Open the seat of a person invited; coming back finds the same one, whatever the device.

    Who comes to a seat that was filled on paper takes it over: from then on only they can change it.
    """
    now = now or timezone.now()
    hold_campaign(invitee.campaign_id, now)
    places = {"campaign_id": invitee.campaign_id, "circle_id": invitee.circle_id, "partner_id": invitee.partner_id}
    seat, is_new = Seat.objects.get_or_create(
        invitee=invitee,
        defaults={**places, "channel": Seat.Channel.INVITED, "lang": lang, "started_at": now, "updated_at": now},
    )
    if not is_new and seat.channel == Seat.Channel.PAPER:
        seat.channel = Seat.Channel.INVITED
        seat.save(update_fields=["channel"])
    return seat


@transaction.atomic
def sit_down_unnamed(
    circle: CampaignCircle, partner: Partner, lang: str, now: datetime | None = None
) -> tuple[Seat, str]:
    """Open a seat to whoever came by the link of a circle; return it with its own link, which is drawn here only."""
    now = now or timezone.now()
    hold_campaign(circle.campaign_id, now)
    token = new_token()
    seat = Seat.objects.create(
        campaign_id=circle.campaign_id,
        circle=circle,
        partner=partner,
        token_sha256=fingerprint(token),
        channel=Seat.Channel.OPEN_LINK,
        lang=lang,
        started_at=now,
        updated_at=now,
    )
    return seat, token


def hold_campaign(campaign_id: int, now: datetime) -> None:
    """Keep a campaign from closing until the seat is there, or refuse it."""
    held = Campaign.objects.select_for_update(no_key=True).only(*DATES).get(pk=campaign_id)
    _refuse_unless_open(held, now)


@transaction.atomic
def save_answers(seat: Seat, items: Collection[str], change: Change, now: datetime | None = None) -> None:
    """Keep the answers that `change` makes of those already given to `items`; the last to arrive wins, item by item.

    Raises NothingMayBeAdded when the campaign is closed, even a moment ago.
    """
    hold_seat(seat, now or timezone.now())
    write_answers(seat, change(given_of(seat, items)))


def write_answers(seat: Seat, answers: Mapping[str, GivenAnswer]) -> None:
    """Write answers in place of those that were there, in one statement; a word that is gone is no longer released."""
    rows = [
        SeatAnswer(
            seat=seat,
            item=item,
            mark=answer.mark,
            level=answer.level,
            evidence=answer.evidence,
            released=answer.released and bool(answer.evidence),
        )
        for item, answer in answers.items()
    ]
    SeatAnswer.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["seat", "item"],
        update_fields=["mark", "level", "evidence", "released"],
    )


@transaction.atomic
def save_importance(seat: Seat, topics: list[str], chosen: Collection[str], now: datetime | None = None) -> None:
    """Keep which topics matter most: those chosen weigh twice the others. Choosing none forgets the choice."""
    hold_seat(seat, now or timezone.now())
    replace_importance(seat, topics, chosen)


def replace_importance(seat: Seat, topics: list[str], chosen: Collection[str]) -> None:
    """Write which topics matter most, in place of what was said before."""
    seat.importances.all().delete()
    if not chosen:
        return
    SeatImportance.objects.bulk_create(
        SeatImportance(seat=seat, topic=topic, importance=MATTERS_MOST if topic in chosen else MATTERS_LESS)
        for topic in topics
    )


@transaction.atomic
def finish(seat: Seat, now: datetime | None = None) -> None:
    """Note that the person went through what they were asked; answers may still change until closing."""
    now = now or timezone.now()
    hold_seat(seat, now)
    Seat.objects.filter(pk=seat.pk, finished_at=None).update(finished_at=now)


def hold_seat(seat: Seat, now: datetime) -> None:
    """Take a seat until the end of the transaction, then make sure that answers are still taken.

    Closing takes every seat before it reads: either it waits for this writer, or this writer waits for it and then
    sees a closed campaign. Writers in other seats wait for nobody.
    """
    if not Seat.objects.filter(pk=seat.pk).update(updated_at=now):
        raise NothingMayBeAdded(Verdict(Reason.STRANGER))
    _refuse_unless_open(Campaign.objects.only(*DATES).get(pk=seat.campaign_id), now)


def _refuse_unless_open(campaign: Campaign, now: datetime) -> None:
    verdict = may_answer(campaign, now)
    if not verdict.allowed:
        raise NothingMayBeAdded(verdict)
