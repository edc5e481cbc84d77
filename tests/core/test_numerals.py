"""Numbers as French and English readers write them, alike in sentences and in figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.charts.numbers import format_number
from cordee.core.numerals import bounds, levels, number, percent, short

FINITE = st.floats(-1e6, 1e6, allow_nan=False)


@given(FINITE, st.sampled_from(["fr", "en"]), st.integers(0, 3), st.booleans())
def test_sentences_and_figures_write_the_same_number(value, lang, decimals, signed):
    assert number(value, lang, decimals, signed=signed) == format_number(value, lang, decimals, signed=signed)


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [(0.5, "50\u202f%", "50%"), (1, "100\u202f%", "100%"), (0, "0\u202f%", "0%"), (1 / 3, "33\u202f%", "33%")],
)
def test_shares(value, french, english):
    assert (percent(value, "fr"), percent(value, "en")) == (french, english)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1, "1"), (1.0000000001, "1"), (1.04, "1"), (0.96, "1"), (1.25, "1.3"), (0, "0"), (-0.01, "0")],
)
def test_a_whole_number_has_no_decimal(value, expected):
    assert short(value, "en") == expected


def test_plurals():
    assert [levels(value, "fr") for value in (0, 1, 1.5, 2)] == ["0 niveau", "1 niveau", "1,5 niveau", "2 niveaux"]
    assert [levels(value, "en") for value in (0, 1, 1.5, 2)] == ["0 levels", "1 level", "1.5 levels", "2 levels"]


def test_intervals():
    assert bounds(-0.25, 1, "fr", signed=True) == "−0,3 à +1,0"
