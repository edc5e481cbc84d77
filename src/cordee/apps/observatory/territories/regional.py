"""One question in every region, each beside the rest: the figure that is drawn as tiles, as a map and as intervals."""

from __future__ import annotations

from cordee.apps.library.addresses import language
from cordee.apps.observatory.editions.shelf import Difference
from cordee.apps.observatory.territories.asked import REGION, Asked
from cordee.apps.observatory.territories.readings import counted_said, reading_of, scale_of
from cordee.apps.observatory.territories.sentences import headline, reference_name, source_said
from cordee.apps.organisations.territory_shapes import region_places
from cordee.charts.readings import Estimate, Reading, Standing
from cordee.charts.regions import Place, RegionFigure, RegionRow, scale_around


def region_figure(asked: Asked) -> RegionFigure:
    """Return the figure of a question at a wave, its title computed from what it shows."""
    rows = tuple(_row(asked, code, place) for code, place in region_places().items())
    nation = reading_of(asked.at(), asked.question, asked.edition)
    known = [row.reading for row in rows if isinstance(row.reading, Estimate)]
    around = [*known, nation] if isinstance(nation, Estimate) else known
    lang = language()
    return RegionFigure(
        id="regions",
        title=headline(rows),
        subtitle=f"{asked.question.text.in_(lang)} {counted_said(asked.question)}",
        note=source_said(asked),
        lang=lang,
        rows=rows,
        scale=scale_around(around, scale_of(asked.question)),
        reference=nation.value if isinstance(nation, Estimate) else None,
        reference_name=reference_name(),
    )


def standing_of(reading: Reading, found: Difference | None) -> Standing:
    """Tell where a value stands beside the rest, from the comparison that its edition publishes."""
    if not isinstance(reading, Estimate):
        return "hidden"
    if found is None or found.distinguishable is None or found.estimate is None:
        return "untested"
    if not found.distinguishable:
        return "alike"
    return "higher" if found.estimate > 0 else "lower"


def _row(asked: Asked, code: str, place: Place) -> RegionRow:
    figure = asked.at(**{REGION: code})
    reading = reading_of(figure, asked.question, asked.edition)
    if figure is None:
        return RegionRow(place, reading, "not_surveyed")
    return RegionRow(place, reading, standing_of(reading, asked.beside_rest(code)), figure.n)
