"""Reads of the entrance: who is what, which alliances, which partners, and what an alliance is like."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from cordee.apps.accounts.models import Account
from cordee.apps.accounts.tokens import fingerprint
from cordee.apps.organisations.models import (
    Alliance,
    AllianceRole,
    AllianceStage,
    Organisation,
    OrganisationMember,
    Partner,
    RoleInvitation,
    RoleKind,
)
from cordee.apps.organisations.territories import OVERSEAS_REGIONS, territory

FIRST_EFFECTS_MONTHS, INNOVATION_MONTHS = 18, 84
"""The clocks of Le RAMEAU: effects on organisations from 18 months, an innovation around 7 years."""


def role_of(account: Account, alliance: Alliance) -> AllianceRole | None:
    """Return the role that a person holds in an alliance, or nothing."""
    rows = AllianceRole.objects.select_related("partner__organisation")
    return rows.filter(alliance=alliance, account=account).first()


def alliance_behind(public: uuid.UUID, account: Account) -> tuple[Alliance, AllianceRole] | None:
    """Return an alliance and the role that a person holds there; nothing for a stranger, or when there is none."""
    rows = AllianceRole.objects.select_related("alliance", "partner__organisation")
    role = rows.filter(alliance__public=public, account=account).first()
    return (role.alliance, role) if role else None


def alliances_of(account: Account) -> list[AllianceRole]:
    """Return the roles of a person, each with its alliance and its number of partners, by name of alliance."""
    rows = AllianceRole.objects.filter(account=account).select_related("alliance")
    partners = Count("alliance__partners", filter=Q(alliance__partners__left_on=None))
    return list(rows.annotate(partner_count=partners).order_by("alliance__name", "id"))


def founded_by(account: Account) -> int:
    """Count the alliances that a person runs."""
    return AllianceRole.objects.filter(account=account, kind=RoleKind.FACILITATOR).count()


def partners_of(alliance: Alliance, *, on: date | None = None) -> list[Partner]:
    """Return the partners of an alliance with their organisations, by name; those who have left on a day are not.

    Without a day, those who left are returned too, last.
    """
    rows = alliance.partners.select_related("organisation").order_by("organisation__name", "id")
    if on is not None:
        rows = rows.filter(Q(left_on=None) | Q(left_on__gt=on))
    return sorted(rows, key=lambda partner: partner.left_on is not None)


def people_of(alliance: Alliance) -> list[AllianceRole]:
    """Return who is in an alliance: those who run it first, then by name."""
    order = list(RoleKind)
    rows = alliance.roles.select_related("account", "partner__organisation").order_by("id")
    return sorted(rows, key=lambda role: (order.index(RoleKind(role.kind)), str(role.account).casefold()))


def facilitator_count(alliance: Alliance) -> int:
    """Count those who run an alliance."""
    return alliance.roles.filter(kind=RoleKind.FACILITATOR).count()


def waiting_invitations(alliance: Alliance, now: datetime | None = None) -> list[RoleInvitation]:
    """Return the invitations that may still be accepted, the latest first."""
    rows = alliance.invitations.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=now or timezone.now())
    return list(rows.select_related("partner__organisation").order_by("-id"))


def invitation_behind(token: str) -> RoleInvitation | None:
    """Return the invitation of a link, with its alliance, or nothing."""
    rows = RoleInvitation.objects.select_related("alliance", "partner__organisation", "invited_by")
    return rows.filter(token_sha256=fingerprint(token)).first()


def organisations_seen_by(account: Account) -> QuerySet[Organisation]:
    """Return the organisations that a person may know of: theirs, and the partners of their alliances."""
    theirs = Q(members__account=account) | Q(partnerships__alliance__roles__account=account)
    return Organisation.objects.filter(theirs).distinct().order_by("name", "id")


def organisations_of(account: Account) -> QuerySet[Organisation]:
    """Return the organisations that a person belongs to."""
    return Organisation.objects.filter(members__account=account).order_by("name", "id")


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person is to an organisation: all that the permissions ask."""

    organisation: Organisation
    membership: str
    in_a_shared_alliance: bool
    facilitates: bool
    has_admin: bool


