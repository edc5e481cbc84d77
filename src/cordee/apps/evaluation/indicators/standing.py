"""Where the indicators stand, in a few words."""

from __future__ import annotations

from django.utils import timezone

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.indicators.bridge import readings_of
from cordee.apps.evaluation.indicators.telling import sentence


def standing(opened: OpenedEvaluation) -> str:
    """Say how many indicators there are, how many can be read today and how many are late."""
    return sentence(readings_of(opened.evaluation, timezone.localdate()))
