"""Who may read and write the plan of an alliance, each answer with its reason: pure functions of a role."""

from __future__ import annotations

from cordee.apps.organisations import permissions as entrance
from cordee.apps.organisations.permissions import GRANTED, Kind, Reason, Verdict

MOST_ACTIONS = 500
"""How many actions a plan may hold: more than any alliance can follow."""


def may_read(kind: Kind) -> Verdict:
    """Read the plan, its calendar and its table: whoever holds a role. Being named as an owner opens nothing."""
    return entrance.may_read(kind)


def may_write(kind: Kind) -> Verdict:
    """Add and change actions, refuse advice: whoever takes part, not those who observe."""
    return entrance.may_take_part(kind)


def may_add(already: int) -> Verdict:
    """Add one more action."""
    return GRANTED if already < MOST_ACTIONS else Verdict(Reason.NO_ROOM)
