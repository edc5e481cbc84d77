"""Variances from replicate weights: each estimate again with each of them, given by the file or drawn here."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from cordee.stats.design import Replicates
from cordee.stats.item_sums import Contrast, ItemSums, contrast_value
from cordee.stats.port import Floats


def spread_of(values: Floats, scales: Floats, centre: float | None = None) -> float:
    """Return Σ scale × (replicate − centre)², the centre being the mean of the replicates unless it is given.

    A replicate in which a domain is empty, and has no value, is left out, as R survey does.

    >>> spread_of(np.array([1.0, 3.0, np.nan]), np.ones(3)), spread_of(np.array([1.0, 3.0]), np.ones(2), 1.0)
    (2.0, 4.0)
    """
    kept = np.isfinite(values)
    if not kept.any():
        return float("nan")
    middle = values[kept][scales[kept] > 0].mean() if centre is None else centre
    return float((scales[kept] * (values[kept] - middle) ** 2).sum())


@dataclass(frozen=True)
class ReplicateSpread:
    """`weights`: names of the R columns of replicate weights in the prepared table."""

    asked: Replicates
    weights: tuple[str, ...]

    def variance(self, sums: ItemSums, contrast: Contrast) -> float:
        """Return scale × Σ rscales × (replicate − centre)²: the bootstrap of Rao, Wu & Yue 1992, jackknife, BRR.

        A replicate in which a domain is empty is left out, as R survey does.
        """
        values = np.array([self._value(sums, contrast, weight) for weight in self.weights])
        centre = contrast_value(sums, contrast) if self.asked.mse else None
        return self.scale() * spread_of(values, self.scales(), centre)

    def degrees(self, sums: ItemSums, domains: Iterable[int]) -> int:
        """Return the degrees of freedom that the design says, else the number of replicates minus one."""
        return self.asked.df if self.asked.df is not None else len(self.weights) - 1

    def meets_lone(self, sums: ItemSums, domains: Iterable[int]) -> bool:
        """Say no: replicate weights already carry what was decided for strata with one cluster."""
        return False

    def scale(self) -> float:
        """Return the factor of the method: JK1 (R − 1) / R, BRR 1 / (R (1 − fay)²), bootstrap 1 / (R − 1), JKn 1.

        >>> ReplicateSpread(Replicates(prefix="r", method="JK1"), ("r1", "r2", "r3", "r4")).scale()
        0.75
        """
        if self.asked.scale is not None:
            return self.asked.scale
        size = len(self.weights)
        scales = {"JK1": (size - 1) / size, "BRR": 1 / (size * (1 - self.asked.fay) ** 2), "bootstrap": 1 / (size - 1)}
        return scales.get(self.asked.method, 1.0)

    def scales(self) -> Floats:
        """Return the factor of each replicate, (R,)."""
        return np.array(self.asked.rscales) if self.asked.rscales else np.ones(len(self.weights))

    def _value(self, sums: ItemSums, contrast: Contrast, weight: str) -> float:
        again = sums.with_weight(weight)
        with np.errstate(divide="ignore", invalid="ignore"):
            return contrast_value(again, contrast)
