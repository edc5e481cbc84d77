"""How long letters are kept: their text and addresses go, what they were for and when they left stays."""

from __future__ import annotations

from datetime import datetime, timedelta

from cordee.apps.post.models import Letter

KEPT = timedelta(days=30)


def erase_old(now: datetime) -> int:
    """Erase the content of letters settled more than a month ago; return how many. Doing it again changes nothing.

    The row stays with its key, without which the same letter could be written, and sent, a second time.
    """
    old = Letter.objects.filter(settled_at__lte=now - KEPT, erased_at=None)
    return old.update(to="", reply_to="", subject="", text="", html="", last_error="", erased_at=now)
