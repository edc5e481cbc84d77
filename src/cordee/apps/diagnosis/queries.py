"""Reads of the diagnosis room: what a secret link opens, and what a page needs of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from cordee.apps.diagnosis import permissions
from cordee.apps.diagnosis.bridge import given_from_rows
from cordee.apps.diagnosis.given import Given
from cordee.apps.diagnosis.models import Diagnosis, ShareLink, Snapshot
from cordee.apps.diagnosis.permissions import Reason, Verdict
from cordee.apps.diagnosis.tokens import fingerprint
from cordee.apps.library.models import PackRelease


def diagnosis_behind(token: str) -> Diagnosis | None:
    """Return the diagnosis of a secret link, or nothing."""
    rows = Diagnosis.objects.select_related("release").defer("release__document")
    return rows.filter(token_sha256=fingerprint(token)).first()


def link_behind(token: str) -> ShareLink | None:
    """Return the share link of a token, with its snapshot, or nothing."""
    rows = ShareLink.objects.select_related("snapshot__diagnosis", "snapshot__release")
    return rows.defer("snapshot__release__document").filter(token_sha256=fingerprint(token)).first()


def given_of(diagnosis: Diagnosis) -> Given:
    """Return everything that was given so far."""
    return given_from_rows(diagnosis.answers.all(), diagnosis.importances.all(), diagnosis.context)


def snapshots_of(diagnosis: Diagnosis) -> list[Snapshot]:
    """Return the readings of a diagnosis, oldest first, without their content."""
    rows = diagnosis.snapshots.select_related("release").order_by("id")
    return list(rows.defer("release__document", "reading", "given"))


def release_read_with(diagnosis: Diagnosis, snapshots: Sequence[Snapshot]) -> PackRelease:
    """Return the release that readings are made with: the pinned one, or the newest the person asked for."""
    return max([diagnosis.release, *(snapshot.release for snapshot in snapshots)], key=lambda release: release.order)


def open_links_of(diagnosis: Diagnosis, now: datetime) -> list[ShareLink]:
    """Return the links of a diagnosis that still open something, the latest first."""
    rows = ShareLink.objects.filter(snapshot__diagnosis=diagnosis, revoked_at=None, expires_at__gt=now)
    return list(rows.order_by("-id"))


@dataclass(frozen=True)
class StoredResult:
    """What another room may compose from: a snapshot when the verdict is yes, and how much of it may be shown."""

    verdict: Verdict
    snapshot: Snapshot | None = None
    shows_evidence: bool = False


def stored_result(token: str, now: datetime | None = None) -> StoredResult:
    """Return the latest reading behind a secret link: the one the result page showed last.

    The reason is NOTHING_READ when the result page was never opened: send the reader there.
    """
    diagnosis = diagnosis_behind(token)
    verdict = permissions.may_open(diagnosis, now or timezone.now())
    if diagnosis is None or not verdict.allowed:
        return StoredResult(verdict)
    snapshot = latest_snapshot(diagnosis)
    return StoredResult(verdict, snapshot, True) if snapshot else StoredResult(Verdict(Reason.NOTHING_READ))


def shared_result(token: str, now: datetime | None = None) -> StoredResult:
    """Return the reading behind a share link."""
    link = link_behind(token)
    verdict = permissions.may_read_shared(link, now or timezone.now())
    if link is None or not verdict.allowed:
        return StoredResult(verdict)
    return StoredResult(verdict, link.snapshot, link.shows_evidence)


def latest_snapshot(diagnosis: Diagnosis) -> Snapshot | None:
    """Return the reading that the result page shows."""
    rows = Snapshot.objects.select_related("release", "diagnosis").defer("release__document")
    return rows.filter(diagnosis=diagnosis).order_by("id").last()
