"""Reads of the learning room: what an account has done and written."""

from __future__ import annotations

from cordee.apps.accounts.models import Account
from cordee.apps.learning.models import StepRecord
from cordee.apps.learning.progress import Done, Key, Score


def progress_of(account: Account) -> dict[Key, Done]:
    """Return the steps that an account has done."""
    records = StepRecord.objects.filter(account=account, done_at__isnull=False)
    return {(one.course, one.step): done_of(one) for one in records.order_by("pk") if one.done_at is not None}


def done_of(record: StepRecord) -> Done:
    """Return what a record says of a step that is done."""
    if record.done_at is None:
        raise ValueError("this step is not done")
    whole = record.right is not None and record.asked is not None
    return Done(record.done_at, Score(record.right or 0, record.asked or 0) if whole else None)


def text_of(account: Account, key: Key) -> str:
    """Return what an account wrote in a step; nothing when it wrote nothing."""
    course, step = key
    texts = StepRecord.objects.filter(account=account, course=course, step=step).values_list("text", flat=True)
    return next(iter(texts), "")
