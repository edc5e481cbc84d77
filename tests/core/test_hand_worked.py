"""The engine against a spreadsheet of formulas: fifteen people in four circles (hand_worked/make_workbook.py)."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.core.alliance import FACETS, reference_pack

from cordee.core.answer_file import form_words, read_answers
from cordee.core.answers import table_of
from cordee.core.diagnosis import diagnose
from cordee.core.reading import Reading

FOLDER = Path(__file__).parent / "hand_worked"
CIRCLES = ("steering", "teams", "governance", "partners")
PATTERNS = ("incantation", "activism", "overreach", "dormant_means", "unfunded_vision")


@pytest.fixture(scope="module")
def reading() -> Reading:
    instrument = reference_pack().instrument
    file = read_answers((FOLDER / "answers.csv").read_bytes(), form_words(instrument, "full"))
    assert file.faults == ()
    items = [item.id for item in instrument.items_of("full")]
    topics = [topic.id for topic in instrument.topics_of("full")]
    return diagnose(reference_pack(), "full", table_of(file.answers, items, topics, [c.id for c in instrument.circles]))


@pytest.fixture(scope="module")
def sheets() -> dict[str, dict[str, dict[str, Any]]]:
    """Each sheet as rows by their first cell, then cells by the head of their column."""
    book = load_workbook(FOLDER / "workbook.xlsx", data_only=True)
    return {name: rows_of(book[name]) for name in ("items", "axes", "topics")}


def rows_of(sheet) -> dict[str, dict[str, Any]]:
    header, *rows = sheet.iter_rows(values_only=True)
    named = [dict(zip(header, row, strict=True)) for row in rows]
    return {row[header[0]]: {name: None if cell == "" else cell for name, cell in row.items()} for row in named}


def same(found: float | None, cell: float | None) -> bool:
    return found is None if cell is None else found == pytest.approx(cell, abs=1e-9)


def test_the_sheet_is_worth_comparing_with(reading, sheets):
    assert reading.respondents == 15
    assert reading.organisations == 6
    assert [scope.circle for scope in reading.circles] == list(CIRCLES)
    assert {len(each) for each in (sheets["items"], sheets["axes"], sheets["topics"])} == {63, 7, 21}
    assert sum(row["dont_know"] for row in sheets["items"].values()) > 40
    # one circle answered too little of one axis
    assert sheets["axes"]["efficiency"]["partners.vision"] is None


def test_items(reading, sheets):
    for item in reading.overall.items:
        cells = sheets["items"][item.item]
        assert same(item.score.value, cells["score"]), item.item
        for scope in reading.circles:
            assert same(scope.item(item.item).score.value, cells[scope.circle]), (item.item, scope.circle)
        assert item.distribution.counts == tuple(cells[str(level)] for level in range(5))
        assert item.distribution.dont_know == cells["dont_know"]
        assert item.agreement.n == cells["n"]
        assert same(item.distribution.median, cells["median"])


def test_agreement(reading, sheets):
    for item in reading.overall.items:
        cells = sheets["items"][item.item]
        assert same(item.agreement.rwg, cells["rwg"])
        assert same(item.agreement.ad, cells["ad"])
    assert any(row["rwg"] < 0 for row in sheets["items"].values())


def test_facets_maturity_coherence_and_stage(reading, sheets):
    for axis in reading.overall.axes:
        cells = sheets["axes"][axis.axis]
        for facet in FACETS:
            assert same(axis.facets[facet].value, cells[facet])
            for scope in reading.circles:
                assert same(scope.axis(axis.axis).facets[facet].value, cells[f"{scope.circle}.{facet}"])
        assert same(axis.maturity.value, cells["maturity"])
        assert same(axis.coherence.value, cells["coherence"])
        assert axis.stage == cells["stage"]


def test_patterns_and_their_gaps(reading, sheets):
    named = 0
    for axis in reading.overall.axes:
        cells = sheets["axes"][axis.axis]
        held = {name: cells[name] for name in PATTERNS if cells[name] is not None}
        found = {each.pattern: each.gap.value for each in axis.patterns if each.gap}
        assert found == pytest.approx(held, abs=1e-9)
        named += len(held)
    assert named >= 5


def test_gaps_of_perception(reading, sheets):
    for gap in reading.perception:
        assert same(gap.gap.value, sheets["items"][gap.item]["gap"])


def test_priorities(reading, sheets):
    assert len(reading.priorities) == 21
    for row in reading.priorities:
        cells = sheets["topics"][row.topic]
        assert same(row.score, cells["score"])
        assert same(row.leverage, cells["leverage"])
        assert same(row.value, cells["product"])
        assert same(row.importance if row.importance_given else None, cells["importance"])
    ranked = sorted(sheets["topics"].values(), key=lambda cells: -cells["product"])
    assert [row.topic for row in reading.priorities[:5]] == [cells["topic"] for cells in ranked[:5]]
    assert any(cells["importance"] is None for cells in sheets["topics"].values())
