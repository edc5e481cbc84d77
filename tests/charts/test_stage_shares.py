"""Bars of a hundred percent: parts that fill the bar in their order, names that stay inside and do not touch."""

import xml.etree.ElementTree as ET
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.charts.drawn import Drawing

from cordee.charts.stage_shares import TONES, Part, ShareRow, ShareWidth, StageShares, stage_shares_svg

SVG = "{http://www.w3.org/2000/svg}"
NAMES = st.text(st.characters(codec="latin-1", categories=["L", "Zs"]), min_size=1, max_size=60).filter(str.strip)


@st.composite
def rows(draw: st.DrawFn) -> ShareRow:
    cuts = sorted({0, 100, *draw(st.lists(st.integers(1, 99), max_size=4))})
    parts = [
        Part(f"{draw(NAMES)} {high - low}", high - low, place / (len(cuts) - 1))
        for place, (low, high) in enumerate(pairwise(cuts))
    ]
    return ShareRow(draw(NAMES), tuple(parts), draw(st.one_of(st.just(""), NAMES)))


def figure_of(*lines: ShareRow) -> StageShares:
    return StageShares(id="shares", title="Where alliances stand", rows=lines)


@settings(max_examples=60, deadline=None)
@given(st.lists(rows(), min_size=1, max_size=5), st.sampled_from(["narrow", "wide"]))
def test_texts_stay_inside_and_do_not_touch(lines: list[ShareRow], width: ShareWidth) -> None:
    drawing = Drawing(stage_shares_svg(figure_of(*lines), width))
    texts = drawing.texts()
    assert all(text.inside(drawing.view) for text in texts)
    assert not [(one.what, other.what) for one, other in combinations(texts, 2) if one.overlaps(other)]


@settings(max_examples=40, deadline=None)
@given(rows())
def test_parts_follow_each_other_and_fill_the_bar(row: ShareRow) -> None:
    drawing = ET.fromstring(stage_shares_svg(figure_of(row), "wide"))
    bars = sorted(
        {
            (float(one.attrib["x"]), float(one.attrib["width"]))
            for one in drawing.iter(f"{SVG}rect")
            if one.attrib["height"] == "22"
        }
    )
    assert len(bars) == len(row.parts)
    assert bars[0][0] == pytest.approx(0.5, abs=0.1)
    assert sum(wide for _left, wide in bars) == pytest.approx(639, abs=0.6)
    for (left, wide), (following, _wide) in pairwise(bars):
        assert left + wide == pytest.approx(following, abs=0.2)


def test_higher_stages_are_stronger() -> None:
    tones = [Part("x", 20, place / 4).tone for place in range(5)]
    assert tuple(tones) == TONES


def test_the_same_figure_gives_the_same_bytes_and_says_what_it_shows() -> None:
    figure = figure_of(ShareRow("Sens", (Part("bas : 40 %", 40, 0), Part("haut : 60 %", 60, 1))))
    svg = stage_shares_svg(figure)
    assert stage_shares_svg(figure) == svg
    assert 'role="img"' in svg
    assert "Where alliances stand" in svg


@pytest.mark.parametrize(("share", "height"), [(0, 0.5), (101, 0.5), (40, -0.1), (40, 1.1)])
def test_a_part_that_cannot_be_is_refused(share: float, height: float) -> None:
    with pytest.raises(ValueError, match="a share lies"):
        Part("x", share, height)


def test_parts_make_a_whole_and_a_figure_has_rows() -> None:
    with pytest.raises(ValueError, match="100 %"):
        ShareRow("x", (Part("a", 40, 0), Part("b", 40, 1)))
    with pytest.raises(ValueError, match="no row"):
        figure_of()
