"""The drawing, its description, the table and the CSV say the same numbers, all of them."""

import csv
import io

import pytest
from hypothesis import given, settings
from tests.charts.drawn import Drawing
from tests.charts.given import ANSWERS, BY_HAND, DOTS, GAPS, INTERVALS, ONE_SERIES, STRIP, figures

from cordee.charts import (
    AnswerDistribution,
    AnyFigure,
    DistributionRow,
    Estimate,
    FacetDotPlot,
    FacetRow,
    GapBars,
    IntervalStrip,
    Missing,
    Radar,
    Reading,
    RegionFigure,
    describe,
    to_csv,
    to_svg,
    to_table,
)
from cordee.charts.letters import clean
from cordee.charts.numbers import DASH, NARROW_SPACE, format_number
from cordee.charts.phrases import value_text

every_figure = pytest.mark.parametrize("figure", BY_HAND, ids=lambda figure: figure.id)


def readings(figure: AnyFigure) -> list[Reading]:
    """Every reading of a figure, in the order of its CSV."""
    match figure:
        case FacetDotPlot():
            return [reading for row in figure.rows for _, reading in row.readings]
        case Radar():
            return [series.readings[axis] for axis in range(len(figure.axes)) for series in figure.series]
        case GapBars():
            return [row.gap for row in figure.rows]
        case IntervalStrip() | RegionFigure():
            return [row.reading for row in figure.rows]
        case AnswerDistribution():
            return []


def lines_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@given(figure=figures)
@settings(max_examples=100, deadline=None)
def test_every_value_is_in_the_drawing_the_description_and_the_table(figure: AnyFigure) -> None:
    drawn = Drawing(to_svg(figure)).words
    said = describe(figure)
    cells = " ".join(cell for row in to_table(figure).rows for cell in row)
    for text in written_values(figure):
        assert text in drawn
        assert text in said
        assert text in cells


def written_values(figure: AnyFigure) -> list[str]:
    if isinstance(figure, AnswerDistribution):
        counts = [count for row in figure.rows if row.answers for count in row.counts]
        return [format_number(count, figure.lang, 0) for count in counts]
    signed = isinstance(figure, GapBars)
    return [
        value_text(reading, figure.scale, figure.lang, signed=signed)
        for reading in readings(figure)
        if isinstance(reading, Estimate)
    ]


@given(figure=figures)
@settings(max_examples=100, deadline=None)
def test_csv_reads_back_the_very_same_numbers(figure: AnyFigure) -> None:
    lines = lines_of(to_csv(figure))
    if isinstance(figure, AnswerDistribution):
        for row, line in zip(figure.rows, lines, strict=True):
            levels = [line[f"level_{level}"] for level in range(len(row.counts))]
            assert [*levels, line["dont_know"], line["not_applicable"]] == [
                str(count) for count in (*row.counts, row.dont_know, row.not_applicable)
            ]
            assert line["median"] == ("" if row.median is None else str(row.median))
        return
    for reading, line in zip(readings(figure), lines, strict=True):
        if isinstance(reading, Missing):
            assert (line["value"], line["lower"], line["upper"]) == ("", "", "")
            assert line["missing"] == reading.reason
        else:
            assert float(line["value"]) == reading.value
            bounds = (float(line["lower"]), float(line["upper"])) if line["lower"] else (reading.value,) * 2
            assert bounds == reading.bounds


@every_figure
def test_csv_follows_rfc_4180(figure: AnyFigure) -> None:
    text = to_csv(figure)
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert len({len(row) for row in csv.reader(io.StringIO(text, newline=""))}) == 1


def test_csv_quotes_and_defuses_formulas() -> None:
    row = FacetRow('=HYPERLINK("x"), a', Estimate(1), Missing("+reason"), Missing("x"), remark="line\nbreak")
    first, second, _ = lines_of(to_csv(FacetDotPlot(id="f", title="t", rows=(row,))))
    assert first["row"] == '\'=HYPERLINK("x"), a'
    assert first["remark"] == "line\nbreak"
    assert second["missing"] == "'+reason"


@every_figure
def test_table_is_rectangular_with_a_caption(figure: AnyFigure) -> None:
    table = to_table(figure)
    assert table.caption == figure.title
    assert {len(row) for row in table.rows} == {len(table.headers)}
    assert all(header.strip() for header in table.headers)
    assert all(cell for row in table.rows for cell in row[:-1])


def test_facet_table_in_french() -> None:
    table = to_table(DOTS)
    assert table.headers == ("Axe", "Vision", "Action", "Moyens", "Remarque")
    assert table.rows[0] == ("Mesure des impacts", "3,3", "1,8", "1,0", "vision sans moyens")
    assert table.rows[2] == ("Clarté", "2,3", "sans valeur (moins de 3 répondants)", "0,0", "")


