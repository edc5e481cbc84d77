"""The full detail: axis by axis, what each circle says, then each question with the answers behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from cordee.apps.campaigns.telling.account import AxisDetail, Quote, TopicDetail
from cordee.apps.campaigns.telling.agreement import distribution_figure
from cordee.apps.campaigns.telling.layers import circle_lines
from cordee.apps.campaigns.telling.teller import Teller
from cordee.core.disclosure import PublishedWord
from cordee.core.disclosure_wording import masked_item_words
from cordee.core.packs.instrument import Topic
from cordee.core.reading import AxisReading, ItemReading


def axis_details(teller: Teller, words: Sequence[PublishedWord]) -> tuple[AxisDetail, ...]:
    """Tell every axis of the form in full."""
    return tuple(_axis(teller, axis, words) for axis in teller.reading.overall.axes)


def _axis(teller: Teller, axis: AxisReading, words: Sequence[PublishedWord]) -> AxisDetail:
    definition, stages = teller.pack.instrument.axis(axis.axis), teller.pack.scoring.stages
    stage = next((one for one in stages if one.id == axis.stage), None)
    asked = teller.pack.instrument.topics_of(teller.reading.form)
    return AxisDetail(
        id=axis.axis,
        name=definition.name.in_(teller.lang),
        question=definition.question.in_(teller.lang),
        maturity=teller.estimate(axis.maturity),
        stage=stage.name.in_(teller.lang) if stage else "",
        stage_rank=stages.index(stage) if stage else None,
        stage_description=stage.description.in_(teller.lang) if stage else "",
        coherence=teller.sentences.percent(axis.coherence.value),
        refusal=teller.sentences.refusal(axis.maturity),
        explanation=teller.sentences.explanation(axis),
        patterns=tuple(teller.sentences.core.pattern(pattern.pattern) for pattern in axis.patterns),
        circles=circle_lines(teller, axis.axis),
        topics=tuple(_topic(teller, topic, words) for topic in asked if topic in definition.topics),
    )


def _topic(teller: Teller, topic: Topic, words: Sequence[PublishedWord]) -> TopicDetail:
    read = {item.item: item for item in teller.reading.overall.items}
    items = [read[item.id] for item in topic.items]
    shown = [item for item in items if item.score.value is not None]
    name = topic.name.in_(teller.lang)
    return TopicDetail(
        id=topic.id,
        name=name,
        figure=distribution_figure(teller, f"topic-{topic.id.replace('.', '-')}", name, shown) if shown else None,
        quotes=tuple(_quotes(teller, items, words)),
        note="" if len(shown) == len(items) else masked_item_words(teller.rule, teller.lang),
    )


def _quotes(teller: Teller, items: Iterable[ItemReading], words: Sequence[PublishedWord]) -> Iterable[Quote]:
    for item in items:
        for word in words:
            if word.item == item.item:
                yield Quote(_where(teller, item, word), word.text)


def _where(teller: Teller, item: ItemReading, word: PublishedWord) -> str:
    place = teller.scope_name(word.group) if word.group else _("un cercle trop petit pour être nommé")
    said = f"{teller.facet(item.facet)}, {place}"
    return f"{said}, {teller.organisation(word.organisation)}" if word.organisation else said
