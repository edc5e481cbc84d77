"""The clock of the site: puts each periodic job in the queue when its time has come, and forgets old results."""

import logging
import time
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult

logger = logging.getLogger(__name__)

Schedule = Mapping[str, timedelta]
"""Dotted path of a task → how long between two runs of it."""

BETWEEN_LOOKS = 60.0
DAYS_OF_RESULTS = 14


class Clock:
    """Looks at the schedule once a minute; a database that does not answer is tried again at the next look."""

    def __init__(self) -> None:
        self._next_look = 0.0

    def tick(self) -> None:
        """Do what is due, if the time of a look has come."""
        if time.monotonic() < self._next_look:
            return
        self._next_look = time.monotonic() + BETWEEN_LOOKS
        try:
            if enqueue_due(schedule(), timezone.now()):
                forget_old_results()
        except Exception:
            logger.exception("The clock could not look at the schedule; it tries again in a minute")


def schedule() -> Schedule:
    """The periodic jobs that the settings name."""
    named: Schedule = getattr(settings, "PERIODIC_JOBS", {})
    return named


def enqueue_due(jobs: Schedule, now: datetime) -> list[str]:
    """Put in the queue the jobs whose last run is old enough, or that never ran; return their paths.

    The queue itself remembers the last run: a restart loses nothing and repeats nothing.
    """
    due = [path for path, every in jobs.items() if _is_due(path, every, now)]
    for path in due:
        task: Any = import_string(path)
        task.enqueue()
    return due


def forget_old_results() -> None:
    """Delete the traces of jobs that ended long ago."""
    call_command("prune_db_task_results", min_age_days=DAYS_OF_RESULTS, verbosity=0)


def _is_due(path: str, every: timedelta, now: datetime) -> bool:
    last = DBTaskResult.objects.filter(task_path=path).order_by("-enqueued_at").first()
    return last is None or now - last.enqueued_at >= every
