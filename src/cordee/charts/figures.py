"""The figures of the product, as plain values: what they say and of which numbers, not how they are drawn."""

from dataclasses import dataclass
from functools import cached_property
from math import ceil, log10
from typing import Literal, Self

from cordee.charts.figure import Figure, require_on_scale, require_rows, require_short_numbers
from cordee.charts.readings import FACETS, LARGEST, LEVELS, PERCENT, Estimate, Facet, Missing, Reading, Scale
from cordee.charts.regions import RegionFigure
from cordee.charts.words import WORDS


@dataclass(frozen=True, slots=True)
class FacetRow:
    """One axis or topic: its three facets, and a short remark under its name when there is one."""

    label: str
    vision: Reading
    action: Reading
    means: Reading
    remark: str = ""

    @property
    def readings(self) -> tuple[tuple[Facet, Reading], ...]:
        """The three facets in their constant order."""
        return ("vision", self.vision), ("action", self.action), ("means", self.means)

    @property
    def extremes(self) -> tuple[tuple[Facet, float], tuple[Facet, float]] | None:
        """Lowest and highest facet with their values; None under two known facets.

        >>> FacetRow("Meaning", Estimate(3.4), Estimate(2.9), Missing("too few answers")).extremes
        (('action', 2.9), ('vision', 3.4))
        """
        known = [(facet, r.value) for facet, r in self.readings if isinstance(r, Estimate)]
        if len(known) < 2:
            return None
        return min(known, key=lambda pair: pair[1]), max(known, key=lambda pair: pair[1])

    @property
    def span(self) -> float | None:
        """Highest minus lowest facet, in levels; None under two known facets.

        >>> round(FacetRow("Meaning", Estimate(3.4), Estimate(2.9), Estimate(2.1)).span, 1)
        1.3
        """
        ends = self.extremes
        return None if ends is None else ends[1][1] - ends[0][1]


@dataclass(frozen=True, kw_only=True)
class FacetDotPlot(Figure):
    """Vision, action and means of each axis or topic on one scale; the band is the span between them."""

    rows: tuple[FacetRow, ...]
    scale: Scale = LEVELS

    def __post_init__(self) -> None:
        super().__post_init__()
        require_rows(self, self.rows)
        require_short_numbers(self, self.scale)
        for row in self.rows:
            require_on_scale(self.scale, row.label, (reading for _, reading in row.readings))


@dataclass(frozen=True, slots=True)
class RadarSeries:
    """One reading per axis, in the order of the axes; `facet` gives the mark, None a plain one."""

    name: str
    readings: tuple[Reading, ...]
    facet: Facet | None = None


@dataclass(frozen=True, kw_only=True)
class Radar(Figure):
    """Alternative view of 3 to 12 axes: the three facets, or one series. A missing value leaves a gap."""

    axes: tuple[str, ...]
    series: tuple[RadarSeries, ...]
    scale: Scale = LEVELS

    def __post_init__(self) -> None:
        super().__post_init__()
        if not 3 <= len(self.axes) <= 12:
            raise ValueError(f"Radar {self.id!r} has {len(self.axes)} axes; it reads from 3 to 12.")
        if not 1 <= len(self.series) <= 3:
            raise ValueError(f"Radar {self.id!r} has {len(self.series)} series; it reads from 1 to 3.")
        if len({series.facet for series in self.series}) < len(self.series):
            raise ValueError(f"Radar {self.id!r}: two series bear the same mark; give each its own facet.")
        require_short_numbers(self, self.scale)
        for series in self.series:
            _require_one_per_axis(self, series)
            require_on_scale(self.scale, series.name, series.readings)

    @classmethod
    def of(cls, plot: FacetDotPlot) -> Self:
        """The same numbers as a dot plot, seen as a radar; ids end in `-radar`."""
        facet_words = WORDS[plot.lang].facets
        return cls(
            id=f"{plot.id}-radar",
            title=plot.title,
            subtitle=plot.subtitle,
            note=plot.note,
            lang=plot.lang,
            row_name=plot.row_name,
            axes=tuple(row.label for row in plot.rows),
            series=tuple(
                RadarSeries(facet_words[facet], tuple(getattr(row, facet) for row in plot.rows), facet)
                for facet in FACETS
            ),
            scale=plot.scale,
        )


