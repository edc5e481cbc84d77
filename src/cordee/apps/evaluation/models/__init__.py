"""The tables of the evaluation, one file for each part of it."""

from cordee.apps.evaluation.models.evaluation import Evaluation
from cordee.apps.evaluation.models.relations import RelationAnswer, RelationSheet, RelationSurvey, Standing

__all__ = ["Evaluation", "RelationAnswer", "RelationSheet", "RelationSurvey", "Standing"]
