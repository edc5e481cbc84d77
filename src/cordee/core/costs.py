"""The full cost of an alliance or of its evaluation, hidden time included, and what one result costs where it can."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

NOTHING = Decimal(0)


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


class Means(Protocol):
    """What somebody gives: euros, hours that were foreseen, hours that nobody counts, euros an hour when declared."""

    @property
    def money(self) -> Decimal: ...
    @property
    def hours(self) -> Decimal: ...
    @property
    def hidden_hours(self) -> Decimal: ...
    @property
    def hourly_cost(self) -> Decimal | None: ...


def lines_of(means: Iterable[Means]) -> list[Cost]:
    """Return means as lines of cost: money, hours that were foreseen, hours that nobody counts, which are hidden.

    >>> from types import SimpleNamespace as Given
    >>> given = Given(money=Decimal(500), hours=Decimal(10), hidden_hours=Decimal(5), hourly_cost=Decimal(30))
    >>> [str(line.value) for line in lines_of([given])]
    ['500', '300', '150']
    """
    lines = []
    for each in means:
        lines.append(Cost("", euros=each.money))
        lines.append(Cost("", hours=each.hours, hourly_cost=each.hourly_cost))
        lines.append(Cost("", hours=each.hidden_hours, hourly_cost=each.hourly_cost, hidden=True))
    return lines


@dataclass(frozen=True, slots=True)
class FullCost:
    """What lines of cost come to. In euros: what accounts show, what they hide, and of both what is plain `money`.

    In hours: all of them, those that are hidden, and those without a declared cost, which are in no amount of euros.
    """

    shown: Decimal
    hidden: Decimal
    hours_without_cost: Decimal
    lines: int
    money: Decimal = NOTHING
    hours: Decimal = NOTHING
    hidden_hours: Decimal = NOTHING

    @property
    def total(self) -> Decimal:
        """Return what is shown plus what is hidden."""
        return self.shown + self.hidden

    @property
    def is_whole(self) -> bool:
        """Tell whether every hour has a declared cost, so that the total leaves nothing out."""
        return not self.hours_without_cost

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
    >>> str(cost.money), str(cost.hours), str(cost.hidden_hours), cost.is_whole
    ('8000', '140', '140', False)
    """
    kept = list(lines)
    return FullCost(
        shown=_sum(line.value for line in kept if not line.hidden),
        hidden=_sum(line.value for line in kept if line.hidden),
        hours_without_cost=_sum(line.hours for line in kept if line.value is None),
        lines=len(kept),
        money=_sum(line.euros for line in kept),
        hours=_sum(line.hours for line in kept),
        hidden_hours=_sum(line.hours for line in kept if line.hidden),
    )


def _sum(values: Iterable[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None), NOTHING)


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
