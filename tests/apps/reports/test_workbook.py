"""The workbook opened again: the same figures as the report, numbers as numbers, texts that stay texts."""

from datetime import datetime, time
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.apps.reports import building

from cordee.apps.reports.sheets import sheets_of
from cordee.apps.reports.workbook import to_xlsx
from cordee.charts.numbers import Lang

NAMES = {
    "fr": ["Synthèse", "Approches", "Questions", "Prochains pas", "Règles"],
    "en": ["Summary", "Approaches", "Questions", "Next steps", "Rules"],
}
FORMULAS = ["=1+1", "+1", "-1+2", "@SUM(A1)", '=HYPERLINK("http://example.org","x")', "\t=1", "=cmd|' /C calc'!A0"]


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content))


def rows(page: Any) -> list[dict[str, Any]]:
    """The rows of a sheet, by the headings of their columns."""
    heads, *body = page.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in body]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_sheets_are_named_in_the_language(lang: Lang) -> None:
    assert opened(to_xlsx(building.report(lang=lang))).sheetnames == NAMES[lang]


def test_every_score_is_there_as_a_number_in_full() -> None:
    report = building.report(lang="en")
    found = {row["Identifier"]: row for row in rows(opened(to_xlsx(report))["Approaches"])}
    assert len(found) == 7
    for axis in report.axes:
        row, reading = found[axis.view.id], axis.reading
        for name, estimate in (
            ("Vision", reading.facets["vision"]),
            ("Action", reading.facets["action"]),
            ("Means", reading.facets["means"]),
            ("Maturity", reading.maturity),
            ("Coherence", reading.coherence),
        ):
            expected = None if estimate.value is None else pytest.approx(estimate.value, abs=1e-12)
            assert row[name] == expected, (axis.view.id, name)
        assert (row["Stage"] or "") == axis.view.stage
        assert (row["Questions with a level"], row["Questions asked"]) == (reading.answered, reading.asked)
    assert found["coherence"]["Maturity"] == pytest.approx(8 / 3)
    assert found["meaning"]["Why there is no value"] == "One of the three facets has no answer."


def test_intervals_have_columns_of_their_own_when_there_are_some() -> None:
    report = building.of_several("en")
    row = rows(opened(to_xlsx(report))["Approaches"])[0]
    maturity = report.axes[0].reading.maturity
    assert row["Maturity, lower bound"] == pytest.approx(maturity.lower)
    assert row["Maturity, upper bound"] == pytest.approx(maturity.upper)
    assert "Maturity, lower bound" not in rows(opened(to_xlsx(building.report(lang="en")))["Approaches"])[0]


def test_every_question_has_its_answer_or_its_reason_and_its_evidence() -> None:
    evidence = {"clarity.roles.means": "Lettre de mission signée"}
    found = {
        row["Identifier"]: row
        for row in rows(opened(to_xlsx(building.report(lang="en", given=building.express(evidence))))["Questions"])
    }
    assert len(found) == 21
    assert found["clarity.roles.means"]["Level"] == 1
    assert found["clarity.roles.means"]["In your words"] == "Lettre de mission signée"
    unknown = found["meaning.commitment.action"]
    assert unknown["Level"] is None
    assert unknown["Name of the level, or why there is none"] == "I don’t know"


def test_several_people_are_counted_level_by_level() -> None:
    report = building.of_several("en")
    for row, item in zip(rows(opened(to_xlsx(report))["Questions"]), report.items, strict=True):
        assert [row[f"At level {level}"] for level in range(5)] == list(item.reading.distribution.counts)
        assert row["Score"] == pytest.approx(item.reading.score.value)


def test_next_steps_say_what_the_page_says() -> None:
    report = building.report(lang="en")
    found = rows(opened(to_xlsx(report))["Next steps"])
    assert [row["Rank"] for row in found] == [1, 2, 3]
    for row, step in zip(found, report.told.steps, strict=True):
        assert (row["Next step"], row["Why you"], row["Caution"]) == (step.name, step.why, step.contraindication)
        assert row["This advice would go away"] == "\n".join(step.removals)


def test_without_a_step_the_sheet_says_so() -> None:
    found = rows(opened(to_xlsx(building.report(given=building.nothing())))["Prochains pas"])
    assert len(found) == 1
    assert found[0]["Prochain pas"].startswith("Aucun conseil")


def test_the_rules_are_numbers_and_the_release_is_named() -> None:
    report = building.report(lang="en")
    found = rows(opened(to_xlsx(report))["Rules"])
    values = {row["Identifier"]: row["Value"] for row in found}
    for rule in report.rules:
        assert values[rule.id] == pytest.approx(rule.value)
    assert values["alliances"] == report.release.version
    assert report.release.sha256 in [row["What it means"] for row in found]


def test_the_day_is_a_day() -> None:
    found = {row["Rubrique"]: row["Contenu"] for row in rows(opened(to_xlsx(building.report()))["Synthèse"])}
    assert found["Date de la lecture"] == datetime.combine(building.DAY, time())
    assert found["Ce qui ressort"] == building.report().told.headline


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula(text: str) -> None:
    page = opened(to_xlsx(building.report(given=building.express(text))))["Questions"]
    cells = [cell for row in page.iter_rows() for cell in row if cell.value is not None]
    assert [cell for cell in cells if cell.data_type == "f"] == []
    assert [cell.value for cell in cells].count(text) == 21


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_words_come_back_as_they_were_written(text: str) -> None:
    page = opened(to_xlsx(building.report(given=building.express(text))))["Questions"]
    assert {row["Ce que vous en dites"] for row in rows(page)} == {text}


def test_headings_stay_in_sight_and_the_file_says_what_it_is() -> None:
    report = building.report()
    book = opened(to_xlsx(report))
    for sheet in sheets_of(report):
        page = book[sheet.name]
        assert page.freeze_panes == f"{'ABCD'[sheet.frozen]}2"
        assert page.auto_filter.ref is not None
        assert page.column_dimensions["A"].width > 5
        assert page.page_setup.orientation == "landscape"
        assert page.print_title_rows == "$1:$1"
    assert book.properties.title == "Diagnostic de maturité, forme express, 23 novembre 2026"
    assert book.properties.subject == report.told.headline
    assert report.release.sha256 in book.properties.description


def test_facets_have_their_colours() -> None:
    page = opened(to_xlsx(building.report()))["Approches"]
    assert [page.cell(1, column).font.color.rgb for column in (2, 3, 4)] == ["FF2559B0", "FFD13F2A", "FF1F7A55"]


def test_hidden_evidence_is_nowhere_in_the_file() -> None:
    report = building.report(given=building.express("Preuve cachée"), for_owner=False, shows_evidence=False)
    cells = [cell for sheet in opened(to_xlsx(report)) for row in sheet.values for cell in row]
    assert len(cells) > 200
    assert not any("Preuve cachée" in str(cell) for cell in cells)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert to_xlsx(building.report("full")) == to_xlsx(building.report("full"))
