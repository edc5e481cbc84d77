"""A 360° told to those who may read it, as plain values: what the pages and the documents show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cordee.apps.diagnosis.account import Conversation, Step
from cordee.apps.diagnosis.supports import Support
from cordee.charts.figures import AnswerDistribution, FacetDotPlot, GapBars, IntervalStrip
from cordee.core.change import Change
from cordee.core.packs.instrument import FacetId


@dataclass(frozen=True)
class GapView:
    """A gap of perception that stands out: of which question, how wide, what each side says."""

    item: str
    name: str
    facet: FacetId
    question: str
    own: str
    others: str
    gap: str


@dataclass(frozen=True)
class CircleGap:
    """The self circle against one other circle on one axis: the gap in words and measured, whether it stands out."""

    axis: str
    facet: FacetId
    own: str
    other: str
    gap: str
    measured: Change
    stands_out: bool


@dataclass(frozen=True)
class AgainstCircle:
    """The self circle against one other circle: how many gaps stand out, and all of them."""

    circle: str
    sentence: str
    gaps: tuple[CircleGap, ...]


@dataclass(frozen=True)
class Crossed:
    """The views crossed: the figure of the widest gaps, those that stand out, then circle by circle.

    `refusal` says why there is none; the rest is then empty.
    """

    refusal: str
    own: str
    sentence: str
    figure: GapBars | None
    blind_spots: tuple[GapView, ...]
    hidden_strengths: tuple[GapView, ...]
    against: tuple[AgainstCircle, ...]


@dataclass(frozen=True)
class DividedItem:
    """A question on which people do not agree: two camps, or answers spread out."""

    item: str
    name: str
    question: str
    circle: str
    why: str
    two_camps: bool


@dataclass(frozen=True)
class AgreementLine:
    """Agreement in numbers, on one item or one axis: as many cells as the table has columns after the name."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Agreement:
    """Do they agree? In words first; `items` and `axes` hold the numbers behind them."""

    sentence: str
    divided: tuple[DividedItem, ...]
    figure: AnswerDistribution | None
    items: tuple[AgreementLine, ...]
    axes: tuple[AgreementLine, ...]


@dataclass(frozen=True)
class LayerLine:
    """What one voice of a layer says of an axis: who, the maturity, the three facets, or why there is nothing."""

    who: str
    maturity: str
    facets: tuple[str, str, str]
    note: str = ""


@dataclass(frozen=True)
class AxisLayers:
    """One axis seen from each layer, never merged."""

    axis: str
    name: str
    individuals: tuple[LayerLine, ...]
    organisations: tuple[LayerLine, ...]
    circles: tuple[LayerLine, ...]


@dataclass(frozen=True)
class DissentView:
    """A voice that does not join a consensus."""

    signed: str
    level: str
    reason: str


@dataclass(frozen=True)
class ConsensusView:
    """What was agreed on a question, with the voices that do not join, beside what the answers said."""

    item: str
    name: str
    question: str
    level: str
    level_text: str
    text: str
    answers: str
    dissents: tuple[DissentView, ...]


@dataclass(frozen=True)
class Layers:
    """The four layers kept apart; the three notes say why one is empty."""

    axes: tuple[AxisLayers, ...]
    consensuses: tuple[ConsensusView, ...]
    individuals_note: str
    organisations_note: str
    consensus_note: str


@dataclass(frozen=True)
class AdjustedView:
    """The mean of each axis beside the one where circles are set apart; `notes` say where there is none."""

    figure: IntervalStrip | None
    sentence: str
    lines: tuple[AgreementLine, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Quote:
    """Words of evidence that may be shown, and where they come from."""

    where: str
    text: str


@dataclass(frozen=True)
class TopicDetail:
    """A topic in full: the distribution of its three questions, what was written, what was agreed."""

    id: str
    name: str
    figure: AnswerDistribution | None
    quotes: tuple[Quote, ...]
    note: str


@dataclass(frozen=True)
class AxisDetail:
    """An axis in full."""

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
    patterns: tuple[str, ...]
    circles: tuple[LayerLine, ...]
    topics: tuple[TopicDetail, ...]


@dataclass(frozen=True)
class PartView:
    """One part of a distance, in words."""

    name: str
    text: str


@dataclass(frozen=True)
class NearView:
    """A story or an alliance that can inspire, how far it stands, and what that distance is made of."""

    name: str
    kind: str
    distance: str
    higher: str
    parts: tuple[PartView, ...]
    story: Support | None


@dataclass(frozen=True)
class Inspiring:
    """Who can inspire on one axis; `refusal` says why nobody is proposed."""

    axis: str
    near: tuple[NearView, ...]
    refusal: str


@dataclass(frozen=True)
class BenchmarkLine:
    """Where the alliance stands on one axis among comparable ones: quartiles, count, standing; or why not."""

    axis: str
    own: str
    quartiles: str
    count: str
    standing: str


@dataclass(frozen=True)
class ChangeLine:
    """One number in two waves, in words; `differ` names the questions that only one wave asked."""

    name: str
    before: str
    after: str
    change: str
    differ: str = ""


@dataclass(frozen=True)
class TrendView:
    """What changed since the wave before, where it can be told."""

    since: str
    sentence: str
    figure: GapBars | None
    axes: tuple[ChangeLine, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Heading:
    """What a result says of itself: whose it is, how many answered, under which rule, with which questionnaire."""

    alliance: str
    title: str
    wave: int
    closed_on: date
    form: str
    release: str
    engine: str
    respondents: int
    organisations: int
    circles: tuple[str, ...]
    regime: str


@dataclass(frozen=True)
class Told:
    """A published result, told. `nothing` says why nothing appears; the rest is then empty."""

    heading: Heading
    nothing: str
    headline: str
    standing: str
    notices: tuple[str, ...]
    figure: FacetDotPlot | None
    conversations: tuple[Conversation, ...]
    steps: tuple[Step, ...]
    later: tuple[str, ...]
    crossed: Crossed
    agreement: Agreement
    layers: Layers
    adjusted: AdjustedView
    axes: tuple[AxisDetail, ...]
    inspiring: tuple[Inspiring, ...]
    benchmark: tuple[BenchmarkLine, ...]
    trend: TrendView | None
