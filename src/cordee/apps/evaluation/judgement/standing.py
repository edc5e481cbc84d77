"""Where the judgement of an evaluation stands, in a few words."""

from __future__ import annotations

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.judgement.queries import benches_of
from cordee.apps.evaluation.judgement.report import lead


def standing(opened: OpenedEvaluation) -> str:
    """Say what is judged already, what is not."""
    return lead(benches_of(opened))
