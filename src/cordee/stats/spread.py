"""The variance of a linearised quantity, from the small table: over clusters, or over rows when rows are the units."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from cordee.stats.calibration.residuals import Residuals
from cordee.stats.grouping_keys import Places, totals
from cordee.stats.item_sums import Contrast, Form, ItemSums, form_of
from cordee.stats.port import Floats
from cordee.stats.strata import Clusters, Strata

ROUNDING = 1e-14
"""Part of the sum of squares under which what calibration leaves of it is nothing but the rounding of that sum."""


class Spread(Protocol):
    """How a design spreads its estimates."""

    def variance(self, sums: ItemSums, contrast: Contrast) -> float:
        """Return the variance of what is estimated."""

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

    def variance(self, sums: ItemSums, contrast: Contrast) -> float:
        """Return Σ over strata of f n / (n − 1) × Σ over clusters of (z − z̄)², z being the totals of clusters."""
        form, values = form_of(sums, contrast), np.zeros(len(self.clusters.stratum))
        for domain, coefficients in form.items():
            rows = sums.rows[domain]
            values += totals(self.row_cluster[rows], sums.first[rows] @ coefficients, len(values))
        if self.residuals:
            values -= self.residuals.cluster_margins @ self.residuals.fitted(sums, form)
        return self.strata.variance(self._by_stratum(values), self._by_stratum(values**2))

    def degrees(self, sums: ItemSums, domains: Iterable[int]) -> int:
        """Return the clusters of the base in these domains, minus their strata."""
        met = self._met(sums, domains)
        return len(met) - _distinct(self.clusters.stratum[met])

    def meets_lone(self, sums: ItemSums, domains: Iterable[int]) -> bool:
        """Say whether one of the clusters of the base is alone in its stratum."""
        return bool(self.strata.lone[self.clusters.stratum[self._met(sums, domains)]].any())

    def _met(self, sums: ItemSums, domains: Iterable[int]) -> Places:
        rows = np.concatenate([sums.rows[domain] for domain in domains])
        return np.flatnonzero(np.bincount(self.row_cluster[rows[sums.present[rows]]]))

    def _by_stratum(self, values: Floats) -> Floats:
        return totals(self.clusters.stratum, values, len(self.strata.groups))


@dataclass(frozen=True)
class RowSpread:
    """Rows are drawn: sums of squares stand for the rows themselves. `row_stratum` (R,): stratum of each group."""

    strata: Strata
    row_stratum: Places
    residuals: Residuals | None = None

    def variance(self, sums: ItemSums, contrast: Contrast) -> float:
        """Return Σ over strata of f n / (n − 1) × (Σ z² − (Σ z)² / n) over rows."""
        form = form_of(sums, contrast)
        values, squares = np.zeros(sums.table.groups), np.zeros(sums.table.groups)
        for domain, coefficients in form.items():
            rows = sums.rows[domain]
            values[rows] = sums.first[rows] @ coefficients
            squares[rows] = np.einsum("rij,i,j->r", sums.squares[rows], coefficients, coefficients)
        if self.residuals is None:
            return self.strata.variance(self._by_stratum(values), self._by_stratum(squares))
        whole = self.strata.scale @ self._by_stratum(squares)
        self._leave_residuals(sums, form, self.residuals, values, squares)
        variance = self.strata.variance(self._by_stratum(values), self._by_stratum(squares))
        return variance if variance > ROUNDING * whole else 0.0

    def _leave_residuals(
        self, sums: ItemSums, form: Form, residuals: Residuals, values: Floats, squares: Floats
    ) -> None:
        """Take x′B off each value: Σ w (z − x′B) and Σ w² (z − x′B)² in each group of rows, x being the same in all."""
        explained = residuals.of_rows(residuals.fitted(sums, form))
        values -= residuals.weights * explained
        squares += residuals.squared * explained**2
        for domain, coefficients in form.items():
            rows = sums.rows[domain]
            squares[rows] -= 2 * explained[rows] * (residuals.twice(sums)[rows] @ coefficients)

    def _by_stratum(self, values: Floats) -> Floats:
        return totals(self.row_stratum, values, len(self.strata.groups))

    def degrees(self, sums: ItemSums, domains: Iterable[int]) -> int:
        """Return the rows of the base in these domains, minus their strata."""
        rows = self._rows(sums, domains)
        return int(sums.count[rows].sum()) - _distinct(self.row_stratum[rows])

    def meets_lone(self, sums: ItemSums, domains: Iterable[int]) -> bool:
        """Say whether one of the rows of the base is alone in its stratum."""
        return bool(self.strata.lone[self.row_stratum[self._rows(sums, domains)]].any())

    def _rows(self, sums: ItemSums, domains: Iterable[int]) -> Places:
        rows = np.concatenate([sums.rows[domain] for domain in domains])
        return np.asarray(rows[sums.count[rows] > 0])


def _distinct(places: Places) -> int:
    """Count the different places: quicker than sorting them, and asked twice for each estimate."""
    return int(np.count_nonzero(np.bincount(places)))
