"""Figures: one definition becomes an accessible SVG (page, PDF, slide), a table and a CSV of the same numbers.

What there is
    `FacetDotPlot`, `Radar`, `AnswerDistribution`, `GapBars`, `IntervalStrip`, `RegionFigure`: frozen values, made of
    `Estimate` (value, interval) and `Missing` (reason). Then `to_svg`, `describe`, `to_table`, `to_csv`.

What it draws with
    Vision ● circle, action ■ square, means ▲ triangle, always. Rows have their labels beside the plot, or
    above it on a phone. Vertical lines never cross a label, and no label touches another one.

Classes of the page theme, each to be given one property (light colours are already in the drawing)
    `chart`           the svg element: `display: block`, its largest width; text has the `color` of the page
    `chart-wide`      natural width of 480 px and more; show it in wide containers
    `chart-narrow`    natural width under 480 px; show it in the others
    `chart-ink`       text: `color`
    `chart-quiet`     second text: `color`
    `chart-number`    numbers (with `chart-ink`): `font-variant-numeric: tabular-nums`
    `chart-title`     the heading drawn on demand (with `chart-ink`): `font-family`
    `chart-line`      grid lines: `color`
    `chart-axis`      zero and base lines, reference: `color`
    `chart-band`      span between the facets: `color`
    `chart-zone`      the same behind intervals: `color`
    `chart-vision`, `chart-action`, `chart-means`   the facets: `color`
    `chart-accent`    values without facet: `color`
    `chart-emphasis`  what stands out: `color`
    `chart-plain`     what does not differ: `color`
    `chart-higher`, `chart-lower`   a region above or below the rest: `color`
    `chart-card`      text on those two colours: `color`, that of the card
    `chart-halo`      thin edge around marks, which separates them: `stroke`, the colour of the card

Colours are in `palette.LIGHT` and `palette.DARK`. There is no style attribute, style element or script.
"""

from cordee.charts.describe import describe
from cordee.charts.figure import Figure
from cordee.charts.figures import (
    AnswerDistribution,
    AnyFigure,
    DistributionRow,
    FacetDotPlot,
    FacetRow,
    GapBars,
    GapRow,
    IntervalStrip,
    Radar,
    RadarSeries,
    StripRow,
)
from cordee.charts.readings import FACETS, LEVELS, PERCENT, Estimate, Facet, Missing, Reading, Scale
from cordee.charts.regions import Place, RegionFigure, RegionRow
from cordee.charts.spreadsheet import to_csv
from cordee.charts.svg import Width, to_svg
from cordee.charts.tables import Table, to_table
from cordee.charts.theme import ThemeName

__all__ = [
    "FACETS",
    "LEVELS",
    "PERCENT",
    "AnswerDistribution",
    "AnyFigure",
    "DistributionRow",
    "Estimate",
    "Facet",
    "FacetDotPlot",
    "FacetRow",
    "Figure",
    "GapBars",
    "GapRow",
    "IntervalStrip",
    "Missing",
    "Place",
    "Radar",
    "RadarSeries",
    "Reading",
    "RegionFigure",
    "RegionRow",
    "Scale",
    "StripRow",
    "Table",
    "ThemeName",
    "Width",
    "describe",
    "to_csv",
    "to_svg",
    "to_table",
]
