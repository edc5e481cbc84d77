"""Reads of drafts: the open ones, the latest revision of one, its history, the request that waits."""

from __future__ import annotations

import uuid

from django.db.models import Count, Max, QuerySet

from cordee.apps.library.models import PackRelease
from cordee.apps.library.queries import current_release
from cordee.apps.workshop.models import Draft, Request, Revision

WITHOUT_CONTENT = "packed"


def drafts(state: Draft.State | None = None) -> QuerySet[Draft]:
    """Return drafts, the last one touched first, with the number of their latest revision and its hour."""
    rows = Draft.objects.select_related("base", "created_by", "release").defer("base__document", "release__document")
    rows = rows.annotate(revision=Max("revisions__number"), touched_at=Max("revisions__at"))
    return (rows.filter(state=state) if state else rows).order_by("-touched_at", "-pk")


def open_count() -> int:
    """Count the drafts that are open."""
    return Draft.objects.filter(state=Draft.State.OPEN).count()


def draft_behind(public: uuid.UUID) -> Draft | None:
    """Return a draft, or nothing."""
    return Draft.objects.select_related("base", "created_by", "release").filter(public=public).first()


def latest_of(draft: Draft) -> Revision:
    """Return the latest revision of a draft: every draft has one."""
    return Revision.objects.filter(draft=draft).select_related("by").latest("number")


def revision_of(draft: Draft, number: int) -> Revision | None:
    """Return one revision of a draft, or nothing."""
    return Revision.objects.filter(draft=draft, number=number).first()


def history_of(draft: Draft) -> QuerySet[Revision]:
    """Return the revisions of a draft without their content, the latest first."""
    return Revision.objects.filter(draft=draft).select_related("by").defer(WITHOUT_CONTENT).order_by("-number")


def waiting_request(draft: Draft) -> Request | None:
    """Return the request that waits for a second person, if there is one."""
    rows = Request.objects.select_related("asked_by", "revision").defer("revision__packed")
    return rows.filter(draft=draft, state=Request.State.WAITING).first()


def last_decision(draft: Draft) -> Request | None:
    """Return the last request that somebody refused, when none came after it."""
    last = Request.objects.select_related("decided_by").filter(draft=draft).order_by("-pk").first()
    return last if last and last.state == Request.State.REFUSED else None


def is_behind(draft: Draft) -> bool:
    """Tell whether a newer release than the one a draft began from is current."""
    current = current_release(draft.pack)
    return current is not None and current.pk != draft.base_id


def releases_of(pack: str) -> list[PackRelease]:
    """Return the releases of a pack without their documents, newest first."""
    rows = PackRelease.objects.filter(pack=pack).defer("document").select_related("draft__created_by")
    return sorted(rows, key=lambda release: release.order, reverse=True)


def approved_request(release: PackRelease) -> Request | None:
    """Return the request by which a release was published here; nothing for one that came with a folder."""
    rows = Request.objects.select_related("asked_by", "decided_by", "draft")
    return rows.filter(draft__release=release, state=Request.State.APPROVED).first()


def authors_of(draft: Draft) -> list[str]:
    """Return who saved something in a draft, in the order of how much; those who left count as nobody."""
    rows = Revision.objects.filter(draft=draft, by__isnull=False).values("by__name", "by__email")
    counted = rows.annotate(saves=Count("pk")).order_by("-saves", "by__email")
    return [str(row["by__name"] or row["by__email"]) for row in counted]
