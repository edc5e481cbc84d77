"""Where the effects of an evaluation stand, for the card of this part."""

from __future__ import annotations

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.effects import bridge, wording
from cordee.core.effects import tally


def standing(opened: OpenedEvaluation) -> str:
    """Say how many effects there are, how many disturb, how many stand on words alone."""
    return wording.standing(tally(bridge.values_of(opened.evaluation)))
