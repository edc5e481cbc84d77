"""Who may read and write an evaluation, each answer with its reason: pure functions of a role."""

from __future__ import annotations

from cordee.apps.organisations import permissions as entrance
from cordee.apps.organisations.permissions import GRANTED, Kind, Reason, Verdict

MOST_EVALUATIONS = 50
"""How many evaluations an alliance may hold: one a year would take half a century."""


def may_read(kind: Kind) -> Verdict:
    """Read what the partners share: whoever holds a role in the alliance."""
    return entrance.may_read(kind)


def may_write(kind: Kind) -> Verdict:
    """Write what all partners may write: whoever takes part, not those who observe."""
    return entrance.may_take_part(kind)


def may_lead(kind: Kind) -> Verdict:
    """Decide what binds all partners (open, close, publish): those who run the alliance."""
    return entrance.may_facilitate(kind)


def may_begin(already: int) -> Verdict:
    """Begin one more evaluation."""
    return GRANTED if already < MOST_EVALUATIONS else Verdict(Reason.NO_ROOM)
