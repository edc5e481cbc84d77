"""What confidentiality says: the same in both languages, with what is there and what would show it."""

import re

import pytest
from hypothesis import given, settings
from tests.core.alliance import small
from tests.core.partners import RULE, alliances, people

from cordee.core.disclosure import DisclosureRule, Regime, cell_verdict, open_plan, plan_of
from cordee.core.disclosure.plan import HiddenCircle
from cordee.core.disclosure_wording import (
    hidden_circle_words,
    masked_item_words,
    nothing_shown_words,
    plan_words,
    regime_words,
    together_words,
    words_withheld_words,
)
from cordee.core.typography import find_faults
from cordee.core.wording import Wording

NAMES = {"teams": "Équipes", "beneficiaries": "Bénéficiaires", "funders": "Financeurs"}.get
THIN = "\u202f"


def name(circle: str) -> str:
    return NAMES(circle) or circle


def hidden(people_of, *read_with):
    return HiddenCircle("beneficiaries", cell_verdict(people_of, RULE), read_with)


@pytest.mark.parametrize(
    ("one", "fr", "en"),
    [
        (
            hidden({"a": 2, "b": 1}, "teams"),
            (
                "Bénéficiaires : 3 réponses ; il en faut 5, ou 3 organisations. "
                "Elles sont lues avec celles du cercle « Équipes »."
            ),
            (
                "Bénéficiaires: 3 answers; it takes 5, or 3 organisations. "
                "They are read together with those of circle ‘Équipes’."
            ),
        ),
        (
            hidden({"a": 1}, "teams", "funders"),
            (
                "Bénéficiaires : 1 réponse ; il en faut 5, ou 3 organisations. "
                "Elle est lue avec celles des cercles « Équipes » et « Financeurs »."
            ),
            (
                "Bénéficiaires: 1 answer; it takes 5, or 3 organisations. "
                "It is read together with those of circles ‘Équipes’ and ‘Financeurs’."
            ),
        ),
        (
            hidden({"a": 7}, "teams"),
            (
                "Bénéficiaires : 7 réponses. C’est assez pour être lu seul, mais les cercles plus petits se "
                "retrouveraient alors par soustraction. Elles sont lues avec celles du cercle « Équipes »."
            ),
            (
                "Bénéficiaires: 7 answers. That is enough to be read alone, but smaller circles could then be found "
                "by subtraction. They are read together with those of circle ‘Équipes’."
            ),
        ),
        (hidden({}), "Bénéficiaires : aucune réponse.", "Bénéficiaires: no answer."),
        (
            hidden({"a": 2}),
            "Bénéficiaires : 2 réponses ; il en faut 5, ou 3 organisations.",
            "Bénéficiaires: 2 answers; it takes 5, or 3 organisations.",
        ),
    ],
)
def test_a_hidden_circle_says_why_and_with_whom_it_is_read(one, fr, en):
    assert hidden_circle_words(one, name, "fr").replace(THIN, " ") == fr
    assert hidden_circle_words(one, name, "en") == en


def test_a_circle_held_by_one_organisation_says_so():
    verdict = cell_verdict({"a": 18, "b": 1, "c": 1}, DisclosureRule(fewest_respondents=30))
    assert nothing_shown_words(verdict, "en") == (
        "Too few answers to show a reading: 20 answers, 90% of them from one organisation; it takes 30, or "
        "3 organisations of which none has more than 85% of them."
    )
    assert "dont 90 % d’une même organisation" in nothing_shown_words(verdict, "fr").replace(THIN, " ")


def test_the_rule_is_said_before_anyone_answers():
    assert regime_words(Regime.AGGREGATE, RULE, "en") == (
        "Nobody sees who answered what. A result appears from 5 answers on, or from 3 organisations of which none has "
        "more than 85% of the answers; a smaller circle is read together with others. Written words appear from 10 "
        "answers on, or if their author agrees."
    )
    assert regime_words(Regime.FACILITATOR, RULE, "fr").startswith("Seule la personne qui anime")
    assert "5" not in regime_words(Regime.ATTRIBUTED, RULE, "fr")


def test_how_organisations_weigh_is_said_where_some_weigh_together():
    def said(where):
        return together_words(plan_of(people(where), RULE, None).groups[0], "en")

    assert said({"teams/a": 5, "teams/b": 5}) == ""
    assert said({"teams/a": 4, "teams/b": 1}).startswith("Each answer weighs the same")
    assert said({"teams/a": 5, "teams/b": 4, "teams/c": 1}).startswith("Organisations too small")


def test_a_plan_says_everything_it_hides():
    plan = plan_of(people({"steering/a": 4, "teams/b": 5}), RULE, "steering")
    own, teams, not_compared, organisations = plan_words(plan, RULE, str.title, "en")
    assert own.startswith("Steering: 4 answers; it takes 5")
    assert teams.startswith("Teams: 5 answers. That is enough")
    assert not_compared.startswith("The circle that looks at itself")
    assert organisations.startswith("Organisations are not read one by one")
    assert plan_words(open_plan(people({"teams/a": 1})), RULE, str.title, "en") == ()
    alone = plan_of(people({"teams/a": 2}), RULE, None)
    assert plan_words(alone, RULE, str.title, "en") == (
        "Too few answers to show a reading: 2 answers; it takes 5, or 3 organisations.",
    )


def test_circles_read_together_have_a_name_in_the_reading():
    assert Wording(small(), "fr").circle("teams+partners") == "Teams et Partners"
    assert Wording(small(), "en").circle("steering+teams+partners") == "Steering, Teams and Partners"
    assert Wording(small(), "en").circle("teams") == "Teams"


@given(alliances())
@settings(max_examples=60, deadline=None)
def test_both_languages_tell_the_same_numbers_in_good_typography(answers):
    plan = plan_of(answers, RULE, "steering")
    french, english = (plan_words(plan, RULE, str.title, lang) for lang in ("fr", "en"))
    for one, other in zip(french, english, strict=True):
        assert re.findall(r"\d+", one) == re.findall(r"\d+", other)
        assert not find_faults(one)
    for words in (masked_item_words, words_withheld_words):
        assert re.findall(r"\d+", words(RULE, "fr")) == re.findall(r"\d+", words(RULE, "en"))
        assert not find_faults(words(RULE, "fr"))
