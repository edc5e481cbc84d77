"""What the framing reads: its rows in their order, the pages of the frame, its versions and who signed them."""

from __future__ import annotations

import uuid
from typing import TypeVar

from django.db.models import Prefetch
from django.utils import timezone

from cordee.apps.evaluation.models import (
    Evaluation,
    FrameSignature,
    FrameVersion,
    Ground,
    KeyMoment,
    Lesson,
    Means,
    Stakeholder,
    Step,
)
from cordee.apps.evaluation.models.framing import FramePage, FramingRow
from cordee.apps.evidence import queries as kept_pieces
from cordee.apps.evidence.models import Evidence
from cordee.apps.organisations import queries as entrance
from cordee.apps.organisations.models import Partner, RoleKind
from cordee.core.known_dates import in_order

Row = TypeVar("Row", bound=FramingRow)
Page = TypeVar("Page", bound=FramePage)


def row_behind(model: type[Row], public: uuid.UUID, evaluation: Evaluation) -> Row | None:
    """Return a row of an evaluation; one of another evaluation is unknown here."""
    return model._default_manager.filter(public=public, evaluation=evaluation).first()


def page_of(model: type[Page], evaluation: Evaluation) -> Page:
    """Return a page of the frame; one that nobody has written yet is empty, and not kept."""
    return model._default_manager.filter(evaluation=evaluation).first() or model(evaluation=evaluation)


def moments_of(evaluation: Evaluation) -> list[KeyMoment]:
    """Return the moments of the path, the oldest first."""
    rows = KeyMoment.objects.filter(evaluation=evaluation).select_related("evidence").order_by("pk")
    return sorted(rows, key=lambda moment: in_order(moment.happened))


def grounds_of(evaluation: Evaluation) -> list[Ground]:
    """Return the fragilities, then the transitions, as they were written."""
    return list(Ground.objects.filter(evaluation=evaluation).order_by("kind", "pk"))


def stakeholders_of(evaluation: Evaluation) -> list[Stakeholder]:
    """Return the stakeholders, those who decide first."""
    places = list(Stakeholder.Place)
    rows = Stakeholder.objects.filter(evaluation=evaluation).order_by("pk")
    return sorted(rows, key=lambda row: places.index(Stakeholder.Place(row.place)))


def steps_of(evaluation: Evaluation) -> list[Step]:
    """Return the calendar: before, along the way, after; dated steps first, by day."""
    phases = list(Step.Phase)
    rows = Step.objects.filter(evaluation=evaluation).order_by("pk")
    return sorted(
        rows,
        key=lambda row: (phases.index(Step.Phase(row.phase)), row.starts_on is None, str(row.starts_on or "")),
    )


def means_of(evaluation: Evaluation) -> list[Means]:
    """Return the means, as they were written."""
    rows = Means.objects.filter(evaluation=evaluation).select_related("partner__organisation")
    return list(rows.order_by("pk"))


def parties_of(evaluation: Evaluation) -> list[Partner]:
    """Return the partners that take part today, whose signatures a frame needs, by name."""
    return entrance.partners_of(evaluation.alliance, on=timezone.localdate())


def lessons_of(evaluation: Evaluation) -> dict[int, Lesson]:
    """Return what partners learn, by partner."""
    return {lesson.partner_id: lesson for lesson in Lesson.objects.filter(evaluation=evaluation).order_by("pk")}


def partners_with_people(evaluation: Evaluation) -> set[int]:
    """Return the partners for whom somebody may write: a role that names them and does more than observe."""
    roles = evaluation.alliance.roles.exclude(kind=RoleKind.OBSERVER).exclude(partner=None)
    return set(roles.order_by("pk").values_list("partner_id", flat=True))


def evidence_of(evaluation: Evaluation) -> list[Evidence]:
    """Return the pieces that the alliance keeps, by title."""
    return kept_pieces.evidence_of(evaluation.alliance)


def versions_of(evaluation: Evaluation) -> list[FrameVersion]:
    """Return the frozen versions with their signatures, the latest first."""
    signatures = Prefetch("signatures", FrameSignature.objects.order_by("signed_at", "pk"))
    return list(evaluation.frame_versions.order_by("-number").prefetch_related(signatures))
