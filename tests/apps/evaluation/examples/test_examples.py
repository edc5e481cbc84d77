"""The examples say what the pack says, each fact with its source, in both languages, and what is missing."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.translation import override
from lxml import html
from tests.apps.diagnosis.conftest import reference_pack, stored

from cordee.apps.evaluation.examples.chosen import EXAMPLES, Cell, Example, Place
from cordee.apps.evaluation.examples.facts import END_OF_SENTENCE, facts_of, sentence_of, sentences
from cordee.apps.evaluation.examples.findable import example_of, public_examples
from cordee.apps.evaluation.examples.queries import page_of, pages_of
from cordee.apps.library.reading import opened
from cordee.core.packs.library import Story
from cordee.core.packs.text import Lang, Text

PACK = reference_pack()
LANGS: tuple[Lang, ...] = ("fr", "en")
each_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.story)


def story_of(example: Example) -> Story:
    return next(story for story in PACK.stories if story.id == example.story)


@each_example
def test_every_fact_is_a_sentence_of_the_pack_with_sources_of_its_story(example: Example) -> None:
    story = story_of(example)
    assert set(example.began) <= set(story.sources)
    for lang in LANGS:
        facts = facts_of(example, story, PACK, lang)
        assert [fact.placed for fact in facts] == list(example.facts)
        for fact in facts:
            assert fact.text in getattr(story, fact.placed.field).in_(lang)
            assert {source.id for source in fact.sources} == set(fact.placed.sources)
            assert bool(fact.sources) == (fact.placed.place is not Place.UNKNOWN)


@each_example
def test_a_fact_stands_at_one_place_and_its_cell_is_one_of_the_six(example: Example) -> None:
    assert len({(fact.field, fact.begins) for fact in example.facts}) == len(example.facts)
    cells = {fact.place for fact in example.facts if isinstance(fact.place, Cell)}
    assert {cell.impact for cell in cells} <= {impact.id for impact in PACK.impacts}


def test_a_level_that_is_none_of_the_two_is_refused() -> None:
    with pytest.raises(ValueError, match="village"):
        Cell("trust", "village")


@pytest.mark.parametrize("text", ["", "Une seule.", "Une. Deux ! 3 pour finir ? Oui."])
def test_sentences_put_together_again_are_the_text(text: str) -> None:
    assert " ".join(sentences(text)) == text
    assert not any(END_OF_SENTENCE.search(one) for one in sentences(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (Text(fr="Avant. Quinze salariés.", en="Before. Fifteen employees."), "Fifteen employees."),
        (Text(fr="Avant. Seize salariés.", en="Before. Sixteen employees."), ""),
        (Text(fr="Avant. Quinze salariés.", en="Before, fifteen employees."), ""),
        (None, ""),
    ],
)
def test_a_sentence_that_changed_is_left_out_rather_than_taken_for_another(text: Text | None, found: str) -> None:
    assert sentence_of(text, "Quinze", "en") == found


@pytest.mark.django_db
class TestPages:
    @pytest.fixture(autouse=True)
    def pack(self) -> None:
        stored(PACK)

    @pytest.mark.parametrize("lang", LANGS)
    def test_no_fact_is_shown_without_its_source(self, client: Client, lang: str) -> None:
        for example in EXAMPLES:
            with override(lang):
                page = html.fromstring(client.get(example_of(example.story)).content)
            known = {source.address for source in PACK.sources if source.id in story_of(example).sources}
            shown = page.xpath("//ul[@class='facts']/li")
            published = [fact for fact in example.facts if fact.place is not Place.UNKNOWN]
            assert len(shown) == len(published) + 1, "the day it began, then each fact"
            for fact in shown:
                links = fact.xpath(".//span[@class='fact-sources']/a/@href")
                assert links
                assert set(links) <= known

    def test_what_is_missing_is_said_and_no_judgement_is_made(self, client: Client) -> None:
        with override("fr"):
            words = client.get(example_of("premery-ebe58")).content.decode()
        assert words.count("Non publié") > 5
        assert "nous n’en portons pas à leur place" in words
        assert "L’effet propre sur le chômage du canton n’a pas été trouvé." in words

    def test_an_impact_says_from_when_it_may_be_read(self) -> None:
        with override("fr"):
            library = opened()
            assert library is not None
            page = page_of(library, "jouques-elan")
        assert page is not None
        assert [row.horizon for row in page.rows] == [
            "À lire depuis mai 2018.",
            "À lire depuis novembre 2023.",
            "Trop tôt : cet impact ne se lit qu’à partir de novembre 2044.",
        ]

    def test_the_list_counts_what_is_published(self, client: Client) -> None:
        with override("fr"):
            library = opened()
            assert library is not None
            assert [page.published for page in pages_of(library)] == [13, 10, 12]
            words = client.get("/evaluations/exemples/").content.decode()
        assert "13 faits publiés" in words
        assert "2 cases d’effets sur 6 sont vides" in words

    def test_a_story_leads_to_its_example_and_another_to_none(self, client: Client) -> None:
        with override("fr"):
            library = opened()
            assert library is not None
            page = page_of(library, "jouques-elan")
            assert page is not None
            assert page.url in client.get(page.story_url).content.decode()
        assert example_of("solifap") == ""
        assert client.get("/evaluations/exemples/solifap/").status_code == 404

    def test_engines_find_the_four_pages_in_both_languages(self) -> None:
        pages = list(public_examples())
        assert len(pages) == 1 + len(EXAMPLES)
        assert all(set(page.paths) == set(LANGS) for page in pages)


@pytest.mark.django_db
def test_without_a_pack_the_pages_say_so(client: Client) -> None:
    for path in ("/evaluations/exemples/", "/evaluations/exemples/jouques-elan/"):
        assert client.get(path).status_code == 200
    assert len(list(public_examples())) == 1
