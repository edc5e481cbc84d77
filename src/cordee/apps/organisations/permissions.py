"""Who may do what in alliances and organisations, and why: pure functions of roles and of the hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cordee.apps.organisations.models import OrganisationMember, RoleInvitation, RoleKind
from cordee.apps.ui.verdict import Answer

MOST_INVITATIONS = 60
"""How many invitations an alliance may have waiting at once: enough for 20 organisations of 3 people."""

MOST_ALLIANCES = 50
"""How many alliances one person may run: more than any honest use, less than a machine would make."""


class Reason(StrEnum):
    """Why the answer is yes, or why it is no."""

    GRANTED = "granted"
    UNKNOWN = "unknown"
    NOT_FACILITATOR = "not_facilitator"
    ONLY_OBSERVES = "only_observes"
    LAST_FACILITATOR = "last_facilitator"
    TOO_MANY_INVITATIONS = "too_many_invitations"
    TOO_MANY_ALLIANCES = "too_many_alliances"
    INVITATION_WITHDRAWN = "invitation_withdrawn"
    INVITATION_OVER = "invitation_over"
    INVITATION_USED = "invitation_used"
    ALREADY_THERE = "already_there"
    NO_ROOM = "no_room"
    NOT_ADMIN = "not_admin"
    LAST_ADMIN = "last_admin"


@dataclass(frozen=True, slots=True)
class Verdict(Answer[Reason]):
    """Yes or no, and why."""


GRANTED = Verdict(Reason.GRANTED)
Kind = RoleKind | str | None
"""What someone is in an alliance: the value of a `RoleKind`, or nothing for a stranger."""


def may_read(kind: Kind) -> Verdict:
    """Read the pages of an alliance: whoever holds a role in it. To anybody else, it does not exist."""
    return GRANTED if kind else Verdict(Reason.UNKNOWN)


def may_take_part(kind: Kind) -> Verdict:
    """Write what all partners may write: whoever takes part, not those who observe."""
    if kind == RoleKind.OBSERVER:
        return Verdict(Reason.ONLY_OBSERVES)
    return may_read(kind)


def may_facilitate(kind: Kind) -> Verdict:
    """Describe the alliance, choose its partners, invite people, run its campaigns: those who run it."""
    if not kind or kind == RoleKind.FACILITATOR:
        return may_read(kind)
    return Verdict(Reason.NOT_FACILITATOR)


def may_found(already: int) -> Verdict:
    """Create one more alliance."""
    return GRANTED if already < MOST_ALLIANCES else Verdict(Reason.TOO_MANY_ALLIANCES)


def may_give_up(kind: Kind, facilitators: int) -> Verdict:
    """Lose one's role, by leaving, being withdrawn or becoming something else: never the last who runs the alliance."""
    if kind == RoleKind.FACILITATOR and facilitators <= 1:
        return Verdict(Reason.LAST_FACILITATOR)
    return may_read(kind)


def may_invite(kind: Kind, waiting: int) -> Verdict:
    """Send one more invitation: those who run the alliance, up to a number that no honest use needs."""
    verdict = may_facilitate(kind)
    if not verdict.allowed or waiting < MOST_INVITATIONS:
        return verdict
    return Verdict(Reason.TOO_MANY_INVITATIONS)


def may_accept(invitation: RoleInvitation | None, now: datetime, kind: Kind = None) -> Verdict:
    """Take the role that an invitation offers: whoever holds its link, once, until its last day.

    `kind` is the role that the person already holds in the alliance, if any.
    """
    if invitation is None:
        return Verdict(Reason.UNKNOWN)
    if invitation.accepted_at is not None:
        return Verdict(Reason.INVITATION_USED)
    if invitation.withdrawn_at is not None:
        return Verdict(Reason.INVITATION_WITHDRAWN)
    if now >= invitation.expires_at:
        return Verdict(Reason.INVITATION_OVER)
    return Verdict(Reason.ALREADY_THERE) if kind else GRANTED


Membership = OrganisationMember.Role | str | None
"""What someone is in an organisation: the value of a role, or nothing."""


def may_read_organisation(membership: Membership, *, in_a_shared_alliance: bool) -> Verdict:
    """Read the page of an organisation: its people, and those who are in an alliance with it."""
    return GRANTED if membership or in_a_shared_alliance else Verdict(Reason.UNKNOWN)


def may_describe_organisation(membership: Membership, *, facilitates: bool, has_admin: bool) -> Verdict:
    """Describe an organisation and say who belongs to it: its administrators.

    While it has none, those who run an alliance where it is a partner may, since they wrote it down.
    """
    if membership == OrganisationMember.Role.ADMIN or (facilitates and not has_admin):
        return GRANTED
    return Verdict(Reason.NOT_ADMIN)


def may_lose_membership(membership: Membership, admins: int) -> Verdict:
    """Leave an organisation, or stop administering it: never the last who does."""
    if membership == OrganisationMember.Role.ADMIN and admins <= 1:
        return Verdict(Reason.LAST_ADMIN)
    return GRANTED if membership else Verdict(Reason.UNKNOWN)
