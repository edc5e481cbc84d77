"""Drawings of our charts pass; whatever runs, calls outside or is not a drawing is refused by name."""

from __future__ import annotations

import pytest

from cordee.charts import AnswerDistribution, DistributionRow, Estimate, IntervalStrip, StripRow, to_svg
from cordee.charts.level_counts import CountedLine, LevelCounts, level_counts_svg
from cordee.charts.network_map import MOST_NAMED, NetworkMap, Node, network_svg
from cordee.core.drawing_check import MOST_CHARACTERS, RefusedDrawing, check_drawing

HEAD = '<svg xmlns="http://www.w3.org/2000/svg"'
FIGURES = [
    IntervalStrip(id="s", title="« Accord » & désaccord", rows=(StripRow("Maires", Estimate(92, 88, 95)),)),
    AnswerDistribution(id="d", title="Deux camps", rows=(DistributionRow("Sens", (1, 0, 2, 0)),)),
]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
@pytest.mark.parametrize("theme", ["page", "print"])
def test_drawings_of_our_charts_pass(figure: AnswerDistribution, theme: str) -> None:
    drawing = to_svg(figure, theme=theme, heading=True) + to_svg(figure, theme=theme, width="narrow")  # type: ignore[arg-type]
    assert check_drawing(drawing) == drawing


@pytest.mark.parametrize(
    ("svg", "why"),
    [
        (f"{HEAD}><script>alert(1)</script></svg>", "element script"),
        (f"{HEAD}><foreignObject/></svg>", "element foreignObject"),
        (f"{HEAD}><style>*{{}}</style></svg>", "element style"),
        (f'{HEAD}><image href="x"/></svg>', "element image"),
        (f'{HEAD}><a href="#"><text>t</text></a></svg>', "element a"),
        (f'{HEAD} onload="x()"/>', "attribute onload"),
        (f'{HEAD}><rect ONCLICK="x()"/></svg>', "attribute ONCLICK"),
        (f'{HEAD}><rect style="x"/></svg>', "attribute style"),
        (f'{HEAD} xmlns:x="http://www.w3.org/1999/xlink"><path x:href="u"/></svg>', "attribute href"),
        (f'{HEAD}><rect fill="url(https://e.org/a)"/></svg>', "attribute fill"),
        (f'{HEAD}><rect fill="JavaScript:x"/></svg>', "attribute fill"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "a declaration"),
        ('<?xml version="1.0"?><svg/>', "a declaration"),
        ("<svg/>", "element svg"),
        ('<p xmlns="http://www.w3.org/1999/xhtml">x</p>', "element p"),
        (f"{HEAD}><g></svg>", "not a drawing"),
        (f"{HEAD}/></all><script/><all>", "not a drawing"),
        (" " * (MOST_CHARACTERS + 1), "too long"),
    ],
)
def test_what_runs_or_calls_outside_is_refused_by_name(svg: str, why: str) -> None:
    with pytest.raises(RefusedDrawing, match=why):
        check_drawing(svg)


def test_a_part_of_the_same_drawing_may_be_named() -> None:
    assert check_drawing(f'{HEAD}><g clip-path="url(#a)"/></svg>')


def test_the_drawings_that_documents_hold_may_all_be_shown() -> None:
    """A chart whose drawing were refused would leave the public page without a word: its table alone would stand."""
    nodes = (Node("a", "Ville", 1), *(Node(f"n{rank}", "Club", None) for rank in range(MOST_NAMED)))
    links = (("n1", "a"), ("a", "n1"), ("n2", "a"))
    line = CountedLine("Besoin", (1, 2, 0, 0, 1), common=1)
    figures = [
        network_svg(NetworkMap(id="few", title="Few", nodes=nodes[:3], links=links[:2]), theme="print"),
        network_svg(NetworkMap(id="many", title="Many", nodes=nodes, links=links), theme="print"),
        level_counts_svg(LevelCounts(id="levels", title="Spread", heads=tuple("12345"), lines=(line,)), theme="print"),
    ]
    assert [check_drawing(svg) for svg in figures] == figures
