"""Compose the report of a published 360° in one language, whatever the language of the page that asks for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import override

from cordee.apps.campaigns.models import Publication, Regime
from cordee.apps.campaigns.stored_layers import StoredLayers, Voice
from cordee.apps.campaigns.telling.account import AxisDetail, Heading, Told
from cordee.apps.campaigns.telling.result import Beside, teller_of, told
from cordee.apps.campaigns.telling.teller import Teller
from cordee.apps.diagnosis.account import Inspiring
from cordee.apps.reports import method_words
from cordee.apps.reports import words as common
from cordee.apps.reports.cards import cards_of
from cordee.apps.reports.composing import release_of, sources_of
from cordee.apps.reports.method import limits_of, method_of, rules_of, stages_of
from cordee.apps.reports.model import Fact, Release
from cordee.apps.reports.shared import words
from cordee.apps.reports.shared.model import AxisEntry, QuestionEntry, Scope, SharedReport, TopicEntry, VoiceEntry
from cordee.charts.numbers import Lang
from cordee.core.days import written_day
from cordee.core.disclosure_wording import masked_item_words
from cordee.core.numerals import percent
from cordee.core.packs.instrument import Item, Topic


@dataclass(frozen=True, slots=True)
class SharedMaterial:
    """What the report of a 360° is composed from: its publication, told in a language."""

    teller: Teller
    told: Told
    stored: StoredLayers
    regime: str
    sha256: str


def material_of(publication: Publication, beside: Beside, lang: Lang) -> SharedMaterial:
    """Take a publication out of the database and tell it in a language."""
    with override(lang):
        return SharedMaterial(
            teller=teller_of(publication, lang),
            told=told(publication, beside, lang),
            stored=StoredLayers.from_json(publication.layers),
            regime=publication.campaign.regime,
            sha256=publication.release.sha256,
        )


def compose(material: SharedMaterial) -> SharedReport:
    """Compose the report of a publication: nothing is added to what it holds."""
    teller, said, lang = material.teller, material.told, material.teller.lang
    pack = teller.pack
    with override(lang):
        stories = [Inspiring(near.story, ()) for one in said.inspiring for near in one.near if near.story]
        cards = cards_of(pack, said.steps, stories, lang)
    release = release_of(pack, material.sha256, lang)
    hidden = bool(said.nothing)
    return SharedReport(
        lang=lang,
        day=said.heading.closed_on,
        title=title_of(said.heading, lang),
        pack=pack,
        release=release,
        engine=said.heading.engine,
        reading=teller.reading,
        basis=basis_of(said.heading, release, lang),
        certainty=words.ORIGIN.in_(lang) if hidden else _certainty(teller),
        cards=cards,
        sources=sources_of(pack, (axis.id for axis in said.axes), cards),
        method=_method(teller),
        rules=rules_of(pack, lang),
        stages=stages_of(pack, lang),
        limits=_limits(teller),
        told=said,
        stored=StoredLayers() if hidden else material.stored,
        scopes=() if hidden else _scopes(teller),
        axes=tuple(_axis(teller, axis) for axis in said.axes),
        voices=() if hidden else _voices(teller, material.stored),
        confidentiality=_confidentiality(material),
        masked="" if teller.plan.is_open else masked_item_words(teller.rule, lang),
    )


def title_of(heading: Heading, lang: Lang) -> str:
    """Name the document after the 360°, with its wave from the second on."""
    words_of = words.TITLE_WAVE if heading.wave > 1 else words.TITLE
    return words_of.in_(lang).format(title=heading.title or heading.alliance, wave=heading.wave)


def basis_of(heading: Heading, release: Release, lang: Lang) -> tuple[Fact, ...]:
    """Return the facts that a reader needs before believing a number."""
    facts = [
        (words.ALLIANCE, heading.alliance),
        (common.FORM, heading.form),
        (words.CLOSED_ON, written_day(heading.closed_on, lang)),
        (common.RESPONDENTS, people(heading, lang)),
        (words.CIRCLES_READ, ", ".join(heading.circles) or "–"),
        (common.FRAMEWORK, f"{release.name}, {release.version}"),
        (common.ENGINE, f"{common.PRODUCT} {heading.engine}"),
    ]
    if heading.wave > 1:
        facts.insert(3, (words.WAVE, str(heading.wave)))
    return tuple(Fact(label.in_(lang), value) for label, value in facts)


def people(heading: Heading, lang: Lang) -> str:
    """Say how many people answered, from how many organisations."""
    if heading.respondents == 1:
        return common.ONE_PERSON.in_(lang)
    several = common.SEVERAL_IN_ONE if heading.organisations == 1 else common.SEVERAL_PEOPLE
    return several.in_(lang).format(people=heading.respondents, organisations=heading.organisations)


def _certainty(teller: Teller) -> str:
    level = percent(float(teller.pack.scoring.interval.level), teller.lang)
    if teller.reading.respondents == 1:
        return words.ONE_PERSON_ANSWERED.in_(teller.lang)
    return f"{common.SEVERAL_ANSWERS.in_(teller.lang).format(level=level)} {words.ORIGIN.in_(teller.lang)}"


def _confidentiality(material: SharedMaterial) -> tuple[str, ...]:
    """Say who sees what, what is hidden and why, as the page does; then what to do with a document that names."""
    said, lang = material.told, material.teller.lang
    if said.nothing:
        return (said.nothing,)
    if material.teller.plan.is_open:
        named = words.FOR_FACILITATOR if material.regime == Regime.FACILITATOR else words.NOTHING_HIDDEN
        return (named.in_(lang),)
    notes = [said.layers.individuals_note, said.layers.organisations_note]
    return tuple(dict.fromkeys(note for note in (*said.notices, *notes, words.SUPPRESSED.in_(lang)) if note))


def _method(teller: Teller) -> tuple[str, ...]:
    lang = teller.lang
    steps = (*method_of(teller.pack, lang, single=False), words.METHOD_CIRCLES.in_(lang))
    return steps if teller.plan.is_open else (*steps, words.METHOD_ROUNDED.in_(lang))


def _limits(teller: Teller) -> tuple[str, ...]:
    lang = teller.lang
    here = (words.LIMIT_CLOSED_GROUP.in_(lang), words.LIMIT_SMALL.in_(lang))
    alone = method_words.LIMIT_ONE_PERSON.in_(lang)
    return (*here, *(limit for limit in limits_of(teller.pack, teller.reading, lang) if limit != alone))


def _scopes(teller: Teller) -> tuple[Scope, ...]:
    reading = teller.reading
    return tuple(Scope(teller.scope_name(scope.circle), scope) for scope in (reading.overall, *reading.circles))


def _axis(teller: Teller, view: AxisDetail) -> AxisEntry:
    inside = teller.pack.instrument.axis(view.id).topics
    asked = teller.pack.instrument.topics_of(teller.reading.form)
    topics = tuple(_topic(teller, topic) for topic in asked if topic in inside)
    return AxisEntry(view, teller.reading.overall.axis(view.id), topics)


def _topic(teller: Teller, topic: Topic) -> TopicEntry:
    return TopicEntry(topic.id, topic.name.in_(teller.lang), tuple(_question(teller, item) for item in topic.items))


def _question(teller: Teller, item: Item) -> QuestionEntry:
    read = teller.reading.overall.item(item.id)
    return QuestionEntry(
        name=teller.item_name(read),
        facet_name=teller.facet(item.facet),
        question=item.question.in_(teller.lang),
        reading=read,
    )


def _voices(teller: Teller, stored: StoredLayers) -> tuple[VoiceEntry, ...]:
    return (*_named(teller, stored.individuals), *_named(teller, stored.organisations))


def _named(teller: Teller, voices: Iterable[Voice]) -> Iterable[VoiceEntry]:
    for voice in voices:
        home = teller.organisation(voice.organisation)
        circle = teller.circle(voice.circle) if voice.circle else ""
        yield VoiceEntry("person" if voice.circle else "organisation", voice.who or home, home, circle, voice.axes)
