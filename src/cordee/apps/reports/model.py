"""One report of a diagnosis, as plain values: the PDF, the workbook and the JSON document are views of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cordee.apps.diagnosis.account import AxisView, Result
from cordee.apps.diagnosis.given import GivenAnswer
from cordee.apps.diagnosis.reasons import AnswerView
from cordee.apps.diagnosis.supports import Kind
from cordee.charts.numbers import Lang
from cordee.core.packs.library import Source
from cordee.core.packs.pack import Pack
from cordee.core.reading import AxisReading, ItemReading, Reading


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is so, and its name."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Release:
    """The release of the pack that made the reading; its fingerprint lets anybody check that they hold the same."""

    pack: str
    name: str
    version: str
    sha256: str
    licence: str
    authors: tuple[str, ...]

    @property
    def short_hash(self) -> str:
        """The first characters of the fingerprint, enough to tell two releases apart on paper."""
        return self.sha256[:8]


@dataclass(frozen=True, slots=True)
class Rule:
    """A number of the pack that the computation used, with what it means. `value` is a level, a share or a count."""

    id: str
    name: str
    value: float
    meaning: str


@dataclass(frozen=True, slots=True)
class StageStep:
    """A stage: from which maturity it holds, and what it means."""

    name: str
    starts_at: float
    ends_before: float | None
    meaning: str


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """One question: what was answered, in words and in numbers."""

    view: AnswerView
    given: GivenAnswer
    reading: ItemReading


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """One topic with its questions; `importance` from 0 to 4 when the person said how much it matters."""

    id: str
    name: str
    importance: int | None
    items: tuple[ItemEntry, ...]


@dataclass(frozen=True, slots=True)
class AxisEntry:
    """One approach, told and measured."""

    view: AxisView
    reading: AxisReading
    topics: tuple[TopicEntry, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A tool, story or course: its name, the state it is in, and its pieces."""

    kind: Kind
    id: str
    kind_name: str
    name: str
    status: str
    lines: tuple[Fact, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """What every document says, in one language, whatever result it is made from: the basis of its numbers.

    `reading` holds the numbers, `basis` what they rest on, `certainty` whether they come with intervals.
    """

    lang: Lang
    day: date
    title: str
    pack: Pack
    release: Release
    engine: str
    reading: Reading
    basis: tuple[Fact, ...]
    certainty: str
    cards: tuple[Card, ...]
    sources: tuple[Source, ...]
    method: tuple[str, ...]
    rules: tuple[Rule, ...]
    stages: tuple[StageStep, ...]
    limits: tuple[str, ...]

    def rule(self, rule_id: str) -> Rule:
        """Return a number of the release, or raise KeyError."""
        return {rule.id: rule for rule in self.rules}[rule_id]


@dataclass(frozen=True, kw_only=True, slots=True)
class Report(Document):
    """Everything that the documents of one person's diagnosis say.

    `told` holds the sentences that the result page shows too, `reading` the numbers behind them in full precision.
    `for_owner` is False behind a share link: then nothing tells who answered, and their words are there only if the
    link opens them (`shows_evidence`).
    """

    for_owner: bool
    shows_evidence: bool
    told: Result
    situation: tuple[Fact, ...]
    axes: tuple[AxisEntry, ...]
    context: dict[str, str]
    importance: dict[str, int]

    @property
    def items(self) -> tuple[ItemEntry, ...]:
        """Every question, axis by axis, in the order of the form."""
        return tuple(item for axis in self.axes for topic in axis.topics for item in topic.items)

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody answered anything, not even that they do not know."""
        spreads = (item.reading.distribution for item in self.items)
        return not any(sum(spread.counts) + spread.dont_know + spread.not_applicable for spread in spreads)

    @property
    def has_intervals(self) -> bool:
        """Tell whether at least one maturity comes with its interval."""
        return any(axis.reading.maturity.lower is not None for axis in self.axes)
