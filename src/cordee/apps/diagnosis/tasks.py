"""The job that erases what has reached its last day."""

from __future__ import annotations

import logging

from django_tasks import task

from cordee.apps.diagnosis import operations

logger = logging.getLogger(__name__)


@task()
def erase_expired() -> int:
    """Erase every diagnosis past its last day; running it again, or late, does no harm."""
    count = operations.erase_expired()
    logger.info("%s expired diagnoses erased", count)
    return count
