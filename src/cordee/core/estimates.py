"""An estimate with its uncertainty, or the reason why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import isnan

import numpy as np
from numpy.typing import NDArray


class Refusal(StrEnum):
    """Why a number is not given; `wording.refusal_words` says each one in both languages."""

    NO_ANSWER = "no_answer"
    UNDER_HALF = "under_half"
    FACET_MISSING = "facet_missing"
    CIRCLE_MISSING = "circle_missing"
    TOO_FEW_RESPONDENTS = "too_few_respondents"
    NO_SPREAD_KNOWN = "no_spread_known"
    TOO_FEW_COMMON = "too_few_common"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its interval (95 % unless the pack says otherwise).

    `refused` says why there is no value; `interval_refused` why a value comes without interval. `n` is how many
    respondents it rests on, `df` the degrees of freedom of its spread. Bounds are on the scale of the value.
    """

    value: float | None
    n: int
    se: float | None = None
    lower: float | None = None
    upper: float | None = None
    df: int | None = None
    refused: Refusal | None = None
    interval_refused: Refusal | None = None

    def excludes(self, number: float) -> bool:
        """Tell whether the interval is known and lies wholly on one side of a number.

        >>> Estimate(1.2, 9, 0.3, 0.5, 1.9, 8).excludes(0)
        True
        >>> Estimate(1.2, 1, interval_refused=Refusal.TOO_FEW_RESPONDENTS).excludes(0)
        False
        """
        if self.lower is None or self.upper is None:
            return False
        return self.lower > number or self.upper < number

    def negated(self) -> "Estimate":
        """Return the estimate of the opposite difference: same uncertainty, bounds swapped.

        >>> Estimate(1.5, 9, 0.5, 0.5, 2.5, 8).negated().lower
        -2.5
        """
        if self.value is None:
            return self
        lower, upper = _minus(self.upper), _minus(self.lower)
        return Estimate(-self.value + 0.0, self.n, self.se, lower, upper, self.df, None, self.interval_refused)

    def as_dict(self) -> Mapping[str, float | int | str | None]:
        """Return the estimate as plain values, for JSON."""
        return {name: getattr(self, name) for name in self.__slots__}


def _minus(bound: float | None) -> float | None:
    return None if bound is None else -bound + 0.0


def refused(reason: Refusal, n: int = 0) -> Estimate:
    """Return an estimate that gives no value, with the reason.

    >>> refused(Refusal.NO_ANSWER).value is None
    True
    """
    return Estimate(None, n, refused=reason, interval_refused=reason)


@dataclass(frozen=True, slots=True)
class Support:
    """What K numbers rest on: `respondents` (K,) behind each, and `df` (K,), the degrees of freedom of its spread.

    `df` is 0 where a part of the spread cannot be known; then no interval is given.
    """

    respondents: NDArray[np.intp]
    df: NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class IntervalRule:
    """How intervals are drawn: their `level` (0.95), and the `fewest_respondents` under which there is none."""

    level: float
    fewest_respondents: int

    def refusal(self, n: int, df: int) -> Refusal | None:
        """Return why a value resting on `n` respondents and `df` degrees of freedom gets no interval, or None.

        >>> IntervalRule(level=0.95, fewest_respondents=3).refusal(n=2, df=1).value
        'too_few_respondents'
        """
        if n < self.fewest_respondents:
            return Refusal.TOO_FEW_RESPONDENTS
        return Refusal.NO_SPREAD_KNOWN if df <= 0 else None


def estimates_of(
    draws: NDArray[np.float64], support: Support, rule: IntervalRule, scale: tuple[float, float]
) -> list[Estimate]:
    """Return one estimate a column: row 0 of `draws` (1 + B, K) is the estimate, the others its bootstrap draws.

    Interval: value ± t × se, clipped to `scale`; t is the quantile of Student's law for the degrees of freedom of the
    column, se the standard deviation of its draws (B − 1 divisor). Refused under `rule.fewest_respondents`
    respondents or without degrees of freedom (docs/measures, « interval »).

    >>> support, rule = Support(np.array([4]), np.array([3])), IntervalRule(0.95, 3)
    >>> estimate = estimates_of(np.array([[2.0], [1.5], [2.0], [2.5]]), support, rule, (0, 4))[0]
    >>> estimate.se, round(estimate.lower, 3)
    (0.5, 0.409)
    """
    values = np.clip(draws[0], *scale)
    if len(draws) < 3 or not (support.df > 0).any():
        pairs = zip(values.tolist(), support.respondents.tolist(), strict=True)
        return [_bare(value, n, 0, rule) for value, n in pairs]
    errors = _spread(draws)
    half = _quantiles(support.df, rule.level) * errors
    lower, upper = np.clip([values - half, values + half], *scale).tolist()
    rows = zip(
        values.tolist(), support.respondents.tolist(), support.df.tolist(), errors.tolist(), lower, upper, strict=True
    )
    return [_with_interval(row, rule) for row in rows]


def _spread(draws: NDArray[np.float64]) -> NDArray[np.float64]:
    """Standard deviation of the draws of each column, those without a value left aside.

    Deviations are taken from the estimate, which lies among its draws, so that one pass is exact enough.
    """
    deviations = draws[1:] - draws[0]
    spread = _deviation(deviations, len(deviations))
    broken = np.flatnonzero(np.isnan(spread))
    if len(broken):
        known = ~np.isnan(deviations[:, broken])
        filled = np.where(known, deviations[:, broken], 0.0)
        spread[broken] = _deviation(filled, np.maximum(known.sum(axis=0), 2))
    return spread


def _deviation(deviations: NDArray[np.float64], count: NDArray[np.intp] | int) -> NDArray[np.float64]:
    squares = np.einsum("bk,bk->k", deviations, deviations)
    return np.asarray(np.sqrt(np.maximum(squares - deviations.sum(axis=0) ** 2 / count, 0.0) / (count - 1)))


def _quantiles(df: NDArray[np.intp], level: float) -> NDArray[np.float64]:
    # Imported here: a single respondent has no interval, and should not wait for it.
    from scipy.special import stdtrit  # type: ignore[import-untyped]

    return np.asarray(stdtrit(np.maximum(df, 1).astype(np.float64), (1 + level) / 2))


def _bare(value: float, n: int, df: int, rule: IntervalRule) -> Estimate:
    if isnan(value):
        return refused(Refusal.NO_ANSWER, n)
    return Estimate(value, n, interval_refused=rule.refusal(n, df))


def _with_interval(row: tuple[float, int, int, float, float, float], rule: IntervalRule) -> Estimate:
    value, n, df, se, lower, upper = row
    if isnan(value) or rule.refusal(n, df):
        return _bare(value, n, df, rule)
    return Estimate(value, n, se, lower, upper, df)
