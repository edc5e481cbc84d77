"""Full cost with its hidden time, worked by hand, and the results that have no cost of their own yet."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.costs import Cost, FullCost, NoUnitCost, cost_per_result, full_cost

# By hand: 12,000 € paid; 200 h hidden at 30 € = 6,000 €; 50 h shown at 40 € = 2,000 €; 15 h that nobody valued.
LINES = (
    Cost("a", Decimal(12000)),
    Cost("a", hours=Decimal(200), hourly_cost=Decimal(30), hidden=True),
    Cost("b", hours=Decimal(50), hourly_cost=Decimal(40)),
    Cost("b", hours=Decimal(15), hidden=True),
)


def test_hidden_time_counts_and_unvalued_hours_stay_hours() -> None:
    cost = full_cost(LINES)
    found = FullCost(Decimal(14000), Decimal(6000), Decimal(15), 4, Decimal(12000), Decimal(265), Decimal(215))
    assert cost == found
    assert (cost.total, cost.hidden_share) == (Decimal(20000), 0.3)


def test_a_result_costs_at_least_that_when_hours_were_not_valued() -> None:
    found = cost_per_result(full_cost(LINES), Decimal(80))
    assert (found.value, found.at_least) == (Decimal(250), True)
    assert not cost_per_result(full_cost(LINES[:3]), Decimal(80)).at_least


@pytest.mark.parametrize(
    ("lines", "count", "why"),
    [
        (LINES, None, NoUnitCost.NO_RESULT),
        (LINES, Decimal(0), NoUnitCost.ZERO_RESULT),
        ((), Decimal(4), NoUnitCost.NO_COST),
        (LINES[3:], Decimal(4), NoUnitCost.NO_COST),
    ],
)
def test_what_makes_no_sense_is_refused(lines: tuple[Cost, ...], count: Decimal | None, why: NoUnitCost) -> None:
    found = cost_per_result(full_cost(lines), count)
    assert (found.value, found.refused) == (None, why)


def test_nothing_costs_nothing_and_has_no_share() -> None:
    assert full_cost(()).hidden_share is None


@pytest.mark.parametrize(
    "wrong", [{}, {"euros": Decimal(1), "hours": Decimal(1)}, {"euros": Decimal(-1)}, {"hours": Decimal(-1)}]
)
def test_a_line_that_cannot_be_is_refused(wrong: dict[str, Decimal]) -> None:
    with pytest.raises(ValueError, match=r"euros or hours|never negative"):
        Cost("a", **wrong)


MONEY = st.decimals(0, 10**6, places=2)


@given(st.lists(st.builds(lambda euros, hidden: Cost("a", euros, hidden=hidden), MONEY, st.booleans())))
def test_the_order_of_lines_and_what_is_hidden_change_no_total(lines: list[Cost]) -> None:
    cost = full_cost(lines)
    assert cost.total == full_cost(reversed(lines)).total == sum((line.euros or Decimal(0)) for line in lines)
    assert cost.hidden_share is None or 0 <= cost.hidden_share <= 1
