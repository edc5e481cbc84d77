"""Two people on the same thing: the second is told, sees what the first wrote, and loses nothing of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from django.db import models


class Versioned(Protocol):
    """A row whose version grows at each change."""

    pk: Any
    version: int


class ChangedMeanwhile(Exception):
    """Somebody changed the row after the page was shown; `current` is the row as it is now."""

    def __init__(self, current: Any) -> None:
        super().__init__(f"{type(current).__name__} {current.pk} is at version {current.version}")
        self.current = current


def change(row: models.Model, seen: int, values: Mapping[str, Any]) -> None:
    """Write values on a row if it is still at the version that was seen, in one step of the database.

    Raises ChangedMeanwhile otherwise, and the row's DoesNotExist when it went meanwhile.
    """
    rows = type(row)._default_manager.filter(pk=row.pk)
    if not rows.filter(version=seen).update(**values, version=seen + 1):
        raise ChangedMeanwhile(rows.get())
    row.refresh_from_db()
