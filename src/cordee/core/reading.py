"""The reading of a diagnosis: everything that was computed, as plain frozen values."""

from dataclasses import dataclass

from cordee.core.distribution import Distribution
from cordee.core.estimates import Estimate
from cordee.core.packs.instrument import FacetId
from cordee.core.raters import AxisAgreement, ItemAgreement


@dataclass(frozen=True, slots=True)
class ItemReading:
    """One item in one scope: its score, the answers behind it, and whether people agree."""

    item: str
    topic: str
    axis: str
    facet: FacetId
    score: Estimate
    distribution: Distribution
    agreement: ItemAgreement


@dataclass(frozen=True, slots=True)
class TopicReading:
    """One topic in one scope: the mean of the item scores of its facets."""

    topic: str
    axis: str
    score: Estimate


@dataclass(frozen=True, slots=True)
class PatternReading:
    """A coherence pattern that holds. `gap` (in levels, with its interval) is None for the aligned ones.

    `removed_by` is how far the lower facet would have to rise for the pattern to stop holding, in levels.
    """

    pattern: str
    higher: FacetId | None
    lower: FacetId | None
    gap: Estimate | None
    removed_by: float | None


@dataclass(frozen=True, slots=True)
class Share:
    """What one item in one circle brings to a score: `weight` × `score` levels."""

    circle: str
    item: str
    score: float
    weight: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a maturity is what it is: the shares and the constant add up to it.

    `rule` is « mean » (the mean of the three facets) or « weakest_facet » (the weakest facet, plus the margin of the
    pack). `next_stage` is the stage after, `missing` how many levels maturity lacks to reach it, `raise_first` the
    weakest facet, whose rise lifts it most; None when all are full.
    """

    rule: str
    constant: float
    shares: tuple[Share, ...]
    next_stage: str | None
    missing: float | None
    raise_first: FacetId | None


@dataclass(frozen=True, slots=True)
class AxisReading:
    """One axis in one scope. `gaps` are the differences between its facets, « <higher>_over_<lower> » in levels.

    `answered` of the `asked` items have a score in the scope.
    """

    axis: str
    answered: int
    asked: int
    facets: dict[FacetId, Estimate]
    maturity: Estimate
    stage: str | None
    coherence: Estimate
    gaps: dict[str, Estimate]
    patterns: tuple[PatternReading, ...]
    agreement: AxisAgreement
    explanation: Explanation | None


@dataclass(frozen=True, slots=True)
class ScopeReading:
    """A reading in one circle, or over all circles when `circle` is None.

    `df` is the degrees of freedom over everything answered, 0 where a part of the spread cannot be known; each
    estimate has its own. `resampled` tells which units were drawn, « respondents », « organisations » or « mixed »,
    None where no interval could be. `profile` is the mean of each facet over the axes that have the three of them,
    `profile_gaps` their differences, « <higher>_over_<lower> » in levels.
    """

    circle: str | None
    respondents: int
    organisations: int
    df: int
    resampled: str | None
    profile: dict[FacetId, Estimate]
    profile_gaps: dict[str, Estimate]
    axes: tuple[AxisReading, ...]
    topics: tuple[TopicReading, ...]
    items: tuple[ItemReading, ...]

    def axis(self, axis_id: str) -> AxisReading:
        """Return the reading of an axis, or raise KeyError."""
        return {axis.axis: axis for axis in self.axes}[axis_id]

    def topic(self, topic_id: str) -> TopicReading:
        """Return the reading of a topic, or raise KeyError."""
        return {topic.topic: topic for topic in self.topics}[topic_id]

    def item(self, item_id: str) -> ItemReading:
        """Return the reading of an item, or raise KeyError."""
        return {item.item: item for item in self.items}[item_id]


@dataclass(frozen=True, slots=True)
class PerceptionGap:
    """Self circle minus the mean of the others on an item. `kind`: « blind_spot », « hidden_strength » or None."""

    item: str
    topic: str
    facet: FacetId
    own: float | None
    others: float | None
    gap: Estimate
    kind: str | None


@dataclass(frozen=True, slots=True)
class Priority:
    """(target − score) × importance × leverage, with its three factors; `shortfall` is target − score, 0 at least."""

    topic: str
    axis: str
    score: float
    target: float
    shortfall: float
    importance: float
    importance_given: bool
    leverage: float
    value: float


@dataclass(frozen=True, slots=True)
class Cause:
    """A fact that a recommendation rests on: what was looked at, its value, the bound, and the items behind it.

    `subject` is the item, topic or axis looked at; `facet` the facet, the lower one for a gap, whose higher one is
    `higher`; `pattern` the coherence pattern that holds.
    """

    fact: str
    subject: str
    facet: FacetId | None
    value: float | None
    at_most: float | None
    at_least: float | None
    items: tuple[str, ...]
    higher: FacetId | None = None
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """A recommendation that holds, with its causes; any single cause that stops being true removes it."""

    recommendation: str
    topic: str
    axis: str
    priority: float
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """The sentence that sums a reading up: its identifier in the pack, and the names it speaks of."""

    id: str
    axis: str | None
    stage: str | None
    gap: Estimate | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole diagnosis, read."""

    pack: str
    version: str
    instrument: str
    form: str
    self_circle: str | None
    respondents: int
    organisations: int
    headline: Headline
    overall: ScopeReading
    circles: tuple[ScopeReading, ...]
    perception: tuple[PerceptionGap, ...]
    priorities: tuple[Priority, ...]
    advice: tuple[Advice, ...]
