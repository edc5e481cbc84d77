"""Reads of proposals: one's own, those that wait for an editor, one with its words; and what was sent today."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from cordee.apps.accounts.models import Account
from cordee.apps.workshop.models import Proposal, ProposalNote

DAY = timedelta(hours=24)
State = Proposal.State
WAITING = (State.RECEIVED, State.REVIEW, State.MORE, State.ACCEPTED)


def own_proposals(account: Account) -> QuerySet[Proposal]:
    """Return what somebody proposed, the latest first."""
    return Proposal.objects.filter(by=account).select_related("release").defer("release__document").order_by("-pk")


def all_proposals(state: str = "") -> QuerySet[Proposal]:
    """Return every proposal, the latest first, or those in one state."""
    rows = Proposal.objects.select_related("by", "release").defer("release__document").order_by("-pk")
    return rows.filter(state=state) if state in State.values else rows


def waiting_proposals() -> QuerySet[Proposal]:
    """Return the proposals that wait for something, the oldest first."""
    return Proposal.objects.filter(state__in=WAITING).select_related("by").order_by("pk")


def proposal_behind(public: uuid.UUID) -> Proposal | None:
    """Return a proposal, or nothing."""
    return Proposal.objects.select_related("by", "release").defer("release__document").filter(public=public).first()


def notes_of(proposal: Proposal) -> list[ProposalNote]:
    """Return what was said of a proposal, in order."""
    return list(proposal.notes.select_related("by").order_by("at", "pk"))


def sent_lately(account: Account) -> int:
    """Count the proposals that somebody sent in the last day."""
    return Proposal.objects.filter(by=account, created_at__gt=timezone.now() - DAY).count()


def notes_lately(account: Account) -> int:
    """Count the words that somebody added in the last day."""
    return ProposalNote.objects.filter(by=account, at__gt=timezone.now() - DAY).count()
