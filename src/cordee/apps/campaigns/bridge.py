"""From the rows of a 360° to the engine and back: the only place where the two meet."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from cordee.apps.campaigns.models import Publication, SeatAnswer, SeatImportance
from cordee.apps.campaigns.queries.collecting import Collected
from cordee.apps.campaigns.stored_layers import Voice
from cordee.apps.diagnosis.bridge import CORE_MARKS
from cordee.apps.diagnosis.given import Given, GivenAnswer
from cordee.apps.diagnosis.models import Mark
from cordee.core import answers as core
from cordee.core.disclosure import Plan, Word
from cordee.core.packs.instrument import Instrument
from cordee.core.packs.pack import Pack
from cordee.core.scoring import layout_of
from cordee.core.voices import voices_of_people

_UNNAMED = "–"
"""Stands for someone who came by the link of a circle, without a name."""


def given_from_seat(answers: Iterable[SeatAnswer], importances: Iterable[SeatImportance]) -> Given:
    """Gather the rows of one seat."""
    return Given(
        answers={row.item: GivenAnswer(row.mark, row.level, row.evidence, row.released) for row in answers},
        importance={row.topic: row.importance for row in importances},
    )


def plan_of_publication(publication: Publication) -> Plan:
    """Return the plan under which something was published: what is shown, what is hidden and why."""
    return Plan.from_json(publication.plan)


def table_of(gathered: Collected, instrument: Instrument, form: str) -> core.AnswerTable:
    """Arrange a campaign over the items of a form. Respondents are seats, organisations partners, by public names.

    Everyone who answered something has a row, even where this release asks nothing of what they answered: people are
    the same on every release.
    """
    items = [item.id for item in instrument.items_of(form)]
    topics = [topic.id for topic in instrument.topics_of(form)]
    return core.table_of(_rows(gathered, items, topics), items, topics, gathered.circles)


def _rows(gathered: Collected, items: list[str], topics: list[str]) -> Iterator[core.Answer]:
    known, weighed, unseen = set(items), set(topics), set(gathered.seats)
    marks = {str(mark): core_mark for mark, core_mark in CORE_MARKS.items()}
    for row in gathered.answers:
        if row.item in known:
            seat = gathered.seats[row.seat]
            unseen.discard(row.seat)
            yield core.Answer(seat.public, seat.organisation, seat.circle, row.item, row.level, marks[row.mark])
    for key, topic, importance in gathered.importances:
        if topic in weighed:
            seat = gathered.seats[key]
            yield core.Answer(seat.public, seat.organisation, seat.circle, f"{topic}.{core.IMPORTANCE}", importance)
    for key in unseen:
        seat = gathered.seats[key]
        yield core.Answer(seat.public, seat.organisation, seat.circle, items[0], None, core.Mark.UNANSWERED)


def words_of(gathered: Collected) -> Iterator[Word]:
    """Return the words of evidence, with the circle and the organisation they come from."""
    for row in gathered.answers:
        if row.evidence:
            seat = gathered.seats[row.seat]
            yield Word(seat.circle, row.item, row.evidence, row.released, seat.organisation)


def individuals_of(gathered: Collected) -> list[dict[str, Any]]:
    """Return what each person answered, under their name: for a regime that lets someone read it.

    `answers` maps an item to what a form writes: a level, or a mark; `evidence` to the words.
    """
    people: dict[int, dict[str, Any]] = {
        key: {
            "seat": seat.public,
            "name": seat.name,
            "circle": seat.circle,
            "organisation": seat.organisation,
            "answers": {},
            "evidence": {},
            "importance": {},
        }
        for key, seat in gathered.seats.items()
    }
    for row in gathered.answers:
        if row.mark != Mark.UNANSWERED:
            people[row.seat]["answers"][row.item] = row.mark if row.level is None else str(row.level)
        if row.evidence:
            people[row.seat]["evidence"][row.item] = row.evidence
    for key, topic, importance in gathered.importances:
        people[key]["importance"][topic] = importance
    return sorted(people.values(), key=lambda one: (one["name"], one["seat"]))


def voices_of_people_named(pack: Pack, form: str, table: core.AnswerTable, gathered: Collected) -> Iterator[Voice]:
    """Say what each person says of each axis, under their name, in the order of circles and organisations."""
    seats = {seat.public: seat for seat in gathered.seats.values()}
    said = voices_of_people(table, layout_of(pack.instrument, form), pack.scoring)
    for public, axes in zip(table.respondents, said, strict=True):
        seat = seats[public]
        yield Voice(seat.organisation, axes, seat.name or _UNNAMED, seat.circle)


def fingerprint_of(gathered: Collected) -> str:
    """Identify everything that was given, whatever the order it came in; who gave it does not enter."""
    publics = {key: seat.public for key, seat in gathered.seats.items()}
    lines = [
        *sorted([seat.public, seat.circle, seat.organisation] for seat in gathered.seats.values()),
        *sorted(
            [publics[row.seat], row.item, row.mark, row.level, row.evidence, row.released] for row in gathered.answers
        ),
        *sorted([publics[key], topic, importance] for key, topic, importance in gathered.importances),
    ]
    return hashlib.sha256(json.dumps(lines, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
