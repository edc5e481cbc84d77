"""The verbs of the framing: rows written by several people, a version frozen once, a partner that signs it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.framing import bridge, queries
from cordee.apps.evaluation.framing.permissions import MOST_ROWS, MOST_VERSIONS
from cordee.apps.evaluation.models import Evaluation, FrameSignature, FrameVersion, Lesson
from cordee.apps.evaluation.models.framing import FramePage, FramingRow
from cordee.apps.evaluation.once import add_once
from cordee.apps.organisations.concurrency import change
from cordee.apps.organisations.models import Partner
from cordee.core.written_frame import FramePart, canonical_frame, frame_hash, lacking


class NoRoom(Exception):
    """There are already as many rows, or versions, as a framing holds."""


class NotReady(Exception):
    """The frame lacks parts without which it cannot be frozen."""

    def __init__(self, parts: tuple[FramePart, ...]) -> None:
        super().__init__(", ".join(parts))
        self.parts = parts


class AnotherFrame(Exception):
    """What is there is not what the person had before their eyes."""


class NothingChanged(Exception):
    """The latest version says the same already."""


def add_row(
    evaluation: Evaluation, model: type[FramingRow], values: Mapping[str, Any], key: uuid.UUID | None = None
) -> FramingRow:
    """Add a row to a framing, once under a key; raise NoRoom when it holds too many of that kind."""
    if model._default_manager.filter(evaluation=evaluation).count() >= MOST_ROWS:
        raise NoRoom
    return add_once(model, key or uuid.uuid4(), {"evaluation": evaluation, **values})


def change_row(row: FramingRow, seen: int, values: Mapping[str, Any]) -> None:
    """Change a row; raise ChangedMeanwhile when somebody else did."""
    change(row, seen, values)


def remove_row(row: FramingRow) -> None:
    """Take a row out of a framing. What was frozen with it stays in the versions that have it."""
    row.delete()


def write_page(page: FramePage, seen: int, values: Mapping[str, Any]) -> None:
    """Write a page of the frame; raise ChangedMeanwhile when somebody else did."""
    kept, _ = type(page)._default_manager.get_or_create(evaluation=page.evaluation)
    change(kept, seen, values)


def write_lesson(lesson: Lesson, by: Account, seen: int, values: Mapping[str, Any]) -> None:
    """Write what a partner learns, with who wrote it; raise ChangedMeanwhile when somebody else did."""
    kept, _ = Lesson.objects.get_or_create(evaluation=lesson.evaluation, partner=lesson.partner)
    change(kept, seen, {**values, "written_by": by.name or by.email})


@transaction.atomic
def freeze(evaluation: Evaluation, by: Account, seen: str) -> FrameVersion:
    """Freeze the frame as its next version, so that it can be signed.

    `seen` is the hash of the frame that the person had before their eyes. Raises NotReady with what is missing,
    AnotherFrame when it was changed meanwhile, NothingChanged when the latest version says the same, NoRoom.
    """
    evaluation = (
        Evaluation.objects.select_for_update(of=("self",)).select_related("alliance", "release").get(pk=evaluation.pk)
    )
    frame, versions = bridge.frame_of(evaluation), queries.versions_of(evaluation)
    if parts := lacking(frame):
        raise NotReady(parts)
    if frame_hash(frame) != seen:
        raise AnotherFrame
    if versions and not bridge.changes_since(versions[0], frame):
        raise NothingChanged
    if len(versions) >= MOST_VERSIONS:
        raise NoRoom
    return FrameVersion.objects.create(
        evaluation=evaluation,
        number=versions[0].number + 1 if versions else 1,
        document=canonical_frame(frame),
        sha256=frame_hash(frame),
        frozen_by=by.name or by.email,
    )


@transaction.atomic
def sign(version: FrameVersion, partner: Partner, name: str, seen: str) -> FrameSignature:
    """Sign the latest version for a partner; signing it again changes nothing, and what was signed first stays.

    Raises AnotherFrame when the version is no longer the latest, when its document is not the one seen, or when the
    partner is none of those between whom it was frozen.
    """
    latest = FrameVersion.objects.filter(evaluation=version.evaluation_id).order_by("-number").first()
    if latest is None or latest.pk != version.pk or seen != version.sha256:
        raise AnotherFrame
    if str(partner.public) not in {one.id for one in bridge.frozen_frame(version).partners}:
        raise AnotherFrame
    signature, _ = FrameSignature.objects.get_or_create(
        frame=version,
        partner=partner,
        defaults={"partner_name": partner.organisation.name, "signed_by": name, "sha256": version.sha256},
    )
    return signature
