"""Who can inspire you, among many: those further along on an axis, nearest to you first, with the distance explained.

The express result, where one person gave a few traits, keeps the simpler count of `inspire`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from cordee.core.packs.instrument import Instrument
from cordee.core.packs.library import Story

TRAITS = ("profile", "size", "territory", "kind", "objective")
"""The questions of context a distance is made of: profile, size, territory, partnership type, priority objective."""

RANKED = frozenset({"size"})
"""Questions whose choices stand in order, so that two neighbours differ less than the two ends."""

UNKNOWN = frozenset({"dont_know", "other"})
"""Choices that bring nobody near: a trait with nothing else is missing, and two « other » are not alike."""

Given = Mapping[str, Sequence[str]]
"""Question of context → the choices that describe somebody; several when partners differ."""


class NotNear(StrEnum):
    """Why nobody, or not this one, is proposed; words in `measure_wording`."""

    STAGE_UNKNOWN = "stage_unknown"
    NOT_HIGHER = "not_higher"
    NOTHING_COMPARABLE = "nothing_comparable"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Peer:
    """An alliance as plain values: its traits, and the stage it reached on each axis (an id of the pack)."""

    id: str
    traits: Given
    stages: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Trait:
    """One part of a distance, in [0, 1]: 0 when both say the same; None when one of the two does not say."""

    question: str
    distance: float | None


@dataclass(frozen=True, slots=True)
class Near:
    """A story or a peer with its distance, in [0, 1], the mean of the parts that are known.

    `compared` is how many of the traits both say. `higher` is how many stages above the asker it stands on the axis,
    None for a story, whose stages nobody measured.
    """

    kind: Literal["story", "peer"]
    id: str
    distance: float
    parts: tuple[Trait, ...]
    compared: int
    higher: int | None


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Who can inspire on an axis, nearest first; `left_out` says who could not be and why."""

    axis: str
    near: tuple[Near, ...]
    left_out: tuple[tuple[str, NotNear], ...]
    refused: NotNear | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """What distances are measured on: the choices of ranked questions in order, stages in order, axes of topics."""

    ranks: Mapping[str, Sequence[str]]
    stages: Sequence[str]
    axis_of_topic: Mapping[str, str]


def scale_of(instrument: Instrument, stages: Iterable[str]) -> Scale:
    """Return the scale of a pack: ranked questions keep the order in which its instrument offers their choices."""
    ranks = {
        question.id: [choice.id for choice in question.choices if choice.id not in UNKNOWN]
        for question in instrument.context
        if question.id in RANKED
    }
    axis_of = {topic.id: axis.id for axis in instrument.axes for topic in axis.topics}
    return Scale(ranks, tuple(stages), axis_of)


def who_can_inspire(
    asking: Peer, axis: str, stories: Iterable[Story], peers: Iterable[Peer], scale: Scale
) -> Neighbours:
    """Return the stories on an axis, and the consenting peers at least one stage higher on it, nearest first.

    The caller gives only peers that consented. A story belongs to an axis when it sheds light on one of its topics; its
    stage was not measured, so that it is proposed for what it teaches (`Near.higher` is None). Left out: a peer not
    higher, or whose stage is not known, and whoever shares no known trait with the asker. Ties go to who has more
    traits to compare, then to the id.

    >>> scale = Scale({}, ("low", "high"), {})
    >>> me = Peer("me", {"profile": ["company"], "kind": ["patronage"]}, {"a": "low"})
    >>> other = Peer("other", {"profile": ["company"], "kind": ["several"]}, {"a": "high"})
    >>> [(near.id, near.distance, near.higher) for near in who_can_inspire(me, "a", [], [other], scale).near]
    [('other', 0.5, 1)]
    """
    candidates = [_story(story) for story in stories if _sheds_light(story, axis, scale)]
    left_out: list[tuple[str, NotNear]] = []
    for peer in peers:
        if peer.id == asking.id:
            continue
        higher = stages_above(asking, peer, axis, scale)
        if higher is None or higher < 1:
            left_out.append((peer.id, NotNear.STAGE_UNKNOWN if higher is None else NotNear.NOT_HIGHER))
        else:
            candidates.append(_Candidate("peer", peer.id, peer.traits, higher))
    placed = [_place(asking.traits, candidate, scale) for candidate in candidates]
    left_out += [(one.id, NotNear.NOTHING_COMPARABLE) for one in placed if not one.compared]
    near = sorted((one for one in placed if one.compared), key=lambda one: (one.distance, -one.compared, one.id))
    return Neighbours(axis, tuple(near), tuple(left_out), None if near else _refusal(left_out))


