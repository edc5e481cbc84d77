"""What a calibration did to the weights: how far it went, and what it costs in precision."""

from dataclasses import asdict, dataclass

import numpy as np

from cordee.stats.calibration.calibrating import Calibrated
from cordee.stats.port import Floats


@dataclass(frozen=True, slots=True)
class Diagnostics:
    """`iterations` of the solver; `largest_gap` to a total, relative; ratios g of weights: least, greatest, and their
    1st, 50th and 99th percentiles over rows; `negative` rows with a weight under or at 0; `n`; effective size
    n_eff = (Σ w)² / Σ w² before and after; `design_effect` of the weights = n / n_eff after (Kish 1965)."""

    iterations: int
    largest_gap: float
    least_ratio: float
    percentile_1: float
    median_ratio: float
    percentile_99: float
    greatest_ratio: float
    negative: int
    n: int
    n_eff_before: float
    n_eff: float
    design_effect: float

    def as_dict(self) -> dict[str, float | int]:
        """Return the diagnostics as plain values."""
        return asdict(self)


def diagnose(calibrated: Calibrated) -> Diagnostics:
    """Return what a calibration did, from its cells alone."""
    cells, ratios = calibrated.cells, calibrated.solution.ratios
    n = cells.counts.sum()
    after = (cells.weights @ ratios) ** 2 / (cells.squared @ ratios**2)
    low, middle, high = _percentiles(ratios, cells.counts, (0.01, 0.5, 0.99))
    return Diagnostics(
        calibrated.solution.iterations, float(np.abs(calibrated.solution.gaps).max()),
        float(ratios.min()), low, middle, high, float(ratios.max()),
        int(cells.counts[ratios <= 0].sum()), int(n),
        float(cells.weights.sum() ** 2 / cells.squared.sum()), float(after), float(n / after),
    )  # fmt: skip


def _percentiles(ratios: Floats, counts: Floats, shares: tuple[float, ...]) -> list[float]:
    """Return the smallest ratio at or under which each share of the rows lies.

    >>> _percentiles(np.array([2.0, 1.0]), np.array([1.0, 9.0]), (0.5, 0.95))
    [1.0, 2.0]
    """
    order = np.argsort(ratios)
    below = np.cumsum(counts[order]) / counts.sum()
    return [float(ratios[order][np.searchsorted(below, share)]) for share in shares]
