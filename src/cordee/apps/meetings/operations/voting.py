"""Voting again by phone: one ballot at a time, one vote a phone, counted once at closing and then erased."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from cordee.apps.campaigns.models import Campaign
from cordee.apps.campaigns.rules import rule_of
from cordee.apps.library.queries import pack_of
from cordee.apps.meetings import permissions
from cordee.apps.meetings.models import Ballot, Meeting, Vote
from cordee.apps.meetings.permissions import Reason, Refused, Verdict, required
from cordee.core.ballot import tally_of

SALT = "cordee.meetings.voter"
APART = timedelta(days=1)
"""How long before the same question may be counted again in another session: almost the same people would answer."""


class UnknownItem(ValueError):
    """The form of the campaign does not ask this item."""


def voter_of(phone: str, ballot: Ballot) -> str:
    """Return what a vote keeps of a phone: another hash on each ballot, that the database alone cannot link to it."""
    return salted_hmac(SALT, f"{phone}:{ballot.public}", algorithm="sha256").hexdigest()


@transaction.atomic
def open_ballot(meeting: Meeting, item: str) -> Ballot:
    """Open the vote on an item; raises Refused when another is open or when this one was already counted.

    Those who open votes on a campaign come one after another, whatever their session.
    """
    Campaign.objects.select_for_update().get(pk=meeting.campaign_id)
    held = _held(meeting)
    if item not in {one.id for one in pack_of(held.campaign.release).instrument.items_of(held.campaign.form)}:
        raise UnknownItem(item)
    required(
        permissions.may_open_ballot(
            held.state,
            one_is_open=held.ballots.filter(closed_at=None).exists(),
            counted=counted_lately(held, item),
        )
    )
    return Ballot.objects.create(meeting=held, item=item)


def counted_lately(held: Meeting, item: str) -> bool:
    """Tell whether an item was counted in this session, or is or was voted in another one of the day."""
    ballots = Ballot.objects.filter(meeting__campaign_id=held.campaign_id, item=item)
    here = Q(meeting=held, counts__isnull=False)
    since = timezone.now() - APART
    elsewhere = ~Q(meeting=held) & (Q(closed_at=None) | Q(counts__isnull=False, closed_at__gt=since))
    return ballots.filter(here | elsewhere).exists()


@transaction.atomic
def vote(meeting: Meeting, ballot: uuid.UUID, phone: str, level: int | None) -> Vote:
    """Keep the vote of a phone, in place of the one it gave before; raises Refused once the ballot is closed.

    The ballot is held while the vote is written: a vote is either counted or refused.
    """
    held = Ballot.objects.select_for_update().filter(public=ballot, meeting=meeting).first()
    if held is None:
        raise Refused(Verdict(Reason.BALLOT_CLOSED))
    state = Meeting.objects.get(pk=meeting.pk).state
    required(permissions.may_vote(state, ballot_is_open=held.closed_at is None))
    return Vote.objects.update_or_create(ballot=held, voter=voter_of(phone, held), defaults={"level": level})[0]


@transaction.atomic
def close_ballot(meeting: Meeting) -> Ballot | None:
    """Close the ballot that is open and count it; nothing when none is: closing twice counts once."""
    return count(_held(meeting))


def count(held: Meeting) -> Ballot | None:
    """Count the open ballot of a session that is held, then erase its votes.

    Under the number of votes of the rule frozen with the campaign, only how many came is kept.
    """
    ballot = Ballot.objects.select_for_update().filter(meeting=held, closed_at=None).first()
    if ballot is None:
        return None
    votes = list(ballot.votes.order_by("pk").values_list("level", flat=True))
    rule = rule_of(held.campaign).fewest_respondents
    tally = tally_of(votes, rule, pack_of(held.campaign.release).scoring.bimodal)
    ballot.cast, ballot.closed_at = tally.cast, timezone.now()
    if tally.distribution:
        ballot.counts, ballot.dont_know = list(tally.distribution.counts), tally.distribution.dont_know
    ballot.save(update_fields=["cast", "counts", "dont_know", "closed_at"])
    ballot.votes.all().delete()
    return ballot


def _held(meeting: Meeting) -> Meeting:
    """Make those who run a session come one after another."""
    return Meeting.objects.select_for_update(of=("self",)).select_related("campaign__release").get(pk=meeting.pk)
