"""How many indicators measure each effect: asked of the part of the evaluation that keeps them, when it is there."""

from __future__ import annotations

from django.db.models import Count

from cordee.apps.evaluation.models import Effect, Evaluation

ACCESSOR = "indicators"


def indicator_counts(evaluation: Evaluation) -> dict[int, int]:
    """Return the number of indicators by effect, in one query; none while no table points to effects as indicators."""
    for relation in Effect._meta.related_objects:
        if relation.get_accessor_name() == ACCESSOR:
            name = relation.field.name
            rows = relation.related_model._default_manager.filter(**{f"{name}__evaluation": evaluation})
            return dict(rows.order_by().values_list(name).annotate(Count("pk")))
    return {}
