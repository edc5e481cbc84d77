"""A decision tree: every branch drawn and told, in room of its own, and nothing written as markup."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cordee.charts.decision_tree import Crossing, DecisionTree, Way, tree_svg, tree_table
from cordee.charts.letters import text_width
from cordee.charts.theme import TINY

HEADERS = ("Question", "Answers", "Leads to")
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=60)
TREES = st.recursive(
    st.builds(Crossing, WORDS, st.lists(st.builds(Way, WORDS, WORDS), min_size=2, max_size=3).map(tuple)),
    lambda inner: st.builds(
        Crossing, WORDS, st.lists(st.builds(Way, WORDS, st.one_of(WORDS, inner)), min_size=2, max_size=3).map(tuple)
    ),
    max_leaves=6,
)
SVG = "{http://www.w3.org/2000/svg}"


def tree(root: Crossing) -> DecisionTree:
    return DecisionTree(id="t", title="A tree", subtitle="From left to right", lang="en", root=root, headers=HEADERS)


def ways(root: Crossing) -> list[Way]:
    deeper = [way for one in root.ways if isinstance(one.to, Crossing) for way in ways(one.to)]
    return [*root.ways, *deeper]


@given(TREES)
def test_every_branch_is_a_row_and_every_end_a_mark(root: Crossing):
    found = ways(root)
    assert len(tree_table(tree(root)).rows) == len(found)
    drawn = ET.fromstring(tree_svg(tree(root)))
    assert len(drawn.findall(f".//{SVG}circle")) == sum(isinstance(way.to, str) for way in found)


@given(TREES)
def test_everything_is_drawn_inside_and_lines_keep_apart(root: Crossing):
    drawn = ET.fromstring(tree_svg(tree(root)))
    wide, tall = (float(one) for one in str(drawn.get("viewBox")).split()[2:])
    places: dict[str, list[float]] = {}
    for text in drawn.iter(f"{SVG}text"):
        x, y = float(str(text.get("x"))), float(str(text.get("y")))
        assert 0 <= x < wide
        assert 0 < y < tall
        places.setdefault(str(text.get("x")), []).append(y)
    for column in places.values():
        ordered = sorted(column)
        assert all(after - before >= TINY for before, after in pairwise(ordered))


def test_words_are_broken_to_their_column():
    long = Crossing("Q", (Way("several words that do not hold on a single line of the drawing", "a"), Way("b", "c")))
    lines = re.findall(r"<text [^>]*>([^<]*)</text>", tree_svg(tree(long)))
    assert all(text_width(line, TINY) <= 180 for line in lines)


def test_markup_in_words_is_text():
    svg = tree_svg(tree(Crossing("<b>?", (Way("a & b", "<script>"), Way("c", "d")))))
    assert "<b>" not in svg
    assert "<script>" not in svg
    assert "a &amp; b" in svg


def test_the_printed_drawing_carries_its_colours():
    root = Crossing("Ready?", (Way("yes", "go"), Way("no", "wait")))
    assert "class=" not in tree_svg(tree(root), "print")
    assert "#" in tree_svg(tree(root), "print")
