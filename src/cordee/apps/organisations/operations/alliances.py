"""Making an alliance, describing it, and what it agrees to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from cordee.apps.accounts.models import Account
from cordee.apps.organisations.concurrency import change
from cordee.apps.organisations.models import Alliance, AllianceRole, Organisation, OrganisationMember, Partner, RoleKind

CONSENTS = ("benchmark_consent_at", "peer_consent_at", "barometer_consent_at")


@transaction.atomic
def found(by: Account, values: Mapping[str, Any], organisation: Organisation | str) -> Alliance:
    """Make an alliance that a person runs, with their organisation as its first partner.

    `organisation` is one that exists, or the name of a new one, which the person will administer.
    """
    alliance = Alliance.objects.create(created_by=by, **values)
    first = organisation if isinstance(organisation, Organisation) else found_organisation(by, organisation)
    partner = Partner.objects.create(alliance=alliance, organisation=first, joined_on=alliance.started_on)
    AllianceRole.objects.create(alliance=alliance, account=by, kind=RoleKind.FACILITATOR, partner=partner)
    return alliance


def found_organisation(by: Account, name: str) -> Organisation:
    """Write down an organisation that a person belongs to and administers."""
    organisation = Organisation.objects.create(name=name)
    OrganisationMember.objects.create(organisation=organisation, account=by, role=OrganisationMember.Role.ADMIN)
    return organisation


def describe(alliance: Alliance, seen: int, values: Mapping[str, Any]) -> None:
    """Change what is said of an alliance; raises ChangedMeanwhile when somebody else did."""
    change(alliance, seen, values)


@transaction.atomic
def agree(alliance: Alliance, agreed: Mapping[str, bool]) -> None:
    """Give or take back consents; a consent already given keeps its date, one taken back leaves none.

    The job that the settings name for a consent is asked for at once when it is taken back.
    """
    now = timezone.now()
    for name in CONSENTS:
        rows = Alliance.objects.filter(pk=alliance.pk)
        if agreed[name]:
            rows.filter(**{name: None}).update(**{name: now})
        elif rows.exclude(**{name: None}).update(**{name: None}):
            _ask_at_once(name)
    alliance.refresh_from_db()


def _ask_at_once(consent: str) -> None:
    """Put in the queue the job that acts on a consent taken back, once this is written."""
    path = settings.CONSENT_JOBS.get(consent)
    if path is not None:
        job: Any = import_string(path)
        transaction.on_commit(job.enqueue)