def stages_above(asking: Peer, other: Peer, axis: str, scale: Scale) -> int | None:
    """Return how many stages another stands above the asker on an axis, negative under; None where one is not known."""
    order = {stage: rank for rank, stage in enumerate(scale.stages)}
    mine, theirs = (order.get(each.stages.get(axis, "")) for each in (asking, other))
    return None if mine is None or theirs is None else theirs - mine


def gower(mine: Given, theirs: Given, scale: Scale) -> tuple[float | None, tuple[Trait, ...]]:
    """Return Gower's distance between two sets of traits, in [0, 1], and its parts, in the order of TRAITS.

    distance = Σ δ d / Σ δ, where δ is 1 for a trait that both say and 0 otherwise: what is missing neither brings
    near nor takes away. Ranked traits: d = |rank − rank| / (choices − 1), of their mean rank where there are several.
    Others: d = 1 − (choices in common) / (choices of the one that has fewer), which is 0 or 1 between single choices,
    as Gower has it. None where no trait is said by both. Source: Gower (1971), Biometrics 27, 857–871.

    >>> scale = Scale({"size": ("small", "middle", "large")}, (), {})
    >>> gower(
    ...     {"profile": ["company"], "size": ["small"]}, {"profile": ["company", "state"], "size": ["middle"]}, scale
    ... )[0]
    0.25
    """
    parts = tuple(Trait(question, _part(question, mine, theirs, scale)) for question in TRAITS)
    known = [part.distance for part in parts if part.distance is not None]
    return (sum(known) / len(known) if known else None), parts


def _part(question: str, mine: Given, theirs: Given, scale: Scale) -> float | None:
    one, two = (set(given.get(question, ())) - UNKNOWN for given in (mine, theirs))
    if question in scale.ranks:
        return _ranked_part(one, two, scale.ranks[question])
    if not one or not two:
        return None
    return 1 - len(one & two) / min(len(one), len(two))


def _ranked_part(one: Iterable[str], two: Iterable[str], order: Sequence[str]) -> float | None:
    ranks = [[order.index(choice) for choice in each if choice in order] for each in (one, two)]
    if not ranks[0] or not ranks[1] or len(order) < 2:
        return None
    mine, theirs = (sum(each) / len(each) for each in ranks)
    return abs(mine - theirs) / (len(order) - 1)


@dataclass(frozen=True, slots=True)
class _Candidate:
    kind: Literal["story", "peer"]
    id: str
    traits: Given
    higher: int | None


def _story(story: Story) -> _Candidate:
    return _Candidate("story", story.id, story.traits, None)


def _sheds_light(story: Story, axis: str, scale: Scale) -> bool:
    return any(scale.axis_of_topic.get(topic) == axis for topic in story.topics)


def _place(mine: Given, candidate: _Candidate, scale: Scale) -> Near:
    distance, parts = gower(mine, candidate.traits, scale)
    compared = sum(part.distance is not None for part in parts)
    return Near(candidate.kind, candidate.id, distance or 0.0, parts, compared, candidate.higher)


def _refusal(left_out: Sequence[tuple[str, NotNear]]) -> NotNear:
    """The reason closest to an answer: comparable comes last, then higher, then a known stage."""
    reasons = {reason for _, reason in left_out}
    for reason in (NotNear.NOTHING_COMPARABLE, NotNear.NOT_HIGHER, NotNear.STAGE_UNKNOWN):
        if reason in reasons:
            return reason
    return NotNear.NOBODY
