"""The job that refreshes the maturity barometer: every day, and at once when an alliance takes its consent back."""

from __future__ import annotations

import logging

from django_tasks import task

from cordee.apps.observatory.maturity import operations

logger = logging.getLogger(__name__)


@task()
def refresh() -> int:
    """Refresh; running it twice at once, or again, does no harm. Returns how many batches left or entered."""
    renewal = operations.refresh()
    changed = len(renewal.leaving) + len(renewal.entering)
    if changed:
        logger.info("The maturity barometer changed: %s batches", changed)
    return changed
