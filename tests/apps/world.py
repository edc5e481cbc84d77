"""One alliance and five people in front of an address: nobody signed in, a stranger, and the three roles."""

from __future__ import annotations

from dataclasses import dataclass

from cordee.apps.accounts.models import Account
from cordee.apps.accounts.operations import open_account
from cordee.apps.organisations.models import Alliance, AllianceRole, Organisation, OrganisationMember, Partner, RoleKind

PEOPLE = ("anonymous", "stranger", "observer", "member", "facilitator")
"""In the order of the columns of `addresses.py`. The stranger runs another alliance, and may do anything there."""


@dataclass(frozen=True)
class World:
    """The alliance that addresses name, its partner organisation, and the accounts of those who come."""

    alliance: Alliance
    partner: Partner
    organisation: Organisation
    accounts: dict[str, Account]
    roles: dict[str, AllianceRole]

    def another_alliance(self, name: str) -> Alliance:
        """Make an alliance of its own for something that an alliance has once: same partner, same people and roles."""
        alliance = Alliance.objects.create(name=name, created_by=self.accounts["facilitator"])
        partner = Partner.objects.create(alliance=alliance, organisation=self.organisation)
        for kind, role in self.roles.items():
            AllianceRole.objects.create(alliance=alliance, account=role.account, kind=kind, partner=partner)
        return alliance


def build_world() -> World:
    """Make the alliance « Le Val », its organisation « La Passerelle » that the facilitator administers, and people."""
    accounts = {name: open_account(f"{name}@example.org", "fr", name=name.title()) for name in PEOPLE[1:]}
    organisation = Organisation.objects.create(name="La Passerelle", profile="association")
    alliance = Alliance.objects.create(name="Le Val", created_by=accounts["facilitator"])
    partner = Partner.objects.create(alliance=alliance, organisation=organisation)
    OrganisationMember.objects.create(
        organisation=organisation, account=accounts["facilitator"], role=OrganisationMember.Role.ADMIN
    )
    roles = {
        kind: AllianceRole.objects.create(alliance=alliance, account=accounts[kind], kind=kind, partner=partner)
        for kind in map(str, RoleKind)
    }
    elsewhere = Alliance.objects.create(name="Ailleurs")
    Partner.objects.create(alliance=elsewhere, organisation=Organisation.objects.create(name="Autre"))
    AllianceRole.objects.create(alliance=elsewhere, account=accounts["stranger"], kind=RoleKind.FACILITATOR)
    return World(alliance, partner, organisation, accounts, roles)
