"""Refreshing the maturity barometer: batches leave and enter whole, then the page gets what those that stay say."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from cordee.apps.observatory.maturity.bridge import barometer_to_json, batch_of, table_to_json
from cordee.apps.observatory.maturity.families import ladders_of, reference_pack
from cordee.apps.observatory.models import MaturityBatch, MaturityEntry, MaturityRefresh, MaturitySnapshot
from cordee.core.maturity_barometer import Barometer, Batch, Contributor, Ladder, Renewal, barometer, renewed

Source = Callable[[], Iterable[Contributor]]
ONLY = 1
"""The row that a refresh holds."""


@transaction.atomic
def refresh(today: date | None = None) -> Renewal:
    """Bring the barometer up to a day; again the same day changes nothing, and a second one waits for the first.

    Without a pack nothing is touched: what is not loaded yet must not look like an instrument that changed.
    """
    MaturityRefresh.objects.get_or_create(pk=ONLY)
    held = MaturityRefresh.objects.select_for_update().get(pk=ONLY)
    day, pack = today or timezone.localdate(), reference_pack()
    if pack is None:
        return Renewal((), (), ())
    ladders = ladders_of(pack)
    rows = {row: batch_of(row) for row in MaturityBatch.objects.filter(left_on=None).prefetch_related("entries")}
    used = set(MaturityEntry.objects.values_list("key", flat=True))
    renewal = renewed(rows.values(), used, contributors(), day, ladders)
    leaving = [row.pk for row, batch in rows.items() if batch in renewal.leaving]
    MaturityBatch.objects.filter(pk__in=leaving).update(left_on=day, table={})
    for batch in renewal.entering:
        _write_batch(batch)
    _write_snapshots(renewal, ladders, day)
    held.ended_at = timezone.now()
    held.save(update_fields=["ended_at"])
    return renewal


def contributors() -> list[Contributor]:
    """Return every alliance that consents, from the rooms that the settings name."""
    sources: list[Source] = [import_string(path) for path in settings.MATURITY_SOURCES]
    return [one for source in sources for one in source()]


def write_snapshot(family: str, found: Barometer, day: date, *, synthetic: bool = False) -> None:
    """Keep what the page shows of a family; what has not changed keeps its day."""
    content = barometer_to_json(found)
    digest = hashlib.sha256(_plain(content).encode()).hexdigest()
    same = MaturitySnapshot.objects.filter(family=family, synthetic=synthetic)
    if not same.filter(sha256=digest).exists():
        values = {"made_on": day, "content": content, "sha256": digest}
        MaturitySnapshot.objects.update_or_create(family=family, synthetic=synthetic, defaults=values)


def _write_batch(batch: Batch) -> None:
    row = MaturityBatch.objects.create(family=batch.family, formed_on=batch.formed_on, table=table_to_json(batch.table))
    MaturityEntry.objects.bulk_create(MaturityEntry(batch=row, key=key) for key in sorted(batch.keys))


def _write_snapshots(renewal: Renewal, ladders: Mapping[str, Ladder], day: date) -> None:
    """Write the families that have something to show, and take the others off the page."""
    found = {family: barometer(renewal.tables(family), ladder) for family, ladder in ladders.items()}
    shown = {family: one for family, one in found.items() if one is not None}
    MaturitySnapshot.objects.filter(synthetic=False).exclude(family__in=shown).delete()
    for family, one in shown.items():
        write_snapshot(family, one, day)


def _plain(content: Mapping[str, Any]) -> str:
    return json.dumps(content, sort_keys=True, separators=(",", ":"))
