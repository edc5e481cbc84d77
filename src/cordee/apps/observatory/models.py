"""Who prepares surveys, the surveys until an edition is published, and what the maturity barometer stands on."""

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


class MaturityBatch(models.Model):
    """Alliances that entered the barometer together; all that is kept of their results is one table of counts.

    When the batch leaves, the table is emptied and the keys stay, so that a result never enters twice.
    """

    family = models.CharField(max_length=120, help_text="<pack>:<form>")
    formed_on = models.DateField()
    left_on = models.DateField(null=True)
    table = models.JSONField(help_text="core.maturity_barometer.Table; empty once it left")

    def __str__(self) -> str:
        return f"{self.family} of {self.formed_on}"


class MaturityEntry(models.Model):
    """A result that entered the barometer, under a key that names nobody."""

    batch = models.ForeignKey(MaturityBatch, on_delete=models.CASCADE, related_name="entries")
    key = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return self.key[:8]


class MaturitySnapshot(models.Model):
    """What the page shows of a family: the current barometer and no older one, or that of the demonstration."""

    family = models.CharField(max_length=120)
    synthetic = models.BooleanField(default=False, help_text="Invented, for the demonstration.")
    made_on = models.DateField()
    content = models.JSONField(help_text="core.maturity_barometer.Barometer")
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["family", "synthetic"], name="one_snapshot_a_family")]

    def __str__(self) -> str:
        return f"{self.family} of {self.made_on}"


class MaturityRefresh(models.Model):
    """One row that a refresh holds while it works, so that two never write together; and when the last one ended."""

    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.ended_at)
