"""Who may write, share and read a side of the ledger, each answer with its reason: pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_COMMENTS = 200
"""How many comments a couple may hold: more than a long conversation, less than a machine would write."""


class Why(StrEnum):
    """Why the answer is yes, or why it is no."""

    GRANTED = "granted"
    NO_PARTNER = "no_partner"
    NOT_TAKING_PART = "not_taking_part"
    SHARED_ALREADY = "shared_already"
    NOT_SHARED = "not_shared"
    CONSENT_NOT_CHOSEN = "consent_not_chosen"
    NOTHING_SAID = "nothing_said"
    COUNTS_ARE_OUT = "counts_are_out"
    COUPLE_HIDDEN = "couple_hidden"
    NO_ROOM = "no_room"
    ONLY_OBSERVES = "only_observes"


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes or no, and why."""

    why: Why

    @property
    def allowed(self) -> bool:
        """Tell whether it is yes."""
        return self.why is Why.GRANTED


YES = Answer(Why.GRANTED)


def may_speak(partner: int | None, participants: tuple[int, ...]) -> Answer:
    """Write and read a side of the ledger: only someone who speaks for that partner, which takes part."""
    if partner is None:
        return Answer(Why.NO_PARTNER)
    return YES if partner in participants else Answer(Why.NOT_TAKING_PART)


def may_write_side(*, shared: bool) -> Answer:
    """Change what a side says: while it is a draft."""
    return Answer(Why.SHARED_ALREADY) if shared else YES


def may_share(*, shared: bool, attributed: bool | None, filled: int) -> Answer:
    """Share a side: once it says something, and once the partner chose whether its name stands by its figures."""
    if shared:
        return Answer(Why.SHARED_ALREADY)
    if attributed is None:
        return Answer(Why.CONSENT_NOT_CHOSEN)
    return YES if filled else Answer(Why.NOTHING_SAID)


def may_take_back(*, shared: bool, counts_are_out: bool) -> Answer:
    """Take a side back to correct it: unless counts without names are out, since before and after would subtract."""
    if not shared:
        return Answer(Why.NOT_SHARED)
    return Answer(Why.COUNTS_ARE_OUT) if counts_are_out else YES


def may_see_couple(*, shown: bool) -> Answer:
    """Read a couple side by side: when both have shared and agreed that their names stand by their figures."""
    return YES if shown else Answer(Why.COUPLE_HIDDEN)


def may_comment(already: int) -> Answer:
    """Write one more comment on a couple."""
    return YES if already < MOST_COMMENTS else Answer(Why.NO_ROOM)
