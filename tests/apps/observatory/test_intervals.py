"""Intervals of published figures: against R, and only where something is known."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.apps.observatory.published.intervals import gap, sampling_interval
from cordee.core.published import PublishedFigure

ONE = PublishedFigure("a", "s", "P", "citizens", 2019, "FR", "useful", 74, "percent", 2400, "")

# R 4.2.2, simple random sampling with replacement, logit interval with n − 1 degrees of freedom:
#   f <- function(p, n) { s <- sqrt(p * (1 - p) / (n - 1)); m <- qlogis(p); h <- qt(.975, n - 1) * s / (p * (1 - p))
#     100 * plogis(m + c(-h, h)) }
# for shares of .74, .91 and .35
FROM_R = [(74, 2400, 72.2058204, 75.7173106), (91, 302, 87.1835996, 93.7612935), (35, 302, 29.7998768, 40.5829641)]


@pytest.mark.parametrize(("value", "n", "lower", "upper"), FROM_R)
def test_the_interval_is_that_of_r(value: float, n: int, lower: float, upper: float) -> None:
    found = sampling_interval(replace(ONE, value=value, n=n))
    assert found.bounds == pytest.approx((lower, upper), abs=5e-7)


@given(st.integers(min_value=0, max_value=100), st.integers(min_value=30, max_value=5000))
def test_an_interval_holds_its_value_and_stays_on_the_scale(value: int, n: int) -> None:
    found = sampling_interval(replace(ONE, value=value, n=n))
    lower, upper = found.bounds
    assert 0 <= lower <= value <= upper <= 100


def test_nothing_is_made_up() -> None:
    assert not sampling_interval(replace(ONE, n=None)).has_interval
    assert not sampling_interval(replace(ONE, unit="mark", value=7.1)).has_interval
    assert gap(ONE, replace(ONE, population="mayors")) is None
    assert gap(ONE, replace(ONE, value=75)) is None
    unknown = gap(replace(ONE, year=2015, n=None, value=69), ONE)
    assert unknown is not None
    assert (unknown.value, unknown.has_interval) == (5, False)


def test_a_gap_adds_the_variances() -> None:
    before = replace(ONE, year=2015, value=69, n=2000)
    found = gap(before, ONE)
    assert found is not None
    half = (found.bounds[1] - found.bounds[0]) / 2
    alone = [(one.value / 100 * (1 - one.value / 100) / (one.n - 1)) for one in (before, ONE) if one.n]
    assert half == pytest.approx(100 * 1.9605 * sum(alone) ** 0.5, abs=0.001)
