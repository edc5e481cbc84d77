"""The page « chercher »: groups, facets, words marked, both languages, and whatever may be typed."""

import re
from html import unescape

import pytest
from django.test import Client

HTMX = {"HX-Request": "true"}
STRANGE = [
    '" OR "1"="1',
    "title:évaluation*",
    "NEAR(a b)",
    "a" * 10_000,
    "évaluation " * 900,
    "évalua\x00tion",
    "🧗🏽‍♀️",
    "%_\\'",
    "<script>alert(1)</script>",
    "\u202e\u200b",
    "les des et",
]

pytestmark = [
    pytest.mark.once,
    pytest.mark.django_db,
    pytest.mark.urls("tests.apps.library.search.pages"),
    pytest.mark.usefixtures("indexed"),
]


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def read(client: Client, path: str = "/chercher/", **query: str) -> str:
    answer = client.get(path, query)
    assert answer.status_code == 200
    return answer.content.decode()


def titles(page: str) -> list[str]:
    return [text_of(one).strip() for one in re.findall(r'<h3 class="hit-title"[^>]*>(.*?)</h3>', page, re.DOTALL)]


def test_results_stand_by_kind_the_best_first(client: Client) -> None:
    page = read(client, q="evaluation")
    assert titles(page)[0] == "Évaluation"
    kinds = re.findall(r'id="found-(\w+)"', page)
    assert kinds[0] == "terms"
    assert {"terms", "stories", "courses"} <= set(kinds)
    assert max(page.split('<section class="found"'), key=len).count('class="hit"') <= 4


def test_words_found_are_marked_and_the_question_is_kept(client: Client) -> None:
    page = read(client, q="evaluation")
    assert "<mark>Évaluation</mark>" in page
    assert re.search(r'<input[^>]*name="q" value="evaluation"', page)


def test_a_hit_leads_to_its_page(client: Client) -> None:
    address = re.findall(r'<h3 class="hit-title"><a href="([^"]*)"', read(client, q="théorie du changement"))[0]
    assert client.get(address).status_code == 200


def test_in_english_the_page_and_its_addresses_are_english(client: Client) -> None:
    page = read(client, "/en/search/", q="theory of change")
    assert titles(page)[0] == "Theory of change"
    assert all(link.startswith("/en/") for link in re.findall(r'<h3 class="hit-title"><a href="([^"]*)"', page))
    assert "results for ‘theory of change’" in text_of(page)


def test_what_the_other_language_found_says_so_and_shows_its_text(client: Client) -> None:
    page = read(client, q="housing association")
    assert 'class="hit-excerpt" lang="en"' in page
    assert "Trouvé dans son texte anglais" in page


def test_a_kind_has_pages_of_its_own(client: Client) -> None:
    page = read(client, q="alliance", genre="terms")
    assert set(re.findall(r'id="found-(\w+)"', page)) == {"terms"}
    assert page.count('class="hit"') == 20
    after = unescape(re.findall(r'href="([^"]*)" rel="next"', page)[0])
    second = client.get(f"/chercher/{after}").content.decode()
    assert 'rel="prev"' in second
    assert not set(titles(page)) & set(titles(second))


@pytest.mark.parametrize("number", ["0", "-3", "999999999999", "x", "٣", ""])
def test_a_page_that_is_not_there_shows_one_that_is(client: Client, number: str) -> None:
    assert titles(read(client, q="alliance", genre="terms", page=number))


def test_facets_count_what_they_leave(client: Client) -> None:
    page = read(client, q="évaluation")
    for address, count in re.findall(
        r'class="choice" href="([^"]*)"[^>]*>[^<]*<span class="choice-count">(\d+)</span>', page
    ):
        narrowed = client.get(f"/chercher/{unescape(address)}").content.decode()
        assert text_of(narrowed).count(f"{count} résultat") >= 1
    assert 'href="?q=%C3%A9valuation&amp;approche=clarity"' in page


def test_a_choice_is_shown_and_taken_away_by_its_own_link(client: Client) -> None:
    page = read(client, q="évaluation", difficulte="easy")
    assert re.search(r'href="\?q=%C3%A9valuation" aria-current="true">Facile', page)
    assert '<input type="hidden" name="difficulte" value="easy">' in page


def test_a_value_that_nothing_has_is_left_out(client: Client) -> None:
    assert titles(read(client, q="évaluation", difficulte="impossible")) == titles(read(client, q="évaluation"))


def test_a_mistake_is_corrected_and_told(client: Client) -> None:
    page = read(client, q="evaluatoin")
    assert titles(page)[0] == "Évaluation"
    assert "Voici ce qui répond à « évaluation »" in text_of(page).replace("\u202f", " ")


def test_nothing_found_gives_doors(client: Client) -> None:
    page = read(client, q="xyzzyq")
    assert "Rien ne répond à cette question" in page
    assert 'href="/diagnostic/"' in page
    assert "laissé de côté" not in page


def test_an_empty_box_gives_examples(client: Client) -> None:
    page = read(client)
    assert "Par exemple" in page
    assert "résultat" not in text_of(page).split("Votre question")[1].split("Par exemple")[0]


@pytest.mark.parametrize("text", STRANGE)
@pytest.mark.parametrize("path", ["/chercher/", "/en/search/"])
def test_whatever_is_typed_there_is_a_page(client: Client, path: str, text: str) -> None:
    page = read(client, path, q=text)
    assert "<script>alert" not in page
    assert "\x00" not in page


def test_a_long_question_is_cut_and_that_is_told(client: Client) -> None:
    assert "seul son début a été lu" in read(client, q="évaluation " * 900)


def test_as_one_types_only_what_changes_is_sent(client: Client) -> None:
    answer = client.get("/chercher/", {"q": "éval"}, headers=HTMX)
    part = answer.content.decode()
    assert "<html" not in part
    assert 'id="search-status" hx-swap-oob="innerHTML"' in part
    assert titles(part)[0] == "Évaluation"
    assert "HX-Request" in answer["Vary"]


def test_a_browser_may_search_from_its_own_box(client: Client) -> None:
    answer = client.get("/chercher/opensearch.xml")
    assert answer["Content-Type"].startswith("application/opensearchdescription+xml")
    assert 'template="http://127.0.0.1:8000/chercher/?q={searchTerms}"' in answer.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_page_is_only_read(client: Client, method: str) -> None:
    assert getattr(client, method)("/chercher/").status_code == 405


def test_a_question_costs_three_reads(client: Client, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    read(client, q="évaluation")
    with django_assert_max_num_queries(6):
        read(client, q="évaluation")
