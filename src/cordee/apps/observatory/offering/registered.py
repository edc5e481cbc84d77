"""A published figure of the registry as a value that may be copied elsewhere."""

from __future__ import annotations

from cordee.apps.observatory.offering.places import place_named
from cordee.apps.observatory.published.intervals import sampling_interval
from cordee.apps.observatory.published.registry import worded
from cordee.core.packs.text import Text
from cordee.core.published import PublishedFigure
from cordee.core.territory_figure import TerritoryFigure, exact

MOST = {"percent": 100, "mark": 10}


def registered(figure: PublishedFigure) -> TerritoryFigure:
    """Return a figure as it was published; its interval, where there is one, is that of a simple random sample."""
    estimate = sampling_interval(figure)
    lower, upper = estimate.bounds if estimate.has_interval else (None, None)
    return TerritoryFigure(
        key=figure.id,
        question=worded("question", figure.question),
        population=worded("population", figure.population),
        territory=figure.territory,
        place=place_named(figure.territory),
        when=Text(fr=str(figure.year), en=str(figure.year)),
        moment=str(figure.year),
        unit=figure.unit,
        most=exact(MOST[figure.unit]),
        value=exact(figure.value),
        lower=None if lower is None else exact(lower),
        upper=None if upper is None else exact(upper),
        simple_sampling=estimate.has_interval,
        n=figure.n,
        source=Text(fr=figure.programme, en=figure.programme),
        address=figure.source,
        note=worded("note", figure.note) if figure.note else None,
    )