def test_facet_table_in_english_with_intervals() -> None:
    table = to_table(INTERVALS)
    assert table.headers == ("Axis", "Vision", "Action", "Means")
    assert table.rows[0] == ("Meaning", "3.4 (2.9 to 3.8)", "2.9 (2.2 to 3.5)", "2.1 (1.6 to 2.7)")


def test_distribution_table() -> None:
    table = to_table(ANSWERS)
    assert table.headers[1:6] == ("0 – absent", "1 – émergent", "2 – structuré", "3 – partagé", "4 – moteur")
    assert table.rows[0][1:9] == ("7", "4", "0", "2", "8", "3", "1", "1")
    assert table.rows[1][8] == DASH
    assert table.rows[2][1] == f"1{NARROW_SPACE}234"


def test_gap_table_says_which_stand_out() -> None:
    rows = {row[0]: row for row in to_table(GAPS).rows}
    assert rows["Équilibre"] == ("Équilibre", "+1,2", "+0,5 à +1,9", "oui", "angle mort possible")
    assert rows["Gouvernance"][1:4] == ("+0,2", "−0,4 à +0,8", "non")
    assert rows["Clarté"][1:4] == ("+2,0", DASH, "non")
    assert rows["Compétences"][1] == "sans valeur (cercle masqué)"


def test_strip_table() -> None:
    rows = to_table(STRIP).rows
    assert rows[0] == ("Citoyens", f"74{NARROW_SPACE}%", f"71 à 77{NARROW_SPACE}%")
    assert rows[2] == ("Associations", f"97{NARROW_SPACE}%", DASH)


def test_row_name_of_the_caller_heads_the_table() -> None:
    strip = IntervalStrip(id="s", title="t", rows=STRIP.rows, row_name="Région")
    assert to_table(strip).headers[0] == "Région"


def test_description_of_a_dot_plot_begins_with_what_matters() -> None:
    said = describe(DOTS).replace(NARROW_SPACE, " ")
    assert said.startswith(
        "Graphique à points, 4 lignes, échelle de 0 à 4. "
        "Écart le plus large : Mesure des impacts, de moyens 1,0 à vision 3,3. "
        "Mesure des impacts : vision 3,3 ; action 1,8 ; moyens 1,0 ; vision sans moyens."
    )
    assert "Clarté : vision 2,3 ; action sans valeur (moins de 3 répondants) ; moyens 0,0." in said
    assert "intervalles" not in said


def test_description_in_english_points_to_the_intervals() -> None:
    said = describe(INTERVALS)
    assert said.startswith("Dot plot, 2 rows, scale from 0 to 4. Widest gap: Meaning, from means 2.1 to vision 3.4.")
    assert said.endswith("The intervals are in the table.")


def test_description_when_nothing_differs() -> None:
    flat = FacetRow("a", Estimate(2), Estimate(2), Estimate(2))
    assert "Aucun écart entre vision, action et moyens." in describe(FacetDotPlot(id="f", title="t", rows=(flat,)))
    alone = FacetRow("a", Estimate(2), Missing("x"), Missing("x"))
    assert "cart" not in describe(FacetDotPlot(id="f", title="t", rows=(alone,)))


def test_description_of_gaps_names_the_clear_ones_and_the_rule() -> None:
    said = describe(GAPS).replace(NARROW_SPACE, " ")
    assert "Écarts nets : Équilibre (+1,2) ; Valorisation (−1,1)." in said
    assert "Un écart est net s’il atteint 1 et si son intervalle ne contient pas zéro." in said
    quiet = GapBars(id="g", title="t", lang="en", rows=GAPS.rows[:1])
    assert "No clear gap." in describe(quiet)


def test_description_of_answers_counts_and_gives_the_median() -> None:
    said = describe(ANSWERS).replace(NARROW_SPACE, " ")
    assert "0 = absent ; 1 = émergent" in said
    assert "Clarté : niveaux 0 à 4 : 7, 4, 0, 2, 8 ; médiane 1 ; ne sait pas 3 ; sans objet 1" in said
    assert "Sens : aucune réponse sur l’échelle ; ne sait pas 12." in said


def test_description_of_values_gives_intervals_and_reference() -> None:
    said = describe(STRIP).replace(NARROW_SPACE, " ")
    assert "Ensemble : 70 %." in said
    assert "Citoyens : 74 % (71 à 77 %)." in said
    assert "Corse : sans valeur (moins de 30 réponses)." in said


def test_description_of_one_series() -> None:
    assert "Means: Your alliance no value (too few answers)." in describe(ONE_SERIES)


@every_figure
def test_description_is_one_clean_line(figure: AnyFigure) -> None:
    said = describe(figure)
    assert clean(said) == said
    assert ".." not in said


def test_large_counts_are_grouped_by_language() -> None:
    row = DistributionRow("a", (1234, 0))
    for lang, text in (("fr", f"1{NARROW_SPACE}234"), ("en", "1,234")):
        figure = AnswerDistribution(id="f", title="t", lang=lang, rows=(row,))  # type: ignore[arg-type]
        assert text in Drawing(to_svg(figure)).words
        assert text in describe(figure)
