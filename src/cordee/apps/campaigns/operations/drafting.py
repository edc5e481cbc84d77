"""How a campaign is changed: its row is locked and its state read again, so that a launch meanwhile is noticed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from django.db import transaction
from django.utils import timezone

from cordee.apps.campaigns.models import Campaign
from cordee.apps.campaigns.permissions import State, Verdict, demand, may_invite, may_prepare
from cordee.apps.organisations.models import RoleKind


@contextmanager
def locked(campaign: Campaign, permission: Callable[[RoleKind, State], Verdict]) -> Iterator[Campaign]:
    """Hold the row of a campaign until the end of the transaction; raise Refused where its state forbids the verb.

    Who asks was checked by the page; what is checked again here is the state, which another page may have changed.
    """
    with transaction.atomic():
        row = Campaign.objects.select_for_update().get(pk=campaign.pk)
        demand(permission(RoleKind.FACILITATOR, row.state(timezone.now())))
        yield row


def drafting(campaign: Campaign) -> AbstractContextManager[Campaign]:
    """Hold a campaign that was not launched."""
    return locked(campaign, may_prepare)


def gathering(campaign: Campaign) -> AbstractContextManager[Campaign]:
    """Hold a campaign that still takes people."""
    return locked(campaign, may_invite)
