"""Bootstrap draws for small alliances: the partners are all there, their people are a sample.

In a circle where each organisation has two respondents or more, organisations are strata and respondents are drawn
inside each: n − 1 of n, with replacement, rescaled (Rao & Wu 1988), so that small groups are not flattered. Where one
organisation has a single respondent, nothing is known of the spread inside it: whole organisations are drawn instead.
Only people who gave at least one level are drawn: a sheet of don't-knows moves nothing.
"""

import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cordee.core.answers import AnswerTable, Indices, Scores
from cordee.core.averages import ratio, weighted_mean_of_known

LARGEST_BLOCK = 4_000_000
"""Units × draws held in memory at once; more are drawn block after block, with the same result."""


@dataclass(frozen=True, slots=True)
class CircleDraws:
    """The item scores of one circle over the draws.

    `items` (1 + B, I): row 0 is the estimate, the others its draws; NaN where nobody answered. `organisations_drawn`
    tells which units were drawn: whole organisations, or respondents inside them.
    """

    items: Scores
    organisations_drawn: bool


@dataclass(frozen=True, slots=True)
class Strata:
    """Units (N, I) that are drawn inside strata of `sizes` (S,): their means are averaged with `weights` (S,).

    Inside a stratum each unit counts for its own of `unit_weights` (N,).
    """

    units: Scores
    sizes: Indices
    weights: Scores
    unit_weights: Scores

    @property
    def alike(self) -> bool:
        """Whether every unit counts for the same."""
        return bool((self.unit_weights == self.unit_weights[0]).all())


def draw_circle(table: AnswerTable, circle: int, draws: int, seed: int) -> CircleDraws:
    """Return the item scores of a circle, x̄(c, i) = mean over organisations of the mean over their respondents.

    Each organisation counts for its weight, one unless the table says otherwise: Σ w_o x̄_o / Σ w_o over those who know.
    `circle` is an index of `table.circles`; `draws` may be 0, for the estimates alone. The draws depend on the seed,
    the circle and the answers in it: neither on names, nor on the order of the file, nor on the other circles.
    Source: Rao & Wu (1988), « Resampling inference with complex survey data », JASA 83.
    """
    rows = np.flatnonzero((table.circle_of == circle) & table.answered.any(axis=1))
    if not len(rows):
        return CircleDraws(np.full((1 + draws, len(table.items)), np.nan), organisations_drawn=False)
    rows, sizes, weights = _by_answers(table, rows)
    scores = table.scores[rows]
    means = organisation_means(scores, sizes)
    rng = np.random.default_rng([seed, zlib.crc32(table.circles[circle].encode())])
    alone = bool(sizes.min() < 2)
    drawn = _organisations(means, weights) if alone else Strata(scores, sizes, weights, np.ones(len(scores)))
    items = np.empty((1 + draws, len(table.items)))
    items[0] = weighted_mean_of_known(means, weights)
    _draw_into(items[1:], drawn, rng)
    return CircleDraws(items, organisations_drawn=alone)


def organisation_means(scores: Scores, sizes: Indices) -> Scores:
    """Mean of each organisation on each item: (O, I), from respondents grouped in a row, `sizes` (O,) in each.

    >>> organisation_means(np.array([[1.0], [3.0], [4.0]]), np.array([2, 1]))
    array([[2.],
           [4.]])
    """
    known = ~np.isnan(scores)
    starts = np.cumsum(sizes) - sizes
    total = np.add.reduceat(np.where(known, scores, 0.0), starts, axis=0)
    return ratio(total, np.add.reduceat(known, starts, axis=0, dtype=np.intp))


