"""What a figure refuses, and what it works out by itself."""

from collections.abc import Callable
from math import inf, nan
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.charts.given import DOTS, GAPS, gap_bars

from cordee.charts import (
    AnswerDistribution,
    DistributionRow,
    Estimate,
    FacetDotPlot,
    FacetRow,
    GapBars,
    GapRow,
    IntervalStrip,
    Missing,
    Radar,
    RadarSeries,
    Scale,
    StripRow,
)

ROW = FacetRow("a", Estimate(1), Estimate(2), Estimate(3))
STRIP_ROW = StripRow("a", Estimate(50))
SERIES = RadarSeries("s", (Estimate(1), Estimate(2), Estimate(3)))
COUNTS = DistributionRow("a", (1, 2, 3))

REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "nan": (lambda: Estimate(nan), "not finite"),
    "infinite bound": (lambda: Estimate(1, 0, inf), "not finite"),
    "half an interval": (lambda: Estimate(1, lower=0), "both bounds"),
    "value outside its interval": (lambda: Estimate(3, 0, 2), "outside its own interval"),
    "missing without reason": (lambda: Missing("  "), "reason"),
    "scale upside down": (lambda: Scale(4, 0), "under the maximum"),
    "ticks out of order": (lambda: Scale(ticks=(0, 2, 1)), "must rise"),
    "tick off the scale": (lambda: Scale(ticks=(0, 5)), "must rise"),
    "names without ticks": (lambda: Scale(names=("a", "b")), "one name per tick"),
    "unit too long": (lambda: Scale(unit="milliers d’euros"), "8 characters"),
    "id with a space": (lambda: FacetDotPlot(id="a b", title="t", rows=(ROW,)), "begin with a letter"),
    "no title": (lambda: FacetDotPlot(id="a", title=" ", rows=(ROW,)), "no title"),
    "unknown language": (lambda: FacetDotPlot(id="a", title="t", lang="de", rows=(ROW,)), "fr, en"),  # type: ignore[arg-type]
    "no row": (lambda: FacetDotPlot(id="a", title="t", rows=()), "no row"),
    "off the scale": (lambda: FacetDotPlot(id="a", title="t", rows=(ROW,), scale=Scale(0, 2, (0, 1, 2))), "Row 'a'"),
    "bound off the scale": (
        lambda: IntervalStrip(id="a", title="t", rows=(StripRow("b", Estimate(99, 90, 101)),)),
        "goes off the scale",
    ),
    "numbers too long for three columns": (
        lambda: FacetDotPlot(id="a", title="t", rows=(ROW,), scale=Scale(0, 1000, (0, 1000), decimals=2)),
        "too long",
    ),
    "reference off the scale": (
        lambda: IntervalStrip(id="a", title="t", rows=(STRIP_ROW,), reference=120),
        "reference 120",
    ),
    "two axes": (lambda: Radar(id="a", title="t", axes=("x", "y"), series=(SERIES,)), "3 to 12"),
    "no series": (lambda: Radar(id="a", title="t", axes=("x", "y", "z"), series=()), "1 to 3"),
    "same mark twice": (lambda: Radar(id="a", title="t", axes=("x", "y", "z"), series=(SERIES, SERIES)), "same mark"),
    "series too short": (lambda: Radar(id="a", title="t", axes=("x", "y", "z", "w"), series=(SERIES,)), "3 readings"),
    "counts of another length": (
        lambda: AnswerDistribution(id="a", title="t", rows=(COUNTS,), levels=("x", "y")),
        "one count per level",
    ),
    "negative count": (
        lambda: AnswerDistribution(id="a", title="t", rows=(DistributionRow("a", (1, -1)),)),
        "from 0 to 99,999",
    ),
    "negative threshold": (
        lambda: GapBars(id="a", title="t", rows=(GapRow("a", Estimate(1)),), threshold=-1),
        "0 or more",
    ),
    "gap too large to write": (lambda: GapBars(id="a", title="t", rows=(GapRow("a", Estimate(2e6)),)), "change|within"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refuses_and_says_why(case: str) -> None:
    make, message = REFUSED[case]
    with pytest.raises(ValueError, match=message):
        make()


def test_figures_are_values() -> None:
    assert FacetDotPlot(id="a", title="t", rows=(ROW,)) == FacetDotPlot(id="a", title="t", rows=(ROW,))
    with pytest.raises(AttributeError):
        DOTS.title = "other"  # type: ignore[misc]


def test_span_needs_two_facets() -> None:
    assert DOTS.rows[0].span == pytest.approx(2.3)
    assert DOTS.rows[1].span == 0
    assert DOTS.rows[3].span is None
    assert DOTS.rows[0].extremes == (("means", 1.0), ("vision", 3.3))


def test_radar_holds_the_numbers_of_the_dot_plot() -> None:
    radar = Radar.of(DOTS)
    assert radar.id == "dots-radar"
    assert radar.axes == tuple(row.label for row in DOTS.rows)
    assert [series.readings for series in radar.series] == [
        tuple(getattr(row, facet) for row in DOTS.rows) for facet in ("vision", "action", "means")
    ]


@given(st.lists(st.integers(0, 12), min_size=2, max_size=5).map(tuple))
def test_median_is_that_of_the_answers_one_by_one(counts: tuple[int, ...]) -> None:
    answers = [level for level, count in enumerate(counts) for _ in range(count)]
    assert DistributionRow("a", counts).median == (median(answers) if answers else None)


def test_only_large_and_certain_gaps_stand_out() -> None:
    assert [row.label for row in GAPS.rows if GAPS.stands_out(row)] == ["Équilibre", "Valorisation"]


@given(gap_bars)
def test_scale_of_gaps_is_centred_and_holds_them_all(figure: GapBars) -> None:
    scale = figure.scale
    assert scale.minimum == -scale.maximum
    assert 0 in scale.ticks
    assert len(scale.ticks) in (3, 5, 7)
    for row in figure.rows:
        if isinstance(row.gap, Estimate):
            assert all(scale.holds(number) for number in row.gap.numbers())
