"""What the ledger reads: who takes part, the sides, what they say, the comments on a couple."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone

from cordee.apps.evaluation.models import Evaluation, LedgerComment, LedgerEntry, LedgerSide
from cordee.apps.evaluation.queries import partners_of
from cordee.apps.organisations.models import Partner


def participants_of(evaluation: Evaluation) -> list[Partner]:
    """Return the partners of the ledger: those that have not left, in the order of their names."""
    today = timezone.localdate()
    return [each for each in partners_of(evaluation) if each.left_on is None or each.left_on > today]


def sides_of(evaluation: Evaluation) -> dict[int, LedgerSide]:
    """Return the sides that were begun, by partner."""
    return {side.partner_id: side for side in evaluation.ledger_sides.select_related("partner__organisation")}


def side_of(evaluation: Evaluation, partner: Partner) -> LedgerSide:
    """Return the side of a partner; when it was not begun, one that is not yet kept."""
    kept = LedgerSide.objects.filter(evaluation=evaluation, partner=partner).first()
    return kept or LedgerSide(evaluation=evaluation, partner=partner)


def entries_of(sides: Iterable[LedgerSide]) -> QuerySet[LedgerEntry]:
    """Return what sides say of other partners."""
    return LedgerEntry.objects.filter(side__in=[side.pk for side in sides if side.pk]).select_related("side")


def entry_about(side: LedgerSide, other: Partner) -> LedgerEntry:
    """Return what a side says of another partner; when nothing was said, an entry that is not yet kept."""
    kept = LedgerEntry.objects.filter(side=side, other=other).first() if side.pk else None
    return kept or LedgerEntry(side=side, other=other)


def partner_among(partners: Iterable[Partner], public: uuid.UUID) -> Partner | None:
    """Return the partner behind an identifier, if it is one of those."""
    return next((partner for partner in partners if partner.public == public), None)


def comments_on(evaluation: Evaluation, one: Partner, other: Partner) -> QuerySet[LedgerComment]:
    """Return the comments on a couple, the oldest first."""
    first, second = sorted((one.pk, other.pk))
    comments = evaluation.ledger_comments.filter(first=first, second=second)
    return comments.select_related("author", "partner__organisation").order_by("written_at", "pk")


def comments_of(evaluation: Evaluation) -> QuerySet[LedgerComment]:
    """Return the comments on every couple, the oldest first."""
    comments = evaluation.ledger_comments.select_related("partner__organisation", "first", "second")
    return comments.order_by("written_at", "pk")
