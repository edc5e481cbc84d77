"""The file of statistics of this installation, kept in memory until another one takes its place."""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG

from django.conf import settings

from cordee.apps.observatory.statistics.faults import StatisticsRefused, refused
from cordee.apps.observatory.statistics.reading import MOST_BYTES, read_statistics
from cordee.apps.observatory.statistics.statistic import Measurement

logger = logging.getLogger(__name__)


def measurements() -> tuple[Measurement, ...]:
    """Return every measurement of the file; none when there is no file, or when it has a fault."""
    path = Path(settings.STATISTICS)
    try:
        found = path.stat()
    except OSError:
        return ()
    if not S_ISREG(found.st_mode):
        return ()
    return _kept(path, found.st_mtime_ns, found.st_ctime_ns, found.st_size)


def measurements_in(territory: str) -> tuple[Measurement, ...]:
    """Return the measurements of a region, or of the whole country, in the order of the file."""
    return tuple(one for one in measurements() if one.territory == territory)


def read_file(path: Path) -> tuple[Measurement, ...]:
    """Read a file, never more of it than a file of statistics may weigh; StatisticsRefused when it has faults."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError:
        raise refused("unreadable") from None
    return read_statistics(content)


@lru_cache(maxsize=1)
def _kept(path: Path, written: int, changed: int, size: int) -> tuple[Measurement, ...]:
    """Read the file once; one that was replaced, or whose rights changed, has another date and is read again."""
    try:
        return read_file(path)
    except StatisticsRefused as error:
        first = error.faults[0].in_("en")
        logger.warning("statistics left out: %s: %d faults, the first one: %s", path.name, len(error.faults), first)
        return ()
