"""How far a calibrated weight may go from the first one: the calibration functions of Deville & Särndal (1992)."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from cordee.stats.port import Floats


class Distance(Protocol):
    """A distance, by the function F that gives the ratio of weights g = F(u), u = x′λ; F(0) = 1, F′ > 0."""

    def ratio(self, u: Floats) -> Floats:
        """Return F(u)."""

    def slope(self, u: Floats) -> Floats:
        """Return F′(u)."""

    def potential(self, u: Floats) -> Floats:
        """Return the integral of F from 0 to u: convex, so that descending it converges from anywhere."""


class Linear:
    """F(u) = 1 + u: least squares; ratios may be negative.

    >>> Linear().ratio(np.array([0.5])).tolist()
    [1.5]
    """

    def ratio(self, u: Floats) -> Floats:
        """Return F(u)."""
        return 1 + u

    def slope(self, u: Floats) -> Floats:
        """Return F′(u)."""
        return np.ones_like(u)

    def potential(self, u: Floats) -> Floats:
        """Return the integral of F from 0 to u."""
        return u + u**2 / 2


class Raking:
    """F(u) = exp(u): raking ratio (Deming & Stephan 1940); ratios are positive.

    >>> Raking().ratio(np.array([0.0])).tolist()
    [1.0]
    """

    def ratio(self, u: Floats) -> Floats:
        """Return F(u)."""
        return np.asarray(np.exp(np.minimum(u, 300.0)))

    def slope(self, u: Floats) -> Floats:
        """Return F′(u)."""
        return self.ratio(u)

    def potential(self, u: Floats) -> Floats:
        """Return the integral of F from 0 to u."""
        return self.ratio(u) - 1


@dataclass(frozen=True, slots=True)
class Logit:
    """F between two bounds: (L (U − 1) + U (1 − L) e^{Au}) / (U − 1 + (1 − L) e^{Au}), A = (U − L) / ((1 − L)(U − 1)).

    >>> Logit(0.5, 2.0).ratio(np.array([-99.0, 0.0, 99.0])).tolist()
    [0.5, 1.0, 2.0]
    """

    low: float
    high: float

    @property
    def _rate(self) -> float:
        return (self.high - self.low) / ((1 - self.low) * (self.high - 1))

    def _share(self, u: Floats) -> Floats:
        """Return how far F is from its lower bound to its upper one, in [0, 1]."""
        odds = np.exp(np.clip(self._rate * u, -300, 300)) * (1 - self.low) / (self.high - 1)
        return np.asarray(odds / (1 + odds))

    def ratio(self, u: Floats) -> Floats:
        """Return F(u)."""
        return self.low + (self.high - self.low) * self._share(u)

    def slope(self, u: Floats) -> Floats:
        """Return F′(u)."""
        share = self._share(u)
        return (self.high - self.low) * self._rate * share * (1 - share)

    def potential(self, u: Floats) -> Floats:
        """Return the integral of F from 0 to u."""
        odds = np.log((1 - self.low) / (self.high - 1))
        rise = np.logaddexp(0, self._rate * u + odds) - np.logaddexp(0, odds)
        return np.asarray(self.low * u + (self.high - self.low) / self._rate * rise)


def distance_of(method: str, bounds: tuple[float, ...] | None) -> Distance:
    """Return the distance of a method; `bounds` serve logit only."""
    if method == "logit" and bounds:
        return Logit(*bounds)
    return Linear() if method == "linear" else Raking()
