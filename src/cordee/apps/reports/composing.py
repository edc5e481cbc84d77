"""Compose the report of a stored reading: what the result page tells, and what a document adds to stand alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone
from django.utils.translation import override

import cordee
from cordee.apps.diagnosis.account import AxisView, Result, TopicView
from cordee.apps.diagnosis.bridge import UnreadableSnapshot, read_one, reading_from_json
from cordee.apps.diagnosis.given import Given
from cordee.apps.diagnosis.models import Snapshot
from cordee.apps.diagnosis.reasons import AnswerView
from cordee.apps.diagnosis.result import tell
from cordee.apps.library.queries import pack_of
from cordee.apps.reports import words
from cordee.apps.reports.basis import basis_of, certainty_of, situation_of
from cordee.apps.reports.cards import cards_of
from cordee.apps.reports.method import limits_of, method_of, rules_of, stages_of
from cordee.apps.reports.model import AxisEntry, Card, ItemEntry, Release, Report, TopicEntry
from cordee.charts.numbers import Lang
from cordee.core.packs.library import Source
from cordee.core.packs.pack import Pack
from cordee.core.reading import Reading
from cordee.core.wording import estimate_words


@dataclass(frozen=True, slots=True)
class Material:
    """What a report is composed from: a reading, the pack and the answers it was made with, and when."""

    pack: Pack
    sha256: str
    reading: Reading
    given: Given
    engine: str
    day: date


def material_of(snapshot: Snapshot) -> Material:
    """Take a snapshot out of the database.

    A reading kept in a shape that this engine does not know is computed again, on the same answers and release, as the
    result page does; the version of the engine that is named says which one spoke.
    """
    pack, given = pack_of(snapshot.release), Given.from_json(snapshot.given)
    try:
        reading, engine = reading_from_json(snapshot.reading), snapshot.engine
    except UnreadableSnapshot:
        reading, engine = read_one(pack, snapshot.diagnosis.form, given), cordee.__version__
    day = timezone.localdate(snapshot.created_at)
    return Material(pack, snapshot.release.sha256, reading, given, engine, day)


def compose(material: Material, lang: Lang, *, for_owner: bool = True, shows_evidence: bool = True) -> Report:
    """Compose a report in one language, whatever the language of the page that asks for it.

    What the reader may not see is left out here, before any document is made.
    """
    given = material.given if shows_evidence else material.given.without_evidence()
    pack, reading = material.pack, material.reading
    with override(lang):
        told = _of_all(tell(pack, reading, given, lang, engine=material.engine, day=material.day), reading)
        cards = cards_of(pack, told.steps, told.stories, lang)
    axes = _axes(told, reading, given)
    release = release_of(pack, material.sha256, lang)
    return Report(
        lang=lang,
        day=material.day,
        title=words.TITLE.in_(lang).format(form=told.form.lower()),
        for_owner=for_owner,
        shows_evidence=shows_evidence,
        pack=pack,
        release=release,
        engine=material.engine,
        told=told,
        reading=reading,
        basis=basis_of(pack, reading, release, lang, day=material.day, engine=material.engine),
        situation=situation_of(pack, given, lang) if for_owner else (),
        certainty=certainty_of(pack, reading, lang),
        axes=axes,
        cards=cards,
        sources=sources_of(pack, (axis.view.id for axis in axes), cards),
        method=method_of(pack, lang, single=reading.respondents == 1),
        rules=rules_of(pack, lang),
        stages=stages_of(pack, lang),
        limits=limits_of(pack, reading, lang),
        context=dict(given.context) if for_owner else {},
        importance=dict(given.importance),
    )


def release_of(pack: Pack, sha256: str, lang: Lang) -> Release:
    """Name the release of a pack."""
    card = pack.card
    return Release(card.id, card.name.in_(lang), card.version, sha256, card.licence, card.authors)


def _of_all(told: Result, reading: Reading) -> Result:
    """Where several people answered, show their score wherever one person's answer would stand."""
    if reading.respondents == 1:
        return told
    scores = {item.item: estimate_words(item.score, told.figure.lang) for item in reading.overall.items}

    def scored(views: tuple[AnswerView, ...]) -> tuple[AnswerView, ...]:
        return tuple(replace(view, choice=scores[view.item], text="", evidence="") for view in views)

    def axis_of_all(axis: AxisView) -> AxisView:
        return replace(axis, topics=tuple(replace(topic, answers=scored(topic.answers)) for topic in axis.topics))

    steps = tuple(replace(step, answers=scored(step.answers)) for step in told.steps)
    return replace(told, steps=steps, axes=tuple(axis_of_all(axis) for axis in told.axes))


def _axes(told: Result, reading: Reading, given: Given) -> tuple[AxisEntry, ...]:
    items = {item.item: item for item in reading.overall.items}

    def item_entry(view: AnswerView) -> ItemEntry:
        return ItemEntry(view, given.answer(view.item), items[view.item])

    def topic_entry(topic: TopicView) -> TopicEntry:
        entries = tuple(item_entry(view) for view in topic.answers)
        return TopicEntry(topic.id, topic.name, given.importance.get(topic.id), entries)

    return tuple(
        AxisEntry(view, reading.overall.axis(view.id), tuple(topic_entry(topic) for topic in view.topics))
        for view in told.axes
    )


def sources_of(pack: Pack, axes: Iterable[str], cards: Iterable[Card]) -> tuple[Source, ...]:
    """Return the public pages behind the definitions of the approaches, then behind the cards, each once."""
    by_id = {source.id: source for source in pack.sources}
    behind_axes = [by_id[source] for axis in axes for source in pack.instrument.axis(axis).sources if source in by_id]
    behind_cards = [source for card in cards for source in card.sources]
    return tuple({source.id: source for source in (*behind_axes, *behind_cards)}.values())
