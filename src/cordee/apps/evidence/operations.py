"""The verbs of the archive: keep a file, give a newer version of it, forget files that nothing names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from cordee.apps.accounts.models import Account
from cordee.apps.evidence import permissions, queries, storage
from cordee.apps.evidence.kinds import Kind, examined, plain_name
from cordee.apps.evidence.models import Evidence, Revision
from cordee.apps.evidence.places import tells_place
from cordee.apps.evidence.refusals import Fault, Refused
from cordee.apps.evidence.storage import Arrival
from cordee.apps.organisations.models import Alliance


@dataclass(frozen=True)
class Accepted:
    """A file that may be kept: what it is called, what it is, where it waits."""

    name: str
    kind: Kind
    arrival: Arrival


def keep(alliance: Alliance, by: Account, *, title: str, upload: UploadedFile, keeps_place: bool = False) -> Evidence:
    """Keep a file as evidence of an alliance: the row and the file are there together, or neither is.

    Raises Refused, which reads as what to do, for a file that cannot be kept.
    """
    with accepted(upload, keeps_place=keeps_place) as file, transaction.atomic():
        locked = Alliance.objects.select_for_update().get(pk=alliance.pk)
        _check_room(locked, file)
        evidence = Evidence.objects.create(alliance=locked, title=title.strip() or file.name)
        _add(evidence, 1, by, file)
    return evidence


def revise(evidence: Evidence, by: Account, *, upload: UploadedFile, keeps_place: bool = False) -> Revision:
    """Keep a newer version beside the older ones, which stay as they are."""
    with accepted(upload, keeps_place=keeps_place) as file, transaction.atomic():
        alliance = Alliance.objects.select_for_update().get(pk=evidence.alliance_id)
        _check_room(alliance, file)
        latest = evidence.revisions.order_by("number").last()
        if latest and latest.sha256 == file.arrival.sha256:
            raise Refused(Fault.SAME)
        return _add(evidence, latest.number + 1 if latest else 1, by, file)


@contextmanager
def accepted(upload: UploadedFile, *, keeps_place: bool) -> Iterator[Accepted]:
    """Receive a file and examine it; it is forgotten at the end of the block unless a row names it."""
    name = plain_name(upload.name or "")
    with storage.arriving(upload.chunks(), settings.EVIDENCE_MOST_BYTES) as arrival:
        kind = examined(name, arrival.draft)
        if kind.is_image and not keeps_place and tells_place(arrival.draft):
            raise Refused(Fault.PLACE)
        yield Accepted(name, kind, arrival)


def _check_room(alliance: Alliance, file: Accepted) -> None:
    if not permissions.may_hold(queries.bytes_kept(alliance), file.arrival.size).allowed:
        raise Refused(Fault.NO_ROOM)


def _add(evidence: Evidence, number: int, by: Account, file: Accepted) -> Revision:
    revision = Revision.objects.create(
        evidence=evidence,
        number=number,
        name=file.name,
        media_type=file.kind.media_type,
        size=file.arrival.size,
        sha256=file.arrival.sha256,
        stored_as=file.arrival.stored_as,
        given_by=by,
    )
    file.arrival.settle()
    return revision


def sweep() -> int:
    """Delete old files that no revision names; return how many."""
    return storage.sweep(storage.folder(), set(Revision.objects.values_list("stored_as", flat=True)))
