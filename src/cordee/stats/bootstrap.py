"""Variances from replicates drawn here: each estimate again with each draw of the clusters."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from cordee.stats.columns import Column
from cordee.stats.design import Replicates
from cordee.stats.families import Family
from cordee.stats.grouping_keys import Places
from cordee.stats.item_sums import Contrast, ItemSums, contrast_value, contrast_values, layout_of
from cordee.stats.port import Floats, Sums
from cordee.stats.replicates import spread_of
from cordee.stats.replication import Replication
from cordee.stats.spread import ClusterSpread


@dataclass(frozen=True)
class BootstrapSpread:
    """Replicates are drawn here. `by_cell` holds the sums of a family by stratum, cluster, domain and cell.

    `row_cluster`, `row_cell` (R,): those of each group of rows of `by_cell`. `design`: how clusters are spread, which
    gives the degrees of freedom, and says where one is alone.
    """

    asked: Replicates
    replication: Replication
    by_cell: Sums
    row_cluster: Places
    row_cell: Places
    family: Family
    design: ClusterSpread

    def variance(self, sums: ItemSums, contrast: Contrast) -> float:
        """Return Σ (replicate − centre)² / (B − 1): the bootstrap of Rao, Wu & Yue 1992, calibrated again each time."""
        with np.errstate(divide="ignore", invalid="ignore"):
            values = contrast_values(self._totals(sums), contrast)
        centre = contrast_value(sums, contrast) if self.asked.mse else None
        return spread_of(values, np.ones(len(values)), centre) / (len(values) - 1)

    def degrees(self, sums: ItemSums, domains: Iterable[int]) -> int:
        """Return the degrees of freedom that the design says, else clusters of the base minus their strata."""
        return self.asked.df if self.asked.df is not None else self.design.degrees(sums, domains)

    def meets_lone(self, sums: ItemSums, domains: Iterable[int]) -> bool:
        """Say whether one of the clusters of the base is alone in its stratum, hence in every replicate as it is."""
        return self.design.meets_lone(sums, domains)

    def _totals(self, sums: ItemSums) -> Floats:
        """Return the totals of the columns of an item in its domains by each replicate, (B, D, J)."""
        columns, found = self._together[sums.item.domains]
        return found[:, :, [columns.index(column) for column in sums.item.columns]]

    @cached_property
    def _together(self) -> Mapping[tuple[str, ...], tuple[list[Column], Floats]]:
        """Return the totals of every column of the family, by the domains of its items: one product for all of them."""
        made = {}
        for names in dict.fromkeys(item.domains for item in self.family.items):
            items = [item for item in self.family.items if item.domains == names]
            columns = list(dict.fromkeys(column for item in items for column in item.columns))
            values = np.column_stack([self.by_cell.of(1, column) for column in columns])
            rows = layout_of(self.by_cell, names).rows
            made[names] = columns, self.replication.totals(self.row_cluster, self.row_cell, rows, values)
        return made
