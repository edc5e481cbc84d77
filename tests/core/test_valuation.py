"""A social valuation worked by hand, and its range: every assumption moves it the way it should.

By hand: 100 people × 500 € = 50,000 €; × 0.8 × 0.9 × 0.75 = 27,000 € the first year; half the second year: 13,500 €.
At 0 %: 40,500 € / 20,000 € = 2.025. At 3.5 %: 26,086.96 + 12,602.39 = 38,689.35 € / 20,000 € = 1.934.
"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.valuation import Bounds, Outcome, present_value, valuation

COST = Decimal(20000)
CENTRAL = {"proxy": 500, "deadweight": 0.2, "displacement": 0.1, "attribution": 0.25, "drop_off": 0.5, "duration": 2}


def fixed(**moved: Bounds) -> Outcome:
    return Outcome("jobs", 100, {**{name: Bounds(x, x, x) for name, x in CENTRAL.items()}, **moved})


def test_the_case_by_hand() -> None:
    assert present_value(100, CENTRAL, 0) == pytest.approx(40500)
    found = valuation([fixed(deadweight=Bounds(0.1, 0.2, 0.4))], Bounds(0.035, 0.035, 0.035), COST)
    assert found is not None
    assert found.central == pytest.approx(1.9344675)
    rows = {row.assumption: row for row in found.rows}
    assert rows["deadweight"].at_low == pytest.approx(1.9344675 * 0.9 / 0.8)
    assert rows["deadweight"].at_high == pytest.approx(1.9344675 * 0.6 / 0.8)
    assert (found.lowest, found.highest) == (rows["deadweight"].at_high, rows["deadweight"].at_low)
    assert rows["discount"].at_low == rows["discount"].at_high == found.central


def test_without_a_cost_an_outcome_or_a_range_there_is_no_ratio() -> None:
    rate = Bounds(0, 0.03, 0.05)
    assert valuation([fixed()], rate, Decimal(0)) is None
    assert valuation([], rate, COST) is None
    assert valuation([fixed()], Bounds(0.03, 0.03, 0.03), COST) is None
    assert valuation([fixed()], rate, COST) is not None


@pytest.mark.parametrize("wrong", [(2, 1, 3), (1, 3, 2), (-1, 0, 1)])
def test_bounds_in_another_order_are_refused(wrong: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="low ≤ central ≤ high"):
        Bounds(*wrong)


def bounds(top: float) -> st.SearchStrategy[Bounds]:
    return st.lists(st.floats(0, top), min_size=3, max_size=3).map(lambda three: Bounds(*sorted(three)))


YEARS = st.lists(st.integers(1, 10), min_size=3, max_size=3).map(lambda three: Bounds(*sorted(three)))
SHARES = {name: bounds(1) for name in ("deadweight", "displacement", "attribution", "drop_off")}
ASSUMPTIONS = st.fixed_dictionaries({"proxy": bounds(10000), "duration": YEARS, **SHARES})


@given(ASSUMPTIONS, bounds(0.2), st.floats(1, 1000))
def test_the_range_holds_every_line_of_the_table(
    assumptions: dict[str, Bounds], discount: Bounds, quantity: float
) -> None:
    found = valuation([Outcome("one", quantity, assumptions)], discount, COST)
    if found is None:
        return
    slack = 1e-9 * (1 + found.highest)
    for ratio in (found.central, *(row.at_low for row in found.rows), *(row.at_high for row in found.rows)):
        assert found.lowest - slack <= ratio <= found.highest + slack


@given(ASSUMPTIONS, bounds(0.2))
def test_two_outcomes_add_up(assumptions: dict[str, Bounds], discount: Bounds) -> None:
    one = valuation([Outcome("one", 10, assumptions)], discount, COST)
    two = valuation([Outcome("one", 10, assumptions), Outcome("two", 10, assumptions)], discount, COST)
    if one is not None and two is not None:
        assert two.central == pytest.approx(2 * one.central)
