"""Writing a file whole or not at all: beside its place first, then renamed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp

from cordee.stats.faults import refusal


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


def unwritable(path: Path, error: OSError) -> Exception:
    """Return the refusal that says why a file could not be written."""
    return refusal("unwritable", str(path), reason=error.strerror or str(error))


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
