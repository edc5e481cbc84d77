"""Drawn replicates: clusters drawn again with replacement, and weights calibrated again on the cells of each draw."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from cordee.stats.calibration.calibrating import Calibrated
from cordee.stats.calibration.distances import distance_of
from cordee.stats.calibration.solving import Solution, solve
from cordee.stats.design import Calibration
from cordee.stats.faults import refusal
from cordee.stats.grouping_keys import Places, totals
from cordee.stats.port import Floats
from cordee.stats.strata import Clusters

GROUPS_AT_ONCE = 20_000
"""Groups of rows whose multipliers are in memory together: 32 MB for 200 replicates."""


@dataclass(frozen=True)
class Replication:
    """What B replicates do to the weight of a row: × `multipliers` (B, P) of its cluster × `ratios` (B, C) of its cell.

    Without calibration there is one cell, whose ratios are 1.
    """

    multipliers: Floats
    ratios: Floats

    def totals(self, cluster: Places, cell: Places, domains: Sequence[Places], values: Floats) -> Floats:
        """Return the totals of K columns in D domains by each replicate, (B, D, K).

        `cluster`, `cell` (R,): those of each group of rows; `domains[d]`: the groups of a domain; `values` (R, K): sums
        by the first weights. A matrix product by domain: its cost grows with groups × replicates, never with rows.

        >>> draws = Replication(np.array([[2.0, 0.0], [0.0, 2.0]]), np.ones((2, 1)))
        >>> none = np.zeros(2, dtype=np.intp)
        >>> draws.totals(np.array([0, 1]), none, [np.array([0, 1])], np.array([[5.0], [7.0]])).ravel().tolist()
        [10.0, 14.0]
        """
        found = np.zeros((len(self.multipliers), len(domains), values.shape[1]))
        for place, groups in enumerate(domains):
            for start in range(0, len(groups), GROUPS_AT_ONCE):
                part = groups[start : start + GROUPS_AT_ONCE]
                found[:, place] += (self.multipliers[:, cluster[part]] * self.ratios[:, cell[part]]) @ values[part]
        return found


def drawn_multipliers(clusters: Clusters, count: int, seed: int) -> Floats:
    """Return the multipliers of P clusters in each of `count` replicates, (count, P).

    In a stratum of n clusters, n − 1 are drawn with replacement; one drawn r times has the multiplier r n / (n − 1),
    and 1 where it is alone. Over draws their mean is 1, and the variance of a total is its linearised variance.
    Source: Rao & Wu 1988; Rao, Wu & Yue 1992. The bits of PCG64 are the same for a seed on every machine and in every
    version of NumPy, clusters are in a stable order: the same replicates are drawn anywhere.

    >>> pair = Clusters((("s", 1), ("s", 2)), np.array([0, 0]))
    >>> sorted({tuple(row) for row in drawn_multipliers(pair, 50, 1).tolist()})
    [(0.0, 2.0), (2.0, 0.0)]
    """
    bits = np.random.PCG64(seed)
    found = np.ones((count, len(clusters.stratum)))
    for stratum in range(int(clusters.stratum.max(initial=-1)) + 1):
        members = np.flatnonzero(clusters.stratum == stratum)
        if len(members) > 1:
            found[:, members] = _drawn(bits, count, len(members)) * len(members) / (len(members) - 1)
    return found


def _drawn(bits: np.random.PCG64, count: int, size: int) -> Floats:
    """Return how many times each of `size` clusters is drawn, `size` − 1 being drawn each time, (count, size)."""
    raw = np.asarray(bits.random_raw(count * (size - 1)), dtype=np.uint64).reshape(count, size - 1)
    chosen = ((raw >> np.uint64(11)).astype(np.float64) * 2.0**-53 * size).astype(np.intp)
    flat = (np.arange(count)[:, None] * size + chosen).ravel()
    return np.bincount(flat, minlength=count * size).reshape(count, size).astype(np.float64)


def calibrated_again(
    calibrated: Calibrated, asked: Calibration, multipliers: Floats, cluster: Places, cell: Places, weights: Floats
) -> Floats:
    """Return the ratios of weights that bring each replicate to the margins, (B, C).

    `cluster`, `cell`, `weights` (R,): those of each group of rows. SurveyRefused: replicates that cannot reach them.
    """
    clusters, cells = multipliers.shape[1], len(calibrated.cells.weights)
    crossed = totals(cluster * cells + cell, weights, clusters * cells).reshape(clusters, cells)
    found = [_solved(calibrated, asked, drawn) for drawn in multipliers @ crossed]
    missed = [solution for solution in found if not solution.reached(asked.tolerance)]
    if missed:
        worst = int(np.max([np.abs(np.nan_to_num(each.gaps, nan=1.0)) for each in missed], axis=0).argmax())
        variable, category = calibrated.cells.categories[worst]
        counted = {"count": len(missed), "replicates": len(found)}
        told = "replicate-not-reached" if category else "replicate-number-not-reached"
        raise refusal(told, asked.margins, variable=variable, category=category, **counted)
    return np.array([solution.ratios for solution in found])


def _solved(calibrated: Calibrated, asked: Calibration, weights: Floats) -> Solution:
    """Calibrate the cells of one replicate."""
    cells, distance = replace(calibrated.cells, weights=weights), distance_of(asked.method, asked.bounds)
    return solve(cells, calibrated.totals, distance, asked.tolerance, asked.max_iterations)
