"""The pages of the registry: what they show, in both languages, and what they refuse to say."""

import csv
import io
import re

import pytest
from django.test import Client

from cordee.apps.observatory.published.registry import published_figures

pytestmark = pytest.mark.django_db
THIN = "\u202f"
CITIZENS = "alliance-duty.citizens.{year}.fr.innovation"
LEADERS = "alliance-duty.business-leaders.2022.fr.innovation.{letter}"


def text(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return re.sub(r"\s*\n\s*", " ", answer.content.decode())


def compared(client: Client, one: str, other: str, prefix: str = "/observatoire/peut-on-comparer/") -> str:
    return text(client, f"{prefix}?a={one}&b={other}")


def test_the_door_leads_to_the_registry(client: Client) -> None:
    assert 'href="/observatoire/chiffres-publies/"' in text(client, "/observatoire/")
    assert 'href="/en/observatory/published-figures/"' in text(client, "/en/observatory/")


def test_every_figure_is_there_with_its_source(client: Client) -> None:
    page = text(client, "/observatoire/chiffres-publies/")
    for one in published_figures():
        assert f'id="{one.id}"' in page
        assert one.source.replace("&", "&amp;") in page
    assert "90 valeurs relevées" in page
    assert "5 portent un intervalle" in page
    assert f"83{THIN}% (reseau-alliances.org)" in page
    assert "contredit par une autre source" in page


def test_in_english_nothing_is_left_in_french(client: Client) -> None:
    page = text(client, "/en/observatory/published-figures/")
    assert "Published figures on alliances" in page
    assert "Business leaders, 2022" in page
    assert "number of respondents not published" in page
    assert "effectif" not in page


def test_choices_narrow_the_list_and_can_be_undone(client: Client) -> None:
    page = text(client, "/observatoire/chiffres-publies/?public=mayors&annee=2024")
    assert "3 chiffres affichés" in page
    assert "mayors-transitions" in page
    assert "alliance-duty.citizens" not in page
    assert "Tout revoir" in page
    nothing = text(client, "/observatoire/chiffres-publies/?public=mayors&annee=2008")
    assert "Aucun chiffre publié ne réunit" in nothing


def test_a_choice_that_does_not_exist_is_told_and_loses_nothing(client: Client) -> None:
    page = text(client, "/observatoire/chiffres-publies/?public=martians&annee=2024")
    assert "Ce choix n’existe pas" in page
    assert "3 chiffres affichés" in page


def test_two_years_of_one_question_may_be_compared_with_their_gap(client: Client) -> None:
    page = compared(client, CITIZENS.format(year=2019), CITIZENS.format(year=2015))
    assert "Oui, avec précaution : même question".replace(" :", f"{THIN}:") in page
    assert "Les mots exacts des deux questionnaires sont à la source" in page
    assert "Écart" in page
    assert "+5,0 points, de +2,3 à +7,7" in page
    assert "Il se distingue de zéro" in page


def test_without_a_number_of_respondents_the_gap_is_not_judged(client: Client) -> None:
    page = compared(client, CITIZENS.format(year=2019), CITIZENS.format(year=2022))
    assert "On ne peut pas dire s’il se distingue de zéro" in page
    assert "un effectif n’est pas publié" in page


def test_other_wordings_are_not_compared(client: Client) -> None:
    page = compared(
        client,
        "urgent-partnerships.citizens.2012.fr.association-company-partnerships-are-urg",
        CITIZENS.format(year=2015),
    )
    assert "Non, on ne peut pas les comparer." in page
    assert "La question n’est pas la même" in page
    assert "Écart" not in page


def test_two_sources_of_one_measure_are_not_a_change(client: Client) -> None:
    page = compared(client, LEADERS.format(letter="a"), LEADERS.format(letter="b"))
    assert "il faut choisir sa source" in page
    assert "Écart" not in page


def test_the_answer_is_in_english_too(client: Client) -> None:
    page = compared(
        client, CITIZENS.format(year=2019), CITIZENS.format(year=2015), "/en/observatory/can-they-be-compared/"
    )
    assert "Yes, with care: same question, same scale, same base." in page
    assert "+5.0 points, from +2.3 to +7.7" in page


@pytest.mark.parametrize("query", ["?a=nowhere&b=nowhere", "?a=&b=", f"?a={CITIZENS.format(year=2019)}&b="])
def test_a_question_that_has_no_answer_says_what_to_do(client: Client, query: str) -> None:
    page = text(client, f"/observatoire/peut-on-comparer/{query}", 422)
    assert "Choisissez" in page or "Ce choix n’existe pas" in page


def test_the_same_figure_twice_is_refused(client: Client) -> None:
    one = CITIZENS.format(year=2019)
    assert "C’est le même chiffre" in text(client, f"/observatoire/peut-on-comparer/?a={one}&b={one}", 422)


def test_a_figure_may_be_brought_along(client: Client) -> None:
    one = CITIZENS.format(year=2019)
    assert f'<option value="{one}" selected>' in text(client, f"/observatoire/peut-on-comparer/?a={one}")


def test_the_file_holds_every_figure_with_its_interval_where_there_is_one(client: Client) -> None:
    answer = client.get("/observatoire/chiffres-publies.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert len(rows) == 90
    assert "attachment" in answer.headers["Content-Disposition"]
    by_id = {row["id"]: row for row in rows}
    with_n = by_id[CITIZENS.format(year=2019)]
    assert (with_n["value"], with_n["n"]) == ("74", "2400")
    assert float(with_n["lower_srs"]) == pytest.approx(72.2059, abs=1e-3)
    assert by_id[CITIZENS.format(year=2022)]["lower_srs"] == ""
