"""Words as people type them: accents, capitals, ligatures, apostrophes and hyphens do not hide them."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cordee.core.search.words import fold, words_of

TEXTS = st.text(max_size=80) | st.text(alphabet="aéèçœÆ'’ -.ODL17°s", max_size=40)


def folded(text: str) -> list[str]:
    return [word.folded for word in words_of(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("écosystème", "ecosysteme"),
        ("ÉVALUATIONS", "évaluations"),
        ("œuvre", "oeuvre"),
        ("Œuvre", "OEUVRE"),
        ("l’évaluation", "évaluation"),
        ("l'évaluation", "évaluation"),
        ("d’impact", "impact"),
        ("jusqu’alors", "alors"),
        ("the partner’s view", "the partner view"),
        ("M.E.D.O.C.", "MEDOC"),
        ("ODD17", "ODD 17"),
        ("360°", "360"),
        ("ﬁnance", "finance"),
        ("Haÿ", "hay"),
    ],
)
def test_two_writings_of_the_same_words_meet(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize("word", ["l", "s", "aujourd’hui", "C’est", "presqu’île"])
def test_words_that_only_look_elided_are_kept(word: str) -> None:
    assert folded(word)


@given(TEXTS)
@example("İstanbul ß ŉ")
def test_folding_again_changes_nothing(text: str) -> None:
    assert all(fold(word) == word for word in folded(text))


@given(TEXTS)
def test_composed_or_not_it_is_the_same_text(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert folded(unicodedata.normalize("NFD", composed)) == folded(composed)


@given(TEXTS)
def test_a_word_stands_where_it_says(text: str) -> None:
    words = list(words_of(text))
    assert all(fold(text[word.start : word.end]) == word.folded for word in words)
    assert all(before.end <= after.start for before, after in pairwise(words))


def test_what_a_hyphen_ties_is_said() -> None:
    assert [(word.folded, word.tied) for word in words_of("co-construction, co construction")] == [
        ("co", False),
        ("construction", True),
        ("co", False),
        ("construction", False),
    ]
