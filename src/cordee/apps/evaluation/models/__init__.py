"""The tables of the evaluation, one file for each part of it."""

from cordee.apps.evaluation.models.balance import LedgerComment, LedgerEntry, LedgerSide
from cordee.apps.evaluation.models.efficiency import (
    CostLine,
    DiscountRate,
    FrugalityNote,
    ResultCount,
    ValuedOutcome,
)
from cordee.apps.evaluation.models.evaluation import Evaluation

__all__ = [
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
