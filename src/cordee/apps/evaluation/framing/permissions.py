"""Who may write in a partner's name and sign for it, and how many rows a framing holds: yes or no, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cordee.apps.organisations.models import RoleKind
from cordee.apps.organisations.permissions import Kind

MOST_ROWS = 200
"""How many rows of one kind a framing holds: far more than partners read together."""

MOST_VERSIONS = 200
"""How many times a frame may be frozen: once a month would take sixteen years."""


class VoiceReason(StrEnum):
    """Why somebody speaks for a partner, or why not."""

    GRANTED = "granted"
    UNKNOWN = "unknown"
    ONLY_OBSERVES = "only_observes"
    NO_PARTNER = "no_partner"
    OTHER_PARTNER = "other_partner"
    HAS_LEFT = "has_left"


@dataclass(frozen=True, slots=True)
class Voice:
    """Yes or no, and why."""

    reason: VoiceReason

    @property
    def allowed(self) -> bool:
        """Tell whether it is yes."""
        return self.reason is VoiceReason.GRANTED


@dataclass(frozen=True, slots=True)
class Speaker:
    """What somebody is in an alliance, and the partner that their role names."""

    kind: Kind
    partner: int | None


@dataclass(frozen=True, slots=True)
class SpokenFor:
    """A partner: whether it still takes part, and whether somebody of its own can write for it."""

    partner: int
    takes_part: bool = True
    has_people: bool = True


def may_sign_for(speaker: Speaker, partner: SpokenFor) -> Voice:
    """Sign for a partner: whoever takes part in the alliance in its name, while it takes part; nobody in its stead."""
    if not speaker.kind:
        return Voice(VoiceReason.UNKNOWN)
    if speaker.kind == RoleKind.OBSERVER:
        return Voice(VoiceReason.ONLY_OBSERVES)
    if speaker.partner is None:
        return Voice(VoiceReason.NO_PARTNER)
    if speaker.partner != partner.partner:
        return Voice(VoiceReason.OTHER_PARTNER)
    return Voice(VoiceReason.GRANTED if partner.takes_part else VoiceReason.HAS_LEFT)


def may_write_for(speaker: Speaker, partner: SpokenFor) -> Voice:
    """Write what a partner learns: its own people; those who run the alliance when it has nobody there."""
    voice = may_sign_for(speaker, partner)
    stands_in = speaker.kind == RoleKind.FACILITATOR and not partner.has_people and partner.takes_part
    return Voice(VoiceReason.GRANTED) if stands_in else voice
