"""Where a published result leads, in rooms above: the settings name them; this floor knows none of them by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from django.conf import settings
from django.utils.module_loading import import_string

from cordee.apps.campaigns.models import Campaign
from cordee.apps.organisations.models import RoleKind

Kind = Literal["pdf", "xlsx", "json", "session"]


@dataclass(frozen=True)
class Reader:
    """Who reads a result: by a role in the alliance, or by the link with which they answered."""

    role: RoleKind | None = None
    token: str = ""


@dataclass(frozen=True)
class Door:
    """Something that a result leads to: a document to take away, the session to prepare."""

    kind: Kind
    url: str


DoorMaker = Callable[[Campaign, Reader], Iterable[Door]]


def doors_of(campaign: Campaign, reader: Reader) -> dict[str, str]:
    """Return where a result leads its reader: kind → address."""
    makers: list[DoorMaker] = [import_string(path) for path in settings.RESULT_DOORS]
    return {door.kind: door.url for maker in makers for door in maker(campaign, reader)}
