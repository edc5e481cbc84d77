"""The variance of a linearised quantity, from the small table: over clusters, or over rows when rows are the units."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from cordee.stats.calibration.residuals import Residuals
from cordee.stats.grouping_keys import Places
from cordee.stats.item_sums import Form, ItemSums
from cordee.stats.port import Floats
from cordee.stats.strata import Clusters, Strata


class Spread(Protocol):
    """How a design spreads its estimates."""

    def variance(self, sums: ItemSums, form: Form) -> float:
        """Return the variance of a linearised quantity."""

    def degrees(self, sums: ItemSums, domains: Iterable[int]) -> int:
        """Return the degrees of freedom: clusters (or rows) of the base in these domains, minus their strata."""

    def meets_lone(self, sums: ItemSums, domains: Iterable[int]) -> bool:
        """Say whether the base in these domains meets a stratum with a single cluster."""


@dataclass(frozen=True)
class ClusterSpread:
    """Clusters are drawn: only their totals matter. `row_cluster` (R,) is the cluster of each group of rows."""

    strata: Strata
    clusters: Clusters
    row_cluster: Places
    residuals: Residuals | None = None

    def variance(self, sums: ItemSums, form: Form) -> float:
        """Return Σ over strata of f n / (n − 1) × Σ over clusters of (z − z̄)², z being the totals of clusters."""
        totals = np.zeros(len(self.clusters.stratum))
        for domain, coefficients in form.items():
            rows = sums.rows[domain]
            values = sums.first[rows] @ coefficients
            totals += np.bincount(self.row_cluster[rows], weights=values, minlength=len(totals))
        if self.residuals:
            totals -= self.residuals.cluster_margins @ self.residuals.fitted(sums, form)
        return self.strata.variance(self._by_stratum(totals), self._by_stratum(totals**2))

    def degrees(self, sums: ItemSums, domains: Iterable[int]) -> int:
        """Return the clusters of the base in these domains, minus their strata."""
        met = self._met(sums, domains)
        return len(met) - len(np.unique(self.clusters.stratum[met]))

    def meets_lone(self, sums: ItemSums, domains: Iterable[int]) -> bool:
        """Say whether one of the clusters of the base is alone in its stratum."""
        return bool(self.strata.lone[self.clusters.stratum[self._met(sums, domains)]].any())

    def _met(self, sums: ItemSums, domains: Iterable[int]) -> Places:
        rows = np.concatenate([sums.rows[domain] for domain in domains])
        return np.unique(self.row_cluster[rows[sums.count[rows] > 0]])

    def _by_stratum(self, totals: Floats) -> Floats:
        return np.bincount(self.clusters.stratum, weights=totals, minlength=len(self.strata.groups))


@dataclass(frozen=True)
class RowSpread:
    """Rows are drawn: sums of squares stand for the rows themselves. `row_stratum` (R,): stratum of each group."""

    strata: Strata
    row_stratum: Places
    residuals: Residuals | None = None

    def variance(self, sums: ItemSums, form: Form) -> float:
        """Return Σ over strata of f n / (n − 1) × (Σ z² − (Σ z)² / n) over rows."""
        size = len(self.strata.groups)
        total, square = np.zeros(size), np.zeros(size)
        fitted = self.residuals.fitted(sums, form) if self.residuals else None
        for domain, coefficients in form.items():
            rows = sums.rows[domain]
            stratum = self.row_stratum[rows]
            values = sums.first[rows] @ coefficients
            squares = np.einsum("rij,i,j->r", sums.squares[rows], coefficients, coefficients)
            if self.residuals and fitted is not None:
                squares -= 2 * self.residuals.of_rows(fitted)[rows] * (self.residuals.twice(sums)[rows] @ coefficients)
            total += np.bincount(stratum, weights=values, minlength=size)
            square += np.bincount(stratum, weights=squares, minlength=size)
        if self.residuals and fitted is not None:
            known = self.residuals.of_rows(fitted)
            total -= np.bincount(self.row_stratum, weights=self.residuals.weights * known, minlength=size)
            square += np.bincount(self.row_stratum, weights=self.residuals.squared * known**2, minlength=size)
        return self.strata.variance(total, square)

    def degrees(self, sums: ItemSums, domains: Iterable[int]) -> int:
        """Return the rows of the base in these domains, minus their strata."""
        rows = self._rows(sums, domains)
        return int(sums.count[rows].sum()) - len(np.unique(self.row_stratum[rows]))

    def meets_lone(self, sums: ItemSums, domains: Iterable[int]) -> bool:
        """Say whether one of the rows of the base is alone in its stratum."""
        return bool(self.strata.lone[self.row_stratum[self._rows(sums, domains)]].any())

    def _rows(self, sums: ItemSums, domains: Iterable[int]) -> Places:
        rows = np.concatenate([sums.rows[domain] for domain in domains])
        return np.asarray(rows[sums.count[rows] > 0])
