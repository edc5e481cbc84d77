"""What is counted to see an effect: an indicator, its dated values, and what stood in their place before."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.models.evaluation import Evaluation
from cordee.apps.evidence.models import Evidence
from cordee.apps.organisations.models import Partner


class Sureness(models.TextChoices):
    """How sure a figure is, apart from the figure: what stands behind it."""

    DECLARED = "declared", _("Déclaré")
    DOCUMENTED = "documented", _("Documenté")
    OBSERVED = "observed", _("Observé")
    ATTESTED = "attested", _("Attesté par un tiers")
    CONTRADICTED = "contradicted", _("Contredit")


class Indicator(models.Model):
    """A sign of an impact. It hangs on an effect, or stands alone under an impact and a level.

    `catalogue` is its id in the pack when it comes from there. `groups` are the names by which values may be split.
    The direction is implied: a target under the baseline is a figure that should fall.
    """

    class Concerns(models.TextChoices):
        """Whom it is about: the same identifiers as « concerns » in the packs."""

        ACTORS = "actors", _("Les acteurs de l’alliance")
        ECOSYSTEM = "ecosystem", _("Leur écosystème")

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="indicators")
    effect = models.ForeignKey(
        "evaluation.Effect", null=True, blank=True, on_delete=models.SET_NULL, related_name="indicators"
    )
    impact = models.CharField(max_length=20)
    level = models.CharField(max_length=10, choices=Concerns.choices)
    name = models.CharField(max_length=160)
    unit = models.CharField(max_length=60)
    baseline = models.FloatField(null=True, blank=True)
    baseline_on = models.DateField(null=True, blank=True)
    target = models.FloatField(null=True, blank=True)
    target_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True, default="")
    owner_name = models.CharField(max_length=120, blank=True, default="")
    owner_email = models.EmailField(blank=True, default="")
    owner_partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    next_on = models.DateField(null=True, blank=True)
    collect = models.TextField(max_length=1000, blank=True, default="")
    groups = models.CharField(max_length=300, blank=True, default="")
    headline = models.BooleanField(default=False)
    catalogue = models.CharField(max_length=80, blank=True, default="")
    version = models.PositiveIntegerField(default=1, help_text="Grows at each change: two people do not overwrite.")
    created_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return self.name

    @property
    def group_names(self) -> tuple[str, ...]:
        """The names by which its values may be split."""
        return tuple(name.strip() for name in self.groups.split(",") if name.strip())


class Value(models.Model):
    """A figure on a day, for a group (« femmes », « Bretagne ») or for everybody when the group is empty."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="values")
    on = models.DateField()
    value = models.FloatField()
    group = models.CharField(max_length=80, blank=True, default="")
    note = models.CharField(max_length=300, blank=True, default="", help_text="Where this figure comes from.")
    confidence = models.CharField(max_length=12, choices=Sureness.choices, default=Sureness.DECLARED)
    evidence = models.ForeignKey(Evidence, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["indicator", "group", "on"], name="one_value_a_day_and_group")]

    def __str__(self) -> str:
        return f"{self.value} on {self.on}"


class FormerValue(models.Model):
    """What a value was before it was corrected, with who had written it; never rewritten."""

    current = models.ForeignKey(Value, on_delete=models.CASCADE, related_name="former")
    value = models.FloatField()
    note = models.CharField(max_length=300, blank=True, default="")
    confidence = models.CharField(max_length=12, choices=Sureness.choices)
    by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.value} before"
