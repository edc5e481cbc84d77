"""Figures as they are typed: every way of writing decimals and thousands in both languages, and the unit after them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.amounts import LARGEST, Amount, read_amount, unit_fits, write_amount


@pytest.mark.parametrize(
    ("text", "fr", "en"),
    [
        ("12", 12, 12),
        ("3,5", 3.5, 3.5),
        ("3.5", 3.5, 3.5),
        ("1 234,5", 1234.5, 1234.5),
        ("1\u202f234", 1234, 1234),
        ("1'234", 1234, 1234),
        ("1,234", 1.234, 1234),
        ("1,234,567", 1234567, 1234567),
        ("1.234.567", 1234567, 1234567),
        ("1,234.5", 1234.5, 1234.5),
        ("1.234,5", 1234.5, 1234.5),
        ("-0,5", -0.5, -0.5),
        ("+7", 7, 7),
        ("12,34.5", None, None),
        ("1,2,3", None, None),
        ("abc", None, None),
        ("", None, None),
        ("9999999999999", None, None),
    ],
)
def test_every_way_of_writing(text: str, fr: float | None, en: float | None) -> None:
    for lang, expected in (("fr", fr), ("en", en)):
        found = read_amount(text, lang)  # type: ignore[arg-type]
        assert (found.value if found else None) == expected


def test_the_unit_is_kept_apart() -> None:
    assert read_amount("3 km", "fr") == Amount(3, "km")
    assert read_amount("40\u202f%", "fr") == Amount(40, "%")


@given(st.text(max_size=30))
def test_nothing_typed_raises(text: str) -> None:
    for lang in ("fr", "en"):
        found = read_amount(text, lang)  # type: ignore[arg-type]
        assert found is None or abs(found.value) <= 1e12


@given(st.integers(-(10**9), 10**9))
def test_a_whole_number_reads_back(value: int) -> None:
    for written in (str(value), f"{value:,}".replace(",", "\u202f")):
        found = read_amount(written, "fr")
        assert found is not None
        assert found.value == value


def test_a_unit_is_the_same_or_how_it_begins() -> None:
    assert unit_fits("jours", "jours, en médiane")
    assert unit_fits("%", "% des objectifs datés")
    assert not unit_fits("jour", "jours, en médiane")
    assert not unit_fits("km", "€")


@given(st.floats(-LARGEST, LARGEST))
def test_a_figure_written_in_a_language_reads_back_the_same(value: float) -> None:
    for lang in ("fr", "en"):
        found = read_amount(write_amount(value, lang), lang)  # type: ignore[arg-type]
        assert found is not None
        assert found.value == value


def test_a_unit_in_letters_is_that_of_its_symbol() -> None:
    assert unit_fits("euros par an", "€ par an")
    assert unit_fits("€", "euros")
    assert not unit_fits("euros", "heures")
