"""Lists of values: themes, publics, waves; questions that begin alike; sentences that are true of them."""

import pytest
from tests.apps.observatory.territories.making import MARK, USEFUL, asked, difference, edition, figure

from cordee.apps.observatory.territories.readings import scale_of, value_said
from cordee.apps.observatory.territories.sentences import apart_said, listed
from cordee.apps.observatory.territories.strips import Subject, publics_strip, spread_said, theme_strip, waves_strip
from cordee.apps.observatory.territories.themes import about, distinct_parts, population_name
from cordee.charts.figures import StripRow
from cordee.charts.readings import Estimate, Missing

SUBJECT = Subject("jobs", "Emploi")


def test_questions_that_begin_alike_are_named_by_what_differs() -> None:
    texts = ["De 0 à 10, fragile pour l’emploi\u202f?", "De 0 à 10, fragile pour la mobilité\u202f?"]
    assert distinct_parts(texts) == ("De 0 à 10, fragile pour…\u202f?", ("L’emploi", "La mobilité"))


@pytest.mark.parametrize("texts", [["Seul\u202f?"], ["Rien de commun", "Tout autre chose"], ["Pareil"] * 2, []])
def test_questions_with_nothing_in_common_keep_their_words(texts: list[str]) -> None:
    assert distinct_parts(texts) == ("", tuple(texts))


def test_a_theme_is_told_by_the_name_of_the_variable() -> None:
    survey = edition([])
    assert about(survey, "fragility_") == (MARK,)
    assert about(survey, "impact_") == ()
    assert theme_strip(SUBJECT, survey, (), "11") is None
    assert population_name(survey) == "Habitants"


def test_a_theme_in_a_region_stands_beside_the_rest() -> None:
    figures = [figure(MARK, 5.0, wave="2024"), figure(MARK, 6.5, wave="2024", region="11")]
    survey = edition(figures, [difference(MARK, 1.4, True, wave="2024", region="11 vs rest")])
    strip = theme_strip(SUBJECT, survey, (MARK,), "11")
    assert strip is not None
    (row,) = strip.rows
    assert (row.stands, row.plain, row.hatched) == ("higher", False, False)
    assert row.remark == "toutes régions\u202f: 5,0 sur 10"
    assert strip.title == "Emploi. Au-dessus du reste du pays\u202f: de 0 à 10, fragile pour l’emploi\u202f?."
    assert "100 réponses dans la région" in strip.note


def test_waves_are_listed_and_nothing_joins_them() -> None:
    figures = [figure(USEFUL, 0.7, wave="2019"), figure(USEFUL, None, 12, "suppressed", wave="2024")]
    strip = waves_strip(asked(figures))
    assert [row.label for row in strip.rows] == ["2019", "octobre 2024"]
    assert strip.rows[1].reading == Missing("moins de 30 réponses")
    assert strip.rows[1].hatched
    assert strip.title == "octobre 2024\u202f: moins de 30 réponses"


def test_publics_stand_each_on_its_own() -> None:
    both = [asked([figure(USEFUL, value, wave="2024")]) for value in (0.62, 0.81)]
    strip = publics_strip(SUBJECT, both)
    assert strip.title == "Emploi. De 62\u202f% à 81\u202f% selon le public interrogé."
    assert all(row.plain for row in strip.rows)
    assert "une à une" in strip.note


def test_a_spread_without_a_value_or_with_one() -> None:
    assert spread_said([StripRow("a", Missing("x"))], USEFUL) == "Trop peu de réponses pour publier ces valeurs."
    assert spread_said([StripRow("a", Estimate(62))], USEFUL) == "62\u202f%."


def test_what_stands_apart_in_a_region_is_named() -> None:
    rows = [
        StripRow("L’emploi", Estimate(1), stands="higher"),
        StripRow("La mobilité", Estimate(1), stands="higher"),
        StripRow("Le niveau de vie", Estimate(1), stands="lower"),
        StripRow("L’environnement", Estimate(1), plain=True),
    ]
    assert apart_said(rows) == (
        "Au-dessus du reste du pays\u202f: l’emploi et la mobilité. "
        "Au-dessous du reste du pays\u202f: le niveau de vie."
    )
    assert apart_said(rows[3:]) == "Rien ici ne se distingue du reste du pays."
    assert apart_said([StripRow("a", Missing("x"))]) == "Trop peu de réponses pour publier ces valeurs."
    assert listed(["A", "B", "C"]) == "a, b et c"


def test_values_in_words() -> None:
    assert value_said(Estimate(74, 71, 76), USEFUL) == "74\u202f% (71 à 76\u202f%)"
    assert value_said(Estimate(6.4), MARK) == "6,4 sur 10"
    assert scale_of(MARK).ticks == (0, 2, 4, 6, 8, 10)
