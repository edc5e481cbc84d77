"""The front page and the information pages: whole in both languages, true of the settings, with a next step."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from django.core.management import call_command
from django.test import Client, override_settings

PAIRS = [
    ("/", "/en/"),
    ("/vos-donnees/", "/en/your-data/"),
    ("/accessibilite/", "/en/accessibility/"),
    ("/a-propos/", "/en/about/"),
    ("/notre-methode/", "/en/our-method/"),
    ("/mentions-legales/", "/en/legal-notice/"),
    ("/actualites/", "/en/news/"),
]
EVERY = [path for pair in PAIRS for path in pair]

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


class Words(HTMLParser):
    """Collects what a reader sees, outside of what is written in another language."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.found.append(data.strip())


@pytest.mark.parametrize("path", EVERY)
def test_a_page_has_one_title_a_description_and_its_twin(client: Client, path: str) -> None:
    html = page(client, path)
    assert html.count("<h1") == 1
    assert re.search(r"<title>.+Cordée.*</title>|<title>Cordée .+</title>", html)
    assert re.search(r'<meta name="description" content=".{40,}">', html)
    assert html.count('rel="alternate" hreflang=') == 3
    assert html.count('rel="canonical"') == 1


@pytest.mark.parametrize("path", EVERY)
def test_titles_go_down_one_step_at_a_time(client: Client, path: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", page(client, path))]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("english", [english for _, english in PAIRS])
def test_no_french_is_left_in_english(client: Client, english: str) -> None:
    words = Words()
    words.feed(page(client, english).replace("Défenseur des droits", ""))
    french = [text for text in words.found if re.search(r"\b(vous|vos|votre|une|des|les|est)\b|[\u202f«»]", text)]
    assert french == []


@pytest.mark.parametrize("path", EVERY)
def test_every_link_inside_leads_to_a_page(client: Client, path: str) -> None:
    call_command("load_packs", verbosity=0)
    inside = {href for href in re.findall(r'href="(/[^"#]*)"', page(client, path)) if not href.startswith("/static/")}
    assert len(inside) > 3
    assert {href: client.get(href).status_code for href in inside} == dict.fromkeys(inside, 200)


@pytest.mark.parametrize(("days", "said"), [(90, "au bout de 90 jours"), (1, "au bout d’un jour")])
def test_the_front_page_says_the_retention_of_the_settings(client: Client, days: int, said: str) -> None:
    with override_settings(VISITOR_RETENTION_DAYS=days):
        assert page(client, "/").count(said) == 2


@pytest.mark.parametrize(("days", "said"), [(90, "90 jours après"), (1, "Un jour après")])
def test_the_privacy_page_says_the_retention_of_the_settings(client: Client, days: int, said: str) -> None:
    with override_settings(VISITOR_RETENTION_DAYS=days):
        assert said in page(client, "/vos-donnees/")


def test_the_privacy_page_names_the_only_cookie(client: Client) -> None:
    with override_settings(SESSION_COOKIE_AGE=14 * 86_400):
        html = page(client, "/vos-donnees/")
    assert "cordee_session" in html
    assert "14 jours" in html


@pytest.mark.parametrize("path", ["/vos-donnees/", "/accessibilite/", "/a-propos/"])
def test_the_operator_is_named_or_its_absence_is_said(client: Client, path: str) -> None:
    with override_settings(OPERATOR_NAME="Fédération <X>", OPERATOR_EMAIL="dpo@example.org"):
        html = page(client, path)
    assert "Fédération &lt;X&gt;" in html
    assert 'href="mailto:dpo@example.org"' in html
    with override_settings(OPERATOR_NAME="", OPERATOR_EMAIL=""):
        assert "n’a pas encore indiqué" in page(client, path)


@pytest.mark.parametrize(
    ("path", "example"),
    [(path, "/360/exemple/") for path in ("/", "/a-propos/")]
    + [(path, "/en/360/example/") for path in ("/en/", "/en/about/")],
)
def test_a_finished_360_is_one_link_away(client: Client, path: str, example: str) -> None:
    assert f'href="{example}"' in page(client, path)


def test_about_credits_the_page_it_comes_from_and_its_licence(client: Client) -> None:
    html = page(client, "/a-propos/")
    assert 'href="https://www.lerameau.fr/kit-evaluation-partenariale/"' in html
    assert "EUPL" in html


def test_about_leads_to_the_source_code_when_its_address_is_known(client: Client) -> None:
    with override_settings(SOURCE_URL="https://code.example.org/cordee"):
        assert 'href="https://code.example.org/cordee"' in page(client, "/a-propos/")
    with override_settings(SOURCE_URL=""):
        assert "demandez-le-lui" in page(client, "/a-propos/")


def test_the_card_shows_each_value_and_each_source(client: Client) -> None:
    html = page(client, "/")
    for value in ("74", "83", "84", "92", "97"):
        assert value in html
    assert html.count("carenews.com/le-rameau/news/odd-17-pourquoi-faire-alliance") == 4
    assert "reseau-alliances.org/actualites-rse" in html


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_pages_that_are_only_read_refuse_the_rest(client: Client, method: str) -> None:
    assert getattr(client, method)("/a-propos/").status_code == 405


def test_scripts_and_styles_are_files_of_this_site(client: Client) -> None:
    html = page(client, "/")
    assert re.findall(r'<script[^>]*src="([^"]*)"', html) == [
        "/static/ui/js/cordee.js",
        "/static/ui/js/term-cards.js",
    ]
    assert {address.split("/")[1] for address in re.findall(r'rel="stylesheet" href="([^"]*)"', html)} == {"static"}
