"""A document written as JSON comes back equal, by the same characters; anything else is refused with the reason."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.document import (
    Absent,
    Column,
    Document,
    Kind,
    Paragraph,
    Photo,
    Picture,
    Points,
    Quote,
    Section,
    Slide,
    Table,
    Tone,
)
from cordee.core.document_json import NotADocument, fingerprint, from_json, to_json

DAY = date(2026, 11, 27)
JPEG, JPEG_TEXT = b"\xff\xd8\xff\xe0", "/9j/4A=="
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
finite = st.floats(allow_nan=False, allow_infinity=False)
cells = st.one_of(words, st.integers(-(10**12), 10**12), finite, st.dates(), st.builds(Absent, words))
columns = st.builds(Column, words, words, st.sampled_from(Kind), words, st.booleans())


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Draw a table whose rows are as wide as its columns."""
    heads = tuple(draw(st.lists(columns, max_size=3)))
    rows = st.lists(st.tuples(*([cells] * len(heads))), max_size=3)
    return Table(draw(words), draw(words), heads, tuple(draw(rows)))


blocks = st.one_of(
    st.builds(Paragraph, words, st.sampled_from(Tone)),
    st.builds(Points, st.lists(words, max_size=3).map(tuple), st.booleans()),
    st.builds(Quote, words, words),
    tables(),
    st.builds(Picture, words, words, words, words, tables()),
    st.builds(Photo, words, words, words, st.binary(max_size=9).map(lambda end: b"\xff\xd8\xff" + end)),
)
sections = st.builds(
    Section,
    words,
    words,
    words,
    st.lists(blocks, max_size=3).map(tuple),
    st.booleans(),
    st.integers(1, 2),
    st.sampled_from([None, *Slide]),
)
documents = st.builds(
    Document,
    words,
    words,
    words,
    st.sampled_from(["fr", "en"]),
    st.dates(),
    st.lists(words, max_size=2).map(tuple),
    st.lists(sections, max_size=3).map(tuple),
)


@given(documents)
def test_a_document_comes_back_equal(document: Document) -> None:
    text = to_json(document)
    again = from_json(text)
    assert again == document
    assert to_json(again) == text
    assert fingerprint(to_json(again)) == fingerprint(text)


def one_cell(cell: object) -> str:
    """Write a document with one cell, as JSON."""
    table = Table("t", "", (Column("c", "C"),), (("x",),))
    whole = json.loads(to_json(Document("d", "", "", "fr", DAY, (), (Section("s", "S", blocks=(table,)),))))
    whole["sections"][0]["blocks"][0]["rows"] = [[cell]]
    return json.dumps(whole)


def test_whole_and_decimal_numbers_stay_what_they_are() -> None:
    (table,) = from_json(one_cell(1.0)).tables()
    assert (table.rows, type(table.rows[0][0])) == (((1.0,),), float)
    (table,) = from_json(one_cell(1)).tables()
    assert type(table.rows[0][0]) is int


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "JSONDecodeError"),
        ("[]", "AttributeError"),
        ('{"format":"else"}', "format: else"),
        (one_cell(None), "a cell holds NoneType"),
        (one_cell([1]), "a cell holds list"),
        (one_cell(True), "true or false"),
        (one_cell(float("nan")), "a number is NaN"),
        (one_cell({"day": "demain"}), "ValueError"),
        (to_json(Document("d", "t", "", "fr", DAY)).replace('"title":"t"', '"title":3'), "a text was expected"),
        (to_json(Document("d", "t", "", "fr", DAY)).replace(',"title":"t"', ""), "KeyError"),
    ],
)
def test_what_is_no_document_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(NotADocument, match=why):
        from_json(text)


def test_a_number_that_json_cannot_say_is_not_written() -> None:
    table = Table("t", "", (Column("c", "C"),), ((float("inf"),),))
    with pytest.raises(ValueError, match="no number"):
        to_json(Document("d", "", "", "fr", DAY, (), (Section("s", "S", blocks=(table,)),)))


def test_one_letter_changes_the_fingerprint() -> None:
    one, other = (to_json(Document("d", title, "", "fr", DAY)) for title in ("Bilan", "bilan"))
    assert len(fingerprint(one)) == 64
    assert fingerprint(one) != fingerprint(other)


def test_an_image_that_no_format_can_show_is_not_a_photo() -> None:
    with pytest.raises(ValueError, match="photo p"):
        Photo("p", "", "", b"GIF89a")
    whole = to_json(Document("d", "", "", "fr", DAY, (), (Section("s", "S", blocks=(Photo("p", "", "", JPEG),)),)))
    for image in ("R0lGODlh", "not base64", ""):
        with pytest.raises(NotADocument):
            from_json(whole.replace(JPEG_TEXT, image))
