"""What the efficiency reads: the rows of an evaluation, one behind its address."""

from __future__ import annotations

import uuid
from typing import Any

from cordee.apps.evaluation.efficiency.kinds import KINDS, RowKind
from cordee.apps.evaluation.models import Evaluation


def rows_of(evaluation: Evaluation, key: str) -> list[Any]:
    """Return the rows of a kind, in the order in which they were written."""
    rows = KINDS[key].model.objects.filter(evaluation=evaluation).order_by("pk")
    return list(rows.select_related("partner__organisation") if key == "cost" else rows)


def row_behind(evaluation: Evaluation, kind: RowKind, public: uuid.UUID) -> Any | None:
    """Return a row of this evaluation; None for one of another."""
    return kind.model.objects.filter(evaluation=evaluation, public=public).first()
