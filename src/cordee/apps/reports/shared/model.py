"""One report of a published 360°, as plain values: its PDF, its workbook and its JSON are views of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cordee.apps.campaigns.stored_layers import StoredLayers
from cordee.apps.campaigns.telling.account import AxisDetail, Told
from cordee.apps.reports.model import Document
from cordee.core.estimates import Refusal
from cordee.core.reading import AxisReading, ItemReading, ScopeReading
from cordee.core.voices import AxisVoice
from cordee.core.wording import refusal_words

Layer = Literal["person", "organisation"]


@dataclass(frozen=True, slots=True)
class Scope:
    """All circles together, one circle, or several read as one, with its name."""

    name: str
    reading: ScopeReading


@dataclass(frozen=True, slots=True)
class VoiceEntry:
    """What one person or one organisation says of each axis, where the publication holds it."""

    layer: Layer
    name: str
    organisation: str
    circle: str
    axes: tuple[AxisVoice, ...]


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """One question over all circles."""

    name: str
    facet_name: str
    question: str
    reading: ItemReading

    @property
    def is_blank(self) -> bool:
        """Tell whether it has no score."""
        return self.reading.score.value is None


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """One topic with its questions."""

    id: str
    name: str
    items: tuple[QuestionEntry, ...]


@dataclass(frozen=True, slots=True)
class AxisEntry:
    """One axis, told and measured over all circles."""

    view: AxisDetail
    reading: AxisReading
    topics: tuple[TopicEntry, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SharedReport(Document):
    """Everything that the documents of a 360° say: what its publication holds, and nothing else.

    `told` holds the sentences that the page shows too, `reading` the numbers behind them as they were published.
    `scopes` are all circles together, then each. `masked` says why a question is blank where too few answered it, empty
    where nothing is hidden. Where nothing may appear (`told.nothing`), nothing else is here.
    """

    told: Told
    stored: StoredLayers
    scopes: tuple[Scope, ...]
    axes: tuple[AxisEntry, ...]
    voices: tuple[VoiceEntry, ...]
    confidentiality: tuple[str, ...]
    masked: str

    @property
    def shows_nothing(self) -> bool:
        """Tell whether too few answered for anything to appear."""
        return bool(self.told.nothing)

    @property
    def items(self) -> tuple[QuestionEntry, ...]:
        """Every question, axis by axis, in the order of the form."""
        return tuple(item for axis in self.axes for topic in axis.topics for item in topic.items)

    def why_missing(self, item: ItemReading) -> str:
        """Say why an item has no score: hidden to protect someone, or answered by nobody."""
        return self.masked or refusal_words(item.score.refused or Refusal.NO_ANSWER, self.lang)

    def voices_of(self, layer: Layer) -> tuple[VoiceEntry, ...]:
        """Return the voices of one layer."""
        return tuple(voice for voice in self.voices if voice.layer == layer)
