"""The pages of the words: found, explained, linked, in both languages, and never a dead end."""

import json
import re

import pytest
from django.test import Client
from django.utils.translation import override
from tests.apps.library.loaded import french_left, loaded, page, seen
from tests.core.alliance import reference_pack

from cordee.apps.library.addresses import slug_of
from cordee.apps.library.words.listing import listing_of
from cordee.core.packs.text import Text

pytestmark = pytest.mark.django_db

LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


def test_without_a_pack_the_pages_say_so(client: Client) -> None:
    for path in ("/mots/", "/mots/alliance/", "/mots/id/alliance/", "/mots/glossaire.csv", "/mots/glossaire.pdf"):
        assert "La bibliothèque n’est pas encore installée" in page(client, path)
    assert "The library is not installed yet" in page(client, "/en/words/")


def test_every_word_is_listed_once_under_its_letter(client: Client) -> None:
    pack = loaded()
    html = page(client, "/mots/")
    letters = re.findall(r'<h2 id="letter-(.)">(.)</h2>', html)
    assert [letter for _, letter in letters] == sorted(letter for _, letter in letters)
    assert re.findall(r'href="#letter-(.)"', html) == [anchor for anchor, _ in letters]
    for term in pack.terms:
        assert html.count(f'<dt><a href="/mots/{slug_of(term.name, "fr")}/">') == 1, term.id
    assert f"{len(pack.terms)} mots" in html


def test_a_word_is_found_whatever_its_accents_and_plural(client: Client) -> None:
    loaded()
    for wanted in ("ecosysteme", "Écosystèmes"):
        assert '<dt><a href="/mots/ecosysteme/">' in page(client, f"/mots/?q={wanted}")
    assert '<dt><a href="/mots/coherence/">' not in page(client, "/mots/?q=ecosysteme+voisin+inconnu")


def test_a_synonym_leads_to_the_word() -> None:
    pack = reference_pack()
    found = listing_of(pack, "temps caché")
    assert "transaction_costs" in {entry.id for letter in found.letters for entry in letter.entries}
    with override("en"):
        found = listing_of(pack, "lessons learnt")
        assert [entry.id for letter in found.letters for entry in letter.entries] == ["capitalisation"]


def test_a_search_without_answer_says_what_to_do(client: Client) -> None:
    loaded()
    html = page(client, "/mots/?q=hippopotame")
    assert "Aucun mot ne répond à cette recherche" in html
    assert 'value="hippopotame"' in html


def test_what_is_searched_is_shown_as_text(client: Client) -> None:
    loaded()
    assert "<b>x</b>" not in page(client, "/mots/?q=%3Cb%3Ex%3C/b%3E&family=%3Cb%3Ex%3C/b%3E")


def test_families_filter_and_count_what_the_search_found() -> None:
    pack = reference_pack()
    every, figures = listing_of(pack), listing_of(pack, family="figures")
    assert sum(family.count for family in every.families) == every.count == len(pack.terms)
    assert figures.count == next(one.count for one in every.families if one.id == "figures")
    assert [family.id for family in figures.families if family.is_chosen] == ["figures"]
    assert listing_of(pack, family="nowhere").count == every.count


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_word_has_a_whole_page(client: Client, lang: str) -> None:
    pack = loaded()
    start = "/mots" if lang == "fr" else "/en/words"
    for term in pack.terms[::9]:
        html = page(client, f"{start}/{slug_of(term.name, lang)}/")
        text = seen(html)
        assert html.count("<h1") == 1
        for told in (term.definition, term.example, term.origin, term.difference):
            assert told is None or re.sub(r"[ \n]+", " ", told.in_(lang)) in text, term.id
        if lang == "en":
            assert french_left(html) == [], term.id


def test_the_definitions_of_confused_words_stand_side_by_side(client: Client) -> None:
    pack = loaded()
    html = page(client, "/mots/efficience/")
    other = next(term for term in pack.terms if term.id == "effectiveness")
    assert other.definition.fr in seen(html)
    assert "L’efficacité compare les résultats aux objectifs" in html
    assert '<a href="/mots/efficacite/">' in html


