"""The verbs of the post office: write a letter once, withdraw those that wait, send one again by choice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from cordee.apps.post import tasks
from cordee.apps.post.envelope import one_line
from cordee.apps.post.models import Letter

LONGEST_SUBJECT, LONGEST_KEY = 300, 200


class BadLetter(ValueError):
    """A letter that no server could carry: no address to send it to, or no key to know it by."""


def write(
    key: str,
    *,
    to: str,
    subject: str,
    text: str,
    html: str,
    lang: str,
    reply_to: str = "",
    expires_in: timedelta | None = None,
) -> Letter:
    """Write a letter under a key, and have it sent once this transaction is committed.

    The same key again returns the same letter and sends nothing: a double click, a job run twice, a retry are harmless.
    A key says what the letter is for and holds no address: it outlives the text. After `expires_in` it does not leave.
    """
    _check(key, to, reply_to)
    now = timezone.now()
    letter, is_new = Letter.objects.get_or_create(
        key=key,
        defaults={
            "to": to,
            "reply_to": reply_to,
            "lang": lang,
            "subject": one_line(subject)[:LONGEST_SUBJECT],
            "text": text,
            "html": html,
            "created_at": now,
            "next_attempt_at": now,
            "expires_at": now + expires_in if expires_in else None,
        },
    )
    if is_new:
        _enqueue(letter)
    return letter


def _check(key: str, to: str, reply_to: str) -> None:
    if not 0 < len(key) <= LONGEST_KEY or not key.isprintable():
        raise BadLetter(f"A key has 1 to {LONGEST_KEY} printable signs, found {len(key)}.")
    for address in (to, reply_to) if reply_to else (to,):
        try:
            validate_email(address)
        except ValidationError:
            raise BadLetter("A letter goes to one valid address, and is answered at one.") from None


def _enqueue(letter: Letter) -> None:
    """Ask for the delivery once everything is committed; if the queue fails, the rounds find the letter."""

    def ask() -> None:
        tasks.deliver.enqueue(str(letter.public))

    transaction.on_commit(ask, robust=True)


def withdraw(prefix: str) -> int:
    """Withdraw the letters that still wait and whose key begins with a prefix; return how many."""
    waiting = Letter.objects.filter(state=Letter.State.WAITING)
    return sum(
        waiting.filter(pk__in=some).update(state=Letter.State.WITHDRAWN, settled_at=timezone.now())
        for some in _beginning_with(prefix, waiting)
    )


def forget(prefix: str) -> int:
    """Delete the letters whose key begins with a prefix, those that wait included; return how many.

    For letters that must leave no trace, and that nobody will write again: without its key, one could be sent twice.
    """
    return sum(Letter.objects.filter(pk__in=some).delete()[0] for some in _beginning_with(prefix, Letter.objects.all()))


def _beginning_with(prefix: str, letters: QuerySet[Letter]) -> Iterator[list[int]]:
    """Give the keys of rows whose key begins with a prefix, some hundreds at a time."""
    if not prefix:
        raise ValueError("An empty prefix would touch every letter of the site.")
    # SQLite compares without case: the exact beginning is checked here.
    found = letters.filter(key__startswith=prefix).values_list("pk", "key")
    mine = [pk for pk, key in found if key.startswith(prefix)]
    for start in range(0, len(mine), 500):
        yield mine[start : start + 500]


def send_again(letter: Letter) -> bool:
    """Send again a letter that is in doubt or failed, because a person asked; tell whether it will be.

    Its Message-ID stays the same: a reader who did receive it sees one letter.
    """
    stuck = (Letter.State.IN_DOUBT, Letter.State.FAILED)
    again = Letter.objects.filter(pk=letter.pk, state__in=stuck, erased_at=None).update(
        state=Letter.State.WAITING,
        attempts=0,
        next_attempt_at=timezone.now(),
        leaving_since=None,
        settled_at=None,
        last_error="",
    )
    if again:
        _enqueue(letter)
    return bool(again)
