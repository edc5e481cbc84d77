"""The verbs of reminders: those planned, each once; one by hand, at most once a day; to those who have not finished."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cordee.apps.campaigns import letters
from cordee.apps.campaigns.days import due_reminder, last_day
from cordee.apps.campaigns.models import Campaign
from cordee.apps.campaigns.operations.drafting import locked
from cordee.apps.campaigns.permissions import State, demand, may_act_live, may_remind
from cordee.apps.campaigns.queries.following import unfinished
from cordee.apps.organisations.models import RoleKind


def remind_now(campaign: Campaign) -> int:
    """Remind those who have not finished; return how many letters were written. Raises Refused the same day."""
    with locked(campaign, may_act_live) as row:
        now = timezone.now()
        today = timezone.localdate(now)
        reminded = letters.was_reminded_on(row, today)
        demand(may_remind(RoleKind.FACILITATOR, row.state(now), reminded_today=reminded))
        return letters.write_reminders(row, unfinished(row), f"by-hand-{today}")


def remind_due(now: datetime | None = None) -> int:
    """Write the planned reminders whose hour has come; done again it writes nothing more."""
    now = now or timezone.now()
    open_ones = Campaign.objects.filter(
        launched_at__isnull=False, opens_at__lte=now, closes_at__gt=now, closed_at=None, cancelled_at=None
    )
    return sum(_remind_one(campaign, now) for campaign in open_ones.order_by("pk"))


def _remind_one(campaign: Campaign, now: datetime) -> int:
    """Write the reminder of one campaign that is due, to those who got nothing today."""
    with transaction.atomic():
        row = Campaign.objects.select_for_update().get(pk=campaign.pk)
        if row.state(now) is not State.OPEN or row.opens_at is None or row.closes_at is None:
            return 0
        days = due_reminder(row.opens_at, row.closes_at, row.reminder_days, now)
        if days is None:
            return 0
        occasion = f"{days}-before-{last_day(row.closes_at)}"
        return letters.write_reminders(row, unfinished(row), occasion, spare_recent=True)
