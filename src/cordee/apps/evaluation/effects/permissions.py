"""How many effects an evaluation holds and how much illustrates each; who reads and writes is told by the room."""

from __future__ import annotations

from cordee.apps.organisations.permissions import GRANTED, Reason, Verdict

MOST_EFFECTS = 200
"""How many effects an evaluation holds, those set aside included: beyond, nobody reads them."""
MOST_ILLUSTRATIONS = 60
"""How many illustrations an effect holds, those withdrawn included."""


def may_add(already: int) -> Verdict:
    """Write one more effect."""
    return GRANTED if already < MOST_EFFECTS else Verdict(Reason.NO_ROOM)


def may_illustrate(already: int) -> Verdict:
    """Add one more illustration to an effect."""
    return GRANTED if already < MOST_ILLUSTRATIONS else Verdict(Reason.NO_ROOM)
