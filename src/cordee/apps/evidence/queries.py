"""Reads of the archive: a piece with its versions, what an alliance keeps."""

from __future__ import annotations

import uuid

from django.db.models import Sum

from cordee.apps.evidence.models import Evidence, Revision
from cordee.apps.organisations.models import Alliance


def evidence_behind(public: uuid.UUID, alliance: Alliance) -> Evidence | None:
    """Return a piece of an alliance, or nothing: a piece of another alliance is unknown here."""
    return Evidence.objects.filter(public=public, alliance=alliance).first()


def evidence_of(alliance: Alliance) -> list[Evidence]:
    """Return the pieces that an alliance keeps, by title."""
    return list(Evidence.objects.filter(alliance=alliance).order_by("title", "pk"))


def revisions_of(evidence: Evidence) -> list[Revision]:
    """Return the versions of a piece, the newest first, with who gave them."""
    return list(evidence.revisions.select_related("given_by").order_by("-number"))


def are_the_same(one: Evidence, other: Evidence) -> bool:
    """Tell whether the last versions of two pieces are the same file, byte for byte."""
    first, second = (
        piece.revisions.order_by("-number").values_list("sha256", flat=True).first() for piece in (one, other)
    )
    return first is not None and first == second


def bytes_kept(alliance: Alliance) -> int:
    """Return how many bytes an alliance keeps, all versions counted."""
    found = Revision.objects.filter(evidence__alliance=alliance).aggregate(total=Sum("size"))
    return found["total"] or 0
