"""The job that clears what has ended: sessions past their last day, and counts past their minute."""

from __future__ import annotations

import logging

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.db import connections, router
from django.utils import timezone
from django_tasks import task

logger = logging.getLogger(__name__)


@task()
def erase_what_ended() -> int:
    """Erase ended sessions and counts; running it again, or late, does no harm."""
    sessions, _details = Session.objects.filter(expire_date__lt=timezone.now()).delete()
    counts = erase_ended_counts()
    logger.info("%s ended sessions and %s ended counts erased", sessions, counts)
    return sessions + counts


def erase_ended_counts() -> int:
    """Erase what is over in the cache: the database keeps it until it lacks room, and we do not."""
    cache = caches["default"]
    if not isinstance(cache, DatabaseCache):
        return 0
    connection = connections[router.db_for_write(cache.cache_model_class)]
    table = connection.ops.quote_name(str(settings.CACHES["default"]["LOCATION"]))
    now = timezone.now().replace(microsecond=0)
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {table} WHERE expires < %s",  # noqa: S608 - the name of the table is ours
            [connection.ops.adapt_datetimefield_value(now)],
        )
        return int(cursor.rowcount)
