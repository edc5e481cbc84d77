"""An action and its life; an advice that was refused, with the reason."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cordee.apps.accounts.models import Account
from cordee.apps.evidence.models import Evidence
from cordee.apps.organisations.models import Alliance, Partner


class Effort(models.TextChoices):
    """How much time an action takes; the same identifiers as the recommendations of the packs."""

    AN_HOUR = "an_hour", _("Une heure")
    A_HALF_DAY = "a_half_day", _("Une demi-journée")
    SOME_DAYS = "some_days", _("Quelques jours")
    A_SEASON = "a_season", _("Une saison")


class Action(models.Model):
    """Something an alliance decided to do. `origin` says where it comes from; empty when written by hand.

    `origin` of an advice: {"kind": "recommendation", "campaign": <uuid>, "recommendation": <id>, "topic": <id>};
    of a session: {"kind": "meeting", "meeting": <uuid>, "topic": <id>}.
    """

    class Status(models.TextChoices):
        """Where an action stands."""

        PLANNED = "planned", _("À faire")
        DOING = "doing", _("En cours")
        DONE = "done", _("Faite")
        DROPPED = "dropped", _("Abandonnée")

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    alliance = models.ForeignKey(Alliance, on_delete=models.CASCADE, related_name="actions")
    title = models.CharField(max_length=200)
    details = models.TextField(max_length=4000, blank=True, default="")
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.SET_NULL, related_name="actions")
    owner_name = models.CharField(max_length=120, blank=True, default="")
    owner_email = models.EmailField(blank=True, default="")
    due_on = models.DateField(null=True, blank=True)
    effort = models.CharField(max_length=12, choices=Effort.choices, blank=True, default="")
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.PLANNED)
    status_note = models.CharField(max_length=500, blank=True, default="")
    origin = models.JSONField(default=dict, blank=True)
    evidence = models.ManyToManyField(Evidence, blank=True, related_name="actions")
    version = models.PositiveIntegerField(default=1, help_text="Grows at each change: two people do not overwrite.")
    created_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.title


class ActionEvent(models.Model):
    """What happened to an action, and who did it; never rewritten."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="events")
    what = models.JSONField(help_text="Field → [before, after].")
    by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return f"{self.action_id} at {self.at:%Y-%m-%d}"


class RefusedAdvice(models.Model):
    """A recommendation that an alliance decided not to follow, and why."""

    alliance = models.ForeignKey(Alliance, on_delete=models.CASCADE, related_name="refused_advice")
    campaign = models.UUIDField(help_text="The public identifier of the 360° that gave the advice.")
    recommendation = models.CharField(max_length=80)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "recommendation"], name="one_refusal_an_advice"),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation} refused"
