"""What questions find: synonyms, beginnings, mistakes, the other language, and never an error."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.core.search.making import entry, found, named, small_catalogue

from cordee.core.packs.text import Lang
from cordee.core.search.index import KIND
from cordee.core.search.query import MOST_ASKED, question_of
from cordee.core.search.ranking import answer, chosen_only, counts, kinds_found
from cordee.core.search.storing import read_back, stored

SMALL = small_catalogue(everyday=(("charte", "règle du jeu"),))
QUESTIONS = st.text(max_size=60) | st.lists(
    st.sampled_from(
        ["confiance", "trust", "évaluation", "eco", "world", "cafe", "des", '"', "OR", "-", "confianse", "récolte"]
    ),
    max_size=8,
).map(" ".join)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("confiance", "terms:trust"),
        ("la Confiance", "terms:trust"),
        ("trust", "terms:trust"),  # typed in the other language
        ("ecosysteme", "terms:ecosystem"),
        ("écosystèmes", "terms:ecosystem"),
        ("éco", "terms:ecosystem"),  # being typed
        ("evaluations", "stories:val"),
        ("recolte", "tools:harvest"),
        ("worldcafe", "tools:cafe"),  # typed as one word
        ("confianec", "terms:trust"),  # letters swapped
        ("ecosistème", "terms:ecosystem"),
        ("outcome harvesting", "tools:harvest"),  # found by the other text alone
    ],
)
def test_it_is_found_first(text: str, first: str) -> None:
    assert found(text)[0] == first


def test_the_name_that_is_the_whole_question_comes_first_however_often_others_say_it() -> None:
    insisting = entry("stories:more", "Confiance et confiance", "confiance " * 30)
    assert found("confiance", "fr", insisting)[0] == "terms:trust"


def test_what_the_screen_language_finds_comes_before_what_the_other_finds() -> None:
    given = answer(SMALL, "conversation", "fr")
    assert given.elsewhere.tolist() == [False]
    seated = answer(SMALL, "seated", "fr")
    assert (named(seated), seated.elsewhere.tolist()) == (["tools:cafe"], [True])


def test_everyday_words_are_searched_for_one_another() -> None:
    charter = entry("tools:charter", "Règle du jeu")
    assert found("charte", "fr", charter, everyday=(("charte", "règle du jeu"),)) == ["tools:charter"]


def test_a_name_of_several_words_is_one_thing_asked() -> None:
    more = entry("terms:toc", "Théorie du changement", names=("Theory of change",))
    index = small_catalogue(more).languages
    question = question_of("theory of change", index["fr"], index["en"])
    assert [asked.typed for asked in question.asked] == ["theory of change"]
    assert ("theor", "chang") in {way.stems for way in question.asked[0].ways}


def test_a_correction_is_told_as_the_texts_write_it() -> None:
    question = question_of("ecosistème", SMALL.languages["fr"], SMALL.languages["en"])
    assert [(one.typed, one.meant) for one in question.corrections] == [("ecosistème", "écosystème")]


def test_a_word_that_nothing_resembles_is_put_aside_and_the_others_searched() -> None:
    question = question_of("confiance xyzzyq", SMALL.languages["fr"], SMALL.languages["en"])
    assert question.unknown == ("xyzzyq",)
    assert found("confiance xyzzyq")[0] == "terms:trust"
    assert found("xyzzyq") == []


def test_few_answers_are_followed_by_partial_ones() -> None:
    given = answer(SMALL, "évaluation gagnée", "fr")
    assert given.partial.all()
    assert set(named(given)) == {"stories:val", "terms:trust"}


def test_a_name_within_the_question_is_found() -> None:
    assert "terms:ecosystem" in found("mesurer mon écosystème de conversation")


@pytest.mark.parametrize(
    "text", ["", "   ", "les des et", '"" OR (', "\x00", "🧗🏽", "l’", "a" * 10_000, "mot " * 2_000, "*", "%_"]
)
def test_strange_questions_find_nothing_or_something_and_never_fail(text: str) -> None:
    given = answer(SMALL, text, "fr")
    assert len(given.places) <= SMALL.size
    assert all(len(question.asked) <= MOST_ASKED for question in given.questions.values())


@given(QUESTIONS, st.sampled_from(["fr", "en"]))
@example("confiance\ud800", "fr")
def test_any_question_gives_an_order(text: str, lang: Lang) -> None:
    given = answer(SMALL, text, lang)
    assert len(set(given.places.tolist())) == len(given.places)
    ranks = list(zip(given.partial, given.elsewhere, -given.scores, given.places, strict=True))
    assert all(before < after for before, after in pairwise(ranks))


@given(QUESTIONS, st.sampled_from(["fr", "en"]))
def test_an_index_read_back_answers_alike(text: str, lang: Lang) -> None:
    one, other = answer(SMALL, text, lang), answer(READ_BACK, text, lang)
    assert np.array_equal(one.places, other.places)
    assert np.array_equal(one.scores, other.scores)


READ_BACK = read_back(stored(SMALL))


@given(QUESTIONS, st.sampled_from([{}, {"difficulty": "easy"}, {KIND: "tools"}, {KIND: "terms", "difficulty": "easy"}]))
def test_a_count_is_what_choosing_the_value_leaves(text: str, choices: dict[str, str]) -> None:
    given = answer(SMALL, text, "fr")
    told = counts(SMALL, given, choices)
    for facet, values in SMALL.facets.items():
        for value in values:
            left = len(chosen_only(SMALL, given, {**choices, facet: value}).places)
            assert told[facet].get(value, 0) == left


def test_a_value_that_nothing_has_leaves_nothing() -> None:
    given = answer(SMALL, "confiance", "fr")
    assert len(chosen_only(SMALL, given, {"difficulty": "none"}).places) == 0
    assert len(chosen_only(SMALL, given, {"unheard": "of"}).places) == 0


def test_kinds_stand_in_the_order_of_their_best_and_keep_theirs() -> None:
    given = answer(SMALL, "confiance", "fr")
    parts = kinds_found(SMALL, given)
    assert list(parts) == list(dict.fromkeys(name.split(":")[0] for name in named(given)))
    assert sum(len(part.places) for part in parts.values()) == len(given.places)