def test_a_definition_of_ours_says_so_and_a_sourced_one_gives_its_address(client: Client) -> None:
    loaded()
    ours, sourced = page(client, "/mots/maturite/"), page(client, "/mots/couts-de-transaction/")
    assert 'href="/mots/id/working_definition/"' in ours
    assert 'href="/mots/id/working_definition/"' not in sourced
    assert re.search(r'<a href="https://[^"]+" rel="noopener" hreflang="fr">', sourced)


def test_a_word_says_where_the_product_uses_it(client: Client) -> None:
    loaded()
    html = page(client, "/mots/intervalle-de-confiance/")
    assert '<a href="/diagnostic/methode/intervals/">Comment c’est calculé</a>' in html
    trust = seen(page(client, "/mots/confiance/"))
    assert "Impact\u202f: Confiance" in trust


def test_the_lasting_id_leads_to_the_page_in_each_language(client: Client) -> None:
    loaded()
    assert client.get("/mots/id/alliance_contract/")["Location"] == "/mots/contrat-alliance/"
    assert client.get("/en/words/id/alliance_contract/")["Location"] == "/en/words/alliance-contract/"
    assert client.get("/mots/id/nowhere/").status_code == 404
    assert client.get("/mots/carte/nowhere/").status_code == 404


def test_a_former_or_foreign_address_moves_for_good(client: Client) -> None:
    pack = reference_pack()
    card = pack.card.model_copy(update={"version": "1.0.0"})
    first = pack.terms[0].model_copy(update={"name": Text(fr="Ancien nom", en="Former name")})
    loaded(pack.model_copy(update={"card": card, "terms": (first, *pack.terms[1:])}))
    loaded(pack)
    for path in ("/mots/ancien-nom/", "/en/words/ancien-nom/", "/en/words/former-name/"):
        moved = client.get(path)
        assert moved.status_code == 301
        assert moved["Location"] in ("/mots/alliance/", "/en/words/alliance/")
    moved = client.get("/mots/alliance-contract/")
    assert (moved.status_code, moved["Location"]) == (301, "/mots/contrat-alliance/")


def test_an_unknown_word_proposes_those_that_look_like_it(client: Client) -> None:
    loaded()
    html = page(client, "/mots/contra-alliance/", status=404)
    assert "Ce mot n’est pas dans le glossaire" in html
    assert '<a href="/mots/contrat-alliance/">' in html
    assert 'href="/mots/"' in page(client, "/mots/zzzzzz/", status=404)


def test_the_card_is_a_fragment_with_a_way_to_the_whole(client: Client) -> None:
    loaded()
    html = page(client, "/mots/carte/alliance/")
    assert "<html" not in html
    assert 'id="term-card-title"' in html
    assert 'href="/mots/alliance/"' in html


def test_search_engines_read_the_word_and_the_list(client: Client) -> None:
    pack = loaded()
    word = json.loads(LD.findall(page(client, "/mots/theorie-du-changement/"))[0])
    assert (word["@type"], word["name"], word["inLanguage"]) == ("DefinedTerm", "Théorie du changement", "fr")
    assert word["url"] == "http://testserver/mots/theorie-du-changement/"
    assert word["inDefinedTermSet"]["@id"] == "http://testserver/mots/"
    whole = json.loads(LD.findall(page(client, "/en/words/"))[0])
    assert whole["@type"] == "DefinedTermSet"
    assert len(whole["hasDefinedTerm"]) == len(pack.terms)


def test_data_in_a_page_cannot_end_its_block_early(client: Client) -> None:
    pack = reference_pack()
    hostile = Text(fr="</script><script>x</script> & <b>", en="</script><script>x</script>")
    loaded(
        pack.model_copy(update={"terms": (pack.terms[0].model_copy(update={"definition": hostile}), *pack.terms[1:])})
    )
    html = page(client, "/mots/alliance/")
    assert "<script>x" not in html
    assert json.loads(LD.findall(html)[0])["description"] == hostile.fr
