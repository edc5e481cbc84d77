"""A reading told to a person, as plain values: what the pages and the documents show, in the reader's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cordee.apps.diagnosis.reasons import AnswerView
from cordee.apps.diagnosis.supports import Support
from cordee.charts.figures import FacetDotPlot
from cordee.core.packs.instrument import FacetId

FIRST_SCREEN = 3
"""How many conversations, and next steps, a first screen shows."""


@dataclass(frozen=True)
class Strength:
    """An axis, or failing that an answer, that the rest can lean on."""

    name: str
    text: str


@dataclass(frozen=True)
class Conversation:
    """The widest incoherence of an axis as a subject to discuss, never as a fault; `also` names the narrower ones."""

    axis: str
    name: str
    reading: str
    to_discuss: str
    removed: str
    higher: FacetId
    lower: FacetId
    also: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """A next step, why it is proposed to this person, and what would remove it."""

    id: str
    rank: int
    name: str
    topic: str
    first_step: str
    why: str
    answers: tuple[AnswerView, ...]
    removals: tuple[str, ...]
    effort: str
    contraindication: str
    supports: tuple[Support, ...]


@dataclass(frozen=True)
class Inspiring:
    """A story close to the person's alliance, and in what it is."""

    story: Support
    shared: tuple[str, ...]


@dataclass(frozen=True)
class FacetView:
    """The score of a facet, written."""

    id: FacetId
    name: str
    score: str
    refusal: str


@dataclass(frozen=True)
class TopicView:
    """A topic with its three answers, and where it is asked in the form."""

    id: str
    name: str
    position: int
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True)
class AxisView:
    """An axis in full: scores, stage, explanation, answers."""

    id: str
    name: str
    question: str
    maturity: str
    stage: str
    stage_rank: int | None
    stage_description: str
    coherence: str
    refusal: str
    explanation: str
    lift: str
    facets: tuple[FacetView, ...]
    patterns: tuple[str, ...]
    topics: tuple[TopicView, ...]


@dataclass(frozen=True)
class Result:
    """A reading, told."""

    form: str
    minutes: int
    release: str
    engine: str
    read_at: datetime | None
    headline: str
    standing: str
    figure: FacetDotPlot
    strengths: tuple[Strength, ...]
    conversations: tuple[Conversation, ...]
    steps: tuple[Step, ...]
    later: tuple[str, ...]
    stories: tuple[Inspiring, ...]
    axes: tuple[AxisView, ...]
    given: int
    asked: int
    unanswered: tuple[TopicView, ...]
    unscored: tuple[str, ...]
    importance_given: bool
    stage: str | None

    @property
    def first_conversations(self) -> tuple[Conversation, ...]:
        """Return the widest incoherences: those of the first screen."""
        return self.conversations[:FIRST_SCREEN]

    @property
    def other_conversations(self) -> tuple[Conversation, ...]:
        """Return the incoherences that come after."""
        return self.conversations[FIRST_SCREEN:]

    @property
    def unanswered_count(self) -> int:
        """Count the questions without an answer."""
        return sum(not answer.given for topic in self.unanswered for answer in topic.answers)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing at all was answered."""
        return self.given == 0
