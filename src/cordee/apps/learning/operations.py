"""The verbs of the learning room: note that a step is done, keep a text, join two progresses, erase all of it."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from cordee.apps.accounts.models import Account
from cordee.apps.learning.models import StepRecord
from cordee.apps.learning.progress import Done, Key, Progress, joined
from cordee.apps.learning.queries import done_of


@transaction.atomic
def note_done(account: Account, key: Key, done: Done) -> None:
    """Note that a step is done; the first day and the best score are kept."""
    record = _locked(account, key)
    known = {key: done_of(record)} if record.done_at else {}
    kept = joined(known, {key: done})[key]
    record.done_at = kept.at
    record.right, record.asked = (kept.score.right, kept.score.asked) if kept.score else (None, None)
    record.save()


@transaction.atomic
def keep_text(account: Account, key: Key, text: str) -> None:
    """Keep what was written in a step, in place of what was there."""
    record = _locked(account, key)
    record.text = text
    record.save()


@transaction.atomic
def join(account: Account, progress: Progress, texts: Mapping[Key, str]) -> None:
    """Add to an account what a device knew. A text of the account stays: what it wrote there is not overwritten."""
    for key, done in progress.items():
        note_done(account, key, done)
    for key, text in texts.items():
        if not _locked(account, key).text:
            keep_text(account, key, text)


def erase(account: Account) -> None:
    """Delete the progress and the texts of an account; nothing is kept."""
    StepRecord.objects.filter(account=account).delete()


def _locked(account: Account, key: Key) -> StepRecord:
    course, step = key
    record, _created = StepRecord.objects.select_for_update().get_or_create(account=account, course=course, step=step)
    return record
