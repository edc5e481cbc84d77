"""Where the framing of an evaluation stands, in a few words."""

from __future__ import annotations

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.framing import bridge, queries
from cordee.apps.evaluation.framing.telling import state_said


def standing(opened: OpenedEvaluation) -> str:
    """Say whether the frame is a draft, awaits signatures or is signed."""
    frame = bridge.frame_of(opened.evaluation)
    return state_said(bridge.signing_of(opened.evaluation, frame, queries.versions_of(opened.evaluation)))
