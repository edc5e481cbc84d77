"""Stems: plurals and inflections meet, with or without accents; words without meaning are left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.packs.text import Lang
from cordee.core.search.stems import is_empty, stem, stems_of
from cordee.core.search.words import fold


@pytest.mark.parametrize(
    "family",
    [
        "évaluation évaluations évaluer évaluée évaluatif évaluateurs EVALUATION",
        "partenaire partenaires",
        "récit récits",
        "réseau réseaux",
        "sociétal sociétaux sociétale",
        "bénéficiaire bénéficiaires",
        "mesure mesurer mesurées",
        "œuvre oeuvres",
        "indicateur indicateurs",
        "mutualisation mutualiser mutualisés",
    ],
)
def test_french_inflections_meet(family: str) -> None:
    assert len({stem(fold(word), "fr") for word in family.split()}) == 1


@pytest.mark.parametrize(
    "family",
    ["evaluation evaluations evaluating evaluated", "story stories", "partnership partnerships", "trust trusted"],
)
def test_english_inflections_meet(family: str) -> None:
    assert len({stem(fold(word), "en") for word in family.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("impact", "impartial"), ("sens", "sensible"), ("partenariat", "partie")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert stem(one, "fr") != stem(other, "fr")


@pytest.mark.parametrize(
    ("word", "french", "english"), [("les", True, True), ("but", False, True), ("impact", False, False)]
)
def test_empty_words_are_those_of_each_language(word: str, french: bool, english: bool) -> None:
    assert (is_empty(word, "fr"), is_empty(word, "en")) == (french, english)


@given(st.text(max_size=60), st.sampled_from(["fr", "en"]))
def test_any_text_has_stems(text: str, lang: Lang) -> None:
    assert all(stems_of(text, lang))
