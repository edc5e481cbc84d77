"""The figures that a frame holds, read back from their copies."""

from __future__ import annotations

import json
from dataclasses import dataclass

from cordee.apps.evaluation.models import Evaluation, Ground, TakenFigure
from cordee.core.territory_figure import TerritoryFigure
from cordee.core.written_frame import FrameFigure


@dataclass(frozen=True)
class HeldFigure:
    """A copy with its row, and the ground that it sheds light on, if that one is still there."""

    row: TakenFigure
    figure: TerritoryFigure
    ground: Ground | None


def figures_of(evaluation: Evaluation) -> list[HeldFigure]:
    """Return the figures of a frame, in the order in which they were taken."""
    grounds = {one.public: one for one in Ground.objects.filter(evaluation=evaluation).order_by("pk")}
    rows = evaluation.taken_figures.order_by("pk")
    return [
        HeldFigure(row, figure_in(row), grounds.get(row.sheds_light_on) if row.sheds_light_on else None) for row in rows
    ]


def figure_in(row: TakenFigure) -> TerritoryFigure:
    """Read a copy."""
    return TerritoryFigure.model_validate_json(json.dumps(row.content))


def frame_figures(evaluation: Evaluation) -> tuple[FrameFigure, ...]:
    """Return the figures as the written frame says them."""
    return tuple(
        FrameFigure(figure=one.figure, sheds_light_on=one.ground.title if one.ground else "")
        for one in figures_of(evaluation)
    )
