"""Where the efficiency stands, in a few words."""

from __future__ import annotations

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.efficiency import bridge, queries
from cordee.apps.evaluation.efficiency.report import cost_words
from cordee.core.costs import full_cost


def standing(opened: OpenedEvaluation) -> str:
    """Say what the alliance costs."""
    return cost_words(full_cost(bridge.cost(line) for line in queries.rows_of(opened.evaluation, "cost")))
