"""Answers dealt out again inside a block, item by item: which ones the same person gave can no longer be read.

Scores, counts and agreement on an item do not see the difference. Intervals would: the width of a mean over items tells
how the answers of a person go together, and with five people and three questions it was enough to find every sheet of
answers again (docs/decisions/0009). So that widths stay right, answers are dealt so as to be as alike in a person as
they are on average over all: a single coarse number.
"""

import zlib
from collections.abc import Sequence

import numpy as np

from cordee.core.answers import Indices, Scores

SEED = 9
STEP, MOST = 0.25, 0.75
"""Likeness is kept to the nearest quarter, and no more than three: two bits for a whole alliance."""

CORRECTIONS = 2
ALMOST_NOTHING = 1e-9


def dealt_again(levels: Scores, blocks: Sequence[Indices]) -> Scores:
    """Deal the levels of each item among the rows of its block that have one: (R, I) → (R, I).

    What a row gets depends on the levels of each item in the block, on where rows stand, and on the coarse likeness of
    all; never on who gave what. Rows of no block are left as they are.

    >>> dealt_again(np.array([[0.0], [4.0], [2.0]]), [np.arange(3)]).ravel().tolist()
    [0.0, 2.0, 4.0]
    """
    wanted = coarse(likeness(levels, blocks))
    pull, dealt = wanted, _dealt(levels, blocks, wanted)
    for _ in range(CORRECTIONS if wanted else 0):
        # levels are few, so that what comes out is less alike than what was pulled for
        pull = min(1.0, pull * wanted / max(likeness(dealt, blocks), STEP / 2))
        dealt = _dealt(levels, blocks, pull)
    return dealt


def likeness(levels: Scores, blocks: Sequence[Indices]) -> float:
    """Return how alike the answers of one person are: the mean correlation between items, inside blocks; at most 1.

    With e the deviations of `levels` (R, I) from the mean of their block and item, 0 where there is no level:
    Σ_r ((Σ_i e_ri)² − Σ_i e_ri²) / Σ_blocks Σ_(i≠j) s_i s_j, s_i² being the sum of squares of item i in the block.
    0 where nothing varies. Rows of no block are left out.

    >>> round(likeness(np.array([[0.0, 1, 1], [2, 2, 3], [4, 3, 5]]), [np.arange(3)]), 9)
    1.0
    """
    above, below = 0.0, 0.0
    for rows in blocks:
        known = ~np.isnan(levels[rows])
        filled = np.where(known, levels[rows], 0.0)
        away = np.where(known, filled - filled.sum(axis=0) / np.maximum(known.sum(axis=0), 1), 0.0)
        squares = (away**2).sum(axis=0)
        above += float((away.sum(axis=1) ** 2).sum() - squares.sum())
        below += float(np.sqrt(squares).sum() ** 2 - squares.sum())
    return above / below if below > ALMOST_NOTHING else 0.0


def coarse(alike: float) -> float:
    """Round a likeness to what is kept of it: 0, 0.25, 0.5 or 0.75.

    >>> coarse(0.41), coarse(-0.2), coarse(1.0)
    (0.5, 0.0, 0.75)
    """
    return min(MOST, max(0.0, round(alike / STEP) * STEP))


def _dealt(levels: Scores, blocks: Sequence[Indices], pull: float) -> Scores:
    """Deal by luck that is shared between the items of a row: 0, not at all; 1, the luckiest has the most of each."""
    dealt = levels.copy()
    for rows in blocks:
        ordered = np.sort(levels[rows], axis=0)
        rng = np.random.default_rng([SEED, zlib.crc32(np.nan_to_num(ordered, nan=-1).astype(np.int8).tobytes())])
        shared, own = rng.standard_normal((len(rows), 1)), rng.standard_normal(ordered.shape)
        luck = np.sqrt(pull) * shared + np.sqrt(1 - pull) * own
        hand = np.empty_like(ordered)
        places = np.argsort(np.where(np.isnan(levels[rows]), np.inf, luck), axis=0)
        np.put_along_axis(hand, places, ordered, axis=0)
        dealt[rows] = hand
    return dealt
