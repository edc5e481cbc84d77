"""What an account keeps of its courses: one row for each step that was done or written in."""

from __future__ import annotations

from django.conf import settings
from django.db import models

LONGEST_TEXT = 5_000


class StepRecord(models.Model):
    """A step of a course, for one account. Course and step are named, not linked: releases come and go."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="step_records")
    course = models.CharField(max_length=80)
    step = models.CharField(max_length=80)
    done_at = models.DateTimeField(null=True)
    right = models.PositiveSmallIntegerField(null=True)
    asked = models.PositiveSmallIntegerField(null=True)
    text = models.TextField(blank=True, default="", max_length=LONGEST_TEXT)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "course", "step"], name="one_record_a_step"),
            models.CheckConstraint(
                name="a_score_is_whole",
                condition=models.Q(right=None, asked=None) | models.Q(right__lte=models.F("asked")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.course}: {self.step}"
