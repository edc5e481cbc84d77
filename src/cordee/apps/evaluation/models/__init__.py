"""The tables of the evaluation, one file for each part of it."""

from cordee.apps.evaluation.models.effects import ChainStep, Confidence, Effect, Illustration, Level, Sign
from cordee.apps.evaluation.models.balance import LedgerComment, LedgerEntry, LedgerSide
from cordee.apps.evaluation.models.efficiency import (
    CostLine,
    DiscountRate,
    FrugalityNote,
    ResultCount,
    ValuedOutcome,
)
from cordee.apps.evaluation.models.evaluation import Evaluation
from cordee.apps.evaluation.models.framing import (
    FrameSignature,
    FrameVersion,
    Ground,
    KeyMoment,
    Lesson,
    Means,
    Purpose,
    Questions,
    Scope,
    Stakeholder,
    Step,
)

__all__ = [
    "Evaluation",
    "FrameSignature",
    "FrameVersion",
    "Ground",
    "KeyMoment",
    "Lesson",
    "Means",
    "Purpose",
    "Questions",
    "Scope",
    "Stakeholder",
    "Step",
]
__all__ = ["ChainStep", "Confidence", "Effect", "Evaluation", "Illustration", "Level", "Sign"]
from cordee.apps.evaluation.models.effects import Effect
from cordee.apps.evaluation.models.evaluation import Evaluation
from cordee.apps.evaluation.models.indicators import FormerValue, Indicator, Sureness, Value

__all__ = ["Effect", "Evaluation", "FormerValue", "Indicator", "Sureness", "Value"]
    "CostLine",
    "DiscountRate",
    "Evaluation",
    "FrugalityNote",
    "LedgerComment",
    "LedgerEntry",
    "LedgerSide",
    "ResultCount",
    "ValuedOutcome",
]
from cordee.apps.evaluation.models.relations import RelationAnswer, RelationSheet, RelationSurvey, Standing

__all__ = ["Evaluation", "RelationAnswer", "RelationSheet", "RelationSurvey", "Standing"]
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
