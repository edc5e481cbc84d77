"""What the survey of relations reads: the survey, the sheet of one's own partner, how many answered."""

from __future__ import annotations

from django.db.models import QuerySet

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.models import Evaluation, RelationAnswer, RelationSheet, RelationSurvey
from cordee.apps.evaluation.queries import partners_of
from cordee.apps.evaluation.relations.permissions import Why, may_answer
from cordee.apps.organisations.models import Partner
from cordee.core.network import Response


def survey_of(evaluation: Evaluation) -> RelationSurvey | None:
    """Return the survey of an evaluation, None while it is not open."""
    return RelationSurvey.objects.filter(evaluation=evaluation).first()


def present(evaluation: Evaluation) -> list[Partner]:
    """Return the partners that would be asked today: those that have not left."""
    return [partner for partner in partners_of(evaluation) if partner.left_on is None]


def response_of(survey: RelationSurvey) -> Response:
    """Return how many partners answered, of how many were asked at the opening: one removed since did not answer."""
    return Response(survey.sheets.filter(given_at__isnull=False).count(), survey.asked)


def awaited(survey: RelationSurvey) -> list[str]:
    """Return the names of the partners that have not answered yet."""
    waiting = survey.sheets.filter(given_at__isnull=True).select_related("partner__organisation")
    return sorted((sheet.partner.organisation.name for sheet in waiting), key=str.casefold)


def own_sheet(opened: OpenedEvaluation) -> RelationSheet | None:
    """Return the sheet of the partner that the reader speaks for, and never another."""
    if opened.partner is None:
        return None
    sheets = RelationSheet.objects.select_related("survey", "partner__organisation")
    return sheets.filter(survey__evaluation=opened.evaluation, partner=opened.partner).first()


def answering(opened: OpenedEvaluation) -> Why:
    """Tell whether the reader may answer, and why not."""
    survey, sheet = survey_of(opened.evaluation), own_sheet(opened)
    return may_answer(
        opened=survey is not None,
        closed=survey is not None and survey.closed_at is not None,
        speaks_for_a_partner=opened.partner is not None,
        asked=sheet is not None,
    )


def answers_of(sheet: RelationSheet) -> QuerySet[RelationAnswer]:
    """Return the answers of a sheet in the order of the names of those they are about."""
    return sheet.answers.select_related("about__organisation").order_by("about__organisation__name", "pk")
