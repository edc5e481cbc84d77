"""Numbers as French and English readers write them, and as machines read them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.charts.numbers import MINUS, NARROW_SPACE, exact, format_number, format_range, format_tick

finite = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("value", "decimals", "french", "english"),
    [
        (2.25, 1, "2,3", "2.3"),
        (2.35, 1, "2,4", "2.4"),  # 2.35000000000000008882 in binary
        (0.05, 1, "0,1", "0.1"),
        (-0.05, 1, f"{MINUS}0,1", f"{MINUS}0.1"),
        (-0.04, 1, "0,0", "0.0"),
        (1234567.8, 0, f"1{NARROW_SPACE}234{NARROW_SPACE}568", "1,234,568"),
        (3, 2, "3,00", "3.00"),
    ],
)
def test_both_languages(value: float, decimals: int, french: str, english: str) -> None:
    assert format_number(value, "fr", decimals) == french
    assert format_number(value, "en", decimals) == english


def test_sign_is_written_on_demand_and_never_on_zero() -> None:
    assert format_number(0.7, "fr", signed=True) == "+0,7"
    assert format_number(-0.7, "fr", signed=True) == f"{MINUS}0,7"
    assert format_number(0.01, "fr", signed=True) == "0,0"


def test_units_stand_apart_as_the_language_asks() -> None:
    assert format_number(74, "fr", 0, unit="%") == f"74{NARROW_SPACE}%"
    assert format_number(74, "en", 0, unit="%") == "74%"
    assert format_number(12, "fr", 0, unit="k€") == "12\u00a0k€"


def test_range_writes_its_unit_once() -> None:
    assert format_range(71.2, 76.6, "fr", 0, unit="%") == f"71 à 77{NARROW_SPACE}%"
    assert format_range(-1.5, 0.5, "en", signed=True) == f"{MINUS}1.5 to +0.5"


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (0.5, "0.5"), (0.25, "0.25"), (1 / 3, "0.3333"), (100, "100")])
def test_tick_has_the_decimals_it_needs(value: float, text: str) -> None:
    assert format_tick(value, "en") == text


@given(finite, st.integers(0, 3))
def test_written_number_reads_back_within_half_a_step(value: float, decimals: int) -> None:
    text = format_number(value, "en", decimals).replace(",", "").replace(MINUS, "-")
    assert math.isclose(float(text), value, rel_tol=1e-15, abs_tol=0.5 * 10**-decimals * (1 + 1e-9))


@given(finite)
def test_languages_differ_only_by_their_marks(value: float) -> None:
    french = format_number(value, "fr", 2)
    assert french.replace(NARROW_SPACE, ";").replace(",", ".").replace(";", ",") == format_number(value, "en", 2)


@given(finite)
def test_exact_reads_back_as_the_same_number(value: float) -> None:
    assert float(exact(value)) == value
    assert not exact(value).startswith("-0.0") or value != 0
