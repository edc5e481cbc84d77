"""A social valuation in euros, in the manner of SROI: assumptions, a ratio, and how much the ratio owes to them.

Source: The SROI Network, A Guide to Social Return on Investment, 2012, stages 4 and 5. The figure is made of its
assumptions: it is never given without its range.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

OUTCOME_ASSUMPTIONS = ("proxy", "deadweight", "displacement", "attribution", "drop_off", "duration")
"""The assumptions about one outcome, in the order in which they are asked."""
FAVOURABLE_WHEN_HIGH = frozenset({"proxy", "duration"})
"""Raising these raises the ratio; raising any other lowers it."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """An assumption: low, central, high. ValueError unless 0 ≤ low ≤ central ≤ high."""

    low: float
    central: float
    high: float

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.central <= self.high:
            raise ValueError(f"0 ≤ low ≤ central ≤ high: {self.low}, {self.central}, {self.high}")


Pick = Callable[[str, str, Bounds], float]
"""Chooses a value between bounds, for an outcome and one of its assumptions."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A change that is valued: how many, and the assumptions about it.

    `proxy` in euros a unit and a year, `duration` in whole years; the other assumptions are shares from 0 to 1.
    """

    name: str
    quantity: float
    assumptions: Mapping[str, Bounds]


def present_value(quantity: float, central: Mapping[str, float], discount: float) -> float:
    """Value a change over its years, in euros of today.

    V₁ = quantity × proxy × (1 − deadweight) × (1 − displacement) × (1 − attribution to others);
    V_t = V₁ × (1 − drop-off)^(t − 1); the sum of V_t / (1 + discount)^t for t from 1 to duration.

    >>> shares = {"deadweight": 0.2, "displacement": 0.1, "attribution": 0.25, "drop_off": 0.5}
    >>> round(present_value(100, {"proxy": 500, "duration": 2, **shares}, 0.035), 2)
    38689.35
    """
    kept = (1 - central["deadweight"]) * (1 - central["displacement"]) * (1 - central["attribution"])
    first = quantity * central["proxy"] * kept
    years = range(1, int(central["duration"]) + 1)
    return sum(first * (1 - central["drop_off"]) ** (year - 1) / (1 + discount) ** year for year in years)


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The ratio when one assumption alone takes its low or its high bound; `outcome` is empty for the discount rate."""

    outcome: str
    assumption: str
    bounds: Bounds
    at_low: float
    at_high: float


@dataclass(frozen=True, slots=True)
class Valuation:
    """A ratio with what it owes to its assumptions.

    `lowest` and `highest` take every assumption at the bound that lowers, or raises, the ratio.
    """

    central: float
    lowest: float
    highest: float
    rows: tuple[Sensitivity, ...]


def valuation(outcomes: Sequence[Outcome], discount: Bounds, cost: Decimal) -> Valuation | None:
    """Divide the present value of outcomes by the full cost, and vary the assumptions one at a time.

    Units: euros of value for one euro of cost. None when it cannot be said: no cost, no outcome, or not one assumption
    that varies, since a ratio without its range would look like a measure.

    >>> names = {"deadweight": 0.2, "displacement": 0.1, "attribution": 0.25, "drop_off": 0.5}
    >>> fixed = {name: Bounds(share, share, share) for name, share in names.items()}
    >>> outcome = Outcome("jobs", 100, {**fixed, "proxy": Bounds(400, 500, 600), "duration": Bounds(1, 2, 2)})
    >>> found = valuation([outcome], Bounds(0, 0, 0), Decimal(20000))
    >>> round(found.central, 3), round(found.lowest, 3), round(found.highest, 3)
    (2.025, 1.08, 2.43)
    """
    if cost <= 0 or not outcomes:
        return None
    lowest, highest = (_ratio(outcomes, discount, cost, _end(good=good)) for good in (False, True))
    if lowest == highest:
        return None
    rows = [_row(outcomes, discount, cost, each.name, name) for each in outcomes for name in OUTCOME_ASSUMPTIONS]
    rows.append(_row(outcomes, discount, cost, "", "discount"))
    return Valuation(_ratio(outcomes, discount, cost, _centre), lowest, highest, tuple(rows))


def _centre(outcome: str, name: str, bounds: Bounds) -> float:
    return bounds.central


def _end(*, good: bool) -> Pick:
    def chosen(outcome: str, name: str, bounds: Bounds) -> float:
        return bounds.high if (name in FAVOURABLE_WHEN_HIGH) is good else bounds.low

    return chosen


def _row(outcomes: Sequence[Outcome], discount: Bounds, cost: Decimal, outcome: str, name: str) -> Sensitivity:
    def moved(end: str) -> Pick:
        def chosen(of: str, assumption: str, bounds: Bounds) -> float:
            here = (of, assumption) == (outcome, name)
            return float(getattr(bounds, end)) if here else bounds.central

        return chosen

    bounds = next((each.assumptions[name] for each in outcomes if each.name == outcome), discount)
    low, high = (_ratio(outcomes, discount, cost, moved(end)) for end in ("low", "high"))
    return Sensitivity(outcome, name, bounds, low, high)


def _ratio(outcomes: Sequence[Outcome], discount: Bounds, cost: Decimal, pick: Pick) -> float:
    rate = pick("", "discount", discount)
    values = (
        present_value(
            each.quantity, {name: pick(each.name, name, bounds) for name, bounds in each.assumptions.items()}, rate
        )
        for each in outcomes
    )
    return sum(values) / float(cost)
