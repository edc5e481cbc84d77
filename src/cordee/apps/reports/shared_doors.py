"""From a published 360° to its documents, for those who read it by a role or by their link."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from cordee.apps.campaigns.doors import Door, Kind, Reader
from cordee.apps.campaigns.models import Campaign

KINDS: tuple[Kind, ...] = ("pdf", "xlsx", "json")


def of_result(campaign: Campaign, reader: Reader) -> Iterable[Door]:
    """Lead a reader to the documents of what they read."""
    for kind in KINDS:
        if reader.token:
            yield Door(kind, reverse(f"shared_reports:respondent_{kind}", args=[reader.token]))
        elif reader.role:
            yield Door(kind, reverse(f"shared_reports:{kind}", args=[campaign.public]))
