"""The index: who holds what, with the weights worked out by hand, in the order of places whatever came first."""

from math import log1p

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.search.making import ENTRIES, entry, small_catalogue

from cordee.core.search.building import FIELD_WEIGHTS, LENGTH, SATURATION, catalogue_of, ordered
from cordee.core.search.index import Catalogue
from cordee.core.search.stems import stems_of
from cordee.core.search.storing import stored


def by_hand(texts: list[tuple[str, str]], word: str) -> list[float]:
    """Work out the weight of a stem in each text, given as title and body, by the formula of BM25F."""
    lengths = np.array([[len(stems_of(title, "fr")), 0, 0, len(stems_of(body, "fr"))] for title, body in texts])
    means = lengths.mean(axis=0)
    said = np.array(
        [[stems_of(title, "fr").count(word), 0, 0, stems_of(body, "fr").count(word)] for title, body in texts]
    )
    with np.errstate(invalid="ignore"):
        norms = 1 - LENGTH + LENGTH * np.nan_to_num(lengths / means)
    frequency = (FIELD_WEIGHTS * said / norms).sum(axis=1)
    holding = int((frequency > 0).sum())
    rarity = log1p((len(texts) - holding + 0.5) / (holding + 0.5))
    return [float(rarity * one / (SATURATION + one)) for one in frequency if one]


def test_the_weights_are_those_worked_by_hand() -> None:
    texts = [("Confiance", "se gagne"), ("Le Val", "confiance et confiance encore gagnée"), ("Autre", "rien")]
    catalogue = catalogue_of([entry(f"terms:{number}", *text) for number, text in enumerate(texts)])
    places, weights = catalogue.languages["fr"].holders("confianc")
    assert places.tolist() == [0, 1]
    assert weights.tolist() == pytest.approx(by_hand(texts, "confianc"), rel=1e-6)


def test_a_title_says_more_than_a_body() -> None:
    _, (title, body) = (
        catalogue_of([entry("terms:a", "Impact", "mesure"), entry("terms:b", "Mesure", "impact")])
        .languages["fr"]
        .holders("impact")
    )
    assert title > body


def test_an_entry_in_two_languages_has_one_place() -> None:
    catalogue = small_catalogue()
    assert catalogue.size == len(ordered(ENTRIES)) == 5
    assert catalogue.facets["kind"]["tools"].tolist() == [3, 4]
    assert catalogue.facets["difficulty"]["expert"].tolist() == [4]


def test_what_a_hyphen_ties_is_found_whole_and_in_parts() -> None:
    index = catalogue_of([entry("terms:a", "Co-construction")]).languages["fr"]
    assert {"co", "construct", "coconstruct"} <= set(index.rows)


def test_a_word_is_spelt_as_it_is_most_often_written() -> None:
    index = catalogue_of([entry("terms:a", "Évaluation", "évaluation EVALUATION évaluation")]).languages["fr"]
    assert index.spellings["evaluation"].written == "évaluation"


def test_nothing_to_find_makes_an_empty_catalogue() -> None:
    empty: Catalogue = catalogue_of([])
    assert (empty.size, empty.languages["fr"].rows) == (0, {})


@given(st.permutations(ENTRIES))
def test_the_order_in_which_entries_come_changes_no_answer(entries: list) -> None:  # type: ignore[type-arg]
    one, other = catalogue_of(entries), catalogue_of(ENTRIES)
    for lang in ("fr", "en"):
        for word in one.languages[lang].rows:
            mine, theirs = one.languages[lang].holders(word), other.languages[lang].holders(word)
            assert np.array_equal(mine[0], theirs[0])
            assert np.array_equal(mine[1], theirs[1])


def test_the_same_entries_are_stored_alike() -> None:
    assert len(stored(small_catalogue())) == len(stored(small_catalogue()))
