"""An evaluation that the partners of an alliance do together."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone

from cordee.apps.accounts.models import Account
from cordee.apps.library.models import PackRelease
from cordee.apps.organisations.models import Alliance


class Evaluation(models.Model):
    """One evaluation of an alliance. The words it refers to (impacts, approaches, objects) are those of its release."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    alliance = models.ForeignKey(Alliance, on_delete=models.CASCADE, related_name="evaluations")
    release = models.ForeignKey(PackRelease, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=160)
    version = models.PositiveIntegerField(default=1, help_text="Grows at each change: two people do not overwrite.")
    created_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return self.title
