"""The verbs of the launch: freeze and write the letters, open on the day, move the last day, cancel."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from cordee.apps.campaigns import letters
from cordee.apps.campaigns.days import closing_after
from cordee.apps.campaigns.models import Campaign
from cordee.apps.campaigns.operations.drafting import locked
from cordee.apps.campaigns.operations.preparation import opening
from cordee.apps.campaigns.permissions import State, demand, may_act_live, may_close_at, may_launch
from cordee.apps.campaigns.queries.preparing import lacks_of
from cordee.apps.campaigns.rules import frozen_rule
from cordee.apps.organisations.models import RoleKind
from cordee.apps.post import operations as post


@transaction.atomic
def launch(campaign: Campaign, now: datetime | None = None) -> bool:
    """Launch a campaign: freeze what was announced, and write the letters if it opens at once.

    Two clicks, or two people, launch it once: the update only finds a row that was not launched. Returns whether this
    call launched it. Raises Refused when something lacks, or when it was cancelled.
    """
    now = now or timezone.now()
    row = Campaign.objects.select_for_update().get(pk=campaign.pk)
    if row.launched_at is not None and row.cancelled_at is None:
        return False
    demand(may_launch(RoleKind.FACILITATOR, row.state(now), complete=not lacks_of(row, now)))
    launched = Campaign.objects.filter(pk=row.pk, launched_at=None, cancelled_at=None).update(
        launched_at=now, opens_at=opening(row, now), rule=frozen_rule()
    )
    if not launched:
        return False
    row.refresh_from_db()
    if row.state(now) is State.OPEN:
        letters.write_invitations(row)
    return True


def open_due(now: datetime | None = None) -> int:
    """Write the letters of the campaigns that are open and whose people have none; return how many were written.

    Done on the opening day; done again it writes nothing, since each letter is written once under its key.
    """
    now = now or timezone.now()
    written = 0
    for campaign in Campaign.objects.filter(
        launched_at__isnull=False, opens_at__lte=now, closes_at__gt=now, closed_at=None, cancelled_at=None
    ).order_by("pk"):
        written += _open_one(campaign, now)
    return written


def _open_one(campaign: Campaign, now: datetime) -> int:
    """Write the missing letters of one campaign, unless it was cancelled or closed meanwhile."""
    with transaction.atomic():
        row = Campaign.objects.select_for_update().get(pk=campaign.pk)
        return letters.write_missing_invitations(row) if row.state(now) is State.OPEN else 0


def move_last_day(campaign: Campaign, last_day: date) -> None:
    """Move the last day of a launched campaign, never into the past."""
    closes_at = closing_after(last_day)
    with locked(campaign, may_act_live) as row:
        now = timezone.now()
        demand(may_close_at(RoleKind.FACILITATOR, row.state(now), closes_at, now))
        row.closes_at = closes_at
        row.save(update_fields=["closes_at"])


def cancel(campaign: Campaign) -> None:
    """Cancel a launched campaign: answers are erased, waiting letters withdrawn, and those written to are told."""
    with locked(campaign, may_act_live) as row:
        row.cancelled_at = timezone.now()
        row.save(update_fields=["cancelled_at"])
        row.seats.all().delete()
        post.withdraw(letters.prefix_of(row))
        letters.write_cancellations(row)
