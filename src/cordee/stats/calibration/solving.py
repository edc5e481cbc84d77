"""Solving a calibration on the table of cells: a damped Newton descent of a convex function of p unknowns."""

from dataclasses import dataclass

import numpy as np

from cordee.stats.calibration.cells import Cells, scale_of
from cordee.stats.calibration.distances import Distance
from cordee.stats.port import Floats

HALVINGS = 40
SUFFICIENT = 1e-4


@dataclass(frozen=True, slots=True)
class Solution:
    """`ratios` (C,): g of each cell; `gaps` (p,): what is left to each total, relative to it; `iterations`."""

    ratios: Floats
    gaps: Floats
    iterations: int

    def reached(self, tolerance: float) -> bool:
        """Say whether every total is reached to a relative tolerance."""
        return bool(np.abs(self.gaps).max(initial=0.0) <= tolerance)


def solve(cells: Cells, totals: Floats, distance: Distance, tolerance: float, max_iterations: int) -> Solution:
    """Find λ such that Σ over cells of d F(x′λ) x = totals, by descending Σ d ∫F(x′λ) − totals′λ.

    Shapes: C cells, p categories, `totals` (p,) > 0. Steps are halved until the function goes down enough, so that it
    converges from the first weights whenever a solution exists. Once the tolerance is met, two more steps are taken:
    near the solution Newton doubles the exact digits. Source: Deville & Särndal 1992, § 2; with raking, the limit is
    that of iterative proportional fitting (Deming & Stephan 1940).

    >>> from cordee.stats.calibration.distances import Raking
    >>> x, d = np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([10.0, 30.0])
    >>> cells = Cells(("sex",), (("f",), ("m",)), (("sex", "f"), ("sex", "m")), x, d, d, d)
    >>> solve(cells, np.array([20.0, 20.0]), Raking(), 1e-10, 50).ratios.round(6).tolist()
    [2.0, 0.666667]
    """
    unknown = np.zeros(len(totals))
    best, polishing = _at(cells, totals, distance, unknown, 0), 0
    for iteration in range(1, max_iterations + 1):
        step = _newton_step(cells, totals, distance, unknown)
        length = _step_length(cells, totals, distance, unknown, step)
        unknown = unknown + length * step
        found = _at(cells, totals, distance, unknown, iteration)
        better = np.abs(found.gaps).max() < np.abs(best.gaps).max()
        best = found if better else best
        polishing += best.reached(tolerance)
        if length == 0 or polishing > 2 or (polishing and not better):
            break
    return best


def _at(cells: Cells, totals: Floats, distance: Distance, unknown: Floats, iteration: int) -> Solution:
    ratios = distance.ratio(cells.margins @ unknown)
    return Solution(ratios, (cells.weights * ratios) @ cells.margins / totals - 1, iteration)


def _newton_step(cells: Cells, totals: Floats, distance: Distance, unknown: Floats) -> Floats:
    u = cells.margins @ unknown
    gradient = (cells.weights * distance.ratio(u)) @ cells.margins - totals
    curvature = cells.margins.T @ ((cells.weights * distance.slope(u))[:, None] * cells.margins)
    # Totals of very different sizes are brought to one scale before the system is solved.
    scale = scale_of(curvature)
    scaled = np.linalg.lstsq(curvature / np.outer(scale, scale), gradient / scale, rcond=1e-12)[0]
    return np.asarray(-scaled / scale)


def _step_length(cells: Cells, totals: Floats, distance: Distance, unknown: Floats, step: Floats) -> float:
    """Return the first of 1, ½, ¼… that makes the function go down enough; 0 when none does."""
    u, along = cells.margins @ unknown, cells.margins @ step
    slope = float(cells.weights * distance.ratio(u) @ along - totals @ step)
    start = float(cells.weights @ distance.potential(u) - totals @ unknown)
    slack = 1e-13 * (abs(start) + float(np.abs(totals @ np.abs(unknown))) + float(totals.sum()))
    for halving in range(HALVINGS):
        length = 0.5**halving
        value = float(cells.weights @ distance.potential(u + length * along) - totals @ (unknown + length * step))
        if value <= start + SUFFICIENT * length * slope + slack:
            return length
    return 0.0
