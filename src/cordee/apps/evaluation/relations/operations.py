"""What happens to a survey of relations: opened, begun by a partner, answered, given, closed once and for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils import timezone

from cordee.apps.evaluation.models import Evaluation, RelationAnswer, RelationSheet, RelationSurvey, Standing
from cordee.apps.evaluation.relations.bridge import to_publish
from cordee.apps.organisations.concurrency import change
from cordee.apps.organisations.models import Partner
from cordee.core.network import ITEMS


class AlreadyOpen(Exception):
    """Somebody opened the survey first: it is the one that partners answer."""


class Closed(Exception):
    """The survey closed meanwhile: nothing may be added nor changed."""


class Unfinished(Exception):
    """A sheet is given once every line has an answer, « I do not know » being one."""


@transaction.atomic
def open_survey(evaluation: Evaluation, partners: Sequence[Partner], level: int) -> RelationSurvey:
    """Ask partners what they say of each other; who is asked, and what a tie is, do not change afterwards.

    Raises AlreadyOpen when somebody did it first, were it at the same instant: the row of the evaluation is held.
    """
    Evaluation.objects.select_for_update().get(pk=evaluation.pk)
    if RelationSurvey.objects.filter(evaluation=evaluation).exists():
        raise AlreadyOpen
    survey = RelationSurvey.objects.create(evaluation=evaluation, level=level, asked=len(partners))
    RelationSheet.objects.bulk_create(RelationSheet(survey=survey, partner=partner) for partner in partners)
    return survey


@transaction.atomic
def begin(sheet: RelationSheet) -> None:
    """Begin a sheet, once its rule was read: a line about each of the other partners asked."""
    _hold(sheet)
    others = sheet.survey.sheets.exclude(pk=sheet.pk).values_list("partner_id", flat=True)
    lines = [RelationAnswer(sheet=sheet, about_id=other) for other in others]
    RelationAnswer.objects.bulk_create(lines, ignore_conflicts=True)
    RelationSheet.objects.filter(pk=sheet.pk, begun_at=None).update(begun_at=timezone.now())


@transaction.atomic
def answer(row: RelationAnswer, seen: int, values: Mapping[str, str]) -> None:
    """Write what a partner says of another; levels are kept only when they work together.

    Raises Closed, or ChangedMeanwhile when a colleague wrote first.
    """
    _hold(row.sheet)
    together = values["standing"] == Standing.TOGETHER
    levels = {item: int(values[item]) if together and values[item].isdigit() else None for item in ITEMS}
    change(row, seen, {"standing": values["standing"], **levels})


@transaction.atomic
def give(sheet: RelationSheet, *, agrees: bool) -> None:
    """Give a sheet, and say whether its scores may bear the partner's name; raise Unfinished or Closed."""
    _hold(sheet)
    if sheet.begun_at is None or sheet.answers.filter(standing="").exists():
        raise Unfinished
    RelationSheet.objects.filter(pk=sheet.pk).update(agrees=agrees, given_at=timezone.now())


@transaction.atomic
def close(survey: RelationSurvey) -> None:
    """Publish, once, what may be shown; raise TooFewAnswers when nothing could, Closed when it is done already."""
    held = RelationSurvey.objects.select_for_update().get(pk=survey.pk)
    if held.closed_at is not None:
        raise Closed
    held.publication = to_publish(held)
    held.closed_at = timezone.now()
    held.save(update_fields=["publication", "closed_at"])


def _hold(sheet: RelationSheet) -> None:
    """Keep the survey from closing while something is written."""
    held = RelationSurvey.objects.select_for_update().get(pk=sheet.survey_id)
    if held.closed_at is not None:
        raise Closed
