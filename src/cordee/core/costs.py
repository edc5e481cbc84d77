"""The full cost of an alliance, hidden time included, and what one result costs where that makes sense."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Cost:
    """One line of cost: euros, or hours at a declared hourly cost; hidden when no account shows it.

    Exactly one of `euros` and `hours` is given; ValueError otherwise, and for anything negative.
    """

    partner: str
    euros: Decimal | None = None
    hours: Decimal | None = None
    hourly_cost: Decimal | None = None
    hidden: bool = False
    year: int | None = None

    def __post_init__(self) -> None:
        if (self.euros is None) == (self.hours is None):
            raise ValueError("a line of cost holds euros or hours, not both, not neither")
        if any(value is not None and value < 0 for value in (self.euros, self.hours, self.hourly_cost)):
            raise ValueError("a cost is never negative")

    @property
    def value(self) -> Decimal | None:
        """Return the line in euros: hours × hourly cost; None for hours whose cost was not declared."""
        if self.hours is None:
            return self.euros
        return None if self.hourly_cost is None else self.hours * self.hourly_cost


@dataclass(frozen=True, slots=True)
class FullCost:
    """What an alliance costs, in euros: what accounts show, what they hide, and hours that nobody valued."""

    shown: Decimal
    hidden: Decimal
    hours_without_cost: Decimal
    lines: int

    @property
    def total(self) -> Decimal:
        """Return what is shown plus what is hidden."""
        return self.shown + self.hidden

    @property
    def hidden_share(self) -> float | None:
        """Return hidden / total, from 0 to 1; None without a cost."""
        return float(self.hidden / self.total) if self.total else None


def full_cost(lines: Iterable[Cost]) -> FullCost:
    """Add up lines of cost: Σ euros + Σ hours × declared hourly cost, shown and hidden apart.

    Hours without a declared cost are counted apart, in hours: never as zero euros, never at a cost of ours.

    >>> lines = [Cost("a", Decimal(8000)), Cost("a", hours=Decimal(100), hourly_cost=Decimal(20), hidden=True)]
    >>> cost = full_cost([*lines, Cost("b", hours=Decimal(40), hidden=True)])
    >>> str(cost.total), cost.hidden_share, str(cost.hours_without_cost)
    ('10000', 0.2, '40')
    """
    kept = list(lines)
    shown = sum((line.value for line in kept if line.value is not None and not line.hidden), Decimal(0))
    hidden = sum((line.value for line in kept if line.value is not None and line.hidden), Decimal(0))
    unvalued = sum((line.hours for line in kept if line.value is None and line.hours is not None), Decimal(0))
    return FullCost(shown, hidden, unvalued, len(kept))


class NoUnitCost(StrEnum):
    """Why the cost of one result is not given."""

    NO_COST = "no_cost"
    NO_RESULT = "no_result"
    ZERO_RESULT = "zero_result"


@dataclass(frozen=True, slots=True)
class UnitCost:
    """The cost of one result in euros; None with the reason. `at_least` when hours without a cost are left out."""

    value: Decimal | None
    refused: NoUnitCost | None = None
    at_least: bool = False


def cost_per_result(cost: FullCost, count: Decimal | None) -> UnitCost:
    """Divide the full cost by a number of results.

    Refused without any cost, without a count, and for a count of zero: nothing is produced at an infinite cost, the
    question makes no sense yet.

    >>> str(cost_per_result(FullCost(Decimal(9000), Decimal(1000), Decimal(0), 2), Decimal(40)).value)
    '250'
    >>> cost_per_result(FullCost(Decimal(9000), Decimal(0), Decimal(0), 1), Decimal(0)).refused
    <NoUnitCost.ZERO_RESULT: 'zero_result'>
    """
    if count is None:
        return UnitCost(None, NoUnitCost.NO_RESULT)
    if count == 0:
        return UnitCost(None, NoUnitCost.ZERO_RESULT)
    if not cost.total:
        return UnitCost(None, NoUnitCost.NO_COST)
    return UnitCost(cost.total / count, at_least=cost.hours_without_cost > 0)
