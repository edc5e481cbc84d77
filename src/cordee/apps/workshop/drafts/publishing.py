"""Publishing takes two people: one asks, with a version and a note in both languages; another approves, once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from cordee.apps.accounts.models import Account
from cordee.apps.library import operations as library
from cordee.apps.library.models import PackRelease
from cordee.apps.library.operations import PackRefused
from cordee.apps.workshop.drafts import operations, queries
from cordee.apps.workshop.drafts.bridge import document_of
from cordee.apps.workshop.drafts.letters import tell_publishers
from cordee.apps.workshop.drafts.lint import judged_for_publication
from cordee.apps.workshop.models import Draft, Request
from cordee.apps.workshop.permissions import Reason, Role, Verdict, may_approve
from cordee.core.packs.faults import Fault

Json = Any
State = Request.State


class NotReady(Exception):
    """The draft may not be published as it is: the faults, of its content or of its version. Nothing was written."""

    def __init__(self, faults: Sequence[Fault], document: Json) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults, self.document = tuple(faults), document


class NotAllowed(Exception):
    """Somebody may not do it, now or at all: the verdict says why."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict.reason)
        self.verdict = verdict


def as_release(document: Json, version: str, french: str, english: str) -> Json:
    """Return a document with the card of the release to come: its version, and what it brings on top of the others."""
    card = document["card"]
    told = [one for one in card.get("changes", ()) if one.get("version") != version]
    change = {"version": version, "summary": {"fr": french, "en": english}}
    return {**document, "card": {**card, "version": version, "changes": [change, *told]}}


@transaction.atomic
def ask(draft: Draft, by: Account, *, version: str, french: str, english: str) -> Request:
    """Ask that a draft be published as it is now; a request that waited is withdrawn.

    Raises NotReady with every fault, or NotAllowed when a newer release is current.
    """
    if queries.is_behind(draft):
        raise NotAllowed(Verdict(Reason.BEHIND))
    Draft.objects.select_for_update().get(pk=draft.pk)
    document = as_release(document_of(queries.latest_of(draft)), version, french, english)
    faults = judged_for_publication(document, draft.pack).faults
    if faults:
        raise NotReady(faults, document)
    revision = operations.ready(draft, by, document, version)
    waiting = queries.waiting_request(draft)
    if waiting and (waiting.revision_id, waiting.asked_by_id) == (revision.pk, by.pk):
        return waiting
    Request.objects.filter(draft=draft, state=State.WAITING).update(state=State.WITHDRAWN)
    request = Request.objects.create(draft=draft, revision=revision, version=version, asked_by=by)
    tell_publishers(request)
    return request


@transaction.atomic
def approve(draft: Draft, by: Account, role: Role) -> PackRelease:
    """Approve the request that waits and publish its revision; approving again returns the same release.

    Raises NotAllowed with the reason, NotReady when the content no longer passes.
    """
    locked = Draft.objects.select_for_update().get(pk=draft.pk)
    if (
        locked.release is not None
        and Request.objects.filter(draft=locked, decided_by=by, state=State.APPROVED).exists()
    ):
        return locked.release
    request = queries.waiting_request(locked)
    verdict = verdict_of(locked, request, by, role)
    if request is None or not verdict.allowed:
        raise NotAllowed(verdict)
    document = document_of(queries.latest_of(locked))
    judged = judged_for_publication(document, locked.pack)
    if judged.release is None:
        raise NotReady(judged.faults, document)
    try:
        locked.release = library.publish(judged.release.pack)
    except PackRefused as refused:
        raise NotReady(refused.faults, document) from refused
    locked.state = Draft.State.PUBLISHED
    locked.save()
    _decide(request, by, State.APPROVED)
    return locked.release


def verdict_of(draft: Draft, request: Request | None, by: Account, role: Role) -> Verdict:
    """Tell whether somebody may approve the request of a draft, and why not."""
    return may_approve(
        role,
        is_asker=request is not None and request.asked_by_id == by.pk,
        asker_is_known=request is None or request.asked_by_id is not None,
        state=request.state if request else None,
        is_latest=request is not None and request.revision_id == queries.latest_of(draft).pk,
        is_behind=queries.is_behind(draft),
    )


@transaction.atomic
def refuse(draft: Draft, by: Account, reason: str) -> None:
    """Say no to the request that waits, with the reason; the draft stays open."""
    request = _waiting(draft)
    if request:
        _decide(request, by, State.REFUSED, reason)


@transaction.atomic
def withdraw(draft: Draft, by: Account) -> None:
    """Take the request back; twice changes nothing."""
    request = _waiting(draft)
    if request:
        _decide(request, by, State.WITHDRAWN)


def _waiting(draft: Draft) -> Request | None:
    return Request.objects.select_for_update().filter(draft=draft, state=State.WAITING).first()


def _decide(request: Request, by: Account, state: Request.State, reason: str = "") -> None:
    request.state, request.decided_by, request.decided_at, request.reason = state, by, timezone.now(), reason
    request.save()
