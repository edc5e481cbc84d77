"""What one person is asked: all the topics of a form, or those that concern the circle they stand in."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import ceil

from cordee.core.packs.instrument import Instrument, Topic


@dataclass(frozen=True)
class Asked:
    """Topics in the order they are asked, and the minutes they take."""

    topics: tuple[Topic, ...]
    minutes: int

    @property
    def items(self) -> list[str]:
        """Return the items asked, in order."""
        return [item.id for topic in self.topics for item in topic.items]


def asked_by(instrument: Instrument, form_id: str, only: Collection[str] = ()) -> Asked:
    """Return what a form asks; `only` keeps some of its topics, which then take their share of the minutes."""
    form, topics = instrument.form(form_id), instrument.topics_of(form_id)
    kept = tuple(topic for topic in topics if topic.id in only) if only else topics
    return Asked(kept, ceil(form.minutes * len(kept) / len(topics)))
