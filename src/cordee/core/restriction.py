"""A form cut down to some of its topics, and answers cut to match: two waves read on what they share."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from cordee.core.answers import AnswerTable, Mark
from cordee.core.packs.instrument import Instrument
from cordee.core.packs.pack import Pack


def on_topics(pack: Pack, form_id: str, topics: Sequence[str]) -> tuple[Pack, str]:
    """Return the pack with one of its forms cut down to `topics`, and the name of that form, unchanged.

    The pack is read with, never published. Raises KeyError for a form it does not have, ValueError where no topic of
    the form is left.
    """
    form = pack.instrument.form(form_id)
    kept = tuple(topic for topic in form.topics if topic in set(topics))
    if not kept:
        raise ValueError(f"the form « {form_id} » has none of the topics")
    cut = form.model_copy(update={"topics": kept})
    forms = tuple(cut if each.id == form_id else each for each in pack.instrument.forms)
    instrument = pack.instrument.model_copy(update={"forms": forms})
    return pack.model_copy(update={"instrument": instrument}), form_id


def table_on(table: AnswerTable, instrument: Instrument, form_id: str) -> AnswerTable:
    """Return the same people with the items of a form as columns, in its order.

    An item that the table does not have stays as a column of UNANSWERED. Nobody is left out: a person whose answers
    are all cut away counts for nothing, as one who answered nothing does.
    """
    items = [item.id for item in instrument.items_of(form_id)]
    topics = [topic.id for topic in instrument.topics_of(form_id)]
    people = len(table.respondents)
    scores, marks = np.full((people, len(items)), np.nan), np.full((people, len(items)), Mark.UNANSWERED, dtype=np.int8)
    importance = np.full((people, len(topics)), np.nan)
    for column, item in enumerate(items):
        if item in table.items:
            place = table.items.index(item)
            scores[:, column], marks[:, column] = table.scores[:, place], table.marks[:, place]
    for column, topic in enumerate(topics):
        if topic in table.topics:
            importance[:, column] = table.importance[:, table.topics.index(topic)]
    return replace(table, items=tuple(items), topics=tuple(topics), scores=scores, marks=marks, importance=importance)
