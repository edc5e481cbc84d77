"""Every model of a pack has its form, and what a form gives back is what it was given, right or wrong."""

from typing import Any

import pytest
from django.utils.datastructures import MultiValueDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.apps.workshop import building
from tests.core.packs.making import LINES_MADE, WORDS_MADE, packs

from cordee.apps.workshop.entries.forms import MOST_ROWS, EntryScreen
from cordee.apps.workshop.entries.outline import (
    Nowhere,
    Spot,
    at,
    children_of,
    has_screen,
    list_at,
    replaced,
    rows_of,
    screens_of,
    spot_at,
    spot_of,
    spots_in,
    top_sheets,
)
from cordee.apps.workshop.entries.references import entries_of
from cordee.apps.workshop.entries.values import fields_of, is_blank
from cordee.apps.workshop.entries.widgets import RowsInput
from cordee.apps.workshop.entries.wording import CHOICES, WHAT_IT_IS, hint_of, what_it_is
from cordee.core.packs.pack import Pack
from cordee.core.packs.release import plain_document
from cordee.core.packs.workbook.sheets import ENTRY, sheet_of, sheets


def given_back(spot: Spot, entry: Any) -> Any:
    """What the form of an entry gives back when it is sent as it was shown."""
    screen = EntryScreen.of(spot.sheet, "fr", entry)
    assert screen.is_valid(), screen.errors()
    return screen.entry(entry)


def test_every_entry_of_the_reference_pack_comes_back_unchanged() -> None:
    document = plain_document(building.first_release().pack)
    spots = list(spots_in(document))
    assert len(spots) > 400, "too few entries were found: the test has lost its eyes"
    assert [spot.shown for spot in spots if given_back(spot, at(document, spot.path)) != at(document, spot.path)] == []


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(packs())
def test_every_entry_of_any_pack_comes_back_unchanged(pack: Pack) -> None:
    document = plain_document(pack)
    for spot in spots_in(document):
        assert given_back(spot, at(document, spot.path)) == at(document, spot.path), spot.shown


def test_every_part_of_a_pack_is_on_a_screen() -> None:
    shown = {one.code for one in sheets() if has_screen(one)}
    beside = {row.code for one in sheets() if has_screen(one) for row in rows_of(one)}
    assert shown | beside == {one.code for one in sheets()}
    assert not shown & beside
    held = {child.code for one in sheets() for child in children_of(one)}
    assert held | {one.code for one in top_sheets()} == {one.code for one in sheets()}


def test_every_model_says_what_it_is_in_both_languages() -> None:
    assert [one.code for one in sheets() if not what_it_is(one, "fr")] == []
    assert [one.code for one in sheets() if not what_it_is(one, "en")] == []
    assert sorted(set(WHAT_IT_IS) - {one.code for one in sheets()}) == []


def test_every_choice_has_its_words() -> None:
    codes = {code for one in sheets() for column in one.columns for code in (*column.choices, *column.among)}
    assert sorted(code for code in codes - set(CHOICES) if not code.isdigit()) == []


def test_both_languages_of_a_text_stand_side_by_side() -> None:
    screen = EntryScreen.of(sheet_of("tools"), "fr", {})
    pairs = [[bound.name for bound in group.fields] for group in screen.form.groups() if group.is_pair]
    assert ["name.fr", "name.en"] in pairs
    assert ["first_use.place.fr", "first_use.place.en"] in pairs
    assert all(len(group.fields) in (1, 2) for group in screen.form.groups())


def test_levels_are_paired_one_by_one() -> None:
    document = plain_document(building.first_release().pack)
    screen = EntryScreen.of(sheet_of("topics"), "fr", at(document, ("instrument", "axes", 0, "topics", 0)))
    groups = screen.tables[0].rows[0].form.groups()
    assert [bound.name for bound in groups[3].fields] == ["levels.0.fr", "levels.0.en"]


ANY_TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=30)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from([column.code for column in sheet_of("tools").columns]), ANY_TEXT))
def test_whatever_is_typed_nothing_is_raised_and_words_stay(typed: dict[str, str]) -> None:
    screen = EntryScreen(sheet_of("tools"), "fr", MultiValueDict({key: [words] for key, words in typed.items()}))
    if screen.is_valid():
        entry = screen.entry()
        words = typed.get("author", "").replace("\r\n", "\n").replace("\r", "\n").strip()
        assert entry.get("author", "") == words


@settings(max_examples=60)
@given(st.lists(LINES_MADE, max_size=4), WORDS_MADE)
def test_lines_and_words_come_back(lines: list[str], words: str) -> None:
    story = {"id": "a", "partners": lines, "context": {"fr": words, "en": words}}
    spot = spot_at("stories/0")
    entry = given_back(spot, {key: value for key, value in story.items() if value})
    assert entry.get("partners", []) == [line.strip() for line in lines]
    assert entry["context"] == {"fr": words, "en": words}


def test_an_empty_list_that_means_something_is_kept() -> None:
    entry = {"id": "a", "expected": {"axes": [{"axis": "clarity", "patterns": []}, {"axis": "meaning"}]}}
    found = given_back(spot_at("cases/0"), entry)
    assert found["expected"]["axes"] == [{"axis": "clarity", "patterns": []}, {"axis": "meaning"}]


def test_a_row_is_added_dropped_and_left_blank() -> None:
    tool = plain_document(building.first_release().pack)["tools"][0]
    trial = {"where": {"fr": "Ici", "en": "Here"}, "by": "Une équipe", "sources": ["s01"]}
    fields = fields_of(sheet_of("tools"), {**tool, "trials": [trial, {**trial, "by": "Une autre"}]})
    fields["trials-0-drop"] = "on"
    screen = EntryScreen(sheet_of("tools"), "fr", fields)
    assert screen.is_valid()
    assert [one["by"] for one in screen.entry()["trials"]] == ["Une autre"]
    assert len(screen.tables[1].rows) == 3


