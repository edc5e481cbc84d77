"""What a device keeps for somebody without an account: progress in a signed cookie, texts with the session.

The cookie holds ids of steps, dates and scores, and nothing that says who reads. Its signature lets nobody write
in it but this site; one that was changed, or is too old, is an empty progress.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from cordee.apps.learning.progress import Done, Key, Progress, Score

COOKIE = "cordee_learning"
SALT = "cordee.learning.device"
TEXTS = "learning_texts"
MOST_STEPS = 60
"""More steps than that would not fit in a cookie; the last ones done stay."""


def progress_in(request: HttpRequest) -> dict[Key, Done]:
    """Return the progress that a device holds."""
    written = request.COOKIES.get(COOKIE, "")
    try:
        rows = signing.loads(written, salt=SALT, max_age=settings.LEARNING_DEVICE_DAYS * 86_400)
        return dict(_read(row) for row in rows)
    except (signing.BadSignature, ValueError, TypeError):
        return {}


def write(response: HttpResponse, progress: Progress) -> None:
    """Give a device its progress, in place of what it held."""
    latest = sorted(progress.items(), key=lambda entry: entry[1].at)[-MOST_STEPS:]
    rows = [_row(key, done) for key, done in latest]
    response.set_cookie(
        COOKIE,
        signing.dumps(rows, salt=SALT, compress=True),
        max_age=settings.LEARNING_DEVICE_DAYS * 86_400,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse) -> None:
    """Take the progress away from a device."""
    response.delete_cookie(COOKIE, samesite="Lax")


def texts_in(request: HttpRequest) -> dict[Key, str]:
    """Return what was written on a device."""
    kept: Mapping[str, Mapping[str, str]] = request.session.get(TEXTS, {})
    return {(course, step): text for course, steps in kept.items() for step, text in steps.items()}


def keep_text(request: HttpRequest, key: Key, text: str) -> None:
    """Keep a text with the session of a device."""
    course, step = key
    kept = dict(request.session.get(TEXTS, {}))
    request.session[TEXTS] = {**kept, course: {**kept.get(course, {}), step: text}}


def forget_texts(request: HttpRequest) -> None:
    """Take away what was written on a device."""
    request.session.pop(TEXTS, None)


def _row(key: Key, done: Done) -> list[Any]:
    course, step = key
    score = [done.score.right, done.score.asked] if done.score else []
    return [course, step.removeprefix(f"{course}."), step.startswith(f"{course}."), int(done.at.timestamp()), *score]


def _read(row: Any) -> tuple[Key, Done]:
    course, step, is_short, moment, *score = row
    whole = f"{course}.{step}" if is_short else step
    return (course, whole), Done(datetime.fromtimestamp(moment, UTC), Score(*score) if score else None)
