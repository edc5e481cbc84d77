"""Names that a person would call the same are folded alike, and nothing else is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.folding import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bouches-du-Rhône", "bouche du rhone"),
        ("Saint-Étienne", "St Etienne"),
        ("L’Haÿ-les-Roses", "l'hay les roses"),
        ("Œuilly", "oeuilly"),
        ("ÎLE-DE-FRANCE", "ile  de france"),
        ("Hautes-Alpes", "haute alpe"),
    ],
)
def test_the_same_name_is_folded_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("Aix", "Ai"), ("Ars", "Ar"), ("Lyon", "Laon"), ("Vienne", "Vienna")])
def test_short_words_and_other_names_stay_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_and_leaves_bare_words(text: str) -> None:
    once = folded(text)
    assert folded(once) == once
    assert once == " ".join(once.split())
    assert all(letter.isascii() and (letter.isalnum() or letter == " ") for letter in once)
