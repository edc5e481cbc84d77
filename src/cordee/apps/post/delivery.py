"""What becomes of one letter: waiting, leaving, then sent, postponed, given up or in doubt; each step is one update.

A letter is taken, and that is committed, before its text is given to the server. Who finds it taken leaves it alone.
"""

from __future__ import annotations

import logging
import secrets
import uuid
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from cordee.apps.post.envelope import in_ascii, message_of, sender_address
from cordee.apps.post.models import Letter
from cordee.apps.post.reasons import Reason
from cordee.apps.post.transport import Fate, Outcome, Unreachable, conversation, hand_over, words

logger = logging.getLogger(__name__)

MOST_ATTEMPTS = 12
FIRST_DELAY, LONGEST_DELAY = timedelta(minutes=1), timedelta(hours=6)
JITTER = 0.2
WITHOUT_SERVER, LONGEST_WITHOUT_SERVER = timedelta(hours=1), timedelta(days=3)
TAKEN_TOO_LONG = timedelta(minutes=15)
"""After which a letter being taken by the server is in doubt: far more than a conversation lasts."""

State = Letter.State


def deliver(public: uuid.UUID) -> None:
    """Send a letter whose time has come; do nothing when it is sent, taken by another worker, withdrawn or not due."""
    letter = Letter.objects.filter(public=public, state=State.WAITING, next_attempt_at__lte=timezone.now()).first()
    if letter is None:
        return
    if letter.expires_at and letter.expires_at <= timezone.now():
        _move(letter, (State.WAITING,), state=State.FAILED, last_error=Reason.TOO_LATE.value)
    elif settings.MAIL_SERVER:
        _send(letter, settings.MAIL_SERVER)
    elif settings.LETTERS_STAY_HERE:
        _move(letter, (State.WAITING,), state=State.SENT, sent_at=timezone.now())
    else:
        _wait_for_a_server(letter)


def _send(letter: Letter, server: dict[str, Any]) -> None:
    """Open the conversation first: as long as it is not open, the letter is not taken."""
    try:
        message = message_of(letter)
    except (ValueError, UnicodeError) as error:
        _move(letter, (State.WAITING,), state=State.FAILED, last_error=words(Reason.UNWRITABLE, str(error)))
        return
    try:
        with conversation(server) as connection:
            if taken(letter):
                settle(letter, _given(connection, message, letter))
    except Unreachable as error:
        failed = letter.attempts + 1
        seen = Letter.objects.filter(pk=letter.pk, next_attempt_at=letter.next_attempt_at)
        _update(seen, (State.WAITING,), attempts=failed, last_error=str(error), **_next(failed))


def _given(connection: Any, message: EmailMessage, letter: Letter) -> Outcome:
    outcome = hand_over(connection, message, sender_address(), in_ascii(letter.to))
    if outcome.fate is not Fate.TAKEN:
        logger.warning("Letter %s: %s", letter.public, outcome.fate.value)
    return outcome


def taken(letter: Letter) -> bool:
    """Take a waiting letter, for good and for all to see; tell whether nobody else had.

    Refused inside a transaction, which could still undo it after the letter has left.
    """
    now = timezone.now()
    waiting = Letter.objects.filter(pk=letter.pk, state=State.WAITING, next_attempt_at=letter.next_attempt_at)
    with transaction.atomic(durable=True):
        mine = waiting.update(state=State.LEAVING, attempts=letter.attempts + 1, leaving_since=now)
    if not mine:
        return False
    letter.attempts, letter.leaving_since = letter.attempts + 1, now
    return True


def settle(letter: Letter, outcome: Outcome) -> None:
    """Write down what became of a letter that was taken, even if the wait had already put it in doubt.

    The hour it was taken at says which attempt speaks: one that ends late does not touch a later one.
    """
    mine = Letter.objects.filter(pk=letter.pk, leaving_since=letter.leaving_since)
    taken_states = (State.LEAVING, State.IN_DOUBT)
    if outcome.fate is Fate.LATER:
        _update(mine, taken_states, last_error=outcome.why, **_next(letter.attempts))
        return
    ends = {Fate.TAKEN: State.SENT, Fate.NEVER: State.FAILED, Fate.UNKNOWN: State.IN_DOUBT}
    sent_at = timezone.now() if outcome.fate is Fate.TAKEN else None
    _update(mine, taken_states, state=ends[outcome.fate], last_error=outcome.why, sent_at=sent_at)


def _next(attempts: int) -> dict[str, Any]:
    """What comes after a number of failed attempts: another one later, or giving up."""
    if attempts >= MOST_ATTEMPTS:
        return {"state": State.FAILED}
    return {"state": State.WAITING, "next_attempt_at": timezone.now() + delay_after(attempts)}


def delay_after(attempts: int) -> timedelta:
    """Return how long to wait after a number of attempts: twice as long each time, never all at the same moment."""
    plain = min(FIRST_DELAY * 2 ** (attempts - 1), LONGEST_DELAY)
    return plain * (1 - JITTER + 2 * JITTER * secrets.randbelow(1000) / 999)


def _wait_for_a_server(letter: Letter) -> None:
    """Keep a letter while the site has no mail server, for a few days at most: later it would surprise its reader."""
    if timezone.now() - letter.created_at >= LONGEST_WITHOUT_SERVER:
        changes: dict[str, Any] = {"state": State.FAILED}
    else:
        changes = {"state": State.WAITING, "next_attempt_at": timezone.now() + WITHOUT_SERVER}
    _move(letter, (State.WAITING,), last_error=Reason.NO_SERVER.value, **changes)


def doubt_what_was_cut(now: datetime) -> int:
    """Put in doubt the letters whose sender died while the server was taking them; return how many."""
    cut = Letter.objects.filter(leaving_since__lte=now - TAKEN_TOO_LONG)
    return _update(cut, (State.LEAVING,), state=State.IN_DOUBT, last_error=Reason.CUT_SHORT.value)


def _move(letter: Letter, from_states: tuple[Letter.State, ...], **changes: Any) -> int:
    return _update(Letter.objects.filter(pk=letter.pk), from_states, **changes)


def _update(rows: Any, from_states: tuple[Letter.State, ...], **changes: Any) -> int:
    """Change the state of rows that are still where they were seen; note when nothing more is to be done."""
    over = changes["state"] not in (State.WAITING, State.LEAVING)
    count: int = rows.filter(state__in=from_states).update(settled_at=timezone.now() if over else None, **changes)
    return count
