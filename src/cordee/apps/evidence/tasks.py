"""The job that forgets files which nothing names any more."""

from __future__ import annotations

import logging

from django_tasks import task

from cordee.apps.evidence import operations

logger = logging.getLogger(__name__)


@task()
def sweep() -> int:
    """Delete old files that no revision names; running it again does no harm."""
    count = operations.sweep()
    logger.info("%s files without a row deleted", count)
    return count
