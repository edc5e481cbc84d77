"""Reading a pack: YAML without silent conversion, every fault at once, and never a crash."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.packs.reading.layout import Files
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.core.packs.reading.yaml_source import DEEPEST, read_yaml


def data_of(text: str) -> Any:
    source, faults = read_yaml("a.yaml", text.encode())
    assert faults == []
    assert source is not None
    return source.data


def ids_of(text: str) -> list[str]:
    return [one.id for one in read_yaml("a.yaml", text.encode())[1]]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("null", None),
        ("true", True),
        ("false", False),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("on", "on"),
        ("no", "no"),
        ("True", "True"),
        ("~", "~"),
        ("1.10", "1.10"),
        ("007", "007"),
        ("+5", "+5"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1e5", "1e5"),
        (".5", ".5"),
        ("2015-03-21", "2015-03-21"),
        ("12:30", "12:30"),
        ('"12"', "12"),
        ("'true'", "true"),
        ('"null"', "null"),
        ("9" * 30, "9" * 30),
    ],
)
def test_only_null_booleans_and_plain_integers_are_converted(written: str, value: Any) -> None:
    found = data_of(f"key: {written}\n")["key"]
    assert found == value
    assert type(found) is type(value)


def test_keys_stay_text() -> None:
    assert data_of("on: 1\n12: 2\ntrue: 3\nnull: 4\n") == {"on": 1, "12": 2, "true": 3, "null": 4}


def test_block_text_and_windows_line_ends_are_read() -> None:
    assert data_of("a: >-\r\n  one\r\n  two\r\nb: |-\r\n  one\r\n  two\r\n") == {"a": "one two", "b": "one\ntwo"}


def test_positions_are_those_of_an_editor() -> None:
    source, _ = read_yaml("a.yaml", "id: été\nname:\n  fr: Sens\nlist:\n  - a\n  -   b: 1\n".encode())
    assert source is not None
    assert source.place(("id",))[1:3] == (1, 5)
    assert source.place(("name", "fr"))[1:3] == (3, 7)
    assert source.place(("name", "fr"), at_key=True)[1:3] == (3, 3)
    assert source.place(("name", "en"))[1:3] == (2, 1), "what is missing is shown at what it is missing from"
    assert source.place(("list", 1))[1:3] == (6, 7)
    assert source.place(("list", 1, "b"))[1:3] == (6, 10)
    assert source.place(("nothing",))[1:3] == (1, 1)


def test_faults_of_writing_are_all_listed() -> None:
    text = "a: &x 1\nb: *x\nc: !!str 2\na: 3\nd:\ne: plain\n  text\nf: Partner #1\n"
    assert ids_of(text) == [
        "anchor",
        "anchor",
        "tag",
        "duplicate-key",
        "empty-value",
        "text-over-lines",
        "comment-after-text",
    ]


@pytest.mark.parametrize("text", ["a: 1 # minutes\n", 'a: "x" # said\n', "a: true # said\n", "a: [b] # said\n"])
def test_a_comment_that_loses_nothing_is_welcome(text: str) -> None:
    assert ids_of(text) == []


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_without_end_is_refused_quickly(opening: str) -> None:
    found = ids_of(opening * 20_000)
    assert found[-1] == "too-deep"
    assert len(found) <= DEEPEST + 1, "reading stops there"


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    source, faults = read_yaml("a.yaml", text.encode("utf-8", "surrogatepass"))
    assert source is not None or faults
    for one in faults:
        assert one.in_("fr").encode()
        assert one.in_("en").encode()


@given(st.binary())
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    source, faults = read_yaml("a.yaml", content)
    assert source is not None or faults


@given(st.text(alphabet="ab:-#&*!|>'\"%@`{}[], \n\\u0d?<~1", max_size=60))
def test_any_marks_are_read_or_refused(text: str) -> None:
    source, faults = read_yaml("a.yaml", text.encode())
    assert source is not None or faults
    for one in faults:
        assert 0 <= one.line <= text.count("\n") + 2


def test_the_sample_reads_without_a_fault(sample_files: Files) -> None:
    reading = read_pack(sample_files)
    assert reading.faults == ()
    assert reading.pack is not None
    assert [axis.id for axis in reading.pack.instrument.axes] == ["relevance", "clarity"], (
        "the order is the instrument’s"
    )
    assert [term.id for term in reading.pack.terms] == ["need", "alliance", "partnership"], "the order is that of files"


def test_faults_of_several_files_come_together_in_order(sample_files: Files) -> None:
    broken = dict(sample_files)
    broken["tools/raci-grid.yaml"] = broken["tools/raci-grid.yaml"].replace(b"difficulty: easy", b"difficulty: hard")
    broken["sources.yaml"] = broken["sources.yaml"].replace(b'"2015"', b'"2015-13"')
    broken["pack.yaml"] += b"licence: twice\n"
    found = [(one.file, one.id) for one in read_pack(broken).faults]
    assert found == [
        ("pack.yaml", "duplicate-key"),
        ("sources.yaml", "impossible-date"),
        ("tools/raci-grid.yaml", "not-in-list"),
    ], "and nothing is said of the references to the tool that could not be read"


def test_readme_hidden_files_and_releases_are_not_content(sample_files: Files) -> None:
    files = {
        **sample_files,
        "README.md": b"\xff",
        ".gitattributes": b"",
        "tools/.DS_Store": b"\x00",
        "releases/1.0.0.json": b"{",
    }
    assert read_pack(files).faults == ()


def test_an_empty_folder_lacks_its_three_files() -> None:
    assert [(one.id, one.file) for one in read_pack({}).faults] == [
        ("missing-file", "instrument/instrument.yaml"),
        ("missing-file", "pack.yaml"),
        ("missing-file", "rules/scoring.yaml"),
    ]
