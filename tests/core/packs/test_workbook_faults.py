"""A broken workbook: each mistake is told at its sheet and its cell, and alone."""

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from cordee.core.packs.messages.workbooks import WORKBOOKS
from cordee.core.packs.pack import Pack
from cordee.core.packs.workbook.grid import LARGEST_UNPACKED
from cordee.core.packs.workbook.labels import tab_of
from cordee.core.packs.workbook.reading import read_workbook
from cordee.core.packs.workbook.writing import workbook_of

Edit = Callable[[Workbook], Any]


@pytest.fixture(scope="session")
def content(sample: Pack) -> bytes:
    written, _ = workbook_of(sample)
    assert written is not None
    return written


def told(content: bytes, edit: Edit) -> list[tuple[str, str, str]]:
    book = load_workbook(BytesIO(content))
    edit(book)
    saved = BytesIO()
    book.save(saved)
    reading = read_workbook("pack.xlsx", saved.getvalue())
    assert (reading.pack is None) == bool(reading.faults)
    return [(one.id, one.place.sheet, one.place.cell) for one in reading.faults]


def put(code: str, cell: str, value: Any) -> Edit:
    def edit(book: Workbook) -> None:
        book[tab_of(code)][cell] = value

    return edit


CELLS: list[tuple[str, str, str, Any]] = [
    ("formula-cell", "terms", "B4", "=CONCAT(A1)"),
    ("date-cell", "sources", "E5", datetime(2016, 2, 29)),  # noqa: DTZ001 - as a spreadsheet writes it
    ("date-cell", "sources", "E5", date(2016, 2, 29)),
    ("error-cell", "terms", "B4", "#REF!"),
    ("number-cell", "sources", "B4", 7),
    ("number-cell", "sources", "E4", 2015),
    ("number-cell", "respondents", "B4", 1),
    ("boolean-cell", "terms", "B4", True),
    ("spreadsheet-code", "terms", "B4", "Besoin_x000D_"),
    ("outside-table", "terms", "Z9", "note"),
    ("outside-table", "card", "F5", "note"),
    ("outside-table", "card", "D40", "note"),
    ("unknown-column", "terms", "Z3", "colour"),
    ("duplicate-column", "terms", "Z3", "id"),
    ("unknown-line", "card", "C40", "colour"),
    ("duplicate-line", "card", "C40", "id"),
    ("orphan-row", "items", "A4", "relevance.need"),
    ("orphan-row", "answers", "B4", "nobody"),
    ("parent-missing", "items", "A4", None),
    ("duplicate-row", "answers", "C6", "relevance"),
    # what a spreadsheet shares with files
    ("missing-key", "sources", "B4", None),
    ("missing-translation", "terms", "B4", None),
    ("missing-translation", "terms", "C4", None),
    ("bad-identifier", "terms", "A4", "Bêsoin"),
    ("not-in-list", "items", "C4", "visoin"),
    ("not-in-list", "answers", "D4", 7),
    ("not-whole", "forms", "F4", "six"),
    ("not-whole", "forms", "F4", 6.5),
    ("not-decimal", "scoring", "D4", "half"),
    ("not-yes-or-no", "circles", "F4", "perhaps"),
    ("out-of-bounds", "scoring", "D4", 2),
    ("unknown-reference", "recommendations", "H4", "relevance.nowhere"),
    ("unknown-answer-target", "answers", "C4", "nowhere"),
    ("outer-space", "terms", "B4", "Besoin "),
    ("unknown-placeholder", "recommendations", "F4", "L’action est à {acton}."),
]


@pytest.mark.parametrize(("message", "code", "cell", "value"), CELLS)
def test_a_bad_cell_is_told_at_its_address(message: str, code: str, cell: str, value: Any, content: bytes) -> None:
    found = told(content, put(code, cell, value))
    assert (message, tab_of(code), cell) in found
    assert {name for name, _, _ in found} <= {message, *FOLLOWING.get((message, code), ())}


