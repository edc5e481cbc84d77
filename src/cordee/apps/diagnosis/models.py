"""What a visitor leaves here: a diagnosis, its answers, its frozen readings and the links that share them."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cordee.apps.library.frozen import Frozen
from cordee.apps.library.models import PackRelease

LONGEST_EVIDENCE = 500


def end_of_retention(since: datetime | None = None) -> datetime:
    """Return when a diagnosis will be erased if its last answer is given now, or at another hour."""
    return (since or timezone.now()) + timedelta(days=settings.VISITOR_RETENTION_DAYS)


class Diagnosis(models.Model):
    """One visit: a form of a pinned release, answered under a secret link. Nothing says who answered."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    token_sha256 = models.CharField(max_length=64, unique=True)
    release = models.ForeignKey(PackRelease, on_delete=models.PROTECT)
    form = models.CharField(max_length=80)
    lang = models.CharField(max_length=2)
    context = models.JSONField(default=dict, help_text="Question of context → choice, both of the pinned release.")
    moves_on = models.BooleanField(default=True, help_text="Go to the next topic once its three facets are answered.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)
    expires_at = models.DateTimeField(default=end_of_retention, db_index=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "diagnoses"

    def __str__(self) -> str:
        return str(self.public)

    def is_over(self, now: datetime) -> bool:
        """Tell whether the time of this diagnosis has come: at `expires_at` itself, it has."""
        return now >= self.expires_at


class Mark(models.TextChoices):
    """What was done with an item; only ANSWERED carries a level."""

    ANSWERED = "answered"
    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"
    UNANSWERED = "unanswered"


class Answer(models.Model):
    """The answer to one item. The item is named, not linked: releases come and go, the answer stays."""

    diagnosis = models.ForeignKey(Diagnosis, on_delete=models.CASCADE, related_name="answers")
    item = models.CharField(max_length=80)
    mark = models.CharField(max_length=14, choices=Mark.choices)
    level = models.PositiveSmallIntegerField(null=True)
    evidence = models.CharField(max_length=LONGEST_EVIDENCE, blank=True, default="")
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["diagnosis", "item"], name="one_answer_an_item"),
            models.CheckConstraint(
                name="a_level_when_answered_only",
                condition=models.Q(mark=Mark.ANSWERED, level__isnull=False, level__range=(0, 4))
                | models.Q(level__isnull=True) & ~models.Q(mark=Mark.ANSWERED),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.mark if self.level is None else self.level}"


class TopicImportance(models.Model):
    """How much a topic matters to the one who answers, 0 to 4."""

    diagnosis = models.ForeignKey(Diagnosis, on_delete=models.CASCADE, related_name="importances")
    topic = models.CharField(max_length=80)
    importance = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["diagnosis", "topic"], name="one_importance_a_topic"),
            models.CheckConstraint(name="importance_on_the_scale", condition=models.Q(importance__range=(0, 4))),
        ]

    def __str__(self) -> str:
        return f"{self.topic}: {self.importance}"


class Snapshot(Frozen):
    """A reading as it was computed: on these answers, this release, by this engine. Never computed again in place.

    The latest of a diagnosis is the one its result page shows.
    """

    diagnosis = models.ForeignKey(Diagnosis, on_delete=models.CASCADE, related_name="snapshots")
    release = models.ForeignKey(PackRelease, on_delete=models.PROTECT)
    engine = models.CharField(max_length=20)
    given = models.JSONField(help_text="What was read: answers, importance of topics, context.")
    given_sha256 = models.CharField(max_length=64)
    reading = models.JSONField()
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.diagnosis_id} on {self.release_id}"


class ShareLink(models.Model):
    """A link that lets others read one snapshot until a date, unless it is withdrawn before."""

    class Days(models.IntegerChoices):
        """How long a link may live."""

        WEEK = 7, _("7 jours")
        MONTH = 30, _("30 jours")
        SEASON = 90, _("90 jours")

    snapshot = models.ForeignKey(Snapshot, on_delete=models.CASCADE, related_name="links")
    token_sha256 = models.CharField(max_length=64, unique=True)
    shows_evidence = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"until {self.expires_at:%Y-%m-%d}"
