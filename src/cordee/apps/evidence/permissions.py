"""How much evidence an alliance may keep. Who may read it, keep it and revise it is told by the entrance, by role."""

from __future__ import annotations

from cordee.apps.organisations.permissions import GRANTED, Reason, Verdict

MOST_BYTES = 2_000_000_000
"""How much an alliance may keep in all: a hundred files of the largest size, many more of the usual one."""


def may_hold(kept: int, more: int) -> Verdict:
    """Keep a number of bytes more, beside those that an alliance keeps already."""
    return GRANTED if kept + more <= MOST_BYTES else Verdict(Reason.NO_ROOM)
