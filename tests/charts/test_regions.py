"""Regions: told apart by shape as well as colour, hidden ones hatched, never ranked, the same numbers in each view."""

import csv
import io
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.charts.drawn import SVG, Drawing
from tests.charts.given import OUTLINES, REGIONS, TILES

from cordee.charts import (
    PERCENT,
    Estimate,
    Missing,
    Place,
    RegionFigure,
    RegionRow,
    Scale,
    describe,
    to_csv,
    to_svg,
    to_table,
)
from cordee.charts.canvas import triangle
from cordee.charts.outlines import Outline, hatching, rectangle
from cordee.charts.readings import Standing, View
from cordee.charts.regions import scale_around

VALUED: tuple[Standing, ...] = ("higher", "lower", "alike", "untested")
VIEWS: tuple[View, ...] = ("intervals", "tiles", "outlines")
SPOTS = [(column, row) for row in range(7) for column in range(5)]


def row_of(spot: tuple[int, int], standing: Standing, value: float, answers: int) -> RegionRow:
    column, rank = spot
    outline = rectangle(column * 100.0, rank * 90.0, 96, 86)
    known = standing in VALUED
    reading = Estimate(value, max(0, value - 4), min(100, value + 3)) if known else Missing("moins de 30 réponses")
    return RegionRow(Place(f"Région {column}{rank}", f"R{column}{rank}", spot, outline), reading, standing, answers)


@st.composite
def region_figures(draw: st.DrawFn) -> RegionFigure:
    spots = draw(st.lists(st.sampled_from(SPOTS), min_size=1, max_size=18, unique=True))
    standings = st.sampled_from((*VALUED, "hidden", "not_surveyed"))
    rows = tuple(row_of(spot, draw(standings), draw(st.floats(0, 100)), draw(st.integers(0, 99_999))) for spot in spots)
    view = draw(st.sampled_from(VIEWS))
    return RegionFigure(id="f", title="t", lang=draw(st.sampled_from(("fr", "en"))), rows=rows, view=view)


@given(figure=region_figures(), width=st.sampled_from(("wide", "narrow", 420)))
@settings(max_examples=80, deadline=None)
def test_texts_stay_inside_and_apart(figure: RegionFigure, width: int) -> None:
    drawing = Drawing(to_svg(figure, width=width))
    texts = drawing.texts()
    assert not [text.what for text in texts if not text.inside(drawing.view, slack=2)]
    assert not [(one.what, other.what) for one, other in combinations(texts, 2) if one.overlaps(other)]


@given(figure=region_figures())
@settings(max_examples=60, deadline=None)
def test_every_view_says_the_same_numbers(figure: RegionFigure) -> None:
    views = [replace(figure, view=view) for view in VIEWS]
    assert len({to_csv(one) for one in views}) == 1
    assert to_table(views[0]) == to_table(views[1]) == to_table(views[2])
    lines = list(csv.DictReader(io.StringIO(to_csv(figure), newline="")))
    for line, row in zip(lines, figure.rows, strict=True):
        assert line["beside_rest"] == row.standing
        assert bool(line["value"]) == isinstance(row.reading, Estimate)


def test_those_that_are_not_told_apart_share_one_drawing() -> None:
    spots = SPOTS[:4]
    values = (12.0, 40.0, 65.0, 91.0)
    rows = tuple(row_of(spot, "alike", value, 90) for spot, value in zip(spots, values, strict=True))
    drawing = Drawing(to_svg(RegionFigure(id="f", title="t", rows=rows, view="tiles")))
    assert "chart-higher" not in drawing.classes()
    assert [len(group) for group in drawing.group_of("chart-zone", paint="fill")] == [4]


@pytest.mark.parametrize("view", VIEWS)
def test_above_and_below_differ_by_their_shape(view: View) -> None:
    figure = replace(REGIONS, view=view)
    turns = []
    for standing in ("higher", "lower"):
        rows = tuple(row for row in figure.rows if row.standing == standing)
        drawing = Drawing(to_svg(replace(figure, rows=rows, reference=None)))
        marks = [
            str(path.get("d"))
            for group in drawing.groups
            if group.get("fill") == "currentColor"
            for path in group.findall(f"{SVG}path")
            if str(path.get("d")).count("H") == 1
        ]
        turns += [_points_down(mark) for mark in marks]
    assert turns == [False, True]


def _points_down(path: str) -> bool:
    tip, foot = path.removeprefix("M").split("L")
    return float(tip.split()[1]) > float(foot.split()[1].split("H")[0])


