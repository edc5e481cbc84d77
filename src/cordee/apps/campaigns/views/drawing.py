"""A told result made ready for a page: its figures drawn, its details with their drawings."""

from __future__ import annotations

from typing import Any

from cordee.apps.campaigns.telling.account import AxisDetail, Told, TopicDetail
from cordee.apps.ui.figures import DrawnFigure, drawn
from cordee.charts.figures import AnyFigure, Radar


def drawings(told: Told) -> dict[str, Any]:
    """Return what the templates of a result need."""
    figures = {
        "coherence": told.figure,
        "radar": Radar.of(told.figure) if told.figure else None,
        "crossed": told.crossed.figure,
        "divided": told.agreement.figure,
        "adjusted": told.adjusted.figure,
        "trend": told.trend.figure if told.trend else None,
    }
    return {
        "told": told,
        "figures": {name: _drawn(figure) for name, figure in figures.items()},
        "details": [(axis, topics_drawn(axis)) for axis in told.axes],
    }


def topics_drawn(axis: AxisDetail) -> list[tuple[TopicDetail, DrawnFigure | None]]:
    """Return the topics of an axis, each with its drawing."""
    return [(topic, _drawn(topic.figure)) for topic in axis.topics]


def _drawn(figure: AnyFigure | None) -> DrawnFigure | None:
    return drawn(figure) if figure else None
