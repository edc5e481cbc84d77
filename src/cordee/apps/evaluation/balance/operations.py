"""The verbs of the ledger: write, choose, share, take back, comment. Each is done for one partner by its own people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.balance import permissions, queries
from cordee.apps.evaluation.balance.permissions import Answer
from cordee.apps.evaluation.models import Evaluation, LedgerComment, LedgerEntry, LedgerSide
from cordee.apps.organisations.concurrency import change
from cordee.apps.organisations.models import Partner


class NotNow(Exception):
    """The state of the ledger does not allow it; `answer` says why."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.why)
        self.answer = answer


def begun(evaluation: Evaluation, partner: Partner) -> LedgerSide:
    """Return the side of a partner, begun if it was not."""
    return LedgerSide.objects.get_or_create(evaluation=evaluation, partner=partner)[0]


@transaction.atomic
def write_entry(entry: LedgerEntry, seen: int, values: Mapping[str, Any]) -> None:
    """Write what a side says of another partner, in its draft; raises ChangedMeanwhile, or NotNow once it is shared."""
    side = _held(entry.side)
    _require(permissions.may_write_side(shared=side.shared_at is not None))
    kept = LedgerEntry.objects.get_or_create(side=side, other=entry.other)[0]
    change(kept, seen, values)


@transaction.atomic
def choose(side: LedgerSide, seen: int, values: Mapping[str, Any]) -> None:
    """Write whether the name may stand by the figures, and the yearly money, in the draft of a side."""
    kept = _held(side)
    _require(permissions.may_write_side(shared=kept.shared_at is not None))
    change(kept, seen, values)


@transaction.atomic
def share(side: LedgerSide, by: Account, filled: int) -> None:
    """Share a side: from now on, it is compared with those that are shared too."""
    kept = _held(side)
    shared = kept.shared_at is not None
    _require(permissions.may_share(shared=shared, attributed=kept.attributed, filled=filled))
    change(kept, kept.version, {"shared_at": timezone.now(), "shared_by": by})


@transaction.atomic
def take_back(side: LedgerSide, *, counts_are_out: bool, others_shared: bool) -> None:
    """Make a side a draft again; when words of others could already be read, that stays written."""
    kept = _held(side)
    _require(permissions.may_take_back(shared=kept.shared_at is not None, counts_are_out=counts_are_out))
    corrected = timezone.now() if others_shared else kept.corrected_at
    change(kept, kept.version, {"shared_at": None, "shared_by": None, "corrected_at": corrected})


@transaction.atomic
def comment(
    evaluation: Evaluation, couple: tuple[Partner, Partner], by: Account, partner: Partner | None, text: str
) -> None:
    """Write what explains the gap between two partners."""
    _require(permissions.may_comment(queries.comments_on(evaluation, *couple).count()))
    first, second = sorted(couple, key=lambda each: each.pk)
    LedgerComment.objects.create(
        evaluation=evaluation, first=first, second=second, author=by, partner=partner, text=text
    )


def _held(side: LedgerSide) -> LedgerSide:
    """Return the side as it is kept, begun if it was not, held until the end of the transaction."""
    begun(side.evaluation, side.partner)
    return LedgerSide.objects.select_for_update().get(evaluation=side.evaluation, partner=side.partner)


def _require(answer: Answer) -> None:
    if not answer.allowed:
        raise NotNow(answer)
