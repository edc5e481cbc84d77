"""One figure, one SVG: for a page (wide or phone), a PDF or a slide."""

from html import escape
from typing import Literal

from cordee.charts.canvas import Canvas, coordinate
from cordee.charts.describe import describe
from cordee.charts.distribution_view import draw_distribution
from cordee.charts.facet_dots import draw_facet_dots
from cordee.charts.figures import AnswerDistribution, AnyFigure, FacetDotPlot, GapBars, IntervalStrip, Radar
from cordee.charts.gap_view import draw_gap_bars
from cordee.charts.letters import clean, wrap
from cordee.charts.radar_view import draw_radar
from cordee.charts.region_views import draw_regions
from cordee.charts.regions import RegionFigure
from cordee.charts.strip_view import draw_strip
from cordee.charts.theme import LABEL, SMALL, THEMES, TITLE, ThemeName

Width = Literal["wide", "narrow"] | int

WIDTHS = {"wide": 600, "narrow": 280}
SMALLEST_WIDTH = 260


def to_svg(figure: AnyFigure, *, theme: ThemeName = "page", width: Width = "wide", heading: bool = False) -> str:
    """Write a figure as one accessible SVG element, the same bytes for the same figure.

    `theme`: "page" follows the colours of the page through classes, "print" carries literal colours.
    `width`: natural width in CSS pixels; "wide" is 600, "narrow" 280 with labels above the rows. The
    drawing stretches to its container; at natural size its smallest text measures 12 px. `heading`
    draws title, subtitle and note inside, for a file that stands alone (download, slide).

    Ids begin with `figure.id` and the width, so that both widths may sit in one page. Refuses a width
    under 260.

    >>> from cordee.charts.figures import StripRow
    >>> from cordee.charts.readings import Estimate
    >>> strip = IntervalStrip(id="s", title="Most agree", rows=(StripRow("Mayors", Estimate(92, 88, 95)),))
    >>> to_svg(strip, width="narrow")[:77]
    '<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-narrow" viewBox="0'
    """
    natural = WIDTHS[width] if isinstance(width, str) else width
    if natural < SMALLEST_WIDTH:
        raise ValueError(f"width {natural}: a figure needs at least {SMALLEST_WIDTH} px to stay legible.")
    canvas = Canvas(natural)
    bottom = _draw_heading(figure, canvas) if heading else 2.0
    bottom = _draw(figure, canvas, bottom)
    if heading:
        bottom = _write_lines(canvas, "quiet", figure.note, SMALL, bottom + 10)
    return _document(figure, canvas, theme, width, bottom)


def _draw(figure: AnyFigure, canvas: Canvas, top: float) -> float:
    match figure:
        case FacetDotPlot():
            return draw_facet_dots(figure, canvas, top)
        case Radar():
            return draw_radar(figure, canvas, top)
        case AnswerDistribution():
            return draw_distribution(figure, canvas, top)
        case GapBars():
            return draw_gap_bars(figure, canvas, top)
        case IntervalStrip():
            return draw_strip(figure, canvas, top)
        case RegionFigure():
            return draw_regions(figure, canvas, top)


def _draw_heading(figure: AnyFigure, canvas: Canvas) -> float:
    bottom = _write_lines(canvas, "title", figure.title, TITLE, 2)
    return _write_lines(canvas, "quiet", figure.subtitle, SMALL, bottom + 4) + 12


def _write_lines(canvas: Canvas, layer: str, text: str, size: float, top: float) -> float:
    lines = wrap(clean(text), canvas.width, size, bold=layer == "title") if text else []
    for line in lines:
        canvas.text(layer, 0, top + size, line)
        top += 1.3 * size
    return top


def _document(figure: AnyFigure, canvas: Canvas, theme: ThemeName, width: Width, bottom: float) -> str:
    prefix = f"{figure.id}-{width}"
    box = f"0 0 {coordinate(canvas.width)} {coordinate(bottom)}"
    layout = width if isinstance(width, str) else ("wide" if width >= 480 else "narrow")
    size = f'width="{coordinate(canvas.width)}" height="{coordinate(bottom)}"' if theme == "print" else 'width="100%"'
    classes = f' class="chart chart-{layout}"' if theme == "page" else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg"{classes} viewBox="{box}" {size} overflow="visible" role="img" '
        f'aria-labelledby="{prefix}-title {prefix}-desc" lang="{figure.lang}"{THEMES[theme].root} '
        f'font-size="{LABEL:g}">'
        f'<title id="{prefix}-title">{escape(clean(figure.title), quote=False)}</title>'
        f'<desc id="{prefix}-desc">{escape(describe(figure), quote=False)}</desc>'
        f"{canvas.body(THEMES[theme])}</svg>"
    )
