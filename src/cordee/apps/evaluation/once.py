"""A form that adds a row once: two clicks make one row, and the second answer is that of the first."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import IntegrityError, models, transaction
from django.http import HttpRequest

FIELD = "once"
"""The name under which a form carries, unseen, the public identifier that its row will have."""
Row = TypeVar("Row", bound=models.Model)


def key_in(request: HttpRequest) -> uuid.UUID:
    """Return the identifier that a form carries; a new one for a new form, or for one that carries none."""
    try:
        return uuid.UUID(request.POST.get(FIELD, ""))
    except ValueError:
        return uuid.uuid4()


def add_once(model: type[Row], key: uuid.UUID, values: Mapping[str, Any]) -> Row:
    """Add a row under an identifier, unless the same row is there already.

    Other words under the same identifier, as a page gone back to sends them, are another row: nothing typed is lost.
    """
    try:
        with transaction.atomic():
            return model._default_manager.create(public=key, **values)
    except IntegrityError:
        there = model._default_manager.filter(public=key, **_looked_for(values)).first()
        return there or model._default_manager.create(public=uuid.uuid4(), **values)


def _looked_for(values: Mapping[str, Any]) -> dict[str, Any]:
    empty = {f"{name}__isnull": True for name, value in values.items() if value is None}
    return {**empty, **{name: value for name, value in values.items() if value is not None}}
