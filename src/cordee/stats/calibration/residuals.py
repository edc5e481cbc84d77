"""What calibration leaves unexplained: variances after calibration rest on residuals, as R survey's `calibrate()`."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from cordee.stats.calibration.cells import Cells
from cordee.stats.columns import CALIBRATED, Known
from cordee.stats.grouping_keys import Places
from cordee.stats.item_sums import Form, ItemSums
from cordee.stats.port import Floats, Sums


@dataclass(frozen=True)
class Residuals:
    """A row's residual is its linearised value minus x′B: x its margins, B the regression by the first weights.

    `by_cell` holds the sums of each domain and cell: a table of its own where clusters are drawn, the same table where
    rows are. `cluster_margins` (P, p): calibrated totals of the p categories in each cluster; empty where rows are
    drawn. Source: Deville & Särndal 1992; B by first weights and residuals by calibrated ones is R's convention.
    """

    cells: Cells
    by_cell: Sums
    cluster_margins: Floats = field(default_factory=lambda: np.zeros((0, 0)))

    @cached_property
    def row_cell(self) -> Places:
        """Return the cell of each group of rows of `by_cell`, (R,)."""
        return self.cells.places([self.by_cell.keys[column] for column in self.cells.columns])

    def fitted(self, sums: ItemSums, form: Form) -> Floats:
        """Return B (p,), the regression of a linearised quantity on the margins."""
        own = sums.in_cells
        if own is None:
            raise ValueError("the sums of this item were not taken by cell")
        explained = np.zeros(self.cells.margins.shape[1])
        for domain, coefficients in form.items():
            rows = own.rows[domain]
            values = own.first[rows] @ coefficients
            by_cell = np.bincount(self.row_cell[rows], weights=values, minlength=len(self.cells.margins))
            explained += self.cells.margins.T @ by_cell
        return np.asarray(self.cells.inverse @ explained)

    def of_rows(self, fitted: Floats) -> Floats:
        """Return x′B for each group of rows of `by_cell`, (R,)."""
        return np.asarray((self.cells.margins @ fitted)[self.row_cell])

    @cached_property
    def weights(self) -> Floats:
        """Return the calibrated weights of each group of rows, (R,)."""
        return self.by_cell.of(1, Known(), CALIBRATED)

    @cached_property
    def squared(self) -> Floats:
        """Return the sum of squared calibrated weights of each group of rows, (R,)."""
        return self.by_cell.of(2, Known(), CALIBRATED)

    def twice(self, sums: ItemSums) -> Floats:
        """Return Σ w² × column by the calibrated weights in each group of rows, (R, J)."""
        return np.column_stack([self.by_cell.of(2, column, CALIBRATED) for column in sums.item.columns])
