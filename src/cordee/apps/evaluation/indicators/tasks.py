"""The job that reminds people of the values they take."""

from __future__ import annotations

import logging

from django.utils import timezone
from django_tasks import task

from cordee.apps.evaluation.indicators import queries, reminders
from cordee.apps.plans.reminders import EARLIEST, LATEST

logger = logging.getLogger(__name__)


@task()
def remind() -> int:
    """Write the reminders that leave today; running it again, or late, doubles nothing."""
    today = timezone.localdate()
    rows = queries.to_remind(today + EARLIEST, today + LATEST)
    count = reminders.remind(rows.iterator(chunk_size=200), today)
    logger.info("%s reminders of values", count)
    return count
