"""The map of a network: nodes and names inside the frame and apart, links told without colour, the same every time."""

import time
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.charts.drawn import Drawing

from cordee.charts.network_map import NetworkMap, Node, network_svg

SVG = "{http://www.w3.org/2000/svg}"
NAMES = st.text(st.characters(codec="latin-1", categories=["L", "Nd", "Zs"]), min_size=1, max_size=60).filter(str.strip)


@st.composite
def maps(draw: st.DrawFn) -> NetworkMap:
    count = draw(st.integers(1, 70))
    nodes = tuple(
        Node(f"n{rank:03}", draw(NAMES), draw(st.one_of(st.none(), st.integers(0, 30)))) for rank in range(count)
    )
    keys = st.sampled_from([node.key for node in nodes])
    links = (
        draw(st.sets(st.tuples(keys, keys).filter(lambda pair: pair[0] != pair[1]), max_size=30))
        if count > 1
        else set()
    )
    return NetworkMap(id="map", title="Who relies on whom", nodes=nodes, links=tuple(sorted(links)))


def big(count: int) -> NetworkMap:
    nodes = tuple(Node(f"n{rank:03}", f"Organisation {rank}", rank % 7) for rank in range(count))
    links = tuple(
        (f"n{rank:03}", f"n{(rank * 7 + 1) % count:03}") for rank in range(count) if rank != (rank * 7 + 1) % count
    )
    return NetworkMap(id="map", title="Two hundred", nodes=nodes, links=links)


@settings(max_examples=40, deadline=None)
@given(maps(), st.sampled_from(["narrow", "wide"]))
def test_everything_stands_inside_and_no_two_names_touch(figure: NetworkMap, width: str) -> None:
    drawing = Drawing(network_svg(figure, width))
    for circle in drawing.root.iter(f"{SVG}circle"):
        x, y, r = (float(circle.attrib[key]) for key in ("cx", "cy", "r"))
        assert x - r >= 0
        assert x + r <= drawing.view.right
        assert y - r >= 0
        assert y + r <= drawing.view.bottom
    texts = drawing.texts()
    assert all(text.inside(drawing.view) for text in texts)
    assert not [(one.what, other.what) for one, other in combinations(texts, 2) if one.overlaps(other)]


@settings(max_examples=20, deadline=None)
@given(maps())
def test_every_node_is_a_disc_and_the_same_figure_gives_the_same_bytes(figure: NetworkMap) -> None:
    svg = network_svg(figure)
    assert len(list(ET.fromstring(svg).iter(f"{SVG}circle"))) == len(figure.nodes)
    assert network_svg(figure) == svg


def test_up_to_forty_have_their_name_and_the_others_a_number() -> None:
    assert "Organisation 39" in Drawing(network_svg(big(40))).words
    assert sorted(map(int, Drawing(network_svg(big(41))).words)) == list(range(1, 42))


def test_both_ways_is_one_thick_line_and_one_way_is_an_arrow() -> None:
    nodes = (Node("a", "A", 1), Node("b", "B", 1), Node("c", "C", None))
    figure = NetworkMap(id="m", title="t", nodes=nodes, links=(("a", "b"), ("b", "a"), ("a", "c")))
    paths = [str(path.get("d")) for path in ET.fromstring(network_svg(figure)).iter(f"{SVG}path")]
    assert sorted(path.count("L") for path in paths) == [0, 2]


def test_two_hundred_are_drawn_within_a_second() -> None:
    began = time.perf_counter()
    drawing = Drawing(network_svg(big(200)))
    assert time.perf_counter() - began < 1
    discs = [(float(one.attrib["cx"]), float(one.attrib["cy"])) for one in drawing.root.iter(f"{SVG}circle")]
    nearest = min((ax - bx) ** 2 + (ay - by) ** 2 for (ax, ay), (bx, by) in combinations(discs, 2))
    assert nearest > 26**2


def test_names_are_text_and_print_carries_its_colours() -> None:
    figure = NetworkMap(id="m", title="<b>", nodes=(Node("a", "<script>", None),), links=())
    assert "<script>" not in network_svg(figure)
    assert "class=" not in network_svg(figure, theme="print")


def test_a_link_to_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="links join nodes that are there"):
        NetworkMap(id="m", title="t", nodes=(Node("a", "A", None),), links=(("a", "z"),))
