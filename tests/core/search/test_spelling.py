"""Mistakes of typing: one letter for any word, more for a long one, and no guess where there is none to make."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.search.making import entry

from cordee.core.search.building import catalogue_of
from cordee.core.search.spelling import nearest, one_error_away

TEXT = "évaluation évaluation dévaluation confiance pertinence mutualisation partenaire"
INDEX = catalogue_of([entry("terms:a", "A", TEXT), entry("terms:b", "B", "évaluation")]).languages["fr"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("evaluatoin", "evaluation"),
        ("evaluatio", "evaluation"),
        ("evalluation", "evaluation"),
        ("eveluation", "evaluation"),
        ("pertinance", "pertinence"),
        ("mutaulisatoin", "mutualisation"),  # two mistakes in a long word
        ("confanse", "confiance"),
    ],
)
def test_what_was_meant_is_found(typed: str, meant: str) -> None:
    assert nearest(typed, INDEX) == meant


@pytest.mark.parametrize("typed", ["con", "2027", "transmission", "xyzzyq", ""])
def test_no_guess_is_made(typed: str) -> None:
    assert nearest(typed, INDEX) is None


@given(st.text(alphabet="abcd", min_size=1, max_size=6), st.text(alphabet="abcd", max_size=6))
def test_one_error_goes_both_ways(one: str, other: str) -> None:
    assert (other in set(one_error_away(one))) == (one in set(one_error_away(other)))
