"""Links, QR codes and paper: what can be handed out, in which language, and what no facilitator may hold."""

import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tests.apps.campaigns.preparing.conftest import circle, moved

from cordee.apps.campaigns.links import circle_address, personal_address, qr_code
from cordee.apps.campaigns.models import Campaign, Regime
from cordee.apps.campaigns.operations import inviting
from cordee.apps.campaigns.paper_codes import is_code_of, paper_code
from cordee.apps.campaigns.questionnaire import questions_of
from cordee.apps.diagnosis.tokens import fingerprint
from cordee.core.packs.pack import Pack

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def url(campaign: Campaign, name: str, *args: object, lang: str = "fr") -> str:
    with translation.override(lang):
        return reverse(f"campaigns:{name}", args=[campaign.public, *args])


def token_of(address: str) -> str:
    return address.rstrip("/").rsplit("/", 1)[-1]


class TestTheLinkOfACircle:
    def test_is_closed_until_it_is_opened(self, ready: Campaign, as_: SignIn) -> None:
        funders = circle(ready, "funders")
        assert (funders.open_link, funders.token_sha256) == (False, None)
        assert as_("facilitator").get(url(ready, "qr", funders.public)).status_code == 404
        assert circle_address(funders, "fr") not in as_("facilitator").get(url(ready, "links")).content.decode()

    def test_opens_closes_and_opens_again_the_same(self, ready: Campaign, as_: SignIn) -> None:
        client, funders = as_("facilitator"), circle(ready, "funders")
        page = url(ready, "circle_link", funders.public)
        assert client.post(page, {"go": "open"})["Location"].endswith("#funders")
        opened = circle(ready, "funders")
        assert opened.token_sha256 == fingerprint(token_of(circle_address(opened, "fr")))
        client.post(page, {"go": "close"})
        assert circle(ready, "funders").token_sha256 is None
        client.post(page, {"go": "open"})
        assert circle(ready, "funders").token_sha256 == opened.token_sha256

    def test_is_replaced_once_by_two_clicks(self, ready: Campaign, as_: SignIn) -> None:
        client, page = as_("facilitator"), url(ready, "circle_link", circle(ready, "funders").public)
        client.post(page, {"go": "open"})
        former = circle_address(circle(ready, "funders"), "fr")
        for _click in range(2):
            client.post(page, {"go": "replace", "generation": "1"})
        renewed = circle(ready, "funders")
        assert renewed.link_generation == 2
        assert circle_address(renewed, "fr") != former
        assert renewed.token_sha256 == fingerprint(token_of(circle_address(renewed, "fr")))

    def test_closed_is_not_replaced(self, ready: Campaign) -> None:
        assert not inviting.replace_circle_link(circle(ready, "funders"), 1)
        assert circle(ready, "funders").token_sha256 is None

    def test_reads_in_the_language_asked(self, ready: Campaign) -> None:
        funders = circle(ready, "funders")
        assert "/repondre/" in circle_address(funders, "fr")
        assert "/en/answer/" in circle_address(funders, "en")
        assert token_of(circle_address(funders, "fr")) == token_of(circle_address(funders, "en"))


class TestQRCodes:
    def test_are_a_drawing_without_any_style_or_script(self) -> None:
        drawn = str(qr_code("https://example.org/repondre/" + "x" * 43 + "/"))
        root = ET.fromstring(drawn)
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        names = {element.tag.split("}")[1] for element in root.iter()}
        assert names <= {"svg", "path"}
        assert not any("style" in element.attrib for element in root.iter())

    def test_differ_with_the_address(self) -> None:
        assert qr_code("https://example.org/a") != qr_code("https://example.org/b")
        assert qr_code("https://example.org/a") == qr_code("https://example.org/a")

    def test_are_given_as_a_file(self, ready: Campaign, as_: SignIn) -> None:
        inviting.set_circle_link(circle(ready, "funders"), is_open=True)
        answer = as_("facilitator").get(url(ready, "qr", circle(ready, "funders").public))
        assert answer["Content-Type"] == "image/svg+xml"
        assert answer.content.decode() == qr_code(circle_address(circle(ready, "funders"), "fr"))


@pytest.mark.parametrize("page", ["links", "sheet", "people", "campaign"])
@pytest.mark.parametrize("regime", list(Regime))
def test_the_link_of_someone_who_received_it_is_never_shown(
    launched: Campaign, as_: SignIn, page: str, regime: Regime
) -> None:
    moved(launched, regime=regime)
    inviting.set_circle_link(circle(launched, "funders"), is_open=True)
    args = [circle(launched, "funders").public] if page == "sheet" else []
    html = as_("facilitator").get(url(launched, page, *args)).content.decode()
    for invitee in launched.invitees.exclude(email=""):
        assert token_of(personal_address(invitee)) not in html


