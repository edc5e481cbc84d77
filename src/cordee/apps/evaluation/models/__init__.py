"""The tables of the evaluation, one file for each part of it."""

from cordee.apps.evaluation.models.evaluation import Evaluation
from cordee.apps.evaluation.models.judgement import (
    CommonJudgement,
    EvaluationLimits,
    Judgement,
    JudgementDissent,
    JudgementDraft,
    Mark,
    PublicConsent,
    PublicDocument,
    PublicOpening,
    Rubric,
    RubricAgreement,
    RubricSet,
)

__all__ = [
    "CommonJudgement",
    "Evaluation",
    "EvaluationLimits",
    "Judgement",
    "JudgementDissent",
    "JudgementDraft",
    "Mark",
    "PublicConsent",
    "PublicDocument",
    "PublicOpening",
    "Rubric",
    "RubricAgreement",
    "RubricSet",
]
