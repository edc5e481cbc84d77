"""What one visitor, or a machine, may ask of this room: bodies of a human size, and not too many starts a minute."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from threading import Lock

from django.http import HttpRequest

LARGEST_BODY = 64_000
STARTS_A_MINUTE = 240


def is_too_large(request: HttpRequest) -> bool:
    """Tell whether a body says it is larger than any form of this room can be."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return not length.isdigit() or int(length) > LARGEST_BODY


class Gate:
    """Lets a number of passages through in any minute, in this process; it keeps hours, and nothing on visitors."""

    def __init__(self, most: int, seconds: float = 60, clock: Callable[[], float] = time.monotonic) -> None:
        self._passages: deque[float] = deque()
        self._most, self._seconds, self._clock, self._lock = most, seconds, clock, Lock()

    def opens(self) -> bool:
        """Take one passage if there is one left."""
        with self._lock:
            now = self._clock()
            while self._passages and self._passages[0] <= now - self._seconds:
                self._passages.popleft()
            if len(self._passages) >= self._most:
                return False
            self._passages.append(now)
            return True


starts = Gate(STARTS_A_MINUTE)
