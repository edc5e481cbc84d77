"""The comparisons of an edition on screen: put together, told, drawn beside zero, taken away as files."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.http import QueryDict
from django.test import Client
from django.utils import translation
from openpyxl import load_workbook
from tests.apps.observatory.territories.making import MARK, USEFUL, difference, edition

from cordee.apps.observatory.differences.drawing import difference_strip
from cordee.apps.observatory.differences.files import FORMATS
from cordee.apps.observatory.differences.forms import ComparisonForm
from cordee.apps.observatory.differences.sets import DifferenceSet, compared_questions, sets_of
from cordee.apps.observatory.differences.telling import sentence_of, set_name, table_of
from cordee.apps.observatory.editions.shelf import edition_called
from cordee.charts.readings import Missing

pytestmark = pytest.mark.django_db
CITIZENS, MAYORS = "barometre-demonstration-citoyens", "barometre-demonstration-maires"
HERE = f"/observatoire/editions/{CITIZENS}/comparaisons/"
REST = [
    difference(USEFUL, 0.12, True, wave="2024", region="84 vs rest"),
    difference(USEFUL, -0.08, True, wave="2024", region="53 vs rest"),
    difference(USEFUL, 0.02, False, wave="2024", region="32 vs rest"),
    difference(USEFUL, None, None, wave="2024", region="94 vs rest"),
]
CHANGES = [
    difference(USEFUL, 0.07, True, wave="2024 vs 2021", region="84"),
    difference(USEFUL, 0.01, False, wave="2024 vs 2021", region="32"),
    difference(USEFUL, 0.05, True, wave="2024 vs 2021"),
]


def only(differences: list[object], question: object = USEFUL) -> DifferenceSet:
    """Return the one set of a survey with these comparisons."""
    (found,) = sets_of(edition([], differences), question)  # type: ignore[arg-type]
    return found


def page_at(client: Client, path: str, **asked: str) -> str:
    answer = client.get(path, asked)
    assert answer.status_code == 200
    return re.sub(r"\s*\n\s*", " ", answer.content.decode()).replace("\u202f", " ").replace("\u00a0", " ")


def test_comparisons_are_put_together_as_they_are_read_and_nobody_is_ranked() -> None:
    found = sets_of(edition([], [*REST, *CHANGES]), USEFUL)
    assert [one.key for one in found] == ["wave.2024.2021", "region.rest.2024"]
    changes, rest = found
    assert [dict(line.place) for line in rest.lines] == [
        {"region": "32"}, {"region": "53"}, {"region": "84"}, {"region": "94"}
    ], "from north to south"  # fmt: skip
    assert [dict(line.place) for line in changes.lines] == [{}, {"region": "32"}, {"region": "84"}]
    assert (rest.together, changes.together) == (3, 2)


def test_another_question_has_its_own_comparisons_or_none() -> None:
    made = edition([], REST)
    assert sets_of(made, MARK) == ()
    assert sets_of(edition([]), USEFUL) == ()


def test_only_the_questions_that_are_compared_are_offered() -> None:
    made = edition([], [difference(MARK, 0.4, True, wave="2024", region="84 vs rest")])
    assert compared_questions(made) == (MARK,)
    assert ComparisonForm(made, QueryDict("question=alliance")).shown.question == MARK


def test_the_sentence_counts_who_stands_apart_and_names_nobody_first() -> None:
    assert sentence_of(only(REST)) == ("Deux régions se détachent du reste du pays. L’autre ne s’en distingue pas.")
    alone = only([difference(USEFUL, 0.01, False, wave="2024", region="84 vs rest")])
    assert sentence_of(alone) == "Aucune région ne se distingue du reste du pays."


def test_a_change_tells_the_whole_then_counts_the_places() -> None:
    said = sentence_of(only(CHANGES))
    assert said.startswith("Tout l’échantillon\u202f: +5,0\u00a0points (0,0 à +10,0). La valeur a augmenté.")
    assert said.endswith("Plus finement, 1 comparaison sur 2 se distingue de zéro.")
    still = only([difference(USEFUL, 0.01, False, wave="2024 vs 2021", region=code) for code in ("84", "32")])
    assert sentence_of(still) == "Plus finement, aucune des 2 comparaisons publiées ne se distingue de zéro."
    hidden = only([difference(USEFUL, None, None, wave="2024 vs 2021", region="84")])
    assert sentence_of(hidden) == "Plus finement, trop peu de réponses pour comparer."


def test_another_way_of_cutting_is_named_by_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    made = edition([], [difference(USEFUL, 0.01, False, size="1 vs rest")])
    made.__dict__["dictionary"] = edition_dictionary()
    (found,) = sets_of(made, USEFUL)
    assert (found.key, set_name(found)) == ("size.rest", "size\u202f: chacun face au reste")
    assert sentence_of(found).endswith("ne se distingue pas de zéro.")


def edition_dictionary() -> object:
    """A dictionary that says nothing."""
    from cordee.stats.sources.dictionary import Dictionary

    return Dictionary()


def test_the_table_says_the_verdict_beside_each_gap() -> None:
    headings, rows = table_of(only(REST))
    assert len({len(headings), *map(len, rows)}) == 1
    by_name = {row[0]: row for row in rows}
    assert by_name["Auvergne-Rhône-Alpes"][1:] == ["+12,0\u00a0points (+7,0 à +17,0)", "0,010", "Au-dessus du reste"]
    assert by_name["Bretagne"][3] == "Au-dessous du reste"
    assert by_name["Hauts-de-France"][2:] == ["0,400", "Ne s’en distingue pas"]
    assert by_name["Corse"][1:] == ["non publié", "–", "Trop peu de réponses pour le dire."]


def test_the_drawing_holds_zero_draws_alike_what_is_alike_and_hatches_what_is_hidden() -> None:
    figure = difference_strip(only(REST))
    by_name = {row.label: row for row in figure.rows}
    assert figure.reference == 0
    assert figure.scale.holds(0)
    assert by_name["Auvergne-Rhône-Alpes"].stands == "higher"
    assert by_name["Bretagne"].stands == "lower"
    assert by_name["Hauts-de-France"].plain
    assert isinstance(by_name["Corse"].reading, Missing)
    assert by_name["Corse"].hatched
    assert "3 comparaisons faites ensemble (Holm)" in figure.note.replace("\u202f", " ")
    marks = only([difference(MARK, 0.4, True, wave="2024", region="84 vs rest")], MARK)
    assert difference_strip(marks).subtitle.endswith("Écarts en points de l’échelle.")


@pytest.mark.usefixtures("shelf")
def test_the_page_shows_the_comparisons_of_the_edition_and_says_that_they_are_invented(client: Client) -> None:
    page = page_at(client, HERE, question="alliance", comparaison="region.rest.2024")
    found = edition_called(CITIZENS)
    assert found is not None
    published = [
        one for one in found.differences
        if one.question == "alliance" and one.domains.get("wave") == "2024" and one.measure == "difference"
    ]  # fmt: skip
    assert len(published) == 13
    apart = sum(one.distinguishable is True for one in published)
    assert page.count("<td>Au-dessus du reste</td>") + page.count("<td>Au-dessous du reste</td>") == apart
    assert page.count("<td>Ne s’en distingue pas</td>") == 13 - apart
    for words in ("Données synthétiques", "personne n’a répondu", "<svg", "Auvergne-Rhône-Alpes", "(Holm)"):
        assert words in page
    english = page_at(client, f"/en/observatory/editions/{CITIZENS}/comparisons/")
    assert "What cannot be told apart is a result" in english
    assert "October 2024" in english
    assert "Ne s’en distingue" not in english


@pytest.mark.usefixtures("shelf")
def test_a_choice_that_does_not_exist_is_told_and_the_first_is_shown(client: Client) -> None:
    page = page_at(client, HERE, question="zzz", comparaison="zzz")
    assert page.count("Ce choix n’existe pas") >= 2
    assert "<svg" in page
    assert "noindex" in client.get(HERE, {"question": "alliance"}).headers["X-Robots-Tag"]


@pytest.mark.usefixtures("shelf")
def test_an_edition_and_the_explorer_lead_to_its_comparisons(client: Client) -> None:
    assert f'href="{HERE}"' in page_at(client, f"/observatoire/editions/{CITIZENS}/")
    explorer = page_at(client, "/observatoire/explorer/", enquete=CITIZENS, question="alliance", vague="2024")
    assert f'href="{HERE}?question=alliance&amp;comparaison=region.rest.2024"' in explorer
    assert "L’écart de chaque région avec le reste du pays" in explorer


def test_an_edition_without_comparisons_says_so(client: Client, published_shelf: Path, settings: LazySettings) -> None:
    settings.EDITIONS = published_shelf
    found = edition_called(MAYORS)
    assert found is not None
    kept = found.__dict__.get("differences")
    found.__dict__["differences"] = ()
    try:
        there = f"/observatoire/editions/{MAYORS}/comparaisons/"
        assert "ne publie aucune comparaison" in page_at(client, there)
        assert client.get(f"{there}selection.csv").status_code == 404
        assert f'href="{there}"' not in page_at(client, f"/observatoire/editions/{MAYORS}/")
    finally:
        found.__dict__.pop("differences")
        if kept is not None:
            found.__dict__["differences"] = kept


@pytest.mark.usefixtures("shelf")
def test_every_file_gives_the_same_comparisons_with_all_their_digits(client: Client) -> None:
    asked = {"question": "alliance", "comparaison": "region.rest.2024"}
    answer = client.get(f"{HERE}selection.csv", asked)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert {(row["synthetic"], row["wave"]) for row in rows} == {("true", "2024")}
    document = json.loads(client.get(f"{HERE}selection.json", asked).content)
    assert (document["synthetic"], document["edition"]) == (True, CITIZENS)
    book = load_workbook(io.BytesIO(client.get(f"{HERE}selection.xlsx", asked).content))
    sheet = list(book["comparisons"].iter_rows(values_only=True))
    place = sheet[0].index("difference")
    assert len(rows) == 13
    for row, told, cells in zip(rows, document["comparisons"], sheet[1:], strict=True):
        assert float(row["difference"]) == told["difference"]
        assert cells[place] == pytest.approx(told["difference"], rel=1e-14)
        assert told["region"].endswith(" vs rest")
    assert client.get(f"{HERE}selection.svg", asked).content.startswith(b"<svg")
    assert client.get(f"{HERE}selection.exe", asked).status_code == 404


def test_what_is_hidden_is_empty_in_the_file() -> None:
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"].write(only(REST)).decode())))
    hidden = next(row for row in rows if row["region"] == "94 vs rest")
    assert (hidden["difference"], hidden["p_holm"], hidden["distinguishable"], hidden["n"]) == ("", "", "", "100")


def test_it_is_said_in_english_too() -> None:
    with translation.override("en"):
        assert set_name(only(REST)) == "Each region against the rest of the country, October 2024"
        assert table_of(only(REST))[0][-1] == "What can be said of it"
