"""Intervals of estimates: Student's on the scale of the value, on the logit for a share."""

from dataclasses import dataclass
from math import exp, log, nan, sqrt

from scipy.special import betaincinv, stdtrit  # type: ignore[import-untyped]


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """A standard error, an interval, and degrees of freedom; `nan` where one is not known."""

    se: float = nan
    lower: float = nan
    upper: float = nan
    df: int = 0


def student(value: float, variance: float, df: int, level: float) -> Uncertainty:
    """Return value ± t × se, t being Student's quantile for `df` degrees of freedom; no interval when df < 1.

    >>> found = student(10.0, 4.0, 5, 0.95)
    >>> round(found.lower, 4), round(found.upper, 4)
    (4.8588, 15.1412)
    """
    se = sqrt(variance)
    if df < 1:
        return Uncertainty(df=df)
    half = quantile(level, df) * se
    return Uncertainty(se, value - half, value + half, df)


def logit(share: float, variance: float, df: int, level: float, n_eff: float) -> Uncertainty:
    """Return the interval of a share, symmetric on the logit (Korn & Graubard 1998; `svyciprop(method = "logit")`).

    logit p ± t × se / (p (1 − p)), brought back to [0, 1]. For 0 and for 1 the logit does not exist: the other bound is
    the exact one of a binomial of the effective size (Clopper & Pearson 1934).

    >>> found = logit(0.2, 0.0004, 30, 0.95, 400.0)
    >>> round(found.lower, 4), round(found.upper, 4)
    (0.1623, 0.244)
    >>> round(logit(0.0, 0.0, 30, 0.95, 100.0).upper, 4)
    0.0362
    """
    if df < 1:
        return Uncertainty(df=df)
    if not 0 < share < 1:
        return _edge(share, df, level, n_eff)
    se = sqrt(variance)
    half = quantile(level, df) * se / (share * (1 - share))
    middle = log(share / (1 - share))
    return Uncertainty(se, _share_of(middle - half), _share_of(middle + half), df)


def _edge(share: float, df: int, level: float, n_eff: float) -> Uncertainty:
    beyond = float(betaincinv(1, n_eff, (1 + level) / 2))
    return Uncertainty(0.0, 0.0, beyond, df) if share <= 0 else Uncertainty(0.0, 1 - beyond, 1.0, df)


def _share_of(middle: float) -> float:
    """Return the inverse of the logit, without overflow.

    >>> _share_of(0.0), _share_of(-1000.0)
    (0.5, 0.0)
    """
    return 1 / (1 + exp(-middle)) if middle > 0 else exp(middle) / (1 + exp(middle))


def quantile(level: float, df: int) -> float:
    """Return Student's two-sided quantile.

    >>> round(quantile(0.95, 10), 6)
    2.228139
    """
    return float(stdtrit(df, (1 + level) / 2))
