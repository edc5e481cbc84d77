"""Who prepares surveys on this site, and the surveys that they prepare until an edition is published."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cordee.apps.accounts.models import Account

LONGEST_TITLE = 200
LONGEST_ID = 80


class Analyst(models.Model):
    """Someone who prepares and approves surveys; publishing takes two of them."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="analyst")
    granted_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return str(self.account)


class Survey(models.Model):
    """A survey being prepared: its microdata, its design, what its columns are, the margins of its calibration.

    `version` grows at each change, whatever changes. The microdata are a file that only this row names; the three
    texts are what files would hold. When an account goes, the survey stays and names nobody.
    """

    class State(models.TextChoices):
        """Where a survey stands."""

        OPEN = "open", _("En préparation")
        ASKED = "asked", _("Attend une approbation")
        PUBLISHED = "published", _("Publiée")
        DROPPED = "dropped", _("Abandonnée")

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title_fr = models.CharField(max_length=LONGEST_TITLE)
    title_en = models.CharField(max_length=LONGEST_TITLE)
    edition = models.SlugField(max_length=LONGEST_ID, help_text="Name of the edition to publish.")
    state = models.CharField(max_length=9, choices=State.choices, default=State.OPEN)
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    data_name = models.CharField(max_length=200, blank=True, default="")
    data_stored_as = models.CharField(max_length=64, blank=True, default="")
    data_sha256 = models.CharField(max_length=64, blank=True, default="")
    data_size = models.PositiveBigIntegerField(default=0)
    design = models.TextField(blank=True, default="")
    dictionary = models.TextField(blank=True, default="")
    margins = models.TextField(blank=True, default="")

    licence = models.CharField(max_length=40, blank=True, default="")
    data_public = models.BooleanField(default=False)
    asked_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(null=True)
    prepared_by = models.CharField(max_length=120, blank=True, default="", help_text="As the edition will say it.")
    refused_because = models.TextField(blank=True, default="")
    published_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.title_fr