FOLLOWING = {
    # A name that is wrong leaves those who cite it alone.
    ("bad-identifier", "terms"): set(),
    ("orphan-row", "items"): {"wrong-count"},
    ("parent-missing", "items"): {"wrong-count"},
    ("not-in-list", "items"): {"item-id", "facet-order"},
    ("number-cell", "respondents"): set(),
}

WHOLE: list[tuple[str, Edit, str]] = [
    ("missing-sheet", lambda book: book.remove(book[tab_of("tools")]), ""),
    ("unknown-sheet", lambda book: book.create_sheet("Notes"), "Notes"),
    ("unknown-sheet", lambda book: setattr(book[tab_of("tools")], "title", "Outils"), "Outils"),
    ("missing-column", lambda book: book[tab_of("terms")].delete_cols(3), tab_of("terms")),
    ("missing-line", lambda book: book[tab_of("card")].delete_rows(5), tab_of("card")),
    ("merged-cells", lambda book: book[tab_of("terms")].merge_cells("B5:C5"), tab_of("terms")),
    ("sheet-too-large", put("terms", "XFD1000", "far"), tab_of("terms")),
]


@pytest.mark.parametrize(("message", "edit", "sheet"), WHOLE)
def test_a_bad_sheet_is_told(message: str, edit: Edit, sheet: str, content: bytes) -> None:
    found = told(content, edit)
    assert (message, sheet) in [(name, where) for name, where, _ in found]


def test_every_message_about_workbooks_has_its_broken_workbook() -> None:
    shown = {message for message, _, _, _ in CELLS} | {message for message, _, _ in WHOLE}
    assert set(WORKBOOKS) - shown == {"not-a-workbook", "too-long-for-a-cell"}, "these two are shown by other tests"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 an old workbook", b"<html></html>"])
def test_a_file_that_is_no_workbook_is_told(content: bytes) -> None:
    (fault,) = read_workbook("pack.xlsx", content).faults
    assert (fault.id, fault.file) == ("not-a-workbook", "pack.xlsx")


def test_a_zip_of_something_else_is_told() -> None:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("xl/workbook.xml", "<nothing/>")
    assert [one.id for one in read_workbook("pack.xlsx", made.getvalue()).faults] == ["not-a-workbook"]


def test_a_file_that_unpacks_into_a_flood_is_not_opened() -> None:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (LARGEST_UNPACKED + 1))
    assert len(made.getvalue()) < 200_000
    assert [one.id for one in read_workbook("pack.xlsx", made.getvalue()).faults] == ["not-a-workbook"]


def test_entities_that_multiply_are_not_expanded(content: bytes) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{laughs}]><workbook>&l9;</workbook>'
    made = BytesIO()
    with ZipFile(BytesIO(content)) as sound, ZipFile(made, "w") as archive:
        for name in sound.namelist():
            archive.writestr(name, bomb if name == "xl/workbook.xml" else sound.read(name))
    assert [one.id for one in read_workbook("pack.xlsx", made.getvalue()).faults] == ["not-a-workbook"]


def test_a_file_too_large_is_told() -> None:
    assert [one.id for one in read_workbook("pack.xlsx", b"P" * 5_000_001).faults] == ["too-large"]


def test_an_address_is_said_in_the_language_of_the_reader(content: bytes) -> None:
    book = load_workbook(BytesIO(content))
    book[tab_of("sources")]["B4"] = None
    saved = BytesIO()
    book.save(saved)
    (fault,) = read_workbook("alliances.xlsx", saved.getvalue()).faults
    assert fault.in_("fr").startswith(
        "alliances.xlsx, feuille Sources (sources), cellule B4\u202f: Il manque «\u202ftitle"
    )
    assert fault.in_("en").startswith("alliances.xlsx, sheet Sources (sources), cell B4: ‘title’ is missing.")


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(position=st.integers(0, 10**6), noise=st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_never_crashes(position: int, noise: bytes, content: bytes) -> None:
    at = position % len(content)
    reading = read_workbook("pack.xlsx", content[:at] + noise + content[at + len(noise) :])
    assert reading.pack is not None or reading.faults
