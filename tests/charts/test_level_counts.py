"""Judgements counted by level: a dot for each partner, nothing outside the frame, no name over another."""

import xml.etree.ElementTree as ET
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.charts.drawn import Drawing

from cordee.charts.level_counts import CountedLine, LevelCounts, level_counts_svg

SVG = "{http://www.w3.org/2000/svg}"
HEADS = ("1 · À construire", "2 · En chemin", "3 · Solide", "4 · Solide et éprouvé", "Pas encore jugeable")
COUNT = st.integers(0, 40)
LINES = st.builds(
    CountedLine,
    st.text(st.characters(codec="latin-1", categories=["L", "Zs"]), min_size=1, max_size=90).filter(str.strip),
    st.tuples(COUNT, COUNT, COUNT, COUNT, COUNT),
    st.one_of(st.none(), st.integers(0, 4)),
)


def figure_of(*lines: CountedLine) -> LevelCounts:
    return LevelCounts(id="levels", title="How judgements spread", heads=HEADS, lines=lines)


@settings(max_examples=40, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=6), st.sampled_from(["narrow", "wide"]))
def test_each_partner_is_a_dot_inside_and_no_two_texts_touch(lines: list[CountedLine], width: str) -> None:
    drawing = Drawing(level_counts_svg(figure_of(*lines), width))
    discs = list(drawing.root.iter(f"{SVG}circle"))
    assert len(discs) == sum(sum(line.counts) for line in lines)
    for disc in discs:
        x, y, r = (float(disc.attrib[key]) for key in ("cx", "cy", "r"))
        assert r <= x <= drawing.view.right - r
        assert r <= y <= drawing.view.bottom - r
    texts = drawing.texts()
    assert all(text.inside(drawing.view) for text in texts)
    assert not [(one.what, other.what) for one, other in combinations(texts, 2) if one.overlaps(other)]


def test_what_all_said_is_framed_and_the_dots_of_its_column_stand_in_the_frame() -> None:
    root = ET.fromstring(level_counts_svg(figure_of(CountedLine("Besoin", (0, 3, 0, 0, 0), common=1))))
    (frame,) = root.iter(f"{SVG}rect")
    left, top, wide, tall = (float(frame.attrib[key]) for key in ("x", "y", "width", "height"))
    for disc in root.iter(f"{SVG}circle"):
        assert left < float(disc.attrib["cx"]) < left + wide
        assert top < float(disc.attrib["cy"]) < top + tall


def test_questions_stay_in_the_order_given_and_the_same_figure_gives_the_same_bytes() -> None:
    lines = (CountedLine("Zone", (0, 0, 0, 3, 0)), CountedLine("Accueil", (3, 0, 0, 0, 0)))
    svg = level_counts_svg(figure_of(*lines))
    assert svg.index("Zone") < svg.index("Accueil")
    assert level_counts_svg(figure_of(*lines)) == svg


@pytest.mark.parametrize(("counts", "common"), [((0, 0, -1, 0, 0), None), ((1, 0, 0, 0, 0), 5)])
def test_what_cannot_be_is_refused(counts: tuple[int, int, int, int, int], common: int | None) -> None:
    with pytest.raises(ValueError, match="counts"):
        CountedLine("Besoin", counts, common)


def test_a_figure_without_a_line_is_refused() -> None:
    with pytest.raises(ValueError, match="nobody judged"):
        figure_of()
