"""What an evaluation costs to those who do it: money, hours seen and hidden, and what the hours are worth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

NOTHING = Decimal(0)


class Spent(Protocol):
    """What somebody gives: euros, hours that were foreseen, hours that nobody counts, euros an hour when declared."""

    @property
    def money(self) -> Decimal: ...
    @property
    def hours(self) -> Decimal: ...
    @property
    def hidden_hours(self) -> Decimal: ...
    @property
    def hourly_cost(self) -> Decimal | None: ...


@dataclass(frozen=True, slots=True)
class FullCost:
    """Sums over several means. `unvalued_hours` have no declared cost: they are in no amount of euros."""

    money: Decimal
    hours: Decimal
    hidden_hours: Decimal
    time_value: Decimal
    unvalued_hours: Decimal

    @property
    def total(self) -> Decimal:
        """Money and the value of the hours whose cost was declared, in euros."""
        return self.money + self.time_value

    @property
    def is_whole(self) -> bool:
        """Tell whether every hour has a declared cost, so that the total leaves nothing out."""
        return not self.unvalued_hours


def full_cost(means: Iterable[Spent]) -> FullCost:
    """Add up means, hidden time included.

    Meaning: time is worth (hours + hidden hours) × declared hourly cost. Units: euros and hours. Range: 0 and more.
    Hours without a declared cost are counted apart, never as free. Source: `docs/measures`, efficiency.

    >>> from types import SimpleNamespace as Means
    >>> paid = Means(money=Decimal(500), hours=Decimal(10), hidden_hours=Decimal(5), hourly_cost=Decimal(30))
    >>> free = Means(money=NOTHING, hours=Decimal(4), hidden_hours=NOTHING, hourly_cost=None)
    >>> cost = full_cost([paid, free])
    >>> cost.total, cost.hidden_hours, cost.unvalued_hours
    (Decimal('950'), Decimal('5'), Decimal('4'))
    """
    rows = list(means)
    valued = [row for row in rows if row.hourly_cost is not None]
    return FullCost(
        money=sum((row.money for row in rows), NOTHING),
        hours=sum((row.hours for row in rows), NOTHING),
        hidden_hours=sum((row.hidden_hours for row in rows), NOTHING),
        time_value=sum(((row.hours + row.hidden_hours) * (row.hourly_cost or NOTHING) for row in valued), NOTHING),
        unvalued_hours=sum((row.hours + row.hidden_hours for row in rows if row.hourly_cost is None), NOTHING),
    )
