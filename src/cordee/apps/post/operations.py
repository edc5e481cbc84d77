"""The verbs of the post office: write a letter once, withdraw those that still wait."""

from __future__ import annotations

from cordee.apps.post.models import Letter


def write(key: str, *, to: str, subject: str, text: str, html: str, lang: str, reply_to: str = "") -> Letter:
    """Write a letter under its key; the same key again gives back the same letter, as it was first written."""
    content = {"to": to, "subject": subject, "text": text, "html": html, "lang": lang, "reply_to": reply_to}
    letter, _created = Letter.objects.get_or_create(key=key, defaults=content)
    return letter


def withdraw(prefix: str) -> int:
    """Withdraw the letters whose key begins so and that have not left; return how many."""
    waiting = Letter.objects.filter(key__startswith=prefix, state=Letter.State.WAITING)
    return waiting.update(state=Letter.State.WITHDRAWN)
