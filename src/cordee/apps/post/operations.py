"""The verbs of the post office: a letter is written once under its key."""

from __future__ import annotations

from cordee.apps.post.models import Letter


def write(key: str, *, to: str, subject: str, text: str, html: str, lang: str, reply_to: str = "") -> Letter:
    """Write a letter under a key; writing again under the same key returns the letter that was there."""
    letter, _created = Letter.objects.get_or_create(
        key=key,
        defaults={"to": to, "subject": subject, "text": text, "html": html, "lang": lang, "reply_to": reply_to},
    )
    return letter
