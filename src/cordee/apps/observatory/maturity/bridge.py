"""Between the rows of the maturity barometer and the values of the core."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from cordee.apps.observatory.models import MaturityBatch
from cordee.core.maturity_barometer import AxisBarometer, Barometer, Batch, Share, Table


def batch_of(row: MaturityBatch) -> Batch:
    """Return a batch that still counts, its entries fetched beforehand."""
    keys = frozenset(entry.key for entry in row.entries.all())
    return Batch(row.family, row.formed_on, keys, table_from_json(row.table))


def table_to_json(table: Table) -> dict[str, Any]:
    """Return a table as plain values."""
    return {"count": table.count, "stages": {axis: list(n) for axis, n in table.stages.items()}, "sums": {**table.sums}}


def table_from_json(kept: Mapping[str, Any]) -> Table:
    """Read a table written by `table_to_json`."""
    return Table(kept["count"], {axis: tuple(counts) for axis, counts in kept["stages"].items()}, kept["sums"])


def barometer_to_json(barometer: Barometer) -> dict[str, Any]:
    """Return a barometer as plain values."""
    return asdict(barometer)


def barometer_from_json(kept: Mapping[str, Any]) -> Barometer:
    """Read a barometer written by `barometer_to_json`."""
    axes = (
        AxisBarometer(
            one["axis"],
            one["mean"],
            tuple(Share(tuple(share["stages"]), share["percent"]) for share in one["shares"]),
        )
        for one in kept["axes"]
    )
    return Barometer(kept["count"], tuple(axes))
