"""Where the answers of `cordee score` come from: a file, a pipe or standard input, never more than the limit."""

import os
import select
import stat
import sys
from pathlib import Path

from cordee.core.answer_file import LARGEST_FILE, AnswerFault, answer_fault

STANDARD_INPUT = "-"
PIPE_SECONDS = 10
MEGABYTE = 1_000_000


def read_source(name: str) -> bytes | AnswerFault:
    """Read the answers, or say why they cannot be: the size is looked at before anything is read."""
    try:
        if name == STANDARD_INPUT:
            return _standard_input()
        state = Path(name).stat()
        return _refusal(state) or _open(name, is_pipe=stat.S_ISFIFO(state.st_mode))
    except FileNotFoundError:
        return answer_fault("missing")
    except (OSError, ValueError) as error:
        return answer_fault("unreadable", reason=getattr(error, "strerror", None) or str(error))


def _standard_input() -> bytes | AnswerFault:
    if sys.stdin is None:  # Python has none when the shell closed it
        return answer_fault("empty")
    content = sys.stdin.buffer.read(LARGEST_FILE + 1)
    return _too_large(len(content)) if len(content) > LARGEST_FILE else content


def _refusal(state: os.stat_result) -> AnswerFault | None:
    if stat.S_ISDIR(state.st_mode):
        return answer_fault("folder")
    if not stat.S_ISREG(state.st_mode) and not stat.S_ISFIFO(state.st_mode):
        return answer_fault("not-a-file")
    return _too_large(state.st_size) if state.st_size > LARGEST_FILE else None


def _open(name: str, *, is_pipe: bool) -> bytes | AnswerFault:
    """Open without waiting: a pipe that nobody writes to would wait for ever."""
    descriptor = os.open(name, os.O_RDONLY | os.O_NONBLOCK)
    try:
        if is_pipe and not select.select([descriptor], [], [], PIPE_SECONDS)[0]:
            return answer_fault("silent-pipe", seconds=PIPE_SECONDS)
        os.set_blocking(descriptor, True)
        return _bounded(descriptor)
    finally:
        os.close(descriptor)


def _bounded(descriptor: int) -> bytes | AnswerFault:
    parts: list[bytes] = []
    size = 0
    while size <= LARGEST_FILE:
        part = os.read(descriptor, MEGABYTE)
        if not part:
            return b"".join(parts)
        parts.append(part)
        size += len(part)
    return _too_large(size)


def _too_large(size: int) -> AnswerFault:
    return answer_fault("too-large", size=-(-size // MEGABYTE), limit=LARGEST_FILE // MEGABYTE)