def multiplicities(sizes: Indices, draws: int, rng: np.random.Generator) -> Scores:
    """How often each unit is drawn: (draws, N), where each stratum of n units gives n − 1 draws with replacement.

    `sizes` (S,) are the units of each stratum, two at least; N is their sum.

    >>> multiplicities(np.array([3, 2]), 2, np.random.default_rng(1)).sum(axis=1)
    array([3., 3.])
    """
    total = int(sizes.sum())
    stratum = np.repeat(np.arange(len(sizes)), sizes - 1)
    starts = (np.cumsum(sizes) - sizes)[stratum]
    picks = (rng.random((draws, len(stratum))) * sizes[stratum]).astype(np.intp)
    picks += starts + total * np.arange(draws)[:, None]
    counts = np.bincount(picks.ravel(), minlength=draws * total)
    return counts.reshape(draws, total).astype(np.float64)


def _by_answers(table: AnswerTable, rows: Indices) -> tuple[Indices, Indices, Scores]:
    """Rows grouped by organisation, in an order that depends on the answers alone; size and weight of each group."""
    scores = table.scores[rows]
    keys = [row.tobytes() for row in np.where(np.isnan(scores), -1, scores).astype(np.int8)]
    groups: dict[int, list[int]] = {}
    for place, organisation in enumerate(table.organisation_of[rows].tolist()):
        groups.setdefault(organisation, []).append(place)
    weights = table.organisation_weights
    ordered = [(weights[one], sorted(group, key=keys.__getitem__)) for one, group in groups.items()]
    ordered.sort(key=lambda pair: ([keys[place] for place in pair[1]], pair[0]))
    return (
        rows[[place for _, group in ordered for place in group]],
        np.array([len(group) for _, group in ordered]),
        np.array([weight for weight, _ in ordered]),
    )


def _organisations(means: Scores, weights: Scores) -> Strata:
    """Whole organisations as the units of one stratum."""
    return Strata(means, np.array([len(means)]), np.ones(1), weights)


def _draw_into(draws: Scores, strata: Strata, rng: np.random.Generator) -> None:
    """Fill `draws` (B, I) with the mean over strata of the mean of their units; a single unit is repeated."""
    if len(strata.units) < 2:
        draws[:] = strata.units
        return
    block = max(1, LARGEST_BLOCK // len(strata.units))
    for start in range(0, len(draws), block):
        part = draws[start : start + block]
        part[:] = _mean_over_strata(strata, multiplicities(strata.sizes, len(part), rng))


def _mean_over_strata(strata: Strata, drawn: Scores) -> Scores:
    """Mean of the strata's means, item by item, over the draws.

    Where every unit of a stratum has an item, its mean over the draws is one product of matrices for all strata at
    once; only the incomplete pairs (stratum, item), and units that weigh differently, need a division each.
    """
    units, sizes, weights = strata.units, strata.sizes, strata.weights
    known = ~np.isnan(units)
    filled = np.where(known, units, 0.0)
    starts = np.cumsum(sizes) - sizes
    whole = np.logical_and.reduceat(known, starts, axis=0) & strata.alike
    partial = np.logical_or.reduceat(known, starts, axis=0) & ~whole
    means = drawn / np.repeat((sizes - 1) / weights, sizes)
    total = means @ np.where(np.repeat(whole, sizes, axis=0), filled, 0.0)
    if not partial.any():
        return ratio(total, np.broadcast_to(weights @ whole, total.shape))
    count = np.repeat((weights @ whole)[None], len(drawn), axis=0)
    drawn = drawn * strata.unit_weights
    for start, size, weight, columns in zip(starts, sizes, weights, partial, strict=True):
        if columns.any():
            part = slice(start, start + size)
            _add_partial(drawn[:, part], units[part], weight, columns, total, count)
    return ratio(total, count)


def _add_partial(
    drawn: Scores, units: Scores, stratum_weight: float, columns: NDArray[np.bool_], total: Scores, count: Scores
) -> None:
    known = ~np.isnan(units[:, columns])
    weight = drawn @ known.astype(np.float64)
    present = weight > 0
    sums = drawn @ np.where(known, units[:, columns], 0.0)
    total[:, columns] += stratum_weight * np.divide(sums, weight, out=np.zeros_like(weight), where=present)
    count[:, columns] += stratum_weight * present
