"""The conversation with the mail server, step by step, so that it is always known whether a letter may have left."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage
from enum import Enum
from typing import Any

from cordee.apps.post.envelope import body_of
from cordee.apps.post.reasons import Reason

READY, TAKEN = 354, 250
LONGEST_WORDS = 200


class Fate(Enum):
    """What became of a letter that was given to a server."""

    TAKEN = "taken"
    LATER = "later"
    NEVER = "never"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Outcome:
    """The fate of a letter and, when it is not taken, why: the reason, then what the server said."""

    fate: Fate
    why: str = ""


class Unreachable(Exception):
    """The server cannot be spoken to: nothing has been given to it."""


@contextmanager
def conversation(server: dict[str, Any]) -> Iterator[smtplib.SMTP]:
    """Open a conversation with the server, protected and signed in as the settings say, and end it politely."""
    try:
        connection = opened(server)
    except (OSError, smtplib.SMTPException, UnicodeError) as error:
        raise Unreachable(words(Reason.UNREACHABLE, str(error))) from error
    try:
        yield connection
    finally:
        with suppress(OSError, smtplib.SMTPException):
            connection.quit()
        connection.close()


def opened(server: dict[str, Any]) -> smtplib.SMTP:
    """Connect, protect, sign in; leave no socket behind when one of these fails."""
    place: dict[str, Any] = {"host": server["host"], "port": server["port"], "timeout": server["timeout"]}
    if server["security"] == "tls":
        connection: smtplib.SMTP = smtplib.SMTP_SSL(**place, context=ssl.create_default_context())
    else:
        connection = smtplib.SMTP(**place)
    try:
        if server["security"] == "starttls":
            connection.starttls(context=ssl.create_default_context())
        if server["user"]:
            connection.login(server["user"], server["password"])
        connection.ehlo_or_helo_if_needed()
    except BaseException:
        connection.close()
        raise
    return connection


def hand_over(connection: smtplib.SMTP, message: EmailMessage, sender: str, to: str) -> Outcome:
    """Give one letter to the server. Until its last dot is sent nothing can have left; after it, only a reply tells."""
    try:
        refused = envelope_refused(connection, sender, to)
        if refused:
            return refused
        connection.send(body_of(message))
    except (OSError, smtplib.SMTPException) as error:
        return Outcome(Fate.LATER, words(Reason.UNREACHABLE, str(error)))
    try:
        code, said = connection.getreply()
    except (OSError, smtplib.SMTPException) as error:
        return Outcome(Fate.UNKNOWN, words(Reason.CUT_SHORT, str(error)))
    return Outcome(Fate.TAKEN) if code == TAKEN else refusal(Reason.CONTENT_REFUSED, code, said)


def envelope_refused(connection: smtplib.SMTP, sender: str, to: str) -> Outcome | None:
    """Say from whom, to whom, and that the text comes; return the refusal, if there is one."""
    code, said = connection.mail(sender)
    if code != TAKEN:
        # Ours to mend, not the reader's: tried again even when the server says never.
        return Outcome(Fate.LATER, words(Reason.SENDER_REFUSED, f"{code} {decoded(said)}"))
    code, said = connection.rcpt(to)
    if code not in (250, 251):
        return refusal(Reason.RECIPIENT_REFUSED, code, said)
    code, said = connection.docmd("DATA")
    return None if code == READY else refusal(Reason.CONTENT_REFUSED, code, said)


def refusal(reason: Reason, code: int, said: bytes) -> Outcome:
    """Return what a refusal means: 5xx is for good, anything else for now."""
    if 500 <= code < 600:
        return Outcome(Fate.NEVER, words(reason, f"{code} {decoded(said)}"))
    return Outcome(Fate.LATER, words(Reason.BUSY, f"{code} {decoded(said)}"))


def decoded(said: bytes) -> str:
    """Return the words of a server as text."""
    return said.decode("utf-8", errors="replace")


def words(reason: Reason, said: str) -> str:
    """Return a reason and the words that came with it, short enough to be kept."""
    return f"{reason}: {' '.join(said.split())[:LONGEST_WORDS]}"
