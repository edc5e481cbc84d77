"""Running a session: opening it, moving on, notes, what is agreed, actions, and closing it with its record."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from cordee.apps.accounts.models import Account
from cordee.apps.campaigns.models import Consensus
from cordee.apps.campaigns.operations import agreeing
from cordee.apps.meetings import permissions
from cordee.apps.meetings.agendas import KeptAgenda
from cordee.apps.meetings.minutes import record_of
from cordee.apps.meetings.models import Meeting
from cordee.apps.meetings.operations.preparing import RUN
from cordee.apps.meetings.operations.voting import count
from cordee.apps.meetings.permissions import required
from cordee.apps.plans.models import Action
from cordee.apps.plans.operations import add_action


class NoteChanged(Exception):
    """Somebody else wrote on the same moment after the page was shown; `kept` is what is written now."""

    def __init__(self, kept: str) -> None:
        super().__init__("the note changed meanwhile")
        self.kept = kept


@transaction.atomic
def open_session(meeting: Meeting) -> None:
    """Open a session: its hours are counted from now on; opening it twice keeps the first hour."""
    held = _held(meeting)
    required(permissions.may_open(RUN, held.state))
    Meeting.objects.filter(pk=held.pk, opened_at=None).update(opened_at=timezone.now())


@transaction.atomic
def go_to(meeting: Meeting, place: int) -> None:
    """Move to a moment of the session; one that does not exist leads to the nearest."""
    held = _leading(meeting)
    last = len(KeptAgenda.from_json(held.agenda).slots) - 1
    Meeting.objects.filter(pk=held.pk).update(current_slot=min(max(place, 0), last))


@transaction.atomic
def write_note(meeting: Meeting, slot: str, text: str, seen: str) -> None:
    """Write what was said in a moment; `seen` is what the page showed. Raises NoteChanged, or KeyError."""
    held = _leading(meeting)
    KeptAgenda.from_json(held.agenda).place_of(slot)
    kept = held.notes.get(slot, "")
    if kept not in (seen, text):
        raise NoteChanged(kept)
    Meeting.objects.filter(pk=held.pk).update(notes={**held.notes, slot: text})


@transaction.atomic
def write_attendees(meeting: Meeting, names: str) -> None:
    """Write who is in the room."""
    Meeting.objects.filter(pk=_leading(meeting).pk).update(attendees=names)


@transaction.atomic
def agree(meeting: Meeting, by: Account, item: str, level: int | None, text: str) -> Consensus:
    """Write what the room agrees on about an item."""
    held = _leading(meeting)
    return agreeing.record_consensus(held.campaign, item, level, text, by, held.public)


@transaction.atomic
def dissent(meeting: Meeting, consensus: Consensus, reason: str, level: int | None, signed: str) -> None:
    """Write a voice that does not join."""
    _leading(meeting)
    agreeing.add_dissent(consensus, reason, level, signed)


@transaction.atomic
def decide_action(meeting: Meeting, by: Account, **said: Any) -> Action:
    """Add an action to the plan of the alliance, that says it comes from this session."""
    held = _leading(meeting)
    origin = {"kind": "meeting", "meeting": str(held.public), "topic": said.pop("topic", None) or ""}
    return add_action(held.campaign.alliance, by, origin=origin, **said)


@transaction.atomic
def close_session(meeting: Meeting) -> None:
    """End a session: the open ballot is counted, what was said and decided is written once; twice changes nothing."""
    held = _held(meeting)
    if held.closed_at is not None:
        return
    required(permissions.may_lead(RUN, held.state))
    count(held)
    record = record_of(held).to_json()
    Meeting.objects.filter(pk=held.pk).update(closed_at=timezone.now(), record=record)


def _leading(meeting: Meeting) -> Meeting:
    held = _held(meeting)
    required(permissions.may_lead(RUN, held.state))
    return held


def _held(meeting: Meeting) -> Meeting:
    """Make those who run a session come one after another."""
    rows = Meeting.objects.select_for_update(of=("self",))
    return rows.select_related("campaign__alliance", "campaign__release").get(pk=meeting.pk)
