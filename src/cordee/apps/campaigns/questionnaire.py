"""The questions of a circle as paper and previews show them: topics, three questions each, five levels."""

from __future__ import annotations

from dataclasses import dataclass

from cordee.apps.campaigns.models import Campaign, CampaignCircle
from cordee.apps.diagnosis.models import Mark
from cordee.apps.diagnosis.screens import Option
from cordee.apps.library.queries import pack_of
from cordee.charts.numbers import Lang
from cordee.core.packs.instrument import FacetId, Instrument, Item, Topic


@dataclass(frozen=True)
class Question:
    """One topic seen through one facet, with everything that can be answered."""

    facet: FacetId
    word: str
    question: str
    hint: str
    levels: tuple[Option, ...]
    others: tuple[Option, ...]


@dataclass(frozen=True)
class AskedTopic:
    """A topic as it is asked: its number, where it belongs, its three questions."""

    number: int
    id: str
    axis: str
    name: str
    lead: str
    questions: tuple[Question, ...]


def questions_of(campaign: Campaign, lang: Lang, circle: CampaignCircle | None = None) -> tuple[AskedTopic, ...]:
    """Return the topics that a circle is asked, in order; without circle, all those of the form."""
    instrument = pack_of(campaign.release).instrument
    topics = instrument.topics_of(campaign.form)
    asked = [topic for topic in topics if circle is None or not circle.topics or topic.id in circle.topics]
    return tuple(_topic(instrument, topic, number, lang) for number, topic in enumerate(asked, 1))


def _topic(instrument: Instrument, topic: Topic, number: int, lang: Lang) -> AskedTopic:
    axis = next(axis for axis in instrument.axes if topic in axis.topics)
    questions = tuple(_question(instrument, item, lang) for item in topic.items)
    return AskedTopic(number, topic.id, axis.name.in_(lang), topic.name.in_(lang), topic.lead.in_(lang), questions)


def _question(instrument: Instrument, item: Item, lang: Lang) -> Question:
    facet = instrument.facet(item.facet)
    colon = "\u202f: " if lang == "fr" else ": "
    return Question(
        facet=item.facet,
        word=f"{facet.name.in_(lang)}{colon}{facet.key.in_(lang)}",
        question=item.question.in_(lang),
        hint=item.hint.in_(lang),
        levels=tuple(
            Option(str(level), facet.levels[level].in_(lang), words.in_(lang))
            for level, words in enumerate(item.levels)
        ),
        others=(
            Option(Mark.DONT_KNOW.value, instrument.dont_know.in_(lang)),
            Option(Mark.NOT_APPLICABLE.value, instrument.not_applicable.in_(lang)),
        ),
    )