@pytest.mark.parametrize(("regime", "shown"), [(Regime.FACILITATOR, True), (Regime.AGGREGATE, False)])
def test_the_sheet_gives_links_to_people_on_paper_unless_nobody_may_hold_them(
    launched: Campaign, as_: SignIn, regime: Regime, shown: bool
) -> None:
    moved(launched, regime=regime)
    chloe = launched.invitees.get(email="")
    html = as_("facilitator").get(url(launched, "sheet", circle(launched, "funders").public)).content.decode()
    assert (personal_address(chloe) in html) is shown
    assert html.count('class="qr"') == (1 if shown else 0)
    assert paper_code(chloe.public) in html


class TestThePaperQuestionnaire:
    def test_asks_every_question_with_its_levels_and_ways_out(self, ready: Campaign, as_: SignIn, pack: Pack) -> None:
        html = as_("facilitator").get(url(ready, "paper", circle(ready, "funders").public)).content.decode()
        items = pack.instrument.items_of("express")
        assert html.count('class="box"') == len(items) * 7
        for words in (items[0].question.fr, items[-1].levels[4].fr, pack.instrument.dont_know.fr):
            assert words.replace("'", "&#x27;") in html
        assert html.count(paper_code(circle(ready, "funders").public)) == 2
        assert "personne qui anime\u202f: elle seule le lira" in html

    def test_speaks_the_language_of_its_address(self, ready: Campaign, as_: SignIn, pack: Pack) -> None:
        page = url(ready, "paper", circle(ready, "funders").public, lang="en")
        html = as_("facilitator").get(page).content.decode()
        assert pack.instrument.items_of("express")[0].question.en in html
        assert "Questionnaire on paper" in html
        assert "Funders" in html

    def test_asks_a_circle_its_own_topics_only(self, ready: Campaign, pack: Pack) -> None:
        funders, asked = circle(ready, "funders"), pack.instrument.form("express").topics
        funders.topics = [asked[1], asked[3]]
        topics = questions_of(ready, "fr", funders)
        assert [(one.number, one.id) for one in topics] == [(1, asked[1]), (2, asked[3])]

    def test_of_one_person_carries_their_code_and_name(self, ready: Campaign, as_: SignIn) -> None:
        chloe = ready.invitees.get(email="")
        html = as_("facilitator").get(url(ready, "person_paper", chloe.public)).content.decode()
        assert paper_code(chloe.public) in html
        assert "Chloé Papier" in html

    def test_a_code_is_read_however_it_is_typed(self, ready: Campaign) -> None:
        chloe = ready.invitees.get(email="")
        code = paper_code(chloe.public)
        assert is_code_of(code, chloe.public)
        assert is_code_of(f" {code.lower().replace('-', ' ')} ", chloe.public)
        assert not is_code_of(code[:-1], chloe.public)
        assert not is_code_of("", chloe.public)


class TestPreviews:
    @pytest.mark.parametrize(("lang", "said"), [("fr", "votre regard est attendu"), ("en", "your view is wanted")])
    def test_the_letter_in_either_language_opens_nothing(
        self, ready: Campaign, as_: SignIn, lang: str, said: str
    ) -> None:
        funders = circle(ready, "funders")
        page = as_("facilitator").get(url(ready, "letter"), {"circle": str(funders.public), "lang": lang})
        html = page.content.decode()
        assert said in html
        assert "x" * 43 in html
        assert f'<article class="card letter" lang="{lang}">' in html
        assert ("Funders" if lang == "en" else "Financeurs") in html

    @pytest.mark.parametrize("wanted", ["", "x", "00000000-0000-0000-0000-000000000000"])
    def test_an_unknown_circle_shows_the_first(self, ready: Campaign, as_: SignIn, wanted: str) -> None:
        html = as_("facilitator").get(url(ready, "letter"), {"circle": wanted}).content.decode()
        assert "depuis le cercle «\u202fPilotage\u202f»" in html

    def test_every_question_screen(self, ready: Campaign, as_: SignIn, pack: Pack) -> None:
        client, total = as_("facilitator"), len(pack.instrument.form("express").topics)
        for position in range(1, total + 1):
            html = client.get(url(ready, "question", position)).content.decode()
            assert html.count('class="level-card"') == 15
            assert ("Sujet suivant" in html) is (position < total)
        for beyond in (0, total + 1):
            assert client.get(url(ready, "question", beyond)).status_code == 404

    def test_a_topic_kept_from_some_circles_says_so(self, ready: Campaign, as_: SignIn, pack: Pack) -> None:
        funders, asked = circle(ready, "funders"), list(pack.instrument.form("express").topics)
        ready.circles.exclude(pk=funders.pk).update(topics=asked[1:])
        html = as_("facilitator").get(url(ready, "question", 1)).content.decode()
        assert "Posé seulement à\u202f: Financeurs." in html
