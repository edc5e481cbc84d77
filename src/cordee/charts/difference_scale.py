"""The ruler of differences: it holds zero, and every difference with its interval, on round graduations."""

from collections.abc import Iterable
from math import ceil, floor, log10

from cordee.charts.readings import Estimate, Scale

_MOST_STEPS = 5
_PARTS = (1.0, 2.0, 5.0, 10.0)


def difference_scale(readings: Iterable[Estimate], decimals: int) -> Scale:
    """Return the shortest ruler of round graduations that holds zero, the differences and their intervals.

    Meaning: a difference is read from zero, so zero is always there. Shapes: any number of readings;
    none gives −1 to 1. Errors: none.

    >>> difference_scale([Estimate(13.2, 8.3, 18.1), Estimate(-4, -11, 3)], 0).ticks
    (-20.0, -10.0, 0.0, 10.0, 20.0)
    >>> difference_scale([Estimate(0.2, -0.1, 0.5)], 1).ticks
    (-0.2, 0.0, 0.2, 0.4, 0.6)
    >>> difference_scale([], 0).ticks
    (-1.0, 0.0, 1.0)
    """
    numbers = [0.0, *(number for one in readings for number in one.numbers())]
    low, high = min(numbers), max(numbers)
    if low == high:
        return Scale(-1, 1, (-1.0, 0.0, 1.0), decimals=decimals)
    step = _round_step(low, high)
    first, last = floor(low / step - 1e-9) if low < 0 else 0, ceil(high / step - 1e-9) if high > 0 else 0
    ticks = tuple(round(rank * step, 9) for rank in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], ticks, decimals=decimals)


def _round_step(low: float, high: float) -> float:
    """Return the smallest step of 1, 2 or 5 times a power of ten that covers a range in a few."""
    power = 10.0 ** floor(log10((high - low) / _MOST_STEPS))
    return next(power * part for part in _PARTS if power * part * _MOST_STEPS >= (high - low) * (1 - 1e-9))
