"""What is said of an organisation, and who belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from cordee.apps.accounts.models import Account
from cordee.apps.organisations import permissions
from cordee.apps.organisations.concurrency import change
from cordee.apps.organisations.models import Organisation, OrganisationMember
from cordee.apps.organisations.permissions import Verdict


def describe(organisation: Organisation, seen: int, values: Mapping[str, Any]) -> None:
    """Change what is said of an organisation; raises ChangedMeanwhile when somebody else did."""
    change(organisation, seen, values)


@transaction.atomic
def admit(organisation: Organisation, account: Account, role: str) -> Verdict:
    """Make a person a member or an administrator; the last administrator stays one."""
    _locked(organisation)
    member = organisation.members.filter(account=account).first()
    if member is None:
        OrganisationMember.objects.create(organisation=organisation, account=account, role=role)
        return permissions.GRANTED
    if role == member.role:
        return permissions.GRANTED
    verdict = permissions.may_lose_membership(member.role, _admins(organisation))
    if verdict.allowed:
        organisation.members.filter(pk=member.pk).update(role=role)
    return verdict


@transaction.atomic
def dismiss(organisation: Organisation, account: Account) -> Verdict:
    """Take a person out of an organisation; the last administrator stays."""
    _locked(organisation)
    member = organisation.members.filter(account=account).first()
    verdict = permissions.may_lose_membership(member.role if member else None, _admins(organisation))
    if member and verdict.allowed:
        member.delete()
    return verdict


def _locked(organisation: Organisation) -> None:
    """Make those who change the people of an organisation come one after another."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)


def _admins(organisation: Organisation) -> int:
    return organisation.members.filter(role=OrganisationMember.Role.ADMIN).count()
