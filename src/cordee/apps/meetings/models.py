"""A session on the result of a 360°: its agenda, its ballots by phone, what was said and decided."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cordee.apps.accounts.models import Account
from cordee.apps.campaigns.models import Campaign


class Meeting(models.Model):
    """One session. The agenda is drawn from the published result when the session is prepared, then kept.

    `current_slot` is the place of the slot on screen. `record` is what was said and decided, written at closing.
    """

    class State(models.TextChoices):
        """Where a session stands, told by its dates."""

        PREPARED = "prepared", _("En préparation")
        OPEN = "open", _("En cours")
        CLOSED = "closed", _("Terminée")

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="meetings")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=90)
    place = models.CharField(max_length=200, blank=True, default="")
    agenda = models.JSONField(default=dict, help_text="meetings.agendas.KeptAgenda")
    current_slot = models.PositiveSmallIntegerField(default=0)
    attendees = models.TextField(max_length=4000, blank=True, default="")
    notes = models.JSONField(default=dict, blank=True, help_text="Slot → what was said.")
    record = models.JSONField(default=dict, blank=True, help_text="meetings.minutes.Record, from closing on.")
    link_generation = models.PositiveSmallIntegerField(default=1)
    token_sha256 = models.CharField(max_length=64, unique=True)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    created_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_session_opens_before_it_closes",
                condition=models.Q(closed_at__isnull=True) | models.Q(opened_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id} on {self.starts_at:%Y-%m-%d}"

    @property
    def state(self) -> State:
        """Tell where the session stands."""
        if self.closed_at:
            return self.State.CLOSED
        return self.State.OPEN if self.opened_at else self.State.PREPARED

    @property
    def began_at(self) -> datetime:
        """Return the hour that its slots are counted from: when it was opened, or when it is to begin."""
        return self.opened_at or self.starts_at


class Ballot(models.Model):
    """A new vote on one item, by those in the room; one open at a time.

    Closing counts the votes once and erases them. `cast` is how many there were; `counts` and `dont_know` stay empty
    when there were too few to show them without exposing someone.
    """

    public = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="ballots")
    item = models.CharField(max_length=80)
    opened_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True)
    cast = models.PositiveSmallIntegerField(null=True)
    counts = models.JSONField(null=True)
    dont_know = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting"], condition=models.Q(closed_at__isnull=True), name="one_open_ballot_a_meeting"
            ),
            models.CheckConstraint(
                name="a_ballot_counted_when_closed",
                condition=models.Q(closed_at__isnull=True, cast__isnull=True, counts__isnull=True)
                | models.Q(closed_at__isnull=False, cast__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.item


class Vote(models.Model):
    """One vote while its ballot is open; `voter` is a hash drawn for the phone, so that one phone votes once."""

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
