"""The pages of the selector: needed answers asked for, advice with its reasons, every method with its rules."""

import re
from html import unescape
from urllib.parse import urlencode

import pytest
from django.test import Client
from tests.apps.library.reference import store, store_reference
from tests.core.alliance import reference_pack

from cordee.core.packs.pack import Pack
from cordee.core.selector import select

pytestmark = pytest.mark.django_db

ANSWERS = {
    "purpose": "account",
    "object": "product",
    "stage": "18_months_to_7_years",
    "stakes": "high",
    "days": "forty",
}


@pytest.fixture
def pack() -> Pack:
    """The reference pack, in the store."""
    return store_reference()


def advice_at(answers: dict[str, str], lang: str = "fr") -> str:
    return f"{'/choisir-une-methode/conseil/' if lang == 'fr' else '/en/choose-a-method/advice/'}?{urlencode(answers)}"


def words(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    return unescape(re.sub(r"[ \n]+", " ", answer.content.decode()))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_questions_say_why_and_which_are_optional(client: Client, pack: Pack, lang: str):
    html = words(client, "/choisir-une-methode/" if lang == "fr" else "/en/choose-a-method/")
    for question in pack.selector_questions:
        assert question.question.in_(lang) in html
        assert question.why.in_(lang) in html
    assert html.count('class="optional"') == sum(not question.needed for question in pack.selector_questions)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_advice_gives_reasons_cost_limits_and_what_would_change_it(client: Client, pack: Pack, lang: str):
    chosen = select(pack.selector, ANSWERS)
    html = words(client, advice_at(ANSWERS, lang))
    first = chosen.proposals[0]
    assert f"<h1>{first.method.name.in_(lang)}</h1>" in html
    for one in chosen.proposals:
        assert one.method.limits.in_(lang) in html
        assert all(rule.reason.in_(lang) in html for rule in one.reasons)
    for one in chosen.set_aside:
        assert one.method.name.in_(lang) in html
        assert all(rule.reason.in_(lang) in html for rule in one.reasons)
    for turn in chosen.turns:
        assert turn.method.name.in_(lang) in html
    assert f"{first.points} point" in html


def test_a_turn_leads_where_it_says(client: Client, pack: Pack):
    html = words(client, advice_at(ANSWERS))
    turns = re.findall(r'<a class="onward" href="(/choisir-une-methode/conseil/[^"]+)">(.+?)<svg', html)
    assert turns
    for address, name in turns:
        assert f"<h1>{name}</h1>" in words(client, address)


def test_too_little_said_asks_for_what_is_needed_and_keeps_the_rest(client: Client, pack: Pack):
    html = words(client, advice_at({"stakes": "high"}), 422)
    assert {'href="#purpose"', 'href="#days"'} <= set(re.findall(r'href="#\w+"', html))
    assert len(re.findall(r"checked", html)) == 1


def test_no_answer_leads_to_the_questions(client: Client, pack: Pack):
    assert client.get("/choisir-une-methode/conseil/")["Location"] == "/choisir-une-methode/"


def test_when_nothing_suits_the_page_says_why_for_each(client: Client):
    heavy = tuple(one for one in reference_pack().methods if one.days.least > 10)
    pack = store(reference_pack().model_copy(update={"methods": heavy}))
    html = words(client, advice_at({"purpose": "learn", "days": "two"}))
    assert "Aucune méthode ne tient dans ces conditions" in html
    assert all(one.name.fr in html for one in pack.methods)
    assert html.count("Elle demande au moins") >= len(heavy)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_method_is_shown_with_its_rules_and_sources(client: Client, pack: Pack, lang: str):
    html = words(client, "/choisir-une-methode/methodes/" if lang == "fr" else "/en/choose-a-method/methods/")
    sources = {source.id: source for source in pack.sources}
    for one in pack.methods:
        assert f'id="{one.id}"' in html
        assert all(rule.reason.in_(lang) in html for rule in one.rules)
        assert all(sources[source].address in html for source in one.sources)


def test_taking_advice_leaves_no_cookie(client: Client, pack: Pack):
    client.get("/choisir-une-methode/")
    client.get(advice_at(ANSWERS))
    assert not client.cookies
