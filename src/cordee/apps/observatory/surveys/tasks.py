"""The job that deletes microdata which no survey names."""

from __future__ import annotations

import logging

from django_tasks import task

from cordee.apps.observatory.surveys import operations

logger = logging.getLogger(__name__)


@task()
def sweep() -> int:
    """Delete old microdata that no survey names; running it again does no harm."""
    count = operations.sweep()
    logger.info("%s files of microdata without a survey deleted", count)
    return count
