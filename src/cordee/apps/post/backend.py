"""Django's mail through the post office: whatever any library sends becomes a letter, sent once and tried again."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils.html import strip_tags
from django.utils.translation import get_language

from cordee.apps.post.operations import BadLetter, write
from cordee.apps.post.rendering import html_of_text

EXPIRES_IN = "X-Cordee-Expires-In"
"""A header, in seconds, for what is soon of no use: the letter of a code to sign in, 900, does not leave after that."""
IDENTITY = "_cordee_identity"


class QueuedBackend(BaseEmailBackend):
    """Writes each message as one letter a recipient. Attached files are refused: no letter of the site has any."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write the letters of some messages, all or none; return how many messages they were."""
        try:
            with transaction.atomic():
                for message in email_messages:
                    write_letters_of(message)
        except BadLetter:
            if not self.fail_silently:
                raise
            return 0
        return len(email_messages)


def write_letters_of(message: EmailMessage) -> None:
    """Write one letter for each recipient of a message; sending the same object again writes nothing."""
    if message.attachments:
        raise BadLetter("A letter carries no attached file: write an address where it can be read.")
    text, html = bodies_of(message)
    expires = message.extra_headers.get(EXPIRES_IN)
    for to in dict.fromkeys(message.recipients()):
        write(
            key_of(message, to),
            to=to,
            subject=str(message.subject),
            text=text,
            html=html,
            lang=language_of(message),
            reply_to=message.reply_to[0] if message.reply_to else "",
            expires_in=timedelta(seconds=int(expires)) if expires else None,
        )


def key_of(message: EmailMessage, to: str) -> str:
    """Return the key of a message to one person: its Message-ID, else an identity drawn for this very object.

    Two messages that say the same are two letters (two codes asked for); one message sent twice is one.
    """
    identity = message.extra_headers.get("Message-ID") or getattr(message, IDENTITY, "")
    if not identity:
        identity = uuid.uuid4().hex
        setattr(message, IDENTITY, identity)
    return "mail:" + hashlib.sha256(f"{identity}\n{to}".encode()).hexdigest()


def bodies_of(message: EmailMessage) -> tuple[str, str]:
    """Return the text and the HTML of a message; what is missing is made from the other."""
    body = str(message.body)
    if message.content_subtype == "html":
        return strip_tags(body), body
    alternatives = message.alternatives if isinstance(message, EmailMultiAlternatives) else []
    html = next((str(content) for content, kind in alternatives if kind == "text/html"), "")
    return body, html or html_of_text(body, str(message.subject), language_of(message))


def language_of(message: EmailMessage) -> str:
    """Return the language a message is in: that of its header, else the one on screen."""
    code = str(message.extra_headers.get("Content-Language") or get_language() or settings.LANGUAGE_CODE)[:2]
    return code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
