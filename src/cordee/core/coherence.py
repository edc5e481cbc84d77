"""Coherence of vision, action and means: how far apart they stand, and the name of what that means."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np

from cordee.core.answers import Scores
from cordee.core.packs.instrument import FACETS, FacetId
from cordee.core.packs.rules import GapPattern, Scoring
from cordee.core.scoring import ROUNDING

WIDTH = 4
PAIRS: tuple[tuple[FacetId, FacetId], ...] = (("vision", "action"), ("vision", "means"), ("action", "means"))
"""The three differences between facets; the opposite ones are their negation."""


def coherence(facets: Scores) -> Scores:
    """Coherence of an axis: 1 − (highest facet − lowest facet) / 4, (…, F) → (…), in [0, 1].

    NaN where a facet is missing. 1: the three stand level; 0: one is full and another empty.

    >>> coherence(np.array([3.0, 2.0, 1.0]))
    array(0.5)
    """
    vision, action, means = (facets[..., facet] for facet in range(len(FACETS)))
    highest = np.maximum(np.maximum(vision, action), means)
    lowest = np.minimum(np.minimum(vision, action), means)
    return np.asarray(1 - (highest - lowest) / WIDTH)


def gaps(facets: Scores) -> Scores:
    """Signed gaps between facets, in the order of PAIRS: (…, F) → (…, 3), in [−4, 4].

    >>> gaps(np.array([3.0, 2.0, 1.0]))
    array([1., 2., 1.])
    """
    return np.stack([gap(facets, higher, lower) for higher, lower in PAIRS], axis=-1)


def gap(facets: Scores, higher: FacetId, lower: FacetId) -> Scores:
    """Signed gap between two facets, (…, F) → (…), in [−4, 4].

    >>> gap(np.array([3.0, 2.0, 1.0]), "vision", "means")
    array(2.)
    """
    return np.asarray(facets[..., FACETS.index(higher)] - facets[..., FACETS.index(lower)])


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern that holds on an axis; `gap` is None for the aligned ones."""

    pattern: str
    gap: float | None


def patterns_of(facets: Sequence[float], rules: Scoring) -> tuple[Found, ...]:
    """Return every gap pattern that holds on one axis, widest gap first, else the aligned one.

    `facets` (F,). Empty where a facet is missing. Ties keep the order of the pack. Gaps are compared after rounding
    to nine decimals.
    """
    if any(isnan(facet) for facet in facets):
        return ()
    held = [(pattern, _rounded_gap(facets, pattern)) for pattern in rules.patterns]
    named = [Found(pattern.id, wide) for pattern, wide in held if wide >= float(pattern.gap)]
    if named:
        return tuple(sorted(named, key=lambda found: -(found.gap or 0.0)))
    high = round(sum(facets) / len(facets), ROUNDING) >= float(rules.aligned_high_from)
    return (Found("aligned_high" if high else "aligned_low", None),)


def _rounded_gap(facets: Sequence[float], pattern: GapPattern) -> float:
    return round(facets[FACETS.index(pattern.higher)] - facets[FACETS.index(pattern.lower)], ROUNDING)


def leverage(by_topic: Scores, facets: Scores) -> Scores:
    """Share of an axis' incoherence that each of its topics explains, (T, F) and (F,) → (T,), in [0, 1], summing to 1.

    The incoherence of the axis is the gap between its highest and its lowest facet (`facets`, the first named where
    several tie), which is the mean over topics of the same gap. A topic that pulls the other way, or where one of the
    two was not answered, explains nothing. Equal shares where the axis has no gap to explain; NaN where the axis has
    no facet scores.

    >>> leverage(np.array([[4.0, 2.0, 0.0], [2.0, 2.0, 2.0]]), np.array([3.0, 2.0, 1.0]))
    array([1., 0.])
    """
    if np.isnan(facets).any():
        return np.full(len(by_topic), np.nan)
    pulls = gap(by_topic, *widest(facets.tolist()))
    pulls = np.where(np.isnan(pulls), 0.0, np.maximum(pulls, 0.0))
    if round(float(facets.max() - facets.min()), ROUNDING) == 0 or round(float(pulls.sum()), ROUNDING) == 0:
        return np.full(len(pulls), 1 / len(pulls))
    return np.asarray(pulls / pulls.sum())


def widest(facets: Sequence[float]) -> tuple[FacetId, FacetId]:
    """Return the highest and the lowest facet; the first named wins a tie.

    >>> widest([3.0, 1.0, 1.0])
    ('vision', 'action')
    """
    values = [round(value, ROUNDING) for value in facets]
    return FACETS[values.index(max(values))], FACETS[values.index(min(values))]