@dataclass(frozen=True, slots=True)
class DistributionRow:
    """Answers to one question: how many on each level, how many « don't know » and « not applicable »."""

    label: str
    counts: tuple[int, ...]
    dont_know: int = 0
    not_applicable: int = 0
    remark: str = ""
    facet: Facet | None = None

    @property
    def answers(self) -> int:
        """Number of answers on the scale."""
        return sum(self.counts)

    @property
    def median(self) -> float | None:
        """Median level of the answers on the scale, halfway when it falls between two; None without answer.

        >>> DistributionRow("Clarity", (1, 0, 4, 3, 2)).median, DistributionRow("Clarity", (0,) * 5).median
        (2.5, None)
        """
        if not self.answers:
            return None
        return (self._level_at((self.answers - 1) // 2) + self._level_at(self.answers // 2)) / 2

    def _level_at(self, rank: int) -> int:
        for level, count in enumerate(self.counts):
            rank -= count
            if rank < 0:
                return level
        raise IndexError(rank)


@dataclass(frozen=True, kw_only=True)
class AnswerDistribution(Figure):
    """Small multiples of answers: a histogram per question, its median, and the answers off the scale."""

    rows: tuple[DistributionRow, ...]
    levels: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        require_rows(self, self.rows)
        for row in self.rows:
            if len(row.counts) != self.level_count or not 2 <= len(row.counts) <= 5:
                raise ValueError(f"Figure {self.id!r}, row {row.label!r}: one count per level, 2 to 5 levels.")
            if not all(0 <= count < 100_000 for count in (*row.counts, row.dont_know, row.not_applicable)):
                raise ValueError(f"Figure {self.id!r}, row {row.label!r}: counts must lie from 0 to 99,999.")

    @property
    def level_count(self) -> int:
        """Number of levels of the scale."""
        return len(self.levels) or len(self.rows[0].counts)


@dataclass(frozen=True, slots=True)
class GapRow:
    """A signed gap, in levels."""

    label: str
    gap: Reading
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class GapBars(Figure):
    """Signed gaps around zero; only those that are large *and* certain stand out, the others are alike.

    `threshold`: smallest gap worth naming, in the unit of the gaps. `below` and `above` say what a gap
    to the left and to the right of zero means.
    """

    rows: tuple[GapRow, ...]
    threshold: float = 1.0
    below: str = ""
    above: str = ""
    unit: str = ""
    decimals: int = 1

    def __post_init__(self) -> None:
        super().__post_init__()
        require_rows(self, self.rows)
        if not 0 <= self.threshold <= LARGEST:
            raise ValueError(f"Figure {self.id!r}: threshold {self.threshold!r} must be 0 or more, and finite.")
        for row in self.rows:
            require_on_scale(self.scale, row.label, (row.gap,))

    def stands_out(self, row: GapRow) -> bool:
        """Whether |gap| ≥ threshold and the interval excludes zero; never without an interval.

        >>> bars = GapBars(id="g", title="t", rows=(GapRow("a", Estimate(1.2, 0.4, 2.0)),))
        >>> bars.stands_out(bars.rows[0]), bars.stands_out(GapRow("b", Estimate(1.2)))
        (True, False)
        """
        gap = row.gap
        if isinstance(gap, Missing) or not gap.has_interval:
            return False
        lower, upper = gap.bounds
        return abs(gap.value) >= self.threshold - 1e-9 and (lower > 0 or upper < 0)

    @cached_property
    def scale(self) -> Scale:
        """A ruler centred on zero that holds every gap and bound, at least one threshold wide.

        >>> GapBars(id="g", title="t", rows=(GapRow("a", Estimate(1.2, 0.4, 2.3)),)).scale.ticks
        (-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0)
        """
        numbers = [abs(n) for row in self.rows if isinstance(row.gap, Estimate) for n in row.gap.numbers()]
        reach = max(*numbers, self.threshold, 10.0**-self.decimals)
        step = _nice_step(reach)
        steps = ceil(reach / step - 1e-9)
        ticks = tuple(float(step * index) for index in range(-steps, steps + 1))
        return Scale(ticks[0], ticks[-1], ticks, unit=self.unit, decimals=self.decimals)


@dataclass(frozen=True, slots=True)
class StripRow:
    """One labelled value. `plain`: drawn in grey, because it does not differ from the others.

    `stands`: above or below what it is compared with, and told from it: drawn as a triangle, up or down. `hatched`: its
    value exists and is hidden.
    """

    label: str
    reading: Reading
    remark: str = ""
    plain: bool = False
    stands: Literal["", "higher", "lower"] = ""
    hatched: bool = False


@dataclass(frozen=True, kw_only=True)
class IntervalStrip(Figure):
    """Values of several populations or regions on one scale, each with its interval when it has one."""

    rows: tuple[StripRow, ...]
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


AnyFigure = FacetDotPlot | Radar | AnswerDistribution | GapBars | IntervalStrip | RegionFigure


def _require_one_per_axis(radar: Radar, series: RadarSeries) -> None:
    if len(series.readings) != len(radar.axes):
        raise ValueError(
            f"Radar {radar.id!r}: series {series.name!r} has {len(series.readings)} readings "
            f"for {len(radar.axes)} axes; give one per axis, Missing(reason) where there is none."
        )


def _nice_step(reach: float) -> float:
    """Step of 1, 2 or 5 × a power of ten that needs at most three steps to cover the reach."""
    power = 10.0 ** ceil(log10(reach / 3) - 1e-9)
    return next((power * part for part in (0.1, 0.2, 0.5) if power * part * 3 >= reach * (1 - 1e-9)), power)