def test_more_rows_are_given_without_saving() -> None:
    fields = fields_of(sheet_of("tools"), {})
    fields["more"] = "trials"
    assert len(EntryScreen(sheet_of("tools"), "fr", fields).tables[1].rows) == 2
    fields["more"] = "sources"
    screen = EntryScreen(sheet_of("tools"), "fr", fields)
    assert screen.wants_more
    screen.give_more()
    widget = screen.form.fields["sources"].widget
    assert isinstance(widget, RowsInput)
    assert widget.spare == 3


@pytest.mark.parametrize("count", ["-1", "999999", "x", "", "9999"])
def test_a_count_of_rows_that_is_no_count_makes_a_bearable_page(count: str) -> None:
    screen = EntryScreen(sheet_of("tools"), "fr", MultiValueDict({"trials-rows": [count]}))
    assert len(screen.tables[1].rows) <= MOST_ROWS


def test_a_fault_stands_beside_its_field() -> None:
    entry = {"id": "A", "trials": [{"by": "Une équipe"}], "name": {"fr": "Un", "en": ""}}
    screen = EntryScreen.of(sheet_of("tools"), "fr", entry)
    screen.is_valid()
    assert screen.note(("id",), "mauvais")
    assert screen.note(("name", "en"), "vide")
    assert screen.note(("trials", 0, "where"), "manque")
    assert screen.note(("purpose",), "manque aussi")
    assert not screen.note(("nowhere",), "perdu")
    assert not screen.note((), "de l’entrée elle-même")
    fields = [address for address, _message in screen.errors()]
    assert fields == ["#id_id", "#id_name.en", "#id_purpose.fr", "#id_trials-0-where.fr"]


def test_a_value_that_is_no_choice_is_shown_rather_than_lost() -> None:
    screen = EntryScreen.of(sheet_of("tools"), "fr", {"medoc": "thing"})
    assert '<option value="thing" selected>' in str(screen.form["medoc"])
    assert given_back(spot_at("tools/0"), {"medoc": "thing", "first_use": {}})["medoc"] == "thing"


def test_a_null_character_is_refused_with_words() -> None:
    screen = EntryScreen(sheet_of("tools"), "fr", MultiValueDict({"author": ["a\x00b"], "sources": ["a\x00b"]}))
    assert not screen.is_valid()
    assert {address for address, _message in screen.errors()} == {"#id_author", "#id_sources"}


@pytest.mark.parametrize("shown", ["tools/3", "instrument/axes/2/topics/1", "card", "cases/0/respondents/1"])
def test_an_address_names_an_entry(shown: str) -> None:
    assert spot_at(shown).shown == shown


@pytest.mark.parametrize("shown", ["", "tools", "tools/x", "tools/-1", "tools/3/trials/0", "../card", "tools/99999999"])
def test_an_address_that_names_none_is_nowhere(shown: str) -> None:
    with pytest.raises(Nowhere):
        spot_at(shown)


def test_an_address_names_a_list() -> None:
    sheet, path = list_at("instrument/axes/2/topics")
    assert (sheet.code, path) == ("topics", ("instrument", "axes", 2, "topics"))
    for shown in ("tools/3", "card", "tools/3/trials"):
        with pytest.raises(Nowhere):
            list_at(shown)


def test_the_entry_around_a_place() -> None:
    found = spot_of(("instrument", "axes", 0, "topics", 1, "items", 2, "levels", 3, "fr"))
    assert found is not None
    assert found.shown == "instrument/axes/0/topics/1"
    assert [one.shown for one in (found.above, found.above and found.above.above) if one] == [
        "instrument/axes/0",
        "instrument",
    ]
    assert spot_of(("nowhere",)) is None


def test_a_document_is_changed_beside_the_one_given() -> None:
    document = {"tools": [{"id": "a"}, {"id": "b"}], "card": {"id": "x"}}
    changed = replaced(document, ("tools", 1, "id"), "c")
    assert (document["tools"][1], changed["tools"][1]) == ({"id": "b"}, {"id": "c"})
    assert changed["card"] is document["card"]
    with pytest.raises(Nowhere):
        replaced(document, ("stories", 0), {})


def test_every_reference_finds_its_entries() -> None:
    document = plain_document(building.first_release().pack)
    kinds = {column.refers_to for one in sheets() for column in one.columns if column.refers_to}
    assert [kind for kind in sorted(kinds) if not list(entries_of(kind, document, "fr"))] == []
    assert len(list(entries_of("item", document, "fr"))) == 63


def test_hints_are_in_both_languages() -> None:
    for sheet in sheets():
        for column in sheet.columns:
            assert bool(hint_of(sheet, column, "fr")) == bool(hint_of(sheet, column, "en"))


def test_an_entry_without_a_word_is_blank() -> None:
    assert is_blank({"first_use": {}, "levels": [{}, {}]})
    assert not is_blank({"minutes": 0})


def test_lists_with_screens_of_their_own_are_kept_by_the_form_above() -> None:
    document = plain_document(building.first_release().pack)
    axis = at(document, ("instrument", "axes", 0))
    assert [one.code for one in screens_of(sheet_of("axes"))] == ["topics"]
    screen = EntryScreen.of(sheet_of("axes"), "fr", {**axis, "topics": []})
    assert screen.is_valid()
    assert screen.entry(axis)["topics"] == axis["topics"]
    assert ENTRY not in spot_at("instrument/axes/0").shown
