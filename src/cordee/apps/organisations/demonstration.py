"""The demonstration of the entrance: an invented alliance, said to be so, on which other rooms may build theirs."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from cordee.apps.accounts.models import Account
from cordee.apps.organisations.models import Alliance, AllianceRole, Organisation, OrganisationMember, Partner, RoleKind

SPACE = uuid.UUID("5b0f6a52-3d54-4c53-9b0c-0f8e1d0f7a11")
"""Identifiers of the demonstration are drawn from their names in this space: the same on every site."""

NAME = "Les Passerelles du Val"
PURPOSE = (
    "Que chaque jeune du Val de Saône trouve, à moins d’une heure de chez lui, un métier, une formation ou un premier "
    "engagement."
)

# name, profile, size, territory, objective, the person who acts for it (example addresses reach nobody)
ORGANISATIONS = (
    ("Cap Jeunes Val", "association", "size-10-49", "commune-71270", "human", "Camille Roux", RoleKind.FACILITATOR),
    ("Menuiseries Berthier", "company", "size-50-249", "department-71", "economy", "Yanis Berthier", RoleKind.MEMBER),
    ("Pays du Val", "local_authority", "size-50-249", "epci-200070308", "stakeholders", "Léa Morin", RoleKind.MEMBER),
)


@dataclass(frozen=True)
class Demonstration:
    """The alliance, its partners in the order above, and the account that runs it."""

    alliance: Alliance
    partners: tuple[Partner, ...]
    facilitator: Account


def identifier(name: str) -> uuid.UUID:
    """Return the public identifier of something of the demonstration."""
    return uuid.uuid5(SPACE, name)


@transaction.atomic
def load_demonstration() -> Demonstration:
    """Put the demonstration back as it should be: doing it again leaves one alliance, three partners, three people."""
    alliance, _created = Alliance.objects.update_or_create(
        public=identifier(NAME),
        defaults={
            "name": NAME,
            "purpose": PURPOSE,
            "started_on": date(2023, 9, 4),
            "stage": "acting",
            "partnership_types": ["economic_cooperation", "societal_innovation"],
            "goals": [4, 8, 17],
            "territory": "department-71",
            "is_demonstration": True,
        },
    )
    placed = tuple(_place(alliance, *row) for row in ORGANISATIONS)
    return Demonstration(alliance, tuple(partner for partner, _person in placed), placed[0][1])


def _place(
    alliance: Alliance, name: str, profile: str, size: str, territory: str, objective: str, person: str, kind: RoleKind
) -> tuple[Partner, Account]:
    described = {"name": name, "profile": profile, "size": size, "territory": territory}
    organisation, _created = Organisation.objects.update_or_create(public=identifier(name), defaults=described)
    sought = {"objective": objective, "joined_on": alliance.started_on, "left_on": None}
    partner, _created = Partner.objects.update_or_create(alliance=alliance, organisation=organisation, defaults=sought)
    account = _account(person)
    OrganisationMember.objects.update_or_create(
        organisation=organisation, account=account, defaults={"role": OrganisationMember.Role.ADMIN}
    )
    AllianceRole.objects.update_or_create(
        alliance=alliance, account=account, defaults={"kind": kind, "partner": partner}
    )
    return partner, account


def _account(person: str) -> Account:
    """Return the account of an invented person; its address cannot receive anything, nor sign in by accident."""
    email = f"{person.split(maxsplit=1)[0].lower().replace('é', 'e')}@passerelles.example"
    return Account.objects.filter(email=email).first() or Account.objects.create_user(email, name=person)
