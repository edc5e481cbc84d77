"""What a figure places on a scale: an estimate with or without its interval, or a reason why there is none."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Literal

Facet = Literal["vision", "action", "means"]
FACETS: tuple[Facet, Facet, Facet] = ("vision", "action", "means")

Standing = Literal["higher", "lower", "alike", "untested", "hidden", "not_surveyed"]
"""Beside the rest: above, below, not told apart, not compared; or without a value: hidden, or never asked."""
View = Literal["intervals", "tiles", "outlines"]
"""How regions are shown: their intervals in a list, tiles, or their outlines."""

LARGEST = 1e6
"""Largest number a figure writes: beyond, change the unit so that labels stay short."""

_SLACK = 1e-9  # floating-point noise accepted when an estimate sits on its own bound


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number and, when it is known, the interval around it, all in the unit of the scale.

    Refuses a number that is not finite, half an interval, and an interval that does not hold the value.

    >>> Estimate(3.4, 2.9, 3.8).has_interval, Estimate(3.4).has_interval
    (True, False)
    """

    value: float
    lower: float | None = None
    upper: float | None = None

    def __post_init__(self) -> None:
        if not all(isfinite(number) for number in self.numbers()):
            raise ValueError(f"{self}: a number that is not finite cannot be drawn; use Missing(reason).")
        if (self.lower is None) != (self.upper is None):
            raise ValueError(f"{self}: an interval needs both bounds; give lower and upper, or neither.")
        lower, upper = self.bounds
        if not lower - _SLACK <= self.value <= upper + _SLACK:
            raise ValueError(f"{self}: the value lies outside its own interval; check the computation.")

    @property
    def has_interval(self) -> bool:
        """Whether the estimate comes with its interval."""
        return self.lower is not None

    @property
    def bounds(self) -> tuple[float, float]:
        """Lower and upper bound; the value twice when there is no interval.

        >>> Estimate(2.0).bounds
        (2.0, 2.0)
        """
        if self.lower is None or self.upper is None:
            return self.value, self.value
        return self.lower, self.upper

    def numbers(self) -> Iterator[float]:
        """The numbers that are known: value, then bounds."""
        return (number for number in (self.value, self.lower, self.upper) if number is not None)


@dataclass(frozen=True, slots=True)
class Missing:
    """No number, and why, in the reader's language (« moins de 3 répondants »)."""

    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError("Missing needs its reason: a reader must know why there is no number.")


Reading = Estimate | Missing


@dataclass(frozen=True, slots=True)
class Scale:
    """The ruler of a figure: ends, graduations, names of the graduations, unit and decimals shown.

    >>> Scale(names=("absent", "emerging", "structured", "shared", "driving")).fraction(3)
    0.75
    """

    minimum: float = 0
    maximum: float = 4
    ticks: tuple[float, ...] = (0, 1, 2, 3, 4)
    names: tuple[str, ...] = ()
    unit: str = ""
    decimals: int = 1

    def __post_init__(self) -> None:
        if not -LARGEST <= self.minimum < self.maximum <= LARGEST:
            raise ValueError(f"{self}: the minimum must lie under the maximum, both within ±{LARGEST:,.0f}.")
        if not 0 <= self.decimals <= 3 or len(self.unit) > 8:
            raise ValueError(f"{self}: 0 to 3 decimals, and a unit of 8 characters at most; write it in the subtitle.")
        if list(self.ticks) != sorted(set(self.ticks)) or not all(map(self.holds, self.ticks)):
            raise ValueError(f"{self}: ticks must rise, each once, between minimum and maximum.")
        if self.names and len(self.names) != len(self.ticks):
            raise ValueError(f"{self}: give one name per tick ({len(self.ticks)}), or none.")

    def holds(self, value: float) -> bool:
        """Whether the value lies on the ruler, ends included."""
        return self.minimum - _SLACK <= value <= self.maximum + _SLACK

    def fraction(self, value: float) -> float:
        """Place of a value on the ruler, 0 at the minimum and 1 at the maximum, clipped to the ends."""
        return min(1.0, max(0.0, (value - self.minimum) / (self.maximum - self.minimum)))


LEVELS = Scale()
PERCENT = Scale(0, 100, (0, 25, 50, 75, 100), unit="%", decimals=0)
