"""How far a number moved between two independent waves, and whether that can be told from nothing."""

from dataclasses import dataclass
from math import sqrt
from typing import Literal

from cordee.core.comparability import NotComparable
from cordee.core.estimates import Estimate, Refusal

Verdict = Literal["rise", "fall", "not_distinguished"]


@dataclass(frozen=True, slots=True)
class Change:
    """A number in two waves, and how far it moved: `value` = after − before, with its interval.

    `verdict` is « rise », « fall » or « not_distinguished », the last when the interval covers 0; None without an
    interval. `refused` says why the two are not compared, `interval_refused` why there is a change without interval.
    """

    before: float | None
    after: float | None
    value: float | None = None
    se: float | None = None
    df: float | None = None
    lower: float | None = None
    upper: float | None = None
    verdict: Verdict | None = None
    refused: NotComparable | None = None
    interval_refused: Refusal | None = None


def change_between(before: Estimate, after: Estimate, level: float, scale: tuple[float, float]) -> Change:
    """Return how far a number moved between two independent waves, with its interval clipped to `scale`.

    >>> one, two = Estimate(1.0, 9, 0.3, 0.3, 1.7, 8), Estimate(2.2, 9, 0.4, 1.3, 3.1, 8)
    >>> found = change_between(one, two, 0.95, (-4, 4))
    >>> round(found.se, 3), round(found.df, 1), round(found.lower, 2), found.verdict
    (0.5, 14.8, 0.13, 'rise')
    """
    if before.value is None or after.value is None:
        return Change(before.value, after.value, refused=NotComparable.NO_VALUE)
    value = after.value - before.value
    if not (before.se is not None and before.df and after.se is not None and after.df):
        reason = before.interval_refused or after.interval_refused
        return Change(before.value, after.value, value, interval_refused=reason)
    se = sqrt(before.se**2 + after.se**2)
    df = welch_satterthwaite(before.se, before.df, after.se, after.df)
    half = _quantile(df, level) * se
    lower, upper = max(scale[0], value - half), min(scale[1], value + half)
    return Change(before.value, after.value, value, se, df, lower, upper, _verdict(lower, upper))


def welch_satterthwaite(se1: float, df1: float, se2: float, df2: float) -> float:
    """Degrees of freedom of √(se1² + se2²): between min(df1, df2) and df1 + df2, which is given when both se are 0.

    >>> welch_satterthwaite(0.5, 4, 0.5, 4), welch_satterthwaite(0.5, 4, 0.0, 9)
    (8.0, 4.0)
    """
    largest = max(se1, se2)
    if largest == 0:
        return df1 + df2
    one, two = (se1 / largest) ** 2, (se2 / largest) ** 2
    return (one + two) ** 2 / (one**2 / df1 + two**2 / df2)


def _verdict(lower: float, upper: float) -> Verdict:
    if lower > 0:
        return "rise"
    return "fall" if upper < 0 else "not_distinguished"


def _quantile(df: float, level: float) -> float:
    from scipy.special import stdtrit  # type: ignore[import-untyped]

    return float(stdtrit(df, (1 + level) / 2))
