"""« Peut-on comparer ? » by its page, for figures of editions and of the registry."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils import translation
from tests.apps.observatory.territories.making import MARK, USEFUL, difference, edition, figure

from cordee.apps.observatory.comparing.answering import answer
from cordee.apps.observatory.comparing.sides import Side, side_called
from cordee.apps.observatory.editions.shelf import Question, ShelvedEdition
from cordee.apps.observatory.offering.measured import measured
from cordee.apps.observatory.territories.asked import Asked

pytestmark = pytest.mark.django_db
CITIZENS, MAYORS = "barometre-demonstration-citoyens", "barometre-demonstration-maires"
REAL = "alliance-duty.citizens.2019.fr.innovation"


def compared(client: Client, one: str, other: str, status: int = 200) -> str:
    found = client.get("/observatoire/peut-on-comparer/", {"a": one, "b": other})
    assert found.status_code == status
    return re.sub(r"\s*\n\s*", " ", found.content.decode()).replace("\u202f", " ").replace("\u00a0", " ")


def side(made: ShelvedEdition, wave: str, territory: str, question: Question = USEFUL) -> Side:
    """Return a side from a survey written by hand."""
    made.__dict__.setdefault("digest", "ab" * 32)
    asked = Asked(made, question, wave)
    found = measured(asked, territory)
    assert found is not None
    return Side(found, asked=asked)


@pytest.mark.usefixtures("shelf")
def test_two_waves_of_an_edition_are_compared_with_the_change_that_it_publishes(client: Client) -> None:
    page = compared(client, f"{CITIZENS}/alliance/2024/FR", f"{CITIZENS}/alliance/2019/FR")
    assert "Oui, avec précaution : même question" in page
    assert "Écart publié par l’édition" in page
    assert "données inventées pour la démonstration : l’écart ne dit rien" in page
    assert page.index("octobre 2019") < page.index("octobre 2024")


@pytest.mark.usefixtures("shelf")
def test_a_region_and_the_country_are_compared_by_the_rest_of_it(client: Client) -> None:
    page = compared(client, f"{CITIZENS}/alliance/2024/FR", f"{CITIZENS}/alliance/2024/84")
    assert "La région compte aussi dans l’ensemble" in page
    assert "Face au reste du pays, l’édition publie" in page


@pytest.mark.usefixtures("shelf")
def test_an_invented_figure_is_never_set_against_a_real_one(client: Client) -> None:
    page = compared(client, f"{CITIZENS}/alliance/2024/FR", REAL)
    assert "Non, on ne peut pas les comparer." in page
    assert "L’un des deux vient de données inventées" in page
    assert "Écart" not in page


@pytest.mark.usefixtures("shelf")
def test_two_publics_and_two_questions_are_not_compared(client: Client) -> None:
    publics = compared(client, f"{CITIZENS}/alliance/2024/FR", f"{MAYORS}/alliance/2024/FR")
    assert "Les personnes interrogées ne sont pas les mêmes : Habitants" in publics
    questions = compared(client, f"{CITIZENS}/alliance/2024/FR", f"{CITIZENS}/fragility_safety/2024/FR")
    assert "La question n’est pas la même" in questions
    assert "L’échelle n’est pas la même : un pourcentage d’un côté, une note de 0 à 10" in questions


@pytest.mark.usefixtures("shelf")
def test_what_is_hidden_or_unknown_is_refused_in_words(client: Client) -> None:
    hidden = f"{MAYORS}/alliance/2024/84"
    for wrong in (hidden, f"{CITIZENS}/alliance/1999/FR", f"{CITIZENS}/alliance/2024/999", "nowhere/a/b/FR"):
        assert side_called(wrong) is None
        assert "Ce choix n’existe pas" in compared(client, f"{CITIZENS}/alliance/2024/FR", wrong, 422)


@pytest.mark.usefixtures("shelf")
def test_a_figure_brings_its_own_question_elsewhere_and_at_other_waves(client: Client) -> None:
    page = client.get("/observatoire/peut-on-comparer/", {"a": f"{CITIZENS}/alliance/2024/84"}).content.decode()
    assert f'<option value="{CITIZENS}/alliance/2024/84" selected>' in page
    for other in ("2024/FR", "2019/84", "2021/53"):
        assert f'value="{CITIZENS}/alliance/{other}"' in page
    assert page.count(f'value="{CITIZENS}/alliance/2024/FR"') == 2, "once in each list"


@pytest.mark.usefixtures("shelf")
def test_pages_lead_to_the_comparison(client: Client) -> None:
    explorer = client.get("/observatoire/explorer/", {"enquete": CITIZENS, "question": "alliance", "region": "84"})
    address = "/observatoire/peut-on-comparer/?a=" + f"{CITIZENS}/alliance/2024/84".replace("/", "%2F")
    assert f'href="{address}"' in explorer.content.decode()
    assert f'href="{address}"' in client.get("/observatoire/regions/84/").content.decode()
    hidden = client.get("/observatoire/explorer/", {"enquete": MAYORS, "region": "84"}).content.decode()
    assert "peut-on-comparer/?a=" not in hidden


def test_a_real_edition_is_compared_freely_and_its_plain_gap_is_read_from_intervals() -> None:
    made = edition([figure(USEFUL, value, wave="2024", region=code) for code, value in (("84", 0.5), ("53", 0.8))])
    found = answer(side(made, "2024", "84"), side(made, "2024", "53"))
    assert (found.allowed, found.reasons) == (True, ())
    assert found.sentence.startswith("Oui\u202f: même question")
    assert "−30,0 points" in found.gap
    assert "ne se chevauchent pas" in found.gap


def test_overlapping_intervals_decide_nothing_and_marks_are_on_their_scale() -> None:
    made = edition([figure(MARK, value, wave=wave) for wave, value in (("2021", 6.0), ("2024", 6.4))])
    found = answer(side(made, "2024", "FR", MARK), side(made, "2021", "FR", MARK))
    assert "+0,4 sur l’échelle" in found.gap
    assert "se chevauchent" in found.gap


@pytest.mark.parametrize(
    ("told", "words"), [(True, "La région se distingue du reste"), (False, "La région ne se distingue pas du reste")]
)
def test_what_does_not_differ_is_a_result(told: bool, words: str) -> None:
    beside = difference(USEFUL, 0.1, told, wave="2024", region="84 vs rest")
    made = edition([figure(USEFUL, 0.6, wave="2024"), figure(USEFUL, 0.7, wave="2024", region="84")], [beside])
    assert words in answer(side(made, "2024", "FR"), side(made, "2024", "84")).gap


def test_the_answer_is_in_english_too() -> None:
    made = edition([figure(USEFUL, 0.6, wave=wave) for wave in ("2021", "2024")], synthetic=True)
    with translation.override("en"):
        found = answer(side(made, "2024", "FR"), side(made, "2021", "FR"))
    assert found.sentence == "Yes, with care: same question, same scale, same base."
    assert found.reasons == (
        "Both come from data invented for the demonstration: the gap says nothing of a real territory.",
    )
    assert found.gap.startswith("Gap: 0.0 points.")
