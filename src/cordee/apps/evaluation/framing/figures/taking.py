"""Taking figures into a frame, and taking one out: a copy made once, of what is offered now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from cordee.apps.evaluation.models import Evaluation, Ground, TakenFigure
from cordee.core.territory_figure import TerritoryFigure

MOST_FIGURES = 40
"""How many figures a frame holds: more than partners read together."""


class TooManyFigures(Exception):
    """The frame would hold more figures than it can."""


@transaction.atomic
def take(
    evaluation: Evaluation, figures: Sequence[TerritoryFigure], day: date, ground: Ground | None = None
) -> list[TakenFigure]:
    """Copy figures into a frame, and return the copies made; one that is there already is left as it is.

    Raises TooManyFigures, and copies none, when they would not all fit.
    """
    Evaluation.objects.select_for_update(of=("self",)).get(pk=evaluation.pk)
    there = {(one.key, one.digest) for one in evaluation.taken_figures.all()}
    new = [one for one in figures if (one.key, one.digest) not in there]
    if len(there) + len(new) > MOST_FIGURES:
        raise TooManyFigures
    return [TakenFigure.objects.create(evaluation=evaluation, **_row(one, day, ground)) for one in new]


def drop(taken: TakenFigure) -> None:
    """Take a figure out of a frame. What was frozen with it stays in the versions that have it."""
    taken.delete()


def _row(figure: TerritoryFigure, day: date, ground: Ground | None) -> dict[str, object]:
    copied = figure.taken_on(day.isoformat())
    return {
        "key": figure.key,
        "digest": figure.digest,
        "content": copied.model_dump(mode="json", exclude_defaults=True),
        "sheds_light_on": ground.public if ground else None,
    }
