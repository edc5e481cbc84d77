"""What a show of hands may tell: nothing under a number of votes, else how they spread and whether there are camps."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cordee.core.distribution import LEVELS, Distribution, is_bimodal, medians_of
from cordee.core.packs.rules import Bimodal


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes on one item once the ballot is closed.

    `cast` counts every vote, those who do not know included; `needed` is how many levels it takes to show anything.
    `distribution` is None under that: then nothing else of the votes may be known.
    """

    cast: int
    needed: int
    distribution: Distribution | None


def tally_of(votes: Sequence[int | None], fewest: int, rule: Bimodal) -> Tally:
    """Count votes: levels from 0 to 4, None for « does not know ».

    Shown from `fewest` levels on; those who do not know are counted with them, and do not help to reach it. Each vote
    weighs one: there is no organisation behind it. Raises ValueError for a level off the scale.

    >>> from decimal import Decimal
    >>> rule = Bimodal(distance=Decimal("0.5"), share=Decimal("0.25"))
    >>> tally_of([0, 0, 1, 4, 4, None], 5, rule).distribution
    Distribution(counts=(2, 1, 0, 0, 2), dont_know=1, not_applicable=0, unanswered=0, median=1.0, bimodal=True)
    >>> tally_of([2, 2, 2, 2, None], 5, rule)
    Tally(cast=5, needed=5, distribution=None)
    """
    levels = [vote for vote in votes if vote is not None]
    if any(level not in range(LEVELS) for level in levels):
        raise ValueError(f"a vote is a level from 0 to {LEVELS - 1}, or None")
    if len(levels) < fewest:
        return Tally(len(votes), fewest, None)
    return Tally(len(votes), fewest, _distribution(levels, len(votes) - len(levels), rule))


def _distribution(levels: Sequence[int], dont_know: int, rule: Bimodal) -> Distribution:
    counts = tuple(levels.count(level) for level in range(LEVELS))
    scores = np.array(levels, dtype=np.float64)
    median = float(medians_of(np.array([counts], dtype=np.float64))[0])
    camps = is_bimodal(scores, np.arange(len(levels)), float(scores.mean()), rule)
    return Distribution(counts, dont_know, 0, 0, median, camps)