def test_a_hidden_region_is_hatched_and_says_how_many_answered() -> None:
    for figure in (TILES, OUTLINES, REGIONS):
        drawing = Drawing(to_svg(figure))
        (lines,) = [
            path.attrib["d"]
            for group in drawing.group_of("chart-plain", paint="stroke")
            for path in group
            if path.attrib.get("d", "").count("M") > 5
        ]
        assert lines
    assert "n\u202f=\u202f12" in Drawing(to_svg(TILES)).words
    assert "moins de 30 réponses" in " ".join(Drawing(to_svg(REGIONS, width=900)).words)


def test_a_region_that_was_not_asked_is_dashed_and_said_so() -> None:
    assert "stroke-dasharray" in to_svg(TILES)
    assert "Non enquêtée\u202f: La Lointaine" in Drawing(to_svg(REGIONS)).words
    assert to_table(REGIONS).rows[-1] == ("La Lointaine", "sans valeur (non enquêtée)", "–", "non enquêtée", "–")


def test_the_description_names_those_that_stand_apart_first() -> None:
    said = describe(TILES)
    assert said.startswith("Carte en tuiles, 5 lignes. Ensemble\u202f: 70\u202f%. Au-dessus\u202f: Hauts-de-Nord.")
    assert "Au-dessous\u202f: Collines et vallées. Ne se distingue pas\u202f: Pays du Sud." in said
    assert "L’Île\u202f: sans valeur (moins de 30 réponses)" in said
    assert describe(replace(OUTLINES, lang="en")).startswith("Map of the regions, 5 rows.")


def test_a_map_too_narrow_for_its_names_is_drawn_as_tiles() -> None:
    tiles, narrow = (Drawing(to_svg(figure, width="narrow")) for figure in (TILES, OUTLINES))
    assert sorted(tiles.words) == sorted(narrow.words)
    assert [group.attrib for group in tiles.groups] == [group.attrib for group in narrow.groups]


def test_a_region_with_a_value_has_one_and_the_others_have_none() -> None:
    place = REGIONS.rows[0].place
    with pytest.raises(ValueError, match="does not fit"):
        RegionRow(place, Missing("moins de 30 réponses"), "alike")
    with pytest.raises(ValueError, match="does not fit"):
        RegionRow(place, Estimate(3), "hidden")


def test_two_regions_on_one_tile_no_row_and_a_reference_off_the_scale_are_refused() -> None:
    row = REGIONS.rows[0]
    with pytest.raises(ValueError, match="one tile"):
        replace(REGIONS, rows=(row, row))
    with pytest.raises(ValueError, match="no row"):
        replace(REGIONS, rows=())
    with pytest.raises(ValueError, match="off the scale"):
        replace(REGIONS, reference=20)


@given(low=st.floats(0, 100), wide=st.floats(0, 30))
def test_a_ruler_holds_its_readings_and_stays_on_the_scale(low: float, wide: float) -> None:
    reading = Estimate(low, max(0, low - wide), min(100, low + wide))
    found = scale_around([reading], PERCENT)
    assert all(map(found.holds, reading.numbers()))
    assert found.minimum >= 0
    assert found.maximum <= 100
    assert (found.unit, found.decimals) == ("%", 0)


def test_a_ruler_of_marks_steps_by_one() -> None:
    assert scale_around([Estimate(6.4, 6.1, 6.7)], Scale(0, 10, (0, 5, 10))).ticks == (6.0, 7.0)


@given(x=st.floats(-50, 50), y=st.floats(-50, 50), wide=st.floats(1, 80), tall=st.floats(1, 80), step=st.floats(2, 9))
def test_hatching_stays_inside(x: float, y: float, wide: float, tall: float, step: float) -> None:
    numbers = [
        float(n)
        for part in hatching(rectangle(x, y, wide, tall), step).split("M")[1:]
        for n in part.replace("L", " ").split()
    ]
    assert all(x - 0.1 <= one <= x + wide + 0.1 for one in numbers[::2])
    assert all(y - 0.1 <= one <= y + tall + 0.1 for one in numbers[1::2])


def test_hatching_leaves_the_hole_between_two_islands() -> None:
    islands = Outline.read("M0,0L4,0L4,10L0,10ZM20,0L24,0L24,10L20,10Z", (2, 5))
    across = [part.split("L") for part in hatching(islands, 3).split("M")[1:]]
    assert across
    for start, end in across:
        assert abs(float(start.split()[0]) - float(end.split()[0])) <= 4.1


@pytest.mark.parametrize(
    ("path", "why"),
    [("M0,0C1,1 2,2 3,3Z", "M, L and Z"), ("M0,0L1,1", "M, L and Z"), ("M0,0L1,1Z", "three points"), ("", "one ring")],
)
def test_an_outline_of_anything_else_is_refused(path: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Outline.read(path, (0, 0))


def test_a_triangle_turned_over_is_its_mirror() -> None:
    assert triangle(0, 0, 10).replace("-", "") == triangle(0, 0, 10, down=True).replace("-", "")
