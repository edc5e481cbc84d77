"""Who may read, keep and revise evidence, each answer with its reason: pure functions of a role and of room."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cordee.apps.organisations.models import RoleKind

MOST_BYTES = 2_000_000_000
"""How much an alliance may keep in all: a hundred files of the largest size, many more of the usual one."""

Kind = RoleKind | str | None
"""What someone is in an alliance: the value of a `RoleKind`, or nothing for a stranger."""


class Reason(StrEnum):
    """Why the answer is yes, or why it is no."""

    GRANTED = "granted"
    UNKNOWN = "unknown"
    ONLY_OBSERVES = "only_observes"
    NO_ROOM = "no_room"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Yes or no, and why."""

    reason: Reason

    @property
    def allowed(self) -> bool:
        """Tell whether it is yes."""
        return self.reason is Reason.GRANTED


GRANTED = Verdict(Reason.GRANTED)


def may_read(kind: Kind) -> Verdict:
    """Read the evidence of an alliance: whoever holds a role in it. To anybody else, it does not exist."""
    return GRANTED if kind else Verdict(Reason.UNKNOWN)


def may_take_part(kind: Kind) -> Verdict:
    """Keep or revise evidence: whoever takes part, not those who observe."""
    if kind == RoleKind.OBSERVER:
        return Verdict(Reason.ONLY_OBSERVES)
    return may_read(kind)


def may_hold(kept: int, more: int) -> Verdict:
    """Keep a number of bytes more, beside those that an alliance keeps already."""
    return GRANTED if kept + more <= MOST_BYTES else Verdict(Reason.NO_ROOM)
