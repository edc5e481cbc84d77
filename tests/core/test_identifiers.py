"""Numbers of organisations: those that exist are read however they are written, one wrong digit is always seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.identifiers import FAULT_WORDS, IdentifierFault, luhn_sum, rna, siren, siren_of, siret, told

DIGITS = st.text("0123456789", min_size=8, max_size=8)


def completed(start: str) -> str:
    """Add the digit that makes the Luhn sum a multiple of ten."""
    return next(start + key for key in "0123456789" if luhn_sum(start + key) % 10 == 0)


@pytest.mark.parametrize("text", ["732829320", "732 829 320", "732.829.320", "732\u202f829\u00a0320", " 732-829-320\n"])
def test_a_siren_is_read_however_it_is_written(text: str) -> None:
    assert siren(text).value == "732829320"
    assert siren(text).message is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", IdentifierFault.NOT_DIGITS),
        ("73282932O", IdentifierFault.NOT_DIGITS),
        ("٧٣٢٨٢٩٣٢٠", IdentifierFault.NOT_DIGITS),
        ("73282932", IdentifierFault.SIREN_LENGTH),
        ("7328293200", IdentifierFault.SIREN_LENGTH),
        ("73282932000074", IdentifierFault.SIREN_IS_SIRET),
        ("732829321", IdentifierFault.SIREN_KEY),
    ],
)
def test_what_is_wrong_with_a_siren_is_named(text: str, fault: IdentifierFault) -> None:
    assert siren(text).fault is fault
    assert siren(text).value == ""


@given(DIGITS)
def test_exactly_one_last_digit_makes_a_siren(start: str) -> None:
    assert sum(siren(start + key).fault is None for key in "0123456789") == 1


@given(DIGITS, st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_always_seen(start: str, place: int, step: int) -> None:
    right = completed(start)
    wrong = right[:place] + str((int(right[place]) + step) % 10) + right[place + 1 :]
    assert siren(right).value == right
    assert siren(wrong).fault is IdentifierFault.SIREN_KEY


@given(DIGITS, st.text("0123456789", min_size=4, max_size=4))
def test_the_siren_of_a_siret_is_its_beginning(start: str, office: str) -> None:
    number = completed(completed(start) + office)
    assert siret(number).value == number
    assert siren(siren_of(number)).fault is None


@pytest.mark.parametrize("number", ["35600000000048", "35600000049837", "35600000009075"])
def test_la_poste_has_a_rule_of_its_own_for_siret_and_none_for_siren(number: str) -> None:
    assert siret(number).value == number
    assert siren("356000000").value == "356000000"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("35600000049838", IdentifierFault.SIRET_KEY),
        ("73282932000075", IdentifierFault.SIRET_KEY),
        ("73282932100073", IdentifierFault.SIRET_KEY),
        ("732829320", IdentifierFault.SIRET_LENGTH),
        ("x", IdentifierFault.NOT_DIGITS),
    ],
)
def test_what_is_wrong_with_a_siret_is_named(text: str, fault: IdentifierFault) -> None:
    assert siret(text).fault is fault


def test_a_siret_whose_whole_is_right_but_not_its_siren_is_refused() -> None:
    number = completed("7328293210007")
    assert luhn_sum(number) % 10 == 0
    assert siret(number).fault is IdentifierFault.SIRET_KEY


@pytest.mark.parametrize("text", ["W691234567", "w691234567", "W 691 234 567"])
def test_an_rna_number_is_a_w_and_nine_digits(text: str) -> None:
    assert rna(text).value == "W691234567"


@pytest.mark.parametrize("text", ["W69123456", "W6912345678", "X691234567", "W69123456A", "", "W٦٩١٢٣٤٥٦٧"])
def test_anything_else_is_no_rna_number(text: str) -> None:
    assert rna(text).fault is IdentifierFault.RNA_FORM


def test_nine_digits_are_not_completed_into_an_rna_number() -> None:
    assert rna("732829320").fault is IdentifierFault.RNA_IS_SIREN


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_a_fault_with_its_words_in_both_languages(text: str) -> None:
    for checked in (siren(text), siret(text), rna(text)):
        assert (checked.fault is None) == bool(checked.value)
        if checked.message:
            said = told(checked.message)
            assert len(said.fr) > 20
            assert len(said.en) > 20


def test_every_fault_has_words() -> None:
    assert set(FAULT_WORDS) == set(IdentifierFault)


def test_the_words_name_the_siren_inside_a_siret() -> None:
    message = siren("73282932000074").message
    assert message is not None
    assert "732829320" in message.remedy.fr
