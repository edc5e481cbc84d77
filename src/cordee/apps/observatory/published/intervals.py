"""What sampling alone leaves uncertain in a published figure, when its number of respondents is known.

The design, the weighting and the non-response of these surveys were not published: the interval is that of a simple
random sample of the same size, hence narrower than the true one, and it is said to be so wherever it is shown.
"""

from __future__ import annotations

from cordee.charts.readings import Estimate
from cordee.core.published import PublishedFigure
from cordee.stats.intervals import logit, student

LEVEL = 0.95


def sampling_interval(figure: PublishedFigure) -> Estimate:
    """Return the value with its interval under simple random sampling; without one when it cannot be known.

    A mark out of ten has none: its spread was not published.

    >>> from cordee.core.published import PublishedFigure
    >>> asked = PublishedFigure("a", "s", "P", "citizens", 2019, "FR", "useful", 74, "percent", 2400, "")
    >>> found = sampling_interval(asked)
    >>> round(found.lower, 1), round(found.upper, 1)
    (72.2, 75.7)
    """
    if figure.n is None or figure.unit != "percent":
        return Estimate(figure.value)
    share = figure.value / 100
    found = logit(share, _variance(figure.n, share), figure.n - 1, LEVEL, figure.n)
    return Estimate(figure.value, min(figure.value, 100 * found.lower), max(figure.value, 100 * found.upper))


def gap(before: PublishedFigure, after: PublishedFigure) -> Estimate | None:
    """Return after − before, in points, with its interval; None when they may not be compared.

    Two independent samples: the variances add up. Without both numbers of respondents, the gap has no interval.

    >>> from cordee.core.published import PublishedFigure
    >>> one = PublishedFigure("a", "s", "P", "citizens", 2015, "FR", "useful", 69, "percent", 2000, "")
    >>> two = PublishedFigure("b", "s", "P", "citizens", 2019, "FR", "useful", 74, "percent", 2400, "")
    >>> found = gap(one, two)
    >>> found.value, round(found.lower, 1), round(found.upper, 1)
    (5, 2.3, 7.7)
    """
    if before.wording != after.wording or before.place == after.place:
        return None
    value = after.value - before.value
    if before.n is None or after.n is None or before.unit != "percent":
        return Estimate(value)
    spread = sum(_variance(one.n or 0, one.value / 100) for one in (before, after))
    found = student(value, spread * 10_000, before.n + after.n - 2, LEVEL)
    return Estimate(value, found.lower, found.upper)


def _variance(n: int, share: float) -> float:
    return share * (1 - share) / (n - 1)
