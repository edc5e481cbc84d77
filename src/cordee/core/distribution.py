"""What lies behind a mean: how many chose each level, who did not know, and whether there are two camps."""

from dataclasses import dataclass
from math import isnan

import numpy as np
from numpy.typing import NDArray

from cordee.core.answers import Indices, Mark, Scores
from cordee.core.packs.rules import Bimodal

LEVELS = 5
TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Distribution:
    """Answers to one item: counts for levels 0 to 4, then those who gave none, the median, and the two-camps flag."""

    counts: tuple[int, ...]
    dont_know: int
    not_applicable: int
    unanswered: int
    median: float | None
    bimodal: bool

    @property
    def dont_know_share(self) -> float | None:
        """Share of don't-knows among those who answered or did not know; None when there is nobody.

        >>> Distribution((1, 0, 0, 0, 0), 1, 0, 5, 0.0, False).dont_know_share
        0.5
        """
        asked = sum(self.counts) + self.dont_know
        return self.dont_know / asked if asked else None


def level_counts(levels: Scores) -> Scores:
    """How many respondents chose each level of each item: (R, I) → (I, 5). NaN is left out.

    >>> level_counts(np.array([[0.0, 4.0], [0.0, np.nan]]))
    array([[2., 0., 0., 0., 0.],
           [0., 0., 0., 0., 1.]])
    """
    return np.stack([(levels == level).sum(axis=0) for level in range(LEVELS)], axis=1).astype(np.float64)


def medians_of(counts: Scores) -> Scores:
    """Median of the answers to each item, from its counts: (I, 5) → (I,); NaN for an item without answers.

    >>> medians_of(np.array([[1.0, 0, 0, 1, 0], [0, 0, 0, 0, 0]]))
    array([1.5, nan])
    """
    total = counts.sum(axis=1, keepdims=True)
    upto = counts.cumsum(axis=1)
    low = (upto > (total - 1) // 2).argmax(axis=1)
    high = (upto > total // 2).argmax(axis=1)
    return np.where(total[:, 0] > 0, (low + high) / 2, np.nan)


def distributions_of(
    levels: Scores,
    marks: NDArray[np.int8],
    organisation_of: Indices,
    means: Scores,
    rule: Bimodal,
    weights: Scores | None = None,
) -> list[Distribution]:
    """Return the distribution of the answers to each item.

    `levels` and `marks` (R, I) over the respondents in view, `organisation_of` (R,) their organisations, which count
    for their `weights` (O,), one when None; `means` (I,) the item scores they are read with, NaN where there is none.
    """
    counts = level_counts(levels)
    columns = [
        counts.astype(int),
        *((marks == mark).sum(axis=0) for mark in (Mark.DONT_KNOW, Mark.NOT_APPLICABLE, Mark.UNANSWERED)),
        medians_of(counts),
        _bimodal(levels, counts, organisation_of, means, rule, weights),
    ]
    return [
        Distribution(tuple(each), dont_know, not_applicable, unanswered, _known(median), bimodal)
        for each, dont_know, not_applicable, unanswered, median, bimodal in zip(
            *(column.tolist() for column in columns), strict=True
        )
    ]


def _bimodal(
    levels: Scores, counts: Scores, organisation_of: Indices, means: Scores, rule: Bimodal, weights: Scores | None
) -> NDArray[np.bool_]:
    """Look for two camps only where no answer lies near the mean, which few items have."""
    far = np.abs(np.arange(LEVELS) - means[:, None]) > float(rule.distance) + TOLERANCE
    flags = np.asarray((counts.sum(axis=1) > 0) & (far | (counts == 0)).all(axis=1))
    for item in np.flatnonzero(flags):
        flags[item] = is_bimodal(levels[:, item], organisation_of, float(means[item]), rule, weights)
    return flags


def is_bimodal(
    levels: Scores, organisation_of: Indices, mean: float, rule: Bimodal, weights: Scores | None = None
) -> bool:
    """Tell whether a mean hides two camps.

    True when no answer lies within `rule.distance` of the mean and each side holds at least `rule.share` of the
    organisations. Each organisation weighs one, or its weight of `weights` (O,), shared between its respondents: an
    organisation split in half counts half on each side. `levels` (R,), NaN left out.

    >>> from decimal import Decimal
    >>> rule = Bimodal(distance=Decimal("0.5"), share=Decimal("0.25"))
    >>> is_bimodal(np.array([1.0, 1, 4, 4]), np.array([0, 1, 2, 3]), 2.5, rule)
    True
    """
    known = ~np.isnan(levels)
    answers, organisations = levels[known], organisation_of[known]
    if not len(answers) or (np.abs(answers - mean) <= float(rule.distance) + TOLERANCE).any():
        return False
    names, place, size = np.unique(organisations, return_inverse=True, return_counts=True)
    shares = ((np.ones(len(names)) if weights is None else weights[names]) / size)[place]
    below = float(shares[answers < mean].sum() / shares.sum())
    return min(below, 1 - below) >= float(rule.share) - TOLERANCE


def _known(value: float) -> float | None:
    return None if isnan(value) else value
