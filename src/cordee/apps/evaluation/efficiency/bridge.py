"""Rows of the efficiency become values of the pure floor."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from cordee.apps.evaluation.models import CostLine, DiscountRate, ValuedOutcome
from cordee.core.costs import Cost
from cordee.core.valuation import OUTCOME_ASSUMPTIONS, Bounds, Outcome

IN_UNITS = ("proxy", "duration")
NO_DISCOUNT = Bounds(0, 0, 0)


def cost(line: CostLine) -> Cost:
    """Return a line of cost."""
    partner = str(line.partner_id or "")
    return Cost(partner, line.amount, line.hours, line.hourly_cost, line.hidden, line.year)


def outcomes(rows: Iterable[ValuedOutcome]) -> list[Outcome]:
    """Return the valued outcomes, each under a name of its own: two may carry the same label."""
    return [
        Outcome(str(row.pk), float(row.quantity), {name: bounds(row, name) for name in OUTCOME_ASSUMPTIONS})
        for row in rows
    ]


def bounds(row: ValuedOutcome | DiscountRate, name: str) -> Bounds:
    """Return an assumption; per cent become shares."""
    scale = Decimal(1) if name in IN_UNITS else Decimal(100)
    return Bounds(*(float(getattr(row, name + end) / scale) for end in ("_low", "", "_high")))
