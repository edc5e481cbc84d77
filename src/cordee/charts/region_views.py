"""Draw regions: as a list of intervals, as tiles on a grid, or as the outlines of a map."""

from cordee.charts.canvas import Canvas, triangle
from cordee.charts.figures import IntervalStrip, StripRow
from cordee.charts.letters import clean, text_width, wrap
from cordee.charts.numbers import format_number
from cordee.charts.outlines import Outline, hatching, rectangle
from cordee.charts.readings import Estimate
from cordee.charts.regions import RegionFigure, RegionRow
from cordee.charts.rows import SMALL_LINE
from cordee.charts.strip_view import draw_strip
from cordee.charts.theme import SMALL, TINY
from cordee.charts.words import WORDS, capitalised

_LARGEST_TILE = 84.0
_TILE_GAP = 4.0
_TILE_SHAPE = 0.94  # height over width
_CORNER = 6.0
_LINE = 16.0
_HATCH = 7.0
_MARK = 4.5
_MARK_ROOM = 12.0
_BASELINE = 0.35  # of the size of a text, from its middle down
_MAP_EDGE = 16.0  # half a name, where a region is narrower than it
_SMALLEST_MAP = 400.0
"""Under this width, names would touch on the map: tiles are drawn instead."""


def draw_regions(figure: RegionFigure, canvas: Canvas, top: float) -> float:
    """Draw the view asked for; its bottom comes back. A map too narrow for its names is drawn as tiles."""
    if figure.view == "intervals":
        return _draw_intervals(figure, canvas, top)
    if figure.view == "tiles" or canvas.width < _SMALLEST_MAP:
        return _draw_tiles(figure, canvas, top)
    return _draw_map(figure, canvas, top)


def _draw_intervals(figure: RegionFigure, canvas: Canvas, top: float) -> float:
    """One row for each region that was asked; those that were not are named under the ruler."""
    rows = tuple(_strip_row(row) for row in figure.rows if row.standing != "not_surveyed")
    bottom = draw_strip(_strip(figure, rows), canvas, top) if rows else top
    words, silent = WORDS[figure.lang], figure.standing("not_surveyed")
    if not silent:
        return bottom
    named = ", ".join(row.label for row in silent)
    text = f"{capitalised(words.standings['not_surveyed'])}{words.colon}{named}"
    return _write(canvas, clean(text), bottom + 8)


def _strip(figure: RegionFigure, rows: tuple[StripRow, ...]) -> IntervalStrip:
    return IntervalStrip(
        id=figure.id,
        title=figure.title,
        lang=figure.lang,
        rows=rows,
        scale=figure.scale,
        reference=figure.reference,
        reference_name=figure.reference_name,
    )


def _strip_row(row: RegionRow) -> StripRow:
    stands = row.standing if row.standing in ("higher", "lower") else ""
    return StripRow(row.label, row.reading, plain=not stands, stands=stands, hatched=row.standing == "hidden")


def _write(canvas: Canvas, text: str, top: float) -> float:
    for line in wrap(text, canvas.width, SMALL):
        canvas.text("quiet", 0, top + SMALL, line)
        top += SMALL_LINE
    return top + 2


def _draw_tiles(figure: RegionFigure, canvas: Canvas, top: float) -> float:
    columns = 1 + max(row.place.tile[0] for row in figure.rows)
    width = min((canvas.width - (columns - 1) * _TILE_GAP) / columns, _LARGEST_TILE)
    height = max(_TILE_SHAPE * width, 3 * _LINE + 6)
    left = (canvas.width - columns * width - (columns - 1) * _TILE_GAP) / 2
    for row in figure.rows:
        column, rank = row.place.tile
        x, y = left + column * (width + _TILE_GAP), top + 1 + rank * (height + _TILE_GAP)
        _draw_tile(figure, row, canvas, (x, y, width, height))
    return top + 2 + (1 + max(row.place.tile[1] for row in figure.rows)) * (height + _TILE_GAP) - _TILE_GAP


