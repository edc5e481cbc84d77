"""Preparing a session: its agenda drawn from what was published, then arranged until the session opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from cordee.apps.accounts.models import Account
from cordee.apps.accounts.tokens import fingerprint
from cordee.apps.campaigns.models import Campaign
from cordee.apps.diagnosis.bridge import reading_from_json
from cordee.apps.meetings import permissions
from cordee.apps.meetings.agendas import KeptAgenda
from cordee.apps.meetings.links import vote_token
from cordee.apps.meetings.models import Meeting
from cordee.apps.meetings.permissions import Reason, Refused, Verdict, required
from cordee.apps.meetings.queries import publication_of
from cordee.apps.organisations.models import RoleKind
from cordee.core.agenda import agenda_of
from cordee.core.disclosure import Plan

RUN = RoleKind.FACILITATOR


@dataclass(frozen=True, slots=True)
class Appointment:
    """When, where and for how long."""

    starts_at: datetime
    minutes: int
    place: str = ""


@transaction.atomic
def prepare(campaign: Campaign, by: Account, appointment: Appointment) -> Meeting:
    """Prepare a session on a published result; raises Refused where there is nothing to rest on."""
    publication = publication_of(campaign)
    if publication is None:
        raise Refused(Verdict(Reason.NOT_PUBLISHED))
    nothing = Plan.from_json(publication.plan).nothing_shown
    required(permissions.may_prepare(RUN, published=campaign.closed_at is not None, nothing_shown=nothing))
    agenda = agenda_of(reading_from_json(publication.reading), appointment.minutes)
    meeting = Meeting(
        campaign=campaign,
        starts_at=appointment.starts_at,
        minutes=appointment.minutes,
        place=appointment.place,
        agenda=KeptAgenda.of(agenda).to_json(),
        created_by=by,
    )
    meeting.token_sha256 = fingerprint(vote_token(meeting))
    meeting.save()
    return meeting


@transaction.atomic
def arrange(meeting: Meeting, change: Callable[[KeptAgenda], KeptAgenda]) -> KeptAgenda:
    """Change the agenda of a session that is not open yet; raises Refused afterwards."""
    held = Meeting.objects.select_for_update().get(pk=meeting.pk)
    required(permissions.may_arrange(RUN, held.state))
    agenda = change(KeptAgenda.from_json(held.agenda))
    Meeting.objects.filter(pk=held.pk).update(agenda=agenda.to_json())
    return agenda


@transaction.atomic
def discard(meeting: Meeting) -> None:
    """Forget a session that never opened; raises Refused when it did."""
    held = Meeting.objects.select_for_update().filter(pk=meeting.pk).first()
    if held is not None:
        required(permissions.may_arrange(RUN, held.state))
        held.delete()
