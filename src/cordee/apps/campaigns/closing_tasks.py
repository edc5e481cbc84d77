"""The job that closes the campaigns whose hour has come."""

from __future__ import annotations

import logging

from django_tasks import task

from cordee.apps.campaigns.operations import closing

logger = logging.getLogger(__name__)


@task()
def close_due() -> int:
    """Close what is due; running it twice at once, or late, does no harm."""
    count = closing.close_due()
    if count:
        logger.info("%s campaigns closed", count)
    return count
