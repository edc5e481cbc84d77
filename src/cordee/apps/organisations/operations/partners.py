"""The partners of an alliance: who enters, what comes first for them, when they leave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from cordee.apps.organisations.concurrency import change
from cordee.apps.organisations.models import Alliance, Organisation, Partner


@transaction.atomic
def bring_in(alliance: Alliance, organisation: Organisation | Mapping[str, Any], objective: str = "") -> Partner:
    """Make an organisation a partner; described rather than known, it is written down first.

    An organisation that had left comes back: its place is the same. Doing it twice makes one partner.
    """
    if not isinstance(organisation, Organisation):
        organisation = Organisation.objects.create(**organisation)
    partner, created = Partner.objects.get_or_create(
        alliance=alliance, organisation=organisation, defaults={"objective": objective}
    )
    if not created and partner.left_on is not None:
        change(partner, partner.version, {"left_on": None, "objective": objective or partner.objective})
    return partner


def describe_place(partner: Partner, seen: int, values: Mapping[str, Any]) -> None:
    """Change what a partner seeks and its dates; raises ChangedMeanwhile when somebody else did."""
    change(partner, seen, values)
