"""The demonstration of the entrance: an invented alliance, said to be so, on which other rooms may build theirs."""

from __future__ import annotations

import unicodedata
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


@dataclass(frozen=True)
class OrganisationTold:
    """An invented organisation: what it is, what it seeks first, the person who acts for it."""

    name: str
    profile: str
    size: str
    territory: str
    objective: str
    person: str


@dataclass(frozen=True)
class AllianceTold:
    """An invented alliance; the first organisation runs it, and `mail` is a domain that reaches nobody."""

    name: str
    purpose: str
    started_on: date
    stage: str
    partnership_types: tuple[str, ...]
    goals: tuple[int, ...]
    territory: str
    mail: str
    organisations: tuple[OrganisationTold, ...]


PASSERELLES = AllianceTold(
    name=NAME,
    purpose=PURPOSE,
    started_on=date(2023, 9, 4),
    stage="acting",
    partnership_types=("economic_cooperation", "societal_innovation"),
    goals=(4, 8, 17),
    territory="department-71",
    mail="passerelles.example",
    organisations=(
        OrganisationTold("Cap Jeunes Val", "association", "size-10-49", "commune-71270", "human", "Camille Roux"),
        OrganisationTold(
            "Menuiseries Berthier", "company", "size-50-249", "department-71", "economy", "Yanis Berthier"
        ),
        OrganisationTold(
            "Pays du Val", "local_authority", "size-50-249", "epci-200070308", "stakeholders", "Léa Morin"
        ),
    ),
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


def load_demonstration() -> Demonstration:
    """Put the first invented alliance back as it should be: three partners, three people."""
    return put_back(PASSERELLES)


@transaction.atomic
def put_back(told: AllianceTold) -> Demonstration:
    """Put an invented alliance back as it is told: doing it again leaves one alliance, the same partners and people."""
    alliance, _created = Alliance.objects.update_or_create(
        public=identifier(told.name),
        defaults={
            "name": told.name,
            "purpose": told.purpose,
            "started_on": told.started_on,
            "stage": told.stage,
            "partnership_types": list(told.partnership_types),
            "goals": list(told.goals),
            "territory": told.territory,
            "is_demonstration": True,
        },
    )
    first, *others = told.organisations
    placed = [_place(alliance, first, RoleKind.FACILITATOR, told.mail)]
    placed += [_place(alliance, other, RoleKind.MEMBER, told.mail) for other in others]
    return Demonstration(alliance, tuple(partner for partner, _person in placed), placed[0][1])


def _place(alliance: Alliance, told: OrganisationTold, kind: RoleKind, mail: str) -> tuple[Partner, Account]:
    described = {"name": told.name, "profile": told.profile, "size": told.size, "territory": told.territory}
    organisation, _created = Organisation.objects.update_or_create(public=identifier(told.name), defaults=described)
    sought = {"objective": told.objective, "joined_on": alliance.started_on, "left_on": None}
    partner, _created = Partner.objects.update_or_create(alliance=alliance, organisation=organisation, defaults=sought)
    account = _account(told.person, mail)
    OrganisationMember.objects.update_or_create(
        organisation=organisation, account=account, defaults={"role": OrganisationMember.Role.ADMIN}
    )
    AllianceRole.objects.update_or_create(
        alliance=alliance, account=account, defaults={"kind": kind, "partner": partner}
    )
    return partner, account


def _account(person: str, mail: str) -> Account:
    """Return the account of an invented person; its address cannot receive anything, nor sign in by accident."""
    email = f"{_bare(person.split(maxsplit=1)[0])}@{mail}"
    return Account.objects.filter(email=email).first() or Account.objects.create_user(email, name=person)


def _bare(name: str) -> str:
    """Return a first name as an address writes it."""
    return unicodedata.normalize("NFD", name.lower()).encode("ascii", "ignore").decode()
