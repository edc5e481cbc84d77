"""The verbs of the diagnosis room: each touches several tables at once, or leaves nothing behind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

import cordee
from cordee.apps.diagnosis import queries
from cordee.apps.diagnosis.bridge import read_one, reading_as_json
from cordee.apps.diagnosis.given import GivenAnswer
from cordee.apps.diagnosis.models import Answer, Diagnosis, ShareLink, Snapshot, TopicImportance, end_of_retention
from cordee.apps.diagnosis.tokens import fingerprint, new_token
from cordee.apps.library.models import PackRelease
from cordee.apps.library.queries import pack_of

MATTERS_MOST, MATTERS_LESS = 4, 2


def start(
    release: PackRelease,
    form: str,
    lang: str,
    context: Mapping[str, str],
    *,
    moves_on: bool = True,
    token: str = "",
) -> tuple[Diagnosis, str]:
    """Open a diagnosis on a release; return it with its token, drawn here, which nobody can find again afterwards."""
    token = token or new_token()
    diagnosis = Diagnosis.objects.create(
        token_sha256=fingerprint(token),
        release=release,
        form=form,
        lang=lang,
        context=dict(context),
        moves_on=moves_on,
    )
    return diagnosis, token


@transaction.atomic
def save_answers(diagnosis: Diagnosis, answers: Mapping[str, GivenAnswer]) -> None:
    """Keep the answers to some items, in place of those that were there; the last to arrive wins.

    Raises Diagnosis.DoesNotExist when the diagnosis was erased meanwhile: nothing is left behind.
    """
    now = timezone.now()
    _touch(diagnosis, now)
    rows = [
        Answer(
            diagnosis=diagnosis,
            item=item,
            mark=answer.mark,
            level=answer.level,
            evidence=answer.evidence,
            updated_at=now,
        )
        for item, answer in answers.items()
    ]
    Answer.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["diagnosis", "item"],
        update_fields=["mark", "level", "evidence", "updated_at"],
    )


@transaction.atomic
def save_importance(diagnosis: Diagnosis, topics: list[str], chosen: list[str]) -> None:
    """Keep which topics matter most: those chosen weigh twice the others. Choosing none forgets the choice."""
    _touch(diagnosis, timezone.now())
    diagnosis.importances.all().delete()
    if not chosen:
        return
    TopicImportance.objects.bulk_create(
        TopicImportance(diagnosis=diagnosis, topic=topic, importance=MATTERS_MOST if topic in chosen else MATTERS_LESS)
        for topic in topics
    )


def _touch(diagnosis: Diagnosis, now: datetime) -> None:
    """Mark the diagnosis as changed, and its retention as starting again.

    The row stays locked until the end of the transaction, so that writers come one after another.
    """
    kept_until = end_of_retention(now)
    if not Diagnosis.objects.filter(pk=diagnosis.pk).update(updated_at=now, expires_at=kept_until):
        raise Diagnosis.DoesNotExist


def read(diagnosis: Diagnosis) -> Snapshot:
    """Return the reading of the answers as they are now, computing it only when they changed since the last one."""
    return rescore(diagnosis, queries.release_read_with(diagnosis, queries.snapshots_of(diagnosis)))


@transaction.atomic
def rescore(diagnosis: Diagnosis, release: PackRelease) -> Snapshot:
    """Read the answers with a release, in a snapshot beside the older ones, which stay as they are.

    Opening the result twice at once computes it once. Raises Diagnosis.DoesNotExist when it was erased meanwhile.
    """
    Diagnosis.objects.select_for_update().get(pk=diagnosis.pk)
    given = queries.given_of(diagnosis)
    latest = queries.latest_snapshot(diagnosis)
    if latest and latest.release_id == release.pk and latest.given_sha256 == given.fingerprint:
        return latest
    return Snapshot.objects.create(
        diagnosis=diagnosis,
        release=release,
        engine=cordee.__version__,
        given=given.as_json(),
        given_sha256=given.fingerprint,
        reading=reading_as_json(read_one(pack_of(release), diagnosis.form, given)),
        created_at=timezone.now(),
    )


def finish(diagnosis: Diagnosis) -> Snapshot:
    """Say that the person went through the whole form, and read the answers."""
    Diagnosis.objects.filter(pk=diagnosis.pk, finished_at=None).update(finished_at=timezone.now())
    return read(diagnosis)


def share(snapshot: Snapshot, token: str, days: int, *, shows_evidence: bool) -> ShareLink:
    """Open a snapshot to whoever holds a token, for some days and never longer than the diagnosis itself lives.

    Sending the same form twice makes one link.
    """
    now = timezone.now()
    link, _created = ShareLink.objects.get_or_create(
        token_sha256=fingerprint(token),
        snapshot=snapshot,
        defaults={
            "created_at": now,
            "expires_at": min(now + timedelta(days=days), snapshot.diagnosis.expires_at),
            "shows_evidence": shows_evidence,
        },
    )
    return link


def withdraw(link: ShareLink) -> None:
    """Close a link before its date; closing it twice changes nothing."""
    ShareLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=timezone.now())


def erase(diagnosis: Diagnosis) -> None:
    """Delete a diagnosis with its answers, its readings and its links; nothing is kept."""
    Diagnosis.objects.filter(pk=diagnosis.pk).delete()


def erase_expired(now: datetime | None = None) -> int:
    """Delete every diagnosis whose last day has come; return how many went. Doing it again changes nothing."""
    expired = Diagnosis.objects.filter(expires_at__lte=now or timezone.now())
    _, by_model = expired.delete()
    return by_model.get(Diagnosis._meta.label, 0)
