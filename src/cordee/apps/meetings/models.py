"""A session on the result of a 360°: its agenda, its ballots by phone, what was said and decided."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone

from cordee.apps.accounts.models import Account
from cordee.apps.campaigns.models import Campaign


class Meeting(models.Model):
    """One session. The agenda is drawn from the published result when the session is prepared, then kept."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="meetings")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=90)
    place = models.CharField(max_length=200, blank=True, default="")
    agenda = models.JSONField(default=list)
    current_slot = models.PositiveSmallIntegerField(default=0)
    attendees = models.TextField(max_length=4000, blank=True, default="")
    notes = models.JSONField(default=dict, blank=True, help_text="Slot → what was said.")
    link_generation = models.PositiveSmallIntegerField(default=1)
    token_sha256 = models.CharField(max_length=64, unique=True)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    created_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return f"{self.campaign_id} on {self.starts_at:%Y-%m-%d}"


class Ballot(models.Model):
    """A new vote on one item, by those in the room; one open at a time."""

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="ballots")
    item = models.CharField(max_length=80)
    opened_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting"], condition=models.Q(closed_at__isnull=True), name="one_open_ballot_a_meeting"
            ),
        ]

    def __str__(self) -> str:
        return self.item


class Vote(models.Model):
    """One vote; `voter` is the hash of a token drawn for the phone, so that one phone votes once and stays unnamed."""

    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="votes")
    voter = models.CharField(max_length=64)
    level = models.PositiveSmallIntegerField(null=True, help_text="Empty: does not know.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ballot", "voter"], name="one_vote_a_phone"),
            models.CheckConstraint(
                name="vote_on_the_scale", condition=models.Q(level__isnull=True) | models.Q(level__range=(0, 4))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.level}"
