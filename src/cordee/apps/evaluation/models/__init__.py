"""The tables of the evaluation, one file for each part of it."""

from cordee.apps.evaluation.models.balance import LedgerComment, LedgerEntry, LedgerSide
from cordee.apps.evaluation.models.evaluation import Evaluation

__all__ = ["Evaluation", "LedgerComment", "LedgerEntry", "LedgerSide"]
