"""A letter to send: written once under a key, so that the same one is never queued twice."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone


class Letter(models.Model):
    """One e-mail to one person. The key says what it is for: writing it again under the same key changes nothing."""

    class State(models.TextChoices):
        """Where a letter stands. IN_DOUBT: the process died while the server was taking it; it may have left or not."""

        WAITING = "waiting"
        LEAVING = "leaving"
        SENT = "sent"
        IN_DOUBT = "in_doubt"
        FAILED = "failed"
        WITHDRAWN = "withdrawn"

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key = models.CharField(max_length=200, unique=True)
    to = models.EmailField(blank=True)
    reply_to = models.EmailField(blank=True, default="")
    lang = models.CharField(max_length=2)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    html = models.TextField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING, db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(default=timezone.now, db_index=True)
    last_error = models.CharField(max_length=300, blank=True, default="")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(null=True, help_text="After this hour it is of no use: it does not leave.")
    leaving_since = models.DateTimeField(null=True, help_text="When the server began to take it.")
    sent_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True, help_text="Since when nothing more is to be done with it.")
    erased_at = models.DateTimeField(null=True, help_text="Since when its text and addresses are gone.")

    def __str__(self) -> str:
        return f"{self.key} ({self.state})"
