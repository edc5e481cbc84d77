"""An interval is the estimate ± Student's quantile × the spread of the draws, or is refused with its reason."""

import numpy as np
import pytest
from scipy import stats

from cordee.core.estimates import Estimate, IntervalRule, Refusal, Support, estimates_of, refused

RULE = IntervalRule(0.95, 3)
WIDE = (-100.0, 100.0)


def one(draws, n=9, df=8, scale=WIDE, rule=RULE) -> Estimate:
    return estimates_of(np.array(draws, dtype=float)[:, None], Support(np.array([n]), np.array([df])), rule, scale)[0]


def drawn(centre=2.0, error=0.5, draws=500, seed=3):
    return [centre, *np.random.default_rng(seed).normal(centre, error, draws)]


@pytest.mark.parametrize("df", [1, 2, 8, 40])
@pytest.mark.parametrize("level", [0.8, 0.95, 0.99])
def test_the_interval_is_students(df, level):
    draws = drawn()
    found = one(draws, df=df, rule=IntervalRule(level, 3))
    error = np.std(draws[1:], ddof=1)
    half = stats.t.ppf((1 + level) / 2, df) * error
    assert found.se == pytest.approx(error, rel=1e-12)
    assert (found.lower, found.upper) == pytest.approx((2 - half, 2 + half), rel=1e-12)
    assert found.df == df


def test_it_never_leaves_the_scale():
    found = one(drawn(3.9), df=1, scale=(0, 4))
    assert found.upper == 4
    assert found.lower >= 0


def test_a_value_a_hair_outside_the_scale_comes_back_in():
    assert one([4.000000000000001, 4, 4, 4], scale=(0, 4)).value == 4


def test_draws_without_spread_give_a_point():
    found = one([2, 2, 2, 2])
    assert (found.se, found.lower, found.upper) == (0, 2, 2)


@pytest.mark.parametrize(
    ("n", "df", "reason"),
    [(2, 5, Refusal.TOO_FEW_RESPONDENTS), (9, 0, Refusal.NO_SPREAD_KNOWN), (9, -1, Refusal.NO_SPREAD_KNOWN)],
)
def test_the_value_stays_when_the_interval_is_refused(n, df, reason):
    found = one(drawn(), n=n, df=df)
    assert found == Estimate(2.0, n, interval_refused=reason)


def test_without_draws_no_spread_is_known():
    assert one([2.0]).interval_refused is Refusal.NO_SPREAD_KNOWN


def test_nothing_behind_it_is_no_answer():
    assert one([np.nan, np.nan, np.nan], n=0) == refused(Refusal.NO_ANSWER)


def test_draws_that_say_nothing_are_left_aside():
    draws = drawn()
    holed = [value if place % 4 else np.nan for place, value in enumerate(draws, 1)]
    holed[0] = draws[0]
    known = [value for value in holed[1:] if not np.isnan(value)]
    assert one(holed).se == pytest.approx(np.std(known, ddof=1), rel=1e-9)


def test_one_column_is_not_disturbed_by_another():
    good, holed = drawn(), [2.0, *[np.nan] * 499, 2.0]
    both = np.array([good, holed]).T
    found = estimates_of(both, Support(np.array([9, 9]), np.array([8, 8])), RULE, WIDE)
    assert found[0] == one(good)
    assert found[1].se == 0


def test_each_column_has_its_own_degrees_of_freedom():
    draws = np.array([drawn(), drawn(), drawn()]).T
    found = estimates_of(draws, Support(np.array([9, 9, 2]), np.array([8, 0, 3])), RULE, WIDE)
    assert [each.df for each in found] == [8, None, None]
    assert found[0].lower < found[0].value


def test_the_opposite_difference_mirrors_its_bounds():
    found = one(drawn(1.5)).negated()
    assert found.value == -1.5
    assert found.lower == -one(drawn(1.5)).upper
    assert found.se == one(drawn(1.5)).se
    assert refused(Refusal.NO_ANSWER).negated() == refused(Refusal.NO_ANSWER)


def test_plain_values_are_json():
    assert one([2, 2, 2, 2]).as_dict() == {
        "value": 2, "n": 9, "se": 0, "lower": 2, "upper": 2, "df": 8, "refused": None, "interval_refused": None,
    }  # fmt: skip
