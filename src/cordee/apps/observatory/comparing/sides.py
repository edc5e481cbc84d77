"""One side of a comparison: a figure found by its name, with what its kind knows of it besides."""

from __future__ import annotations

from dataclasses import dataclass

from cordee.apps.observatory.offering.measured import measured
from cordee.apps.observatory.offering.names import name_in
from cordee.apps.observatory.offering.registered import registered
from cordee.apps.observatory.published.registry import figure_of
from cordee.apps.observatory.territories.asked import ONE_WAVE, Asked, exactly
from cordee.core.published import PublishedFigure
from cordee.core.territory_figure import TerritoryFigure


@dataclass(frozen=True)
class Side:
    """A figure. `asked` is its question in its edition, `published` its line of the registry: one of them is there."""

    figure: TerritoryFigure
    asked: Asked | None = None
    published: PublishedFigure | None = None


def side_called(name: str) -> Side | None:
    """Return the figure of a name; nothing when there is none, when it is hidden, or when its edition is withdrawn."""
    published = figure_of(name)
    if published is not None:
        return Side(registered(published), published=published)
    parts = name_in(name)
    asked = exactly(parts.edition, parts.question, parts.wave or ONE_WAVE) if parts else None
    figure = measured(asked, parts.territory) if asked and parts else None
    return Side(figure, asked=asked) if figure else None
