"""The jobs of the post office: send one letter, make the rounds, erase what is old."""

from __future__ import annotations

import logging
import uuid

from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from cordee.apps.post import delivery, queries, retention

logger = logging.getLogger(__name__)


@task()
def deliver(public: str) -> None:
    """Send one letter, unless it is already sent, taken or withdrawn."""
    delivery.deliver(uuid.UUID(public))


@task()
def make_the_rounds() -> int:
    """Put in doubt what was cut short, and back in the queue the letters whose time has come; return how many.

    While the queue still holds letters nothing is added: it is slow, not lost.
    """
    doubtful = delivery.doubt_what_was_cut(timezone.now())
    if doubtful:
        logger.warning("%s letters in doubt: their sending was cut short", doubtful)
    if DBTaskResult.objects.ready().filter(task_path=deliver.module_path).exists():
        return 0
    due = queries.due(timezone.now())
    for public in due:
        deliver.enqueue(str(public))
    return len(due)


@task()
def erase_old() -> int:
    """Erase the text and the addresses of letters that were settled long ago."""
    count = retention.erase_old(timezone.now())
    logger.info("%s letters erased", count)
    return count
