"""What happens to the progress of a device when somebody signs in on it: it joins their account."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from cordee.apps.accounts.models import Account
from cordee.apps.learning import device, operations


@receiver(user_logged_in)
def join_the_account(sender: Any, request: HttpRequest | None, user: Any, **kwargs: Any) -> None:
    """Add to the account what was done and written before signing in; the session lets its texts go.

    The cookie itself goes at the next page of a course, which is the next thing that could read it.
    """
    if request is None or not isinstance(user, Account):
        return
    progress, texts = device.progress_in(request), device.texts_in(request)
    if progress or texts:
        operations.join(user, progress, texts)
        device.forget_texts(request)