def _draw_tile(figure: RegionFigure, row: RegionRow, canvas: Canvas, box: tuple[float, float, float, float]) -> None:
    x, y, width, height = box
    inside = (x + 0.5, y + 0.5, width - 1, height - 1)
    match row.standing:
        case "higher" | "lower":
            canvas.box(f"fill-{row.standing}", *box, _CORNER)
        case "hidden":
            canvas.path("hatch", hatching(rectangle(x + 2, y + 2, width - 4, height - 4), _HATCH))
            canvas.box("edge", *inside, _CORNER)
        case "not_surveyed":
            canvas.box("dashed", *inside, _CORNER)
        case _:
            canvas.box("zone", *box, _CORNER)
            canvas.box("edge", *inside, _CORNER)
    _write_name(figure, row, canvas, x + width / 2, y + height / 2, width - 6)


def _draw_map(figure: RegionFigure, canvas: Canvas, top: float) -> float:
    """Outlines as large as the drawing allows, in the proportions of their map."""
    bounds = [row.place.outline.bounds for row in figure.rows]
    left, upper = min(one[0] for one in bounds), min(one[1] for one in bounds)
    right, lower = max(one[2] for one in bounds), max(one[3] for one in bounds)
    scale = (canvas.width - 2 * _MAP_EDGE) / (right - left)
    for row in figure.rows:
        placed = row.place.outline.placed(scale, _MAP_EDGE - left * scale, top + 2 - upper * scale)
        _draw_outline(row, canvas, placed)
        if row.standing == "not_surveyed":
            canvas.text("quiet", placed.label[0], placed.bounds[3] + SMALL + 2, row.place.short, "middle")
        else:
            _write_name(figure, row, canvas, *placed.label, 0)
    return top + 4 + (lower - upper) * scale + _LINE + 4


def _draw_outline(row: RegionRow, canvas: Canvas, placed: Outline) -> None:
    match row.standing:
        case "higher" | "lower":
            canvas.path(f"fill-{row.standing}", placed.path)
            canvas.path("border", placed.path)
        case "hidden":
            canvas.path("hatch", hatching(placed, _HATCH))
            canvas.path("edge", placed.path)
        case "not_surveyed":
            canvas.path("dashed", placed.path)
        case _:
            canvas.path("zone", placed.path)
            canvas.path("edge", placed.path)


def _write_name(figure: RegionFigure, row: RegionRow, canvas: Canvas, x: float, y: float, room: float) -> None:
    """The short name over the value, or over why there is none when there is room for it."""
    strong, plain = _layers(row)
    lines = _under_name(figure, row, room)
    first = y - len(lines) * _LINE / 2 + _BASELINE * SMALL
    canvas.text(strong, x, first, row.place.short, "middle")
    for rank, line in enumerate(lines, 1):
        shift = _MARK_ROOM / 2 if row.standing in ("higher", "lower") else 0
        canvas.text(plain, x + shift, first + rank * _LINE, line, "middle")
    if row.standing in ("higher", "lower"):
        middle = x - text_width(lines[0], SMALL) / 2
        commands = triangle(middle, first + _LINE - _BASELINE * SMALL, _MARK, down=row.standing == "lower")
        canvas.path("on-colour-mark", commands)


def _layers(row: RegionRow) -> tuple[str, str]:
    """How the name and the value are written: light on colour, with an edge of their own over hatching."""
    match row.standing:
        case "higher" | "lower":
            return "on-colour-strong", "on-colour"
        case "hidden":
            return "on-card-strong", "on-card"
        case "not_surveyed":
            return "quiet", "name"
        case _:
            return "number-strong", "number"


def _under_name(figure: RegionFigure, row: RegionRow, room: float) -> list[str]:
    if isinstance(row.reading, Estimate):
        return [format_number(row.reading.value, figure.lang, figure.scale.decimals)]
    if row.standing == "hidden":
        return _fitting([f"n\u202f=\u202f{row.answers}"] if row.answers is not None else [], room, SMALL)
    return _fitting(wrap(WORDS[figure.lang].standings["not_surveyed"], room, TINY) if room else [], room, TINY)


def _fitting(lines: list[str], room: float, size: float) -> list[str]:
    return lines if lines and len(lines) <= 2 and max(text_width(line, size) for line in lines) <= room else []
