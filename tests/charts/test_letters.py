"""Estimated widths against the real font, and lines that fit without losing a letter."""

import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from tests.charts.given import LABELS

from cordee.charts.letters import clean, text_width, two_line_width, wrap

FONTS = Path(__file__).parents[2] / "src/cordee/apps/reports/fonts"
SENTENCES = (
    "Équilibre des partenaires",
    "Contribution sociétale : ce que l’alliance change",
    "« Une vision partagée, des moyens qui ne suivent pas »",
    "0123456789 +1,2 −0,7 74 %",
    "Which partners would you call first, and why?",
)
sizes = st.sampled_from((12.0, 13.0, 14.0, 19.0))


def _real_width(text: str, font: TTFont) -> float:
    names, advances = font.getBestCmap(), font["hmtx"]
    return sum(advances[names[ord(letter)]][0] for letter in text) / font["head"].unitsPerEm


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize(("weight", "bold"), [("Regular", False), ("SemiBold", True)])
def test_estimate_is_never_under_the_real_width_and_close_above(text: str, weight: str, bold: bool) -> None:
    real = _real_width(text, TTFont(FONTS / f"InstrumentSans-{weight}.ttf"))
    assert real <= text_width(text, 1, bold=bold) <= 1.14 * real


def test_no_letter_of_the_font_is_estimated_too_narrow() -> None:
    font = TTFont(FONTS / "InstrumentSans-Regular.ttf")
    letters = [chr(code) for code in font.getBestCmap() if 0x20 <= code < 0x180 and chr(code).isalnum()]
    assert len(letters) > 150
    narrow = [letter for letter in letters if text_width(letter, 1) < _real_width(letter, font) - 0.011]
    assert narrow == []


def test_combining_marks_take_no_room_and_other_scripts_take_some() -> None:
    assert text_width(unicodedata.normalize("NFD", "é"), 10) == text_width("é", 10)
    assert text_width("漢", 10) > 10
    assert text_width("😀", 10) > 10


@given(LABELS, st.floats(40, 400), sizes, st.booleans())
def test_lines_fit_and_lose_nothing(label: str, width: float, size: float, bold: bool) -> None:
    text = clean(label)
    lines = wrap(text, width, size, bold=bold)
    assert all(text_width(line, size, bold=bold) <= width + 1e-6 for line in lines)
    assert "".join(lines).replace(" ", "").replace("-", "") == text.replace(" ", "").replace("-", "")


@given(LABELS, st.floats(40, 400))
def test_lines_are_as_few_as_can_be(label: str, width: float) -> None:
    text = clean(label)
    assert (len(wrap(text, width, 14)) == 1) == (text_width(text, 14) <= width)
    assert len(wrap(text, two_line_width(text, 14), 14)) <= 2


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("cercle masqué : trop peu", ["cercle masqué :", "trop peu"]),
        ("vraiment utile ? « Oui »", ["vraiment", "utile ? « Oui »"]),
        ("Bourgogne-Franche-Comté", ["Bourgogne-", "Franche-Comté"]),
        ("Équilibre des partenaires", ["Équilibre des", "partenaires"]),
    ],
)
def test_french_marks_stay_with_their_word(text: str, lines: list[str]) -> None:
    assert wrap(text, 130, 14) == lines


def test_long_word_is_hyphenated_but_an_address_is_not() -> None:
    assert wrap("anticonstitutionnellement", 100, 14)[0].endswith("-")
    pieces = wrap("1234567890123456789012345", 100, 14)
    assert "".join(pieces) == "1234567890123456789012345"


@given(st.text())
def test_clean_text_is_fit_for_xml_and_stays_clean(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in cleaned)
    assert "\u00a0" not in text or "\u00a0" in cleaned
