"""Who is in an alliance: inviting, accepting, changing a role, leaving."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from cordee.apps.accounts.models import Account
from cordee.apps.accounts.tokens import fingerprint, new_token
from cordee.apps.organisations import permissions, queries
from cordee.apps.organisations.letters import write_invitation
from cordee.apps.organisations.models import Alliance, AllianceRole, Partner, RoleInvitation, RoleKind
from cordee.apps.organisations.permissions import Verdict

INVITATION_DAYS = 14


@dataclass(frozen=True, slots=True)
class Offer:
    """What an invitation offers: a role, for a partner or for none, told in a language."""

    email: str
    kind: str
    lang: str
    partner: Partner | None = None


@transaction.atomic
def invite(alliance: Alliance, by: Account, offer: Offer) -> RoleInvitation:
    """Send a link that gives a role to whoever accepts it within 14 days; it takes the place of an earlier one."""
    now = timezone.now()
    alliance.invitations.filter(email__iexact=offer.email, accepted_at=None, withdrawn_at=None).update(withdrawn_at=now)
    token = new_token()
    invitation = RoleInvitation.objects.create(
        alliance=alliance,
        email=offer.email,
        kind=offer.kind,
        partner=offer.partner,
        lang=offer.lang,
        token_sha256=fingerprint(token),
        invited_by=by,
        expires_at=now + timedelta(days=INVITATION_DAYS),
    )
    write_invitation(invitation, token)
    return invitation


@transaction.atomic
def accept(invitation: RoleInvitation, by: Account) -> Verdict:
    """Give the role to the person who accepts; a double click gives it once."""
    _locked(invitation.alliance)
    invitation = RoleInvitation.objects.select_related("alliance", "partner").get(pk=invitation.pk)
    role = queries.role_of(by, invitation.alliance)
    verdict = permissions.may_accept(invitation, timezone.now(), role.kind if role else None)
    if verdict.allowed:
        AllianceRole.objects.create(
            alliance=invitation.alliance, account=by, kind=invitation.kind, partner=invitation.partner
        )
        RoleInvitation.objects.filter(pk=invitation.pk).update(accepted_at=timezone.now(), accepted_by=by)
    return verdict


def withdraw_invitation(invitation: RoleInvitation) -> None:
    """Close the link of an invitation that nobody accepted; closing it twice changes nothing."""
    rows = RoleInvitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None)
    rows.update(withdrawn_at=timezone.now())


class RoleChangedMeanwhile(Exception):
    """Somebody changed or withdrew the role after the page was shown."""


@transaction.atomic
def change_role(role: AllianceRole, seen: str, kind: str, partner: Partner | None) -> Verdict:
    """Make a role another one; `seen` is the kind that was on the page.

    Raises RoleChangedMeanwhile when the role is no longer what was seen.
    """
    _locked(role.alliance)
    now = AllianceRole.objects.filter(pk=role.pk).first()
    if now is None or now.kind != seen:
        raise RoleChangedMeanwhile
    if kind != RoleKind.FACILITATOR:
        verdict = permissions.may_give_up(now.kind, queries.facilitator_count(role.alliance))
        if not verdict.allowed:
            return verdict
    AllianceRole.objects.filter(pk=role.pk).update(kind=kind, partner=partner)
    return permissions.GRANTED


@transaction.atomic
def end_role(role: AllianceRole) -> Verdict:
    """Take a role away, by its holder who leaves or by those who run the alliance; never the last of them."""
    _locked(role.alliance)
    now = AllianceRole.objects.filter(pk=role.pk).first()
    verdict = permissions.may_give_up(now.kind if now else None, queries.facilitator_count(role.alliance))
    if now and verdict.allowed:
        now.delete()
    return verdict


def _locked(alliance: Alliance) -> None:
    """Make those who change the people of an alliance come one after another."""
    Alliance.objects.select_for_update().get(pk=alliance.pk)
