"""How much an evaluation may hold: pure functions of what is there already."""

from __future__ import annotations

from cordee.apps.organisations.permissions import GRANTED, Reason, Verdict

MOST_INDICATORS = 500
MOST_VALUES = 50_000
MOST_HEADLINES = 7
"""« Sept indicateurs au plus »: more than that, nobody reads."""


def may_add(already: int) -> Verdict:
    """Add one more indicator."""
    return GRANTED if already < MOST_INDICATORS else Verdict(Reason.NO_ROOM)


def may_headline(others: int) -> Verdict:
    """Put one more indicator among those shown first."""
    return GRANTED if others < MOST_HEADLINES else Verdict(Reason.NO_ROOM)


def may_change_unit(values: int) -> Verdict:
    """Change the unit of an indicator: only while no value says anything in the one it has."""
    return GRANTED if not values else Verdict(Reason.NO_ROOM)


def may_hold(values: int) -> Verdict:
    """Hold a number of values."""
    return GRANTED if values <= MOST_VALUES else Verdict(Reason.NO_ROOM)
