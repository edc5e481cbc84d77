"""The minutes of a session: what was said, voted again, agreed on, not agreed on, and decided, as plain values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from cordee.apps.campaigns.models import Consensus
from cordee.apps.diagnosis.bridge import as_json, from_json
from cordee.apps.meetings import queries
from cordee.apps.meetings.ballot_views import BallotView
from cordee.apps.meetings.models import Meeting
from cordee.apps.meetings.telling import Session
from cordee.apps.plans.models import Action
from cordee.charts.numbers import Lang


@dataclass(frozen=True, slots=True)
class DissentRecord:
    """A voice that did not join, as it stood when the session closed."""

    signed: str
    level: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class ConsensusRecord:
    """What was agreed on about an item, as it stood when the session closed."""

    item: str
    level: int | None
    text: str
    dissents: tuple[DissentRecord, ...]


@dataclass(frozen=True, slots=True)
class ActionRecord:
    """An action as it was decided."""

    title: str
    owner: str
    due_on: str


@dataclass(frozen=True, slots=True)
class Record:
    """What may change after a session, kept as it stood when it closed."""

    consensuses: tuple[ConsensusRecord, ...] = ()
    actions: tuple[ActionRecord, ...] = ()

    def to_json(self) -> dict[str, object]:
        """Return plain values for the database."""
        return as_json(self)


@dataclass(frozen=True, slots=True)
class SlotMinutes:
    """A moment, and what was noted of it."""

    hours: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed on, in words."""

    name: str
    question: str
    level: str
    level_text: str
    text: str
    dissents: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """An action: what, who, by when."""

    title: str
    owner: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of a session in one language. `is_final` once it is closed: then they no longer change."""

    lang: Lang
    alliance: str
    campaign: str
    day: date
    hours: str
    place: str
    present: tuple[str, ...]
    summary: str
    slots: tuple[SlotMinutes, ...]
    ballots: tuple[BallotView, ...]
    agreed: tuple[Agreed, ...]
    actions: tuple[Decided, ...]
    is_final: bool


def record_of(meeting: Meeting) -> Record:
    """Gather what was agreed on and decided during a session, as it stands now."""
    return Record(
        tuple(_consensus_record(one) for one in queries.consensuses_of(meeting)),
        tuple(_action_record(one) for one in queries.actions_of(meeting)),
    )


def _consensus_record(consensus: Consensus) -> ConsensusRecord:
    dissents = sorted(consensus.dissents.all(), key=lambda one: (one.recorded_at, one.pk))
    voices = (DissentRecord(one.signed, one.level, one.reason) for one in dissents)
    return ConsensusRecord(consensus.item, consensus.level, consensus.text, tuple(voices))


def _action_record(action: Action) -> ActionRecord:
    return ActionRecord(action.title, action.owner_name, action.due_on.isoformat() if action.due_on else "")


def minutes_of(session: Session) -> Minutes:
    """Tell the minutes of a session: final once it is closed, as they stand before."""
    meeting = session.meeting
    record = from_json(Record, meeting.record) if meeting.closed_at else record_of(meeting)
    campaign = meeting.campaign
    return Minutes(
        lang=session.teller.lang,
        alliance=campaign.alliance.name,
        campaign=campaign.title,
        day=timezone.localtime(meeting.began_at).date(),
        hours=_hours(meeting),
        place=meeting.place,
        present=tuple(name for name in map(str.strip, meeting.attendees.splitlines()) if name),
        summary=session.summary,
        slots=tuple(_slots(session)),
        ballots=tuple(session.ballot(one) for one in queries.ballots_of(meeting) if one.closed_at),
        agreed=tuple(_agreed(session, one) for one in record.consensuses),
        actions=tuple(_decided(one) for one in record.actions),
        is_final=meeting.closed_at is not None,
    )


def _hours(meeting: Meeting) -> str:
    begins = time_format(timezone.localtime(meeting.began_at))
    if meeting.closed_at is None:
        return begins
    return _("{begins} à {ends}").format(begins=begins, ends=time_format(timezone.localtime(meeting.closed_at)))


def _slots(session: Session) -> Iterable[SlotMinutes]:
    for slot in session.slots:
        note = session.meeting.notes.get(slot.id, "")
        yield SlotMinutes(f"{slot.begins}\u202f–\u202f{slot.ends}", slot.title, note)


def _agreed(session: Session, record: ConsensusRecord) -> Agreed:
    _topic, item = session.teller.sentences.core.placed(record.item)
    lang, level = session.teller.lang, record.level
    return Agreed(
        name=session.teller.sentences.core.item(record.item),
        question=item.question.in_(lang),
        level=_("D’accord pour ne pas l’être") if level is None else _("Niveau {level}").format(level=level),
        level_text="" if level is None else item.levels[level].in_(lang),
        text=record.text,
        dissents=tuple((_who(one), one.reason) for one in record.dissents),
    )


def _who(dissent: DissentRecord) -> str:
    who = dissent.signed or _("Une voix qui n’a pas signé")
    return who if dissent.level is None else _("{who}, niveau {level}").format(who=who, level=dissent.level)


def _decided(record: ActionRecord) -> Decided:
    return Decided(record.title, record.owner, date.fromisoformat(record.due_on) if record.due_on else None)
