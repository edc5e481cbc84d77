"""What is drawn says the data: places, shapes, gaps, emphasis, and nothing that is not known."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from tests.charts.drawn import SVG, Box, Drawing
from tests.charts.given import ANSWERS, DOTS, GAPS, ONE_SERIES, STRIP, facet_dot_plots, radars

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
    StripRow,
    to_svg,
)

FACETS = ("vision", "action", "means")


def middle(box: Box) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def plot_of(*rows: FacetRow) -> Drawing:
    return Drawing(to_svg(FacetDotPlot(id="f", title="t", rows=rows)))


def test_each_facet_has_its_own_shape() -> None:
    drawing = plot_of(FacetRow("a", Estimate(1), Estimate(2), Estimate(3)))
    shapes = {facet: {box.what for box in drawing.marks(facet)} for facet in FACETS}
    assert shapes == {"vision": {"circle"}, "action": {"rect"}, "means": {"triangle"}}


@given(figure=facet_dot_plots)
@settings(max_examples=80, deadline=None)
def test_one_mark_for_each_known_facet_and_none_for_a_missing_one(figure: FacetDotPlot) -> None:
    drawing = Drawing(to_svg(figure))
    for rank, facet in enumerate(FACETS):
        known = [row for row in figure.rows if isinstance(row.readings[rank][1], Estimate)]
        assert len(drawing.marks(facet)) == len(known)


@given(figure=facet_dot_plots)
@settings(max_examples=80, deadline=None)
def test_marks_stand_where_their_value_is(figure: FacetDotPlot) -> None:
    drawing = Drawing(to_svg(figure))
    points = [
        (reading.value, middle(box)[0])
        for rank, facet in enumerate(FACETS)
        for reading, box in zip(
            [row.readings[rank][1] for row in figure.rows if isinstance(row.readings[rank][1], Estimate)],
            drawing.marks(facet),
            strict=True,
        )
    ]
    grid = [group for group in drawing.groups if group.attrib.get("class") == "chart-line"]
    if not grid or len(points) < 1:
        return
    ticks = [float(part.split()[0]) for part in grid[0][0].attrib["d"].split("M")[1:]]
    left, right = min(ticks), max(ticks)
    for value, x in points:
        assert x == pytest.approx(left + value / 4 * (right - left), abs=0.15)


@pytest.mark.parametrize(
    "row",
    [
        FacetRow("same", Estimate(2), Estimate(2), Estimate(2)),
        FacetRow("near", Estimate(2), Estimate(2.02), Estimate(2.04)),
        FacetRow("ends", Estimate(0), Estimate(0), Estimate(4)),
        FacetRow("intervals", Estimate(2, 1, 3), Estimate(2, 1, 3), Estimate(2, 1, 3)),
    ],
    ids=lambda row: row.label,
)
@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_equal_values_all_remain_visible(row: FacetRow, width: str) -> None:
    drawing = Drawing(to_svg(FacetDotPlot(id="f", title="t", rows=(row,)), width=width))
    places = [middle(box) for facet in FACETS for box in drawing.marks(facet)]
    assert len(places) == 3
    for (x, y), (other_x, other_y) in combinations(places, 2):
        assert ((x - other_x) ** 2 + (y - other_y) ** 2) ** 0.5 >= 10.5  # marks measure 12


def test_band_runs_from_the_lowest_to_the_highest_facet() -> None:
    drawing = plot_of(FacetRow("a", Estimate(1), Estimate(2), Estimate(3)))
    (band,) = drawing.group_of("chart-band", paint="fill")
    (rectangle,) = band
    xs = sorted(middle(box)[0] for facet in FACETS for box in drawing.marks(facet))
    assert float(rectangle.attrib["x"]) == pytest.approx(xs[0], abs=0.1)
    assert float(rectangle.attrib["width"]) == pytest.approx(xs[2] - xs[0], abs=0.1)


def test_no_band_for_a_single_facet() -> None:
    drawing = plot_of(FacetRow("a", Estimate(1), Missing("x"), Missing("x")))
    assert drawing.group_of("chart-band", paint="fill") == []


def test_missing_facet_says_why_under_the_name() -> None:
    words = " ".join(Drawing(to_svg(DOTS, width="narrow")).words)
    assert "action\u202f: moins de 3 répondants" in words
    assert "vision, action, moyens\u202f:" in words


def test_facets_are_named_in_the_drawing() -> None:
    for width in ("wide", "narrow"):
        assert {"vision", "action", "moyens"} <= set(Drawing(to_svg(DOTS, width=width)).words)


def test_names_of_stages_stand_under_their_ticks() -> None:
    for width in ("wide", "narrow"):
        assert {"absent", "émergent", "structuré", "partagé", "moteur"} <= set(Drawing(to_svg(DOTS, width=width)).words)


@given(figure=radars())
@settings(max_examples=60, deadline=None)
def test_radar_draws_each_known_value_and_no_other(figure: Radar) -> None:
    drawing = Drawing(to_svg(figure))
    for series in figure.series:
        known = sum(isinstance(reading, Estimate) for reading in series.readings)
        assert len(drawing.marks(series.facet or "accent")) == known


def test_radar_leaves_a_gap_where_a_value_is_missing() -> None:
    def traces(readings: tuple[Estimate | Missing, ...]) -> list[str]:
        series = RadarSeries("s", readings, "vision")
        drawing = Drawing(to_svg(Radar(id="r", title="t", axes=("a", "b", "c", "d"), series=(series,))))
        groups = drawing.group_of("chart-vision", paint="stroke")
        return [node.attrib["d"] for group in groups if group.attrib["stroke-width"] == "1.75" for node in group]

    one, gone = Estimate(2), Missing("x")
    (whole,) = traces((one, one, one, one))
    assert whole.endswith("Z")
    (broken,) = traces((one, gone, one, one))
    assert broken.count("M") == 2  # c–d and d–a only
    assert "Z" not in broken
    assert traces((one, gone, one, gone)) == []


def test_radar_keeps_zero_away_from_the_centre() -> None:
    drawing = Drawing(to_svg(ONE_SERIES))
    centres = [middle(box) for box in drawing.marks("accent")]
    assert len({(round(x), round(y)) for x, y in centres}) == 3


def test_radar_of_one_series_draws_its_intervals() -> None:
    intervals = [
        node
        for group in Drawing(to_svg(ONE_SERIES)).group_of("chart-accent", paint="stroke")
        for node in group
        if node.attrib.get("d", "").count("M") == 3  # the line and its two caps
    ]
    assert len(intervals) == 1


def test_large_and_certain_gaps_are_dark_and_the_others_alike() -> None:
    drawing = Drawing(to_svg(GAPS))
    (dark,) = [g for g in drawing.group_of("chart-emphasis", paint="fill") if g.find(f"{SVG}rect") is not None]
    (plain,) = [g for g in drawing.group_of("chart-plain", paint="fill") if g.find(f"{SVG}rect") is not None]
    assert (len(dark), len(plain)) == (2, 4)


def test_bars_start_from_zero_on_their_side() -> None:
    rows = (GapRow("up", Estimate(1)), GapRow("down", Estimate(-1)))
    drawing = Drawing(to_svg(GapBars(id="g", title="t", rows=rows)))
    (group,) = [g for g in drawing.groups if g.find(f"{SVG}rect") is not None]
    up, down = [(float(bar.attrib["x"]), float(bar.attrib["width"])) for bar in group]
    (axis,) = drawing.group_of("chart-axis", paint="stroke")
    zero = float(axis[0].attrib["d"].split()[0].removeprefix("M"))
    assert up[0] == pytest.approx(zero, abs=0.1)
    assert down[0] + down[1] == pytest.approx(zero, abs=0.1)
    assert up[1] == pytest.approx(down[1], abs=0.1)


def test_captions_say_what_each_side_means() -> None:
    words = Drawing(to_svg(GAPS)).words
    assert "les autres vous voient plus haut" in words
    assert "vous vous voyez plus haut" in words


def test_bars_of_answers_are_in_proportion() -> None:
    rows = (DistributionRow("a", (2, 4), 8, 0), DistributionRow("b", (0, 6)))
    drawing = Drawing(to_svg(AnswerDistribution(id="f", title="t", rows=rows)))
    heights = [float(bar.attrib["height"]) for bar in drawing.root.iter(f"{SVG}rect")]
    assert sorted(round(height / max(heights), 2) for height in heights) == [0.25, 0.5, 0.75, 1.0]


def test_median_is_marked_once_a_row_and_named_once() -> None:
    drawing = Drawing(to_svg(ANSWERS))
    marks = [
        node for group in drawing.group_of("chart-emphasis", paint="fill") for node in group if node.tag == f"{SVG}path"
    ]
    assert len(marks) == 2  # the row without answer has none
    assert drawing.words.count("médiane") == 1


def test_answers_off_the_scale_are_hollow_when_wide_and_words_on_a_phone() -> None:
    wide, phone = (Drawing(to_svg(ANSWERS, width=width)) for width in ("wide", "narrow"))
    assert wide.group_of("chart-plain", paint="stroke")
    assert not phone.group_of("chart-plain", paint="stroke")
    assert "ne sait pas\u202f: 3, sans objet\u202f: 1" in phone.words


def test_question_without_answer_says_so_and_draws_no_histogram_on_a_phone() -> None:
    silent = DistributionRow("Sens", (0, 0, 0), dont_know=12)
    drawing = Drawing(to_svg(AnswerDistribution(id="f", title="t", rows=(silent,)), width="narrow"))
    assert "aucune réponse sur l’échelle" in drawing.words
    assert drawing.root.find(f".//{SVG}rect") is None
    assert drawing.group_of("chart-axis", paint="stroke") == []


def test_values_that_do_not_differ_are_drawn_alike() -> None:
    drawing = Drawing(to_svg(STRIP))
    assert len(drawing.marks("accent")) == 2
    assert len(drawing.marks("plain")) == 1


def test_strip_writes_the_interval_in_figures_and_its_reference() -> None:
    words = Drawing(to_svg(STRIP)).words
    assert "71 à 77\u202f%" in words
    assert "Ensemble\u202f: 70\u202f%" in words


def test_row_without_interval_has_a_mark_and_no_line() -> None:
    drawing = Drawing(to_svg(IntervalStrip(id="s", title="t", rows=(StripRow("a", Estimate(97)),))))
    assert len(drawing.marks("accent")) == 1
    assert drawing.group_of("chart-accent", paint="stroke") == []
