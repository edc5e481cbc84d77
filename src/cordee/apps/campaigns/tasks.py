"""The jobs of a campaign: open on the day, remind on the days chosen."""

from __future__ import annotations

import logging

from django_tasks import task

from cordee.apps.campaigns.operations import launching, reminding

logger = logging.getLogger(__name__)


@task()
def open_due() -> int:
    """Send the invitations of campaigns that have opened; running it again, or late, does no harm."""
    count = launching.open_due()
    logger.info("%s invitations written", count)
    return count


@task()
def remind_due() -> int:
    """Send the planned reminders whose hour has come; running it again, or late, does no harm."""
    count = reminding.remind_due()
    logger.info("%s reminders written", count)
    return count
