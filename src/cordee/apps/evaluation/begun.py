"""Which parts of an evaluation were begun: a row of theirs is enough, and none of them is ever compulsory."""

from __future__ import annotations

from django.db.models import Model

from cordee.apps.evaluation import models
from cordee.apps.evaluation.models import Evaluation

TRACES: dict[str, tuple[type[Model], ...]] = {
    "framing": (
        *(models.KeyMoment, models.Ground, models.TakenFigure, models.Lesson),
        *(models.Purpose, models.Scope, models.FrameVersion),
    ),
    "effects": (models.Effect,),
    "indicators": (models.Indicator,),
    "balance": (models.LedgerSide,),
    "efficiency": (models.CostLine, models.ResultCount),
    "relations": (models.RelationSurvey,),
    "judgement": (models.RubricSet,),
}
"""What shows that a part was begun, by the name of its address."""


def begun_parts(evaluation: Evaluation) -> frozenset[str]:
    """Return the parts that hold something."""
    return frozenset(name for name, traces in TRACES.items() if any(_holds(trace, evaluation) for trace in traces))


def _holds(trace: type[Model], evaluation: Evaluation) -> bool:
    return trace._default_manager.filter(evaluation=evaluation).exists()
