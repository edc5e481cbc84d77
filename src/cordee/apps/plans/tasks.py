"""The job that reminds owners of their actions."""

from __future__ import annotations

import logging

from django.utils import timezone
from django_tasks import task

from cordee.apps.plans import queries, reminders

logger = logging.getLogger(__name__)


@task()
def remind() -> int:
    """Write the reminders that leave today; running it again, or late, doubles nothing."""
    today = timezone.localdate()
    actions = queries.to_remind(today + reminders.EARLIEST, today + reminders.LATEST)
    count = reminders.remind(actions.iterator(chunk_size=200), today)
    logger.info("%s reminders of actions", count)
    return count
