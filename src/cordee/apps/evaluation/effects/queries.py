"""Reads of the effects: those of an evaluation with their counts, one behind its address, what hangs on it."""

from __future__ import annotations

import uuid
from collections import Counter
from typing import Any, NamedTuple

from django.db.models import Model, Prefetch, Q, QuerySet, Value

from cordee.apps.evaluation.models import ChainStep, Effect, Evaluation, Illustration, Indicator

Scope = Illustration.Scope
WITHIN: dict[str, tuple[str, ...]] = {
    Scope.INTERNAL: (Scope.INTERNAL, Scope.REPORT, Scope.PUBLIC),
    Scope.REPORT: (Scope.REPORT, Scope.PUBLIC),
    Scope.PUBLIC: (Scope.PUBLIC,),
}
"""What consent must say for an illustration to be shown somewhere."""


IN_THE_MATRIX = (
    *("pk", "public", "impact", "level", "title", "sign", "expected", "what_changes", "for_whom", "confidence"),
    *("set_aside_on", "set_aside_reason"),
)


ILLUSTRATIONS, INDICATORS = "illustrations", "indicators"


class Hanging(NamedTuple):
    """How many things hang on an effect: stages of its path that have a step, steps, indicators, illustrations held."""

    stages: int = 0
    steps: int = 0
    indicators: int = 0
    illustrations: int = 0


def effects_of(evaluation: Evaluation) -> QuerySet[Effect]:
    """Return the effects of an evaluation, those set aside included."""
    return Effect.objects.filter(evaluation=evaluation).order_by("pk")


def in_brief(evaluation: Evaluation) -> list[Any]:
    """Return the effects as the matrix reads them: rows with these fields, and no object made for each."""
    return list(effects_of(evaluation).values_list(*IN_THE_MATRIX, named=True))


def effect_behind(public: uuid.UUID, evaluation: Evaluation) -> Effect | None:
    """Return an effect of an evaluation, or nothing: that of another evaluation is unknown here."""
    return Effect.objects.filter(public=public, evaluation=evaluation).first()


def hanging_of(evaluation: Evaluation) -> dict[int, Hanging]:
    """Return by effect what hangs on it, in one query; an effect on which nothing hangs is left out.

    Rows are counted here: making the database group them takes longer to say than to do.
    """
    steps = _of_effects(ChainStep, evaluation).values_list("effect", "kind")
    illustrations = _of_effects(Illustration, evaluation).filter(withdrawn_on=None)
    indicators = _of_effects(Indicator, evaluation).values_list("effect", Value(INDICATORS))
    rows = steps.union(illustrations.values_list("effect", Value(ILLUSTRATIONS)), indicators, all=True)
    found: dict[int, dict[str, int]] = {}
    for (effect, what), count in Counter(rows).items():
        found.setdefault(effect, {})[what] = count
    return {effect: _hanging(counts) for effect, counts in found.items()}


def _of_effects(table: type[Model], evaluation: Evaluation) -> QuerySet[Any, Any]:
    return table._default_manager.filter(effect__evaluation=evaluation).order_by()


def _hanging(counts: dict[str, int]) -> Hanging:
    indicators, illustrations = counts.pop(INDICATORS, 0), counts.pop(ILLUSTRATIONS, 0)
    return Hanging(len(counts), sum(counts.values()), indicators, illustrations)


def shown(scope: str) -> QuerySet[Illustration]:
    """Return the illustrations that may be shown somewhere: consent holds, and reaches that far."""
    rows = Illustration.objects.filter(withdrawn_on=None, consent_scope__in=WITHIN[scope])
    return rows.select_related("evidence").prefetch_related("evidence__revisions").order_by("pk")


def in_full(evaluation: Evaluation, scope: str) -> QuerySet[Effect]:
    """Return the effects that are not set aside, each with its steps and with the illustrations that may be shown."""
    return (
        effects_of(evaluation)
        .filter(set_aside_on=None)
        .prefetch_related(
            Prefetch("steps", ChainStep.objects.order_by("position", "pk")), Prefetch("illustrations", shown(scope))
        )
    )


def withdrawn_of(effect: Effect) -> QuerySet[Illustration]:
    """Return the traces of what was withdrawn."""
    return effect.illustrations.exclude(withdrawn_on=None).select_related("withdrawn_by").order_by("-withdrawn_on")


def illustration_behind(public: uuid.UUID, effect: Effect) -> Illustration | None:
    """Return an illustration of an effect that was not withdrawn."""
    return effect.illustrations.select_related("evidence").filter(public=public, withdrawn_on=None).first()


def is_pointed_at(row: Model, besides: tuple[type[Model], ...] = ()) -> bool:
    """Tell whether any other row of the database points to one, some tables left aside."""
    for relation in row._meta.related_objects:
        rows = relation.related_model._base_manager.filter(Q(**{relation.field.name: row.pk}))
        if relation.related_model not in besides and rows.exists():
            return True
    return False


def has_something_hanging(effect: Effect) -> bool:
    """Tell whether anything but its own steps hangs on an effect: illustrations, even withdrawn, or indicators."""
    return is_pointed_at(effect, besides=(ChainStep,))
