"""The verbs of the efficiency: write a row, remove it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from cordee.apps.evaluation.models.efficiency import EfficiencyRow
from cordee.apps.organisations.concurrency import change


@transaction.atomic
def write(row: EfficiencyRow, seen: int, values: Mapping[str, Any]) -> None:
    """Write a new row, or change one that is still as it was seen; raises ChangedMeanwhile otherwise."""
    if row.pk is not None:
        change(row, seen, values)
        return
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


def remove(row: EfficiencyRow) -> None:
    """Remove a row."""
    row.delete()
