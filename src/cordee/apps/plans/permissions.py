"""Who may read and write the plan of an alliance, each answer with its reason: pure functions of a role."""

from __future__ import annotations

from cordee.apps.evidence import permissions
from cordee.apps.evidence.permissions import GRANTED, Kind, Reason, Verdict

MOST_ACTIONS = 500
"""How many actions a plan may hold: more than any alliance can follow."""

__all__ = ["GRANTED", "MOST_ACTIONS", "Kind", "Reason", "Verdict", "may_add", "may_read", "may_write"]


def may_read(kind: Kind) -> Verdict:
    """Read the plan, its calendar and its table: whoever holds a role. Being named as an owner opens nothing."""
    return permissions.may_read(kind)


def may_write(kind: Kind) -> Verdict:
    """Add and change actions, refuse advice: whoever takes part, not those who observe."""
    return permissions.may_take_part(kind)


def may_add(already: int) -> Verdict:
    """Add one more action."""
    return GRANTED if already < MOST_ACTIONS else Verdict(Reason.NO_ROOM)
