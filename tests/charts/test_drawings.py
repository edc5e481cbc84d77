"""Every drawing: well formed, accessible, within its frame, without collision, the same each time."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.charts.drawn import SVG, Drawing
from tests.charts.given import ANSWERS, BY_HAND, DOTS, GAPS, ONE_SERIES, STRIP, figures

import cordee.charts
from cordee.charts import (
    AnyFigure,
    Estimate,
    FacetDotPlot,
    FacetRow,
    IntervalStrip,
    Missing,
    Radar,
    StripRow,
    Width,
    to_svg,
)
from cordee.charts.palette import LIGHT

WIDTHS: tuple[Width, ...] = ("wide", "narrow", 330, 420, 900)
every_figure = pytest.mark.parametrize("figure", BY_HAND, ids=lambda figure: figure.id)
every_width = pytest.mark.parametrize("width", WIDTHS)
thorough = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@every_figure
@every_width
def test_is_an_image_with_title_and_description(figure: AnyFigure, width: Width) -> None:
    drawing = Drawing(to_svg(figure, width=width))
    assert drawing.root.attrib["role"] == "img"
    named = drawing.root.attrib["aria-labelledby"].split()
    assert named == [node.attrib["id"] for node in drawing.root[:2]]
    assert [node.tag for node in drawing.root[:2]] == [f"{SVG}title", f"{SVG}desc"]
    assert drawing.title == figure.title
    assert len(drawing.description) > 40
    assert drawing.root.attrib["lang"] == figure.lang


@every_figure
def test_ids_differ_between_figures_and_widths_of_one_page(figure: AnyFigure) -> None:
    ids = [name for width in WIDTHS for name in Drawing(to_svg(figure, width=width)).ids]
    assert len(ids) == len(set(ids)) == 2 * len(WIDTHS)
    assert all(name.startswith(figure.id) for name in ids)


@every_figure
@every_width
@pytest.mark.parametrize("theme", ["page", "print"])
def test_needs_no_style_and_no_script(figure: AnyFigure, width: Width, theme: str) -> None:
    drawing = Drawing(to_svg(figure, width=width, theme=theme))
    tags = {node.tag.removeprefix(SVG) for node in drawing.root.iter()}
    assert tags <= {"svg", "title", "desc", "g", "text", "path", "rect", "circle"}
    attributes = {name for node in drawing.root.iter() for name in node.attrib}
    assert not [name for name in attributes if name == "style" or name.startswith("on") or "href" in name]
    assert not [name for name in attributes if name == "transform"]  # places are read as they are written


@given(figure=figures, width=st.sampled_from(WIDTHS), heading=st.booleans())
@thorough
def test_no_text_leaves_the_frame_or_touches_another(figure: AnyFigure, width: Width, heading: bool) -> None:
    drawing = Drawing(to_svg(figure, width=width, heading=heading))
    texts = drawing.texts()
    assert texts
    outside = [box for box in texts if not box.inside(drawing.view)]
    assert not outside
    touching = [(a.what, b.what) for i, a in enumerate(texts) for b in texts[:i] if a.overlaps(b)]
    assert not touching


@given(figure=figures, width=st.sampled_from(WIDTHS))
@thorough
def test_no_mark_leaves_the_frame_or_covers_a_text(figure: AnyFigure, width: Width) -> None:
    drawing = Drawing(to_svg(figure, width=width))
    texts = drawing.texts(without="chart-halo")  # graduations inside a radar may pass near a mark
    for role in ("vision", "action", "means", "accent", "plain"):
        for large in (True, False):
            for mark in drawing.marks(role, large=large):
                assert mark.inside(drawing.view)
                assert not [box.what for box in texts if box.overlaps(mark)]


@given(figure=figures, width=st.sampled_from(WIDTHS))
@thorough
def test_every_label_is_written_whole(figure: AnyFigure, width: Width) -> None:
    written = _letters("".join(Drawing(to_svg(figure, width=width)).words))
    names = figure.axes if isinstance(figure, Radar) else [row.label for row in figure.rows]
    for name in names:
        assert _letters(name) in written


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


@every_figure
def test_smallest_text_measures_twelve_pixels_on_a_phone(figure: AnyFigure) -> None:
    drawing = Drawing(to_svg(figure, width="narrow"))
    assert min(drawing.font_sizes()) >= 12
    assert drawing.view.right <= 280  # a phone of 320 px leaves as much between its margins


@every_figure
def test_stretches_in_the_page_and_has_a_size_in_print(figure: AnyFigure) -> None:
    page, printed = (Drawing(to_svg(figure, theme=theme)).root.attrib for theme in ("page", "print"))
    assert page["width"] == "100%"
    assert "height" not in page
    _, _, width, height = printed["viewBox"].split()
    assert (printed["width"], printed["height"]) == (width, height)


@every_figure
def test_print_has_literal_colours_and_no_class(figure: AnyFigure) -> None:
    source = to_svg(figure, theme="print")
    assert "currentColor" not in source
    assert "class=" not in source
    colours = {part for part in source.split('"') if part.startswith("#")}
    assert colours <= set(LIGHT.values())
    assert "Instrument Sans" in source


def test_every_class_is_documented_and_every_documented_class_is_used() -> None:
    used: set[str] = set()
    for figure in BY_HAND:
        for width in ("wide", "narrow"):
            used |= Drawing(to_svg(figure, width=width, heading=True)).classes()
    documentation = cordee.charts.__doc__ or ""
    assert used == set(re.findall(r"`(chart[a-z-]*)`", documentation))


@every_figure
def test_text_follows_the_colour_of_the_page(figure: AnyFigure) -> None:
    drawing = Drawing(to_svg(figure, heading=True))
    for group in drawing.groups:
        if group.find(f"{SVG}text") is not None:
            assert group.attrib["fill"] == "currentColor"
            on_colour = group.attrib["class"] == "chart-card"
            assert ("color" in group.attrib) == on_colour


def test_text_is_escaped() -> None:
    figure = FacetDotPlot(
        id="f",
        title="</title><script>alert(1)</script>",
        rows=(FacetRow("<b>&amp;", Missing("a < b & c"), Missing("x"), Missing("x")),),
    )
    source = to_svg(figure, heading=True)
    assert "<script" not in source
    assert "<b>" not in source
    drawing = Drawing(source)
    assert drawing.title == figure.title
    assert "<b>&amp;" in drawing.words


def test_forbidden_characters_are_dropped() -> None:
    row = StripRow("a\x00b\x1b\ufffe c\n\td", Estimate(5))
    drawing = Drawing(to_svg(IntervalStrip(id="f", title="t\x00", rows=(row,))))
    assert "ab c d" in drawing.words
    assert drawing.title == "t"


@pytest.mark.parametrize("figure", [DOTS, GAPS, STRIP, ANSWERS], ids=lambda figure: figure.id)
def test_labels_stand_beside_when_wide_and_above_on_a_phone(figure: AnyFigure) -> None:
    label = figure.rows[0].label  # type: ignore[union-attr]
    for width, beside in (("wide", True), ("narrow", False)):
        drawing = Drawing(to_svg(figure, width=width))
        (box,) = [box for box in drawing.texts() if box.what == label]
        grid = next(group for group in drawing.groups if group.attrib.get("class") in ("chart-line", "chart-axis"))
        first = float((grid[0].attrib["d"]).split()[0].removeprefix("M"))
        assert (box.right < first) == beside


@every_figure
def test_heading_adds_title_subtitle_and_note(figure: AnyFigure) -> None:
    bare, headed = (Drawing(to_svg(figure, heading=heading)) for heading in (False, True))
    assert headed.view.bottom > bare.view.bottom
    added = _letters("".join(headed.words))
    for text in (figure.title, figure.subtitle, figure.note):
        assert _letters(text) in added
    assert _letters(figure.title) not in _letters("".join(bare.words))


def test_refuses_a_width_that_cannot_be_read() -> None:
    with pytest.raises(ValueError, match="at least 260"):
        to_svg(ONE_SERIES, width=200)


def test_same_bytes_in_another_process_with_another_hash_seed() -> None:
    script = (
        "import hashlib; from tests.charts.given import BY_HAND; from cordee.charts import to_svg, to_csv;"
        "t = ''.join(to_svg(f, width=w) + to_csv(f) for f in BY_HAND for w in ('wide', 'narrow'));"
        "print(hashlib.sha256(t.encode()).hexdigest())"
    )
    root = Path(__file__).parents[2]
    runs = {
        subprocess.run(
            [sys.executable, "-c", script], cwd=root, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


@given(figure=figures)
@settings(max_examples=40, deadline=None)
def test_drawing_twice_gives_the_same_bytes(figure: AnyFigure) -> None:
    assert to_svg(figure) == to_svg(figure)


def test_imports_nothing_but_the_standard_library() -> None:
    folder = Path(cordee.charts.__file__).parent
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            for name in names:
                assert name.startswith("cordee.charts") or name.split(".")[0] in sys.stdlib_module_names, (path, name)
