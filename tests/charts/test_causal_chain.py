"""A causal chain: every step drawn and told, each in a box of its own, its words inside, nothing written as markup."""

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.charts.drawn import SVG, Box, Drawing

from cordee.charts.causal_chain import CausalChain, Stage, Step, chain_svg, chain_table

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co", "Zs", "Zl", "Zp")), min_size=1)
LINES = st.lists(WORDS.map(lambda word: word[:30]), min_size=1, max_size=12).map(" ".join)
STEPS = st.builds(Step, LINES, st.one_of(st.just(""), LINES))
STAGES = st.lists(
    st.builds(Stage, WORDS.map(lambda word: word[:20]), st.lists(STEPS, max_size=3).map(tuple)), min_size=1, max_size=5
).map(tuple)
WIDTHS = st.sampled_from((260, 300, 520, 900))


def chain(stages: tuple[Stage, ...], title: str = "A path") -> CausalChain:
    return CausalChain(
        id="c",
        title=title,
        lang="en",
        stages=stages,
        assuming="If: ",
        missing="Still to be said",
        headers=("Stage", "Step", "If"),
    )


def frames(drawing: Drawing) -> list[Box]:
    """The outlines of the boxes, read back from their paths."""
    found = []
    for node in drawing.root.iter(f"{SVG}path"):
        if outline := re.fullmatch(r"M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+z", node.attrib["d"]):
            left, top, wide, tall = map(float, outline.groups())
            found.append(Box(left, top, left + wide, top + tall))
    return found


@given(STAGES, WIDTHS)
def test_there_is_a_box_a_step_and_none_touches_another(stages: tuple[Stage, ...], width: int) -> None:
    boxes = frames(Drawing(chain_svg(chain(stages), width=width)))
    assert len(boxes) == sum(max(1, len(stage.steps)) for stage in stages)
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))


@given(STAGES, WIDTHS)
def test_words_stand_inside_their_box_and_never_over_each_other(stages: tuple[Stage, ...], width: int) -> None:
    drawing = Drawing(chain_svg(chain(stages), width=width))
    texts, boxes = drawing.texts(), frames(drawing)
    assert all(text.inside(drawing.view) for text in texts)
    assert not any(one.overlaps(other) for one, other in combinations(texts, 2))
    for text in texts:
        touched = [box for box in boxes if box.overlaps(text)]
        assert len(touched) <= 1
        assert all(text.inside(box) for box in touched)


@given(STAGES)
def test_the_table_and_the_description_tell_every_step(stages: tuple[Stage, ...]) -> None:
    rows = chain_table(chain(stages)).rows
    assert len(rows) == sum(max(1, len(stage.steps)) for stage in stages)
    description = Drawing(chain_svg(chain(stages))).description
    assert description.count("Still to be said") >= sum(not stage.steps for stage in stages)


STORY = (
    Stage("Means", (Step("Two days a month"),)),
    Stage("Activities", (Step("A shared desk", "both teams come"),)),
    Stage("Impact"),
)


def test_stages_stand_side_by_side_when_there_is_room_and_below_each_other_otherwise() -> None:
    wide, narrow = (frames(Drawing(chain_svg(chain(STORY), width=width))) for width in (520, 300))
    assert [box.left for box in wide] == sorted({box.left for box in wide})
    assert {box.left for box in narrow} == {1.0}
    assert "chart-chain-wide" in chain_svg(chain(STORY), width=520)
    assert "chart-chain-narrow" in chain_svg(chain(STORY), width=300)


def test_markup_in_words_is_text() -> None:
    svg = chain_svg(chain((Stage("<b>", (Step("a & b", "<script>"),)),), title="<i>"))
    assert not any(tag in svg for tag in ("<b>", "<script>", "<i>"))
    assert "a &amp; b" in svg


def test_the_printed_drawing_carries_its_colours() -> None:
    printed = chain_svg(chain(STORY), "print", 560)
    assert "class=" not in printed
    assert 'width="560"' in printed


def test_what_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 260"):
        chain_svg(chain(STORY), width=200)
    with pytest.raises(ValueError, match="at least one stage"):
        chain(())
    with pytest.raises(ValueError, match="each with its name"):
        chain((Stage(" "),))
