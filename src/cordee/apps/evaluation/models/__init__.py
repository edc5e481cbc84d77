"""The tables of the evaluation, one file for each part of it."""

from cordee.apps.evaluation.models.effects import ChainStep, Confidence, Effect, Illustration, Level, Sign
from cordee.apps.evaluation.models.evaluation import Evaluation

__all__ = ["ChainStep", "Confidence", "Effect", "Evaluation", "Illustration", "Level", "Sign"]
