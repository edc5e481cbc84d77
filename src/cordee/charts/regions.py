"""Values of regions, each beside the rest of the country: one definition, drawn as intervals, as tiles or as a map.

Regions keep the order of the caller, which is a place and never a value. Those that cannot be told from the rest are
drawn alike; only those that can differ, by shape as well as by colour.
"""

from dataclasses import dataclass, replace
from typing import Self

from cordee.charts.figure import Figure, require_on_scale, require_rows
from cordee.charts.outlines import Outline
from cordee.charts.readings import PERCENT, Estimate, Missing, Reading, Scale, Standing, View

VALUELESS = frozenset(("hidden", "not_surveyed"))


@dataclass(frozen=True, slots=True)
class Place:
    """A region: its name, a short one for a tile, the column and row of that tile, its outline on the map."""

    label: str
    short: str
    tile: tuple[int, int]
    outline: Outline


@dataclass(frozen=True, slots=True)
class RegionRow:
    """The value of a region, where it stands beside the rest, and how many answered (None: not asked)."""

    place: Place
    reading: Reading
    standing: Standing
    answers: int | None = None

    def __post_init__(self) -> None:
        if isinstance(self.reading, Missing) != (self.standing in VALUELESS):
            raise ValueError(f"Region {self.place.label!r} is {self.standing!r}: that does not fit {self.reading}.")

    @property
    def label(self) -> str:
        """The name of the region."""
        return self.place.label


@dataclass(frozen=True, kw_only=True)
class RegionFigure(Figure):
    """Regions on one scale, each beside the rest; `reference` is the value of all of them together."""

    rows: tuple[RegionRow, ...]
    view: View = "intervals"
    scale: Scale = PERCENT
    reference: float | None = None
    reference_name: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        require_rows(self, self.rows)
        for row in self.rows:
            require_on_scale(self.scale, row.label, (row.reading,))
        if self.reference is not None and not self.scale.holds(self.reference):
            raise ValueError(f"Figure {self.id!r}: the reference {self.reference} is off the scale.")
        if len({row.place.tile for row in self.rows}) < len(self.rows):
            raise ValueError(f"Figure {self.id!r}: two regions stand on one tile.")

    def seen_as(self, view: View) -> Self:
        """The same numbers in another view; ids end with its name."""
        return replace(self, id=f"{self.id}-{view}", view=view)

    def standing(self, *wanted: Standing) -> tuple[RegionRow, ...]:
        """The regions that stand so, in their order."""
        return tuple(row for row in self.rows if row.standing in wanted)


def scale_around(readings: list[Estimate], widest: Scale) -> Scale:
    """Part of a scale that holds some readings with their intervals, from tick to tick of a tenth of its length.

    >>> scale_around([Estimate(74, 71.2, 76.6), Estimate(82, 78, 85.5)], PERCENT).ticks
    (70.0, 80.0, 90.0)
    >>> scale_around([], PERCENT) == PERCENT
    True
    """
    numbers = [number for reading in readings for number in reading.numbers()]
    if not numbers:
        return widest
    step = (widest.maximum - widest.minimum) / 10
    first = min(9, int((max(min(numbers), widest.minimum) - widest.minimum) // step))
    last = max(first + 1, -int(-(min(max(numbers), widest.maximum) - widest.minimum) // step))
    ticks = tuple(widest.minimum + rank * step for rank in range(first, last + 1))
    return replace(widest, minimum=ticks[0], maximum=ticks[-1], ticks=ticks, names=())
