"""Writing a file whole or not at all: beside its place first, then renamed."""

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp

from cordee.stats.faults import refusal

NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
SYSTEM_ERROR = re.compile(r"\(os error (\d+)\)")


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Give a temporary file in the folder of `path`, which takes its name only when all went well.

    SurveyRefused: the folder cannot be written, or the disk is full; then nothing stands at `path` that did not before.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = mkstemp(prefix=".", suffix=path.suffix, dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise unwritable(path, error) from None
    temporary = Path(name)
    try:
        yield temporary
        temporary.chmod(0o666 & ~_mask())
        temporary.replace(path)
    except OSError as error:
        raise unwritable(path, error) from None
    finally:
        temporary.unlink(missing_ok=True)


def full_disk(error: Exception) -> OSError | None:
    """Return what the system said, when an error of an engine is that there is no more room; None otherwise.

    >>> full_disk(RuntimeError("parquet: underlying IO error: No space left on device (os error 28)"))
    OSError(28, 'No space left on device')
    >>> full_disk(RuntimeError("not a Parquet file"))
    """
    told = SYSTEM_ERROR.search(str(error))
    code = int(told[1]) if told else 0
    return OSError(code, os.strerror(code)) if code in NO_ROOM else None


def unwritable(path: Path, error: OSError) -> Exception:
    """Return the refusal that says why a file could not be written."""
    return refusal("unwritable", str(path), reason=error.strerror or str(error))


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
