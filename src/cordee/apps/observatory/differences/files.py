"""A set of comparisons as a file: the drawing (PNG, SVG), or its numbers at full precision (CSV, workbook, JSON)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string

from cordee.apps.observatory.differences.drawing import difference_strip
from cordee.apps.observatory.differences.sets import DifferenceSet
from cordee.apps.observatory.editions.numbers import NUMBERS_FILES, Cell, Numbers, NumbersFile
from cordee.charts.figures import AnyFigure
from cordee.charts.svg import to_svg

NUMBERS = ("n", "estimate", "se", "lower", "upper", "p_holm", "distinguishable", "status")
FILE_WIDTH = 720


@dataclass(frozen=True)
class Format:
    """How a set is written: the type of the file, and what makes it."""

    content_type: str
    write: Callable[[DifferenceSet], bytes]


def columns_of(one: DifferenceSet) -> list[str]:
    """Return the names of the columns: those of the table of comparisons, after the edition."""
    domains = dict.fromkeys(name for line in one.lines for name in line.difference.domains)
    numbers = ("difference" if name == "estimate" else name for name in NUMBERS)
    return ["edition", "synthetic", "question", "measure", "values", *domains, *numbers]


def rows_of(one: DifferenceSet) -> list[list[Cell]]:
    """Return the cells of each line; None for what is hidden or not known."""
    card, fixed = one.edition.card, len(("edition", "synthetic", "question", "measure", "values"))
    domains = columns_of(one)[fixed : -len(NUMBERS)]
    rows: list[list[Cell]] = []
    for line in one.lines:
        found = line.difference
        first: list[Cell] = [card.id, card.synthetic, found.question, found.measure, "|".join(found.values)]
        rows.append(
            [*first, *(found.domains.get(name) for name in domains), *(getattr(found, name) for name in NUMBERS)]
        )
    return rows


def comparisons_as_numbers(one: DifferenceSet) -> Numbers:
    """Return the set, its columns those of the table of comparisons."""
    return Numbers(one.edition, "comparisons", columns_of(one), rows_of(one))


def svg_file(one: DifferenceSet) -> bytes:
    """Write a drawing that stands alone: its colours, its title, its source."""
    return to_svg(difference_strip(one), theme="print", width=FILE_WIDTH, heading=True).encode()


def png_file(one: DifferenceSet) -> bytes:
    """Write the same drawing as a picture, by the typesetter that the settings name."""
    draw: Callable[[AnyFigure], bytes] = import_string(settings.FIGURE_PICTURE)
    return draw(difference_strip(one))


def _numbers_format(written: NumbersFile) -> Format:
    return Format(written.media_type, lambda one: written.write(comparisons_as_numbers(one)))


FORMATS: Mapping[str, Format] = {
    "png": Format("image/png", png_file),
    "svg": Format("image/svg+xml", svg_file),
    **{name: _numbers_format(written) for name, written in NUMBERS_FILES.items()},
}
