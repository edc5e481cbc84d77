"""What changed in an action, as its history keeps it: field → [before, after], in plain values that last."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from cordee.apps.organisations.models import Partner
from cordee.apps.plans.models import Action

FIELDS = ("title", "details", "partner", "owner_name", "owner_email", "due_on", "effort")
"""What people write in an action; its status has a life of its own."""

Changes = dict[str, list[str]]


def plain(value: Any) -> str:
    """Return a value as history keeps it: a day in ISO, a partner by the name it had then."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return value.organisation.name if isinstance(value, Partner) else str(value)


def differences(action: Action, values: Mapping[str, Any]) -> Changes:
    """Return what values would change in an action; the same value changes nothing."""
    found: Changes = {}
    for name, value in values.items():
        before = getattr(action, name)
        if before != value:
            kept = masked if name == "owner_email" else plain
            found[name] = [kept(before), kept(value)]
    return found


def masked(address: str) -> str:
    """Return what history keeps of an address, enough to tell two apart: taken out of the action, it is gone.

    >>> masked("ada@example.org"), masked("")
    ('a…@example.org', '')
    """
    local, at, domain = address.partition("@")
    return f"{local[:1]}…{at}{domain}" if local else ""
