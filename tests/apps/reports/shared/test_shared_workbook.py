"""The workbook of a 360°: its sheets, what an empty one says, and texts that stay texts."""

from datetime import datetime, time
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from tests.apps.campaigns.reading_together import group, table
from tests.apps.reports.shared import sharing
from tests.apps.reports.shared.sharing import AGREED

from cordee.apps.campaigns.models import Regime
from cordee.apps.campaigns.stored_layers import StoredLayers
from cordee.apps.reports.shared.model import SharedReport
from cordee.apps.reports.shared.workbook import to_xlsx
from cordee.charts.numbers import Lang
from cordee.core.change import Change
from cordee.core.disclosure import PublishedWord
from cordee.core.trend import AxisChange, ScopeChange, Trend

NAMES = {
    "fr": [
        *("Synthèse", "Confidentialité", "Approches", "Questions", "Regards croisés", "Accord", "Organisations"),
        *("Personnes", "Consensus", "Cercles mis à part", "Prochains pas", "Mots écrits", "Règles"),
    ],
    "en": [
        *("Summary", "Confidentiality", "Approaches", "Questions", "Crossed views", "Agreement", "Organisations"),
        *("People", "Consensus", "Circles set apart", "Next steps", "Written words", "Rules"),
    ],
}


def opened(report: SharedReport) -> Any:
    return openpyxl.load_workbook(BytesIO(to_xlsx(report)))


def rows(page: Any) -> list[dict[str, Any]]:
    heads, *body = page.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in body]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_sheets_are_named_in_the_language(lang: Lang) -> None:
    assert opened(sharing.example(lang)).sheetnames == NAMES[lang]


def test_nothing_shown_keeps_the_reasons_and_the_rules() -> None:
    book = opened(sharing.report(table(group("teams", 3, (3, 2, 1))), "en"))
    assert book.sheetnames == ["Summary", "Confidentiality", "Rules"]
    said = [row["Content"] for row in rows(book["Confidentiality"])]
    assert any("3 answers; it takes 5" in line for line in said)


def test_a_sheet_that_may_hold_nothing_says_why() -> None:
    report = sharing.example("en")
    book, layers = opened(report), report.told.layers
    for name, why in (
        ("Organisations", layers.organisations_note),
        ("People", layers.individuals_note),
        ("Consensus", layers.consensus_note),
        ("Written words", "No written words may be shown."),
    ):
        (row,) = list(book[name].iter_rows(min_row=2, values_only=True))
        assert row[1] == why
        assert set(row) - {why} == {None}


def test_signed_answers_fill_people_and_organisations() -> None:
    read = table({**group("steering", 2, (4, 3, 3)), **group("teams", 2, (2, 2, 1), "club")})
    homes = {"town": "Commune du Val", "club": "Club des jeunes"}
    stored = sharing.signed_layers(read, homes)
    book = opened(sharing.report(read, "en", regime=Regime.ATTRIBUTED, stored=stored, organisations=homes))
    organisations = [row for row in rows(book["Organisations"]) if row["Approach"] == "Clarity"]
    assert [(row["Organisation"], row["Vision"], row["Means"]) for row in organisations] == [
        ("Club des jeunes", 2, 1),
        ("Commune du Val", 4, 3),
    ]
    assert {row["Person"] for row in rows(book["People"])} == {"Person 0", "Person 1"}


def test_what_was_decided_keeps_its_dissents() -> None:
    first, second = rows(opened(sharing.example("en", consensuses=AGREED))["Consensus"])
    assert first["Level agreed"] == 2
    assert first["Dissents kept"] == (
        "Mission locale, level 1: Too early for us.\na voice that did not sign: Not before the budget."
    )
    assert second["Level agreed"] is None
    assert second["What the level says"] == "Agreed to differ"


def test_words_are_quoted_with_where_they_come_from_and_never_become_formulas() -> None:
    stored = StoredLayers(verbatims=(PublishedWord("teams", "clarity.roles.means", "=1+1"),))
    (row,) = rows(opened(sharing.example("en", stored=stored))["Written words"])
    assert row["Words"] == "=1+1"
    assert row["From"] == "Means, Teams"


def test_a_second_wave_has_its_trend() -> None:
    change = Change(1.0, 2.5, 1.5, 0.3, 9, 0.8, 2.2, "rise")
    facets = dict.fromkeys(("vision", "action", "means"), change)
    axis = AxisChange("clarity", change, change, facets, (), recomputed=False)  # type: ignore[arg-type]
    trend = Trend("1.0.0", "1.0.0", ScopeChange(None, (axis,), ()), (), ())
    report = sharing.example("en", stored=StoredLayers(trend=trend), since="Spring 2025", wave=2)
    book = opened(report)
    assert book.sheetnames.index("Trend") == book.sheetnames.index("Next steps") + 1
    (row,) = rows(book["Trend"])
    assert (row["Circle"], row["Approach"], row["Before"], row["Today"]) == ("All circles", "Clarity", 1, 2.5)
    assert (row["Change"], row["Change, lower bound"], row["Change, upper bound"]) == (1.5, 0.8, 2.2)
    assert report.title == "360°: Printemps 2026, wave 2"


def test_the_file_names_no_person_and_no_hour() -> None:
    book = opened(sharing.example())
    assert book.properties.creator == "Cordée"
    assert book.properties.created == datetime.combine(sharing.DAY, time(12))
    hours = [
        cell
        for page in book
        for row in page.iter_rows(values_only=True)
        for cell in row
        if isinstance(cell, datetime) and cell.time() != time()
    ]
    assert hours == []


def test_the_same_report_gives_the_same_bytes() -> None:
    assert to_xlsx(sharing.example()) == to_xlsx(sharing.example())
