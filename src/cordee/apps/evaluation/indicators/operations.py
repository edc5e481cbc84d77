"""The verbs of the indicators: add, change, write a value or correct it, bring many in at once."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.models import Effect, Evaluation, FormerValue, Indicator, Value
from cordee.apps.evaluation.once import add_once
from cordee.apps.evidence import operations as archive
from cordee.apps.evidence import queries as archived
from cordee.apps.evidence.models import Evidence
from cordee.apps.organisations.concurrency import change
from cordee.apps.organisations.models import Partner
from cordee.core.value_file import ReadValue

BATCH = 1000


def add_indicator(
    evaluation: Evaluation,
    by: Account | None,
    values: Mapping[str, Any],
    catalogue: str = "",
    key: uuid.UUID | None = None,
) -> Indicator:
    """Add an indicator with what its form says, once under a key."""
    said = {"evaluation": evaluation, "created_by": by, "catalogue": catalogue, **columns(evaluation, values)}
    return add_once(Indicator, key or uuid.uuid4(), said)


def change_indicator(indicator: Indicator, seen: int, values: Mapping[str, Any]) -> None:
    """Change an indicator that is still as it was read; raise ChangedMeanwhile otherwise."""
    change(indicator, seen, columns(indicator.evaluation, values))


def columns(evaluation: Evaluation, values: Mapping[str, Any]) -> dict[str, Any]:
    """Turn public identifiers into rows of the same evaluation or alliance; another's are unknown."""
    plain = dict(values)
    plain["effect"] = _chosen(Effect.objects.filter(evaluation=evaluation), plain.get("effect"))
    plain["owner_partner"] = _chosen(Partner.objects.filter(alliance=evaluation.alliance), plain.get("owner_partner"))
    return plain


def _chosen(rows: Any, public: str | None) -> Any:
    return rows.filter(public=uuid.UUID(public)).first() if public else None


@transaction.atomic
def write_value(
    indicator: Indicator,
    by: Account | None,
    *,
    on: date,
    value: float,
    group: str = "",
    note: str = "",
    confidence: str = "declared",
    evidence: Evidence | None = None,
) -> Value:
    """Write a value; when one is there for that day and group, correct it and keep what it was.

    The piece that showed it stays unless another is given.
    """
    said: dict[str, Any] = {"value": value, "note": note, "confidence": confidence}
    if evidence is not None:
        said["evidence"] = evidence
    row, is_new = Value.objects.select_for_update().get_or_create(
        indicator=indicator, on=on, group=group, defaults={**said, "by": by}
    )
    if is_new or all(getattr(row, name) == one for name, one in said.items()):
        return row
    FormerValue.objects.create(
        current=row, value=row.value, note=row.note, confidence=row.confidence, by=row.by, at=row.at
    )
    for name, one in {**said, "by": by, "at": timezone.now()}.items():
        setattr(row, name, one)
    row.save()
    return row


@transaction.atomic
def write_shown_value(
    indicator: Indicator, by: Account, upload: UploadedFile, *, keeps_place: bool, **said: Any
) -> Value:
    """Write a value with the file that shows it: both or neither. Raises Refused on a file.

    The same file given again for the same value is kept once.
    """
    title = (said.get("note") or f"{indicator.name}, {date_format(said['on'])}")[:200]
    piece = archive.keep(indicator.evaluation.alliance, by, title=title, upload=upload, keeps_place=keeps_place)
    there = indicator.values.filter(on=said["on"], group=said.get("group", "")).first()
    if there is not None and there.evidence is not None and archived.are_the_same(there.evidence, piece):
        piece.delete()
        piece = there.evidence
    return write_value(indicator, by, **said, evidence=piece)


@transaction.atomic
def import_values(evaluation: Evaluation, by: Account | None, values: Iterable[ReadValue]) -> int:
    """Write many values at once, all or none; return how many."""
    known = {str(row.public): row for row in evaluation.indicators.order_by("pk")}
    rows = [
        Value(indicator=known[one.indicator], on=one.on, value=one.value, group=one.group, note=one.note, by=by)
        for one in values
    ]
    Value.objects.bulk_create(rows, batch_size=BATCH)
    return len(rows)
