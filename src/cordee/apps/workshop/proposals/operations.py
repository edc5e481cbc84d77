"""The verbs of a proposal: send it, add a word, move it along; the others are told by letter."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from cordee.apps.accounts.models import Account
from cordee.apps.library.models import PackRelease
from cordee.apps.workshop.models import Proposal, ProposalNote
from cordee.apps.workshop.permissions import STEPS
from cordee.apps.workshop.proposals import letters


class MovedMeanwhile(Exception):
    """The proposal is not in a state from which this step leads; nothing was written."""


class Elsewhere(ValueError):
    """The identifier is that of something of somebody else."""


@transaction.atomic
def send(by: Account, *, public: uuid.UUID | None = None, **written: Any) -> Proposal:
    """Send a proposal; the same `public` again returns the same one: a double click."""
    proposal, is_new = Proposal.objects.get_or_create(public=public or uuid.uuid4(), defaults={"by": by, **written})
    if proposal.by_id != by.pk:
        raise Elsewhere
    if is_new:
        letters.tell_editors(proposal)
    return proposal


@transaction.atomic
def say(
    proposal: Proposal, by: Account, text: str, *, as_editor: bool, public: uuid.UUID | None = None
) -> ProposalNote:
    """Add a word: an editor’s goes to the author, the author’s to the editors who spoke before."""
    note, is_new = ProposalNote.objects.get_or_create(
        public=public or uuid.uuid4(),
        defaults={"proposal": proposal, "by": by, "by_editor": as_editor, "text": text},
    )
    if note.proposal_id != proposal.pk or note.by_id != by.pk:
        raise Elsewhere
    if is_new:
        _touch(proposal)
        letters.tell_of(note)
    return note


@transaction.atomic
def move(
    proposal: Proposal, by: Account, state: str, text: str = "", *, version: str = "", public: uuid.UUID | None = None
) -> ProposalNote:
    """Move a proposal to another state with a word; raise MovedMeanwhile when no step leads there any more."""
    current = Proposal.objects.select_for_update().get(pk=proposal.pk)
    known = ProposalNote.objects.filter(public=public, proposal=current, by=by).first() if public else None
    if known:
        return known
    if state not in STEPS[current.state]:
        raise MovedMeanwhile
    current.state = Proposal.State(state)
    current.release = _release(version) if state == Proposal.State.PUBLISHED else None
    _touch(current)
    note = ProposalNote.objects.create(
        public=public or uuid.uuid4(), proposal=current, by=by, by_editor=True, state=state, text=text
    )
    letters.tell_of(note)
    return note


def _release(version: str) -> PackRelease | None:
    return PackRelease.objects.filter(version=version).order_by("pk").first()


def _touch(proposal: Proposal) -> None:
    proposal.updated_at = timezone.now()
    proposal.save()