def organisation_behind(public: uuid.UUID, account: Account) -> Standing | None:
    """Return an organisation and what a person is to it; nothing when it does not exist."""
    organisation = Organisation.objects.filter(public=public).first()
    if organisation is None:
        return None
    roles = AllianceRole.objects.filter(account=account, alliance__partners__organisation=organisation)
    kinds = set(roles.values_list("kind", flat=True))
    memberships = dict(organisation.members.values_list("account_id", "role"))
    return Standing(
        organisation,
        membership=memberships.get(account.pk, ""),
        in_a_shared_alliance=bool(kinds),
        facilitates=RoleKind.FACILITATOR in kinds,
        has_admin=OrganisationMember.Role.ADMIN in memberships.values(),
    )


def members_of(organisation: Organisation) -> list[OrganisationMember]:
    """Return the people of an organisation, its administrators first."""
    rows = organisation.members.select_related("account").order_by("role", "id")
    return sorted(rows, key=lambda one: (one.role, str(one.account).casefold()))


def candidates_of(organisation: Organisation) -> list[Account]:
    """Return those who act for an organisation in an alliance and are not yet among its people."""
    acting = Account.objects.filter(alliance_roles__partner__organisation=organisation)
    return list(acting.exclude(organisations__organisation=organisation).distinct().order_by("name", "email"))


def alliances_shared_with(organisation: Organisation, account: Account) -> list[Alliance]:
    """Return the alliances of a person in which an organisation is a partner."""
    rows = Alliance.objects.filter(partners__organisation=organisation, roles__account=account)
    return list(rows.distinct().order_by("name", "id"))


def traits_of(alliance: Alliance, on: date | None = None) -> dict[str, tuple[str, ...]]:
    """Return what an alliance is like, under the questions of context of the packs and in their identifiers.

    `profile` and `size` are those of its present partners, `objective` what comes first for them; `kind` the types of
    partnership, with « several » when there is more than one; `territory` the region, or `overseas`,
    `several_regions`, `abroad`; `stage` how long it has been acting. What is not known is left out.
    """
    today = on or timezone.localdate()
    partners = partners_of(alliance, on=today)
    kinds = tuple(alliance.partnership_types)
    traits = {
        "profile": _distinct(partner.organisation.profile for partner in partners),
        "size": _distinct(partner.organisation.size for partner in partners),
        "territory": _distinct([region_trait(alliance.territory)]),
        "kind": (*kinds, "several") if len(kinds) > 1 else kinds,
        "stage": _distinct([stage_trait(alliance, today)]),
        "objective": _distinct(partner.objective for partner in partners),
    }
    return {question: choices for question, choices in traits.items() if choices}


def region_trait(key: str) -> str:
    """Return a territory as the packs ask about it: a region of the mainland, or one of three wide answers."""
    if key == "country-FR":
        return "several_regions"
    if key == "country-other":
        return "abroad"
    place = territory(key)
    region = place.region if place else ""
    return "overseas" if region.removeprefix("region-") in OVERSEAS_REGIONS else region


def stage_trait(alliance: Alliance, today: date) -> str:
    """Return how long an alliance has been acting, as the packs ask about it."""
    if alliance.stage == AllianceStage.IDEA or (alliance.started_on and alliance.started_on > today):
        return "idea"
    if alliance.started_on is None:
        return ""
    months = months_between(alliance.started_on, today)
    if months < FIRST_EFFECTS_MONTHS:
        return "under_18_months"
    return "18_months_to_7_years" if months < INNOVATION_MONTHS else "over_7_years"


def months_between(start: date, end: date) -> int:
    """Count the whole months from one day to a later one.

    >>> months_between(date(2024, 1, 31), date(2024, 2, 29)), months_between(date(2024, 1, 15), date(2025, 7, 15))
    (0, 18)
    """
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
