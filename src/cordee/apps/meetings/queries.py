"""Reads of a session: who opens it, the publication it rests on, its ballots, what was decided there."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from cordee.apps.accounts.models import Account
from cordee.apps.accounts.tokens import fingerprint
from cordee.apps.campaigns.models import Campaign, Consensus, Publication
from cordee.apps.meetings.models import Ballot, Meeting, Vote
from cordee.apps.organisations.models import AllianceRole
from cordee.apps.plans.models import Action


def campaign_behind(public: uuid.UUID, account: Account) -> tuple[Campaign, str] | None:
    """Return a campaign and the role of a person in its alliance; nothing for a stranger."""
    campaign = Campaign.objects.select_related("alliance", "release").filter(public=public).first()
    kind = _kind_in(campaign, account) if campaign else None
    return (campaign, kind) if campaign and kind else None


def meeting_behind(public: uuid.UUID, account: Account) -> tuple[Meeting, str] | None:
    """Return a session and the role of a person in its alliance; nothing for a stranger."""
    rows = Meeting.objects.select_related("campaign__alliance", "campaign__release")
    meeting = rows.filter(public=public).first()
    kind = _kind_in(meeting.campaign, account) if meeting else None
    return (meeting, kind) if meeting and kind else None


def _kind_in(campaign: Campaign, account: Account) -> str | None:
    rows = AllianceRole.objects.filter(alliance_id=campaign.alliance_id, account=account)
    return rows.values_list("kind", flat=True).first()


def meeting_of_link(token: str) -> Meeting | None:
    """Return the session of a link, or nothing."""
    rows = Meeting.objects.select_related("campaign__alliance", "campaign__release")
    return rows.filter(token_sha256=fingerprint(token)).first()


def publication_of(campaign: Campaign) -> Publication | None:
    """Return what everyone may read of a campaign, on the release of its closing; None before it."""
    rows = campaign.publications.select_related("release", "campaign__alliance")
    audience = Publication.Audience.EVERYONE
    return rows.filter(audience=audience, release_id=campaign.release_id).first()


def meetings_of(campaign: Campaign) -> list[Meeting]:
    """Return the sessions of a campaign, the latest first."""
    return list(campaign.meetings.order_by("-starts_at", "-id"))


def open_ballot_of(meeting: Meeting) -> Ballot | None:
    """Return the ballot that is open, or nothing."""
    return meeting.ballots.filter(closed_at=None).first()


def ballots_of(meeting: Meeting) -> list[Ballot]:
    """Return the ballots of a session, in the order they were opened."""
    return list(meeting.ballots.order_by("opened_at", "id"))


@dataclass(frozen=True, slots=True)
class VoteOfPhone:
    """What a phone voted on the open ballot: `cast` tells a « does not know » from no vote at all."""

    cast: bool
    level: int | None = None


NO_VOTE = VoteOfPhone(False)


def vote_of(ballot: Ballot, voter: str) -> VoteOfPhone:
    """Return what a phone voted on a ballot."""
    vote = Vote.objects.filter(ballot=ballot, voter=voter).first()
    return VoteOfPhone(True, vote.level) if vote else NO_VOTE


def consensus_of(campaign: Campaign, item: str) -> Consensus | None:
    """Return what was agreed on about an item, or nothing."""
    return campaign.consensuses.prefetch_related("dissents").filter(item=item).first()


def consensuses_of(meeting: Meeting) -> list[Consensus]:
    """Return what was agreed on during a session."""
    rows = Consensus.objects.filter(campaign_id=meeting.campaign_id, meeting=meeting.public)
    return list(rows.prefetch_related("dissents").order_by("recorded_at", "id"))


def actions_of(meeting: Meeting) -> list[Action]:
    """Return the actions decided during a session."""
    rows = Action.objects.filter(alliance_id=meeting.campaign.alliance_id, origin__kind="meeting")
    return list(rows.filter(origin__meeting=str(meeting.public)).order_by("created_at", "id"))
