"""A session told in the language on screen: its moments with their hours, the questions behind them, its ballots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.campaigns.telling.agreement import distribution_figure
from cordee.apps.campaigns.telling.result import teller_of
from cordee.apps.campaigns.telling.teller import Teller
from cordee.apps.meetings.agendas import KeptAgenda, KeptSlot
from cordee.apps.meetings.ballot_views import BallotView, ballot_view
from cordee.apps.meetings.models import Ballot, Meeting
from cordee.apps.meetings.queries import publication_of
from cordee.charts.figures import AnswerDistribution
from cordee.charts.numbers import Lang
from cordee.core.agenda import Slot, Subject
from cordee.core.agenda_wording import AgendaWording
from cordee.core.packs.instrument import Item
from cordee.core.reading import ItemReading

MOST_QUESTIONS = 6


@dataclass(frozen=True)
class Question:
    """A question that a moment is about."""

    item: str
    name: str
    text: str
    facet: str
    levels: tuple[str, ...]


@dataclass(frozen=True)
class SlotView:
    """A moment of the session, ready to be shown; `reason` and `opening` are empty where there is no subject."""

    id: str
    place: int
    kind: str
    title: str
    begins: str
    ends: str
    ends_at: datetime
    minutes: int
    guide: str
    reason: str
    opening: str
    note: str
    topic: str
    questions: tuple[Question, ...]

    @property
    def number(self) -> int:
        """Its rank as people count."""
        return self.place + 1


class NothingPublished(LookupError):
    """A session whose campaign has no publication: what it rested on is gone."""


@dataclass(frozen=True)
class Session:
    """Speaks of one session, on what everyone may read of its campaign."""

    meeting: Meeting
    teller: Teller

    @classmethod
    def of(cls, meeting: Meeting, lang: Lang) -> Session:
        """Gather what a session needs to be told."""
        publication = publication_of(meeting.campaign)
        if publication is None:
            raise NothingPublished(meeting.campaign_id)
        return cls(meeting, teller_of(publication, lang))

    @cached_property
    def agenda(self) -> KeptAgenda:
        """Return the agenda that was kept."""
        return KeptAgenda.from_json(self.meeting.agenda)

    @cached_property
    def words(self) -> AgendaWording:
        """Return the words of agendas."""
        return AgendaWording(self.teller.sentences.core)

    @property
    def summary(self) -> str:
        """Say in a sentence what the session is made of."""
        return self.words.summary(self.agenda.as_drawn())

    @cached_property
    def slots(self) -> tuple[SlotView, ...]:
        """Return the moments in their order."""
        timed = zip(self.agenda.slots, self.agenda.timed(), strict=True)
        return tuple(self._slot(place, kept, slot) for place, (kept, slot) in enumerate(timed))

    def slot(self, place: int) -> SlotView:
        """Return the moment at a place, or the nearest."""
        return self.slots[min(max(place, 0), len(self.slots) - 1)]

    @property
    def set_aside(self) -> list[tuple[int, str, str]]:
        """Return what there was no time for: its place, its name, why it diverges."""
        aside = enumerate(self.agenda.set_aside)
        return [(place, self.words.subject(one), self.words.reason(one)) for place, one in aside]

    def figure(self, slot: SlotView) -> AnswerDistribution | None:
        """Draw the answers to the questions of a moment, where they may be read."""
        asked = {question.item for question in slot.questions}
        shown = [one for one in self._read() if one.item in asked and one.score.value is not None]
        if not shown:
            return None
        return distribution_figure(self.teller, f"slot-{slot.id}", _("Ce que vous avez répondu"), shown)

    def ballot(self, ballot: Ballot) -> BallotView:
        """Tell a ballot beside what the answers said."""
        return ballot_view(self.teller, ballot)

    def ballot_alone(self, ballot: Ballot) -> BallotView:
        """Tell a ballot to whoever holds the link: nothing there of the published result."""
        return ballot_view(self.teller, ballot, beside_answers=False)

    def votable(self, slot: SlotView) -> tuple[Question, ...]:
        """Return the questions that may be voted again in a moment: its own, else those of all subjects."""
        if slot.questions:
            return slot.questions
        return tuple({one.item: one for each in self.slots for one in each.questions}.values())

    def _read(self) -> Sequence[ItemReading]:
        return self.teller.reading.overall.items

    def _slot(self, place: int, kept: KeptSlot, slot: Slot) -> SlotView:
        begins = timezone.localtime(self.meeting.began_at) + timedelta(minutes=slot.starts)
        ends, subject = begins + timedelta(minutes=slot.minutes), kept.subject
        return SlotView(
            id=kept.id,
            place=place,
            kind=kept.kind,
            title=self.words.title(slot),
            begins=time_format(begins),
            ends=time_format(ends),
            ends_at=ends,
            minutes=slot.minutes,
            guide=self.words.guide(slot),
            reason=self.words.reason(subject) if subject else "",
            opening=self.words.opening(subject) if subject else "",
            note=kept.note,
            topic=(subject.topic or "") if subject else "",
            questions=tuple(self._questions(subject)) if subject else (),
        )

    def _questions(self, subject: Subject) -> Iterable[Question]:
        facets = {subject.facet, subject.higher, subject.lower} - {None}
        for item in self._items(subject)[:MOST_QUESTIONS]:
            if not facets or item.facet in facets:
                name = self.teller.sentences.core.item(item.id)
                levels = tuple(level.in_(self.teller.lang) for level in item.levels)
                yield Question(item.id, name, item.question.in_(self.teller.lang), item.facet, levels)

    def _items(self, subject: Subject) -> list[Item]:
        topics = self.teller.pack.instrument.topics_of(self.teller.reading.form)
        within = self.teller.pack.instrument.axis(subject.axis).topics
        about = [topic for topic in topics if topic in within and subject.topic in (None, topic.id)]
        return [item for topic in about for item in topic.items if subject.item in (None, item.id)]


def remaining_words(ends_at: datetime, now: datetime) -> str:
    """Say how much time a moment has left, or by how much it is over."""
    seconds = (ends_at - now).total_seconds()
    minutes = int(-(-seconds // 60)) if seconds > 0 else int(-seconds // 60)
    if seconds > 0:
        return ngettext("encore {minutes} minute", "encore {minutes} minutes", minutes).format(minutes=minutes)
    if minutes == 0:
        return _("c’est l’heure")
    return ngettext("{minutes} minute de plus que prévu", "{minutes} minutes de plus que prévu", minutes).format(
        minutes=minutes
    )
