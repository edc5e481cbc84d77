"""A figure ready for a page: one drawing for each width, its own numbers as a table, texts escaped."""

from collections.abc import Callable

from cordee.apps.ui.figures import drawn
from cordee.charts.figures import IntervalStrip, StripRow
from cordee.charts.readings import Estimate


def strip(title: str = "Tous d’accord") -> IntervalStrip:
    return IntervalStrip(id="s", title=title, note="Une note", rows=(StripRow("Maires <b>", Estimate(92, 88, 95)),))


def test_one_drawing_for_a_phone_and_one_for_a_desk() -> None:
    figure = drawn(strip())
    assert figure.svg.count("<svg") == 2
    assert figure.svg.index("chart-narrow") < figure.svg.index("chart-wide")
    assert drawn(strip(), widths=(320,)).svg.count("<svg") == 1


def test_the_table_holds_the_same_numbers() -> None:
    figure = drawn(strip())
    assert len(figure.headers) == len(figure.rows[0]) == 3
    assert figure.rows[0][0] == "Maires <b>"
    assert figure.rows[0][1].startswith("92")


def test_the_component_shows_title_drawing_note_and_table(draw: Callable[..., str]) -> None:
    html = draw(
        '<c-figure :figure="figure" csv-href="/f.csv" level="2">Source</c-figure>', figure=drawn(strip("A < B"))
    )
    assert '<h2 class="figure-title">A &lt; B</h2>' in html
    assert "Une note" in html
    assert "Source" in html
    assert 'href="/f.csv"' in html
    assert "<caption>A &lt; B</caption>" in html
    assert "<b>" not in html


def test_a_page_that_wrote_the_title_can_leave_it_out(draw: Callable[..., str]) -> None:
    assert "figcaption" not in draw('<c-figure :figure="figure" :bare="True" />', figure=drawn(strip()))
