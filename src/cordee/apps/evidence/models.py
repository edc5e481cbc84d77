"""A piece of evidence and its revisions: a revision is written once, whatever comes after it."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone

from cordee.apps.accounts.models import Account
from cordee.apps.organisations.models import Alliance


class Evidence(models.Model):
    """Something an alliance keeps as proof; the last revision is the one shown."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    alliance = models.ForeignKey(Alliance, on_delete=models.CASCADE, related_name="evidence")
    title = models.CharField(max_length=200)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return self.title


class Revision(models.Model):
    """One file as it was given: its name, its real type, its size and its SHA-256."""

    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=100, help_text="Its name in the folder of files, drawn at random.")
    given_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    given_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evidence", "number"], name="one_revision_a_number")]

    def __str__(self) -> str:
        return f"{self.name} ({self.number})"
