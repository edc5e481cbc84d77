"""A pack as a workbook and back: nothing is lost, nothing is silently turned into something else."""

from io import BytesIO
from zipfile import ZipFile

from hypothesis import HealthCheck, Phase, given, settings
from openpyxl import load_workbook
from tests.core.packs.making import packs

from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Text
from cordee.core.packs.workbook.guide import GUIDE_TAB, LISTS_TAB
from cordee.core.packs.workbook.labels import TITLES, tab_of
from cordee.core.packs.workbook.reading import read_workbook
from cordee.core.packs.workbook.records import HEADER_ROWS
from cordee.core.packs.workbook.sheets import sheet_of, sheets
from cordee.core.packs.workbook.writing import SPARE_ROWS, workbook_of


def written(pack: Pack) -> bytes:
    content, faults = workbook_of(pack)
    assert faults == []
    assert content is not None
    return content


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.reuse, Phase.generate))
@given(packs())
def test_any_pack_comes_back(pack: Pack) -> None:
    reading = read_workbook("pack.xlsx", written(pack))
    assert reading.draft.faults == [], [one.in_("en") for one in reading.draft.faults]
    assert reading.draft.pack() == pack


def test_the_sample_comes_back_without_a_fault(sample: Pack) -> None:
    reading = read_workbook("pack.xlsx", written(sample))
    assert reading.faults == ()
    assert reading.pack == sample


def test_the_same_pack_gives_the_same_bytes(sample: Pack) -> None:
    assert written(sample) == written(sample)


def test_a_pack_saved_again_by_another_program_comes_back(sample: Pack) -> None:
    book = load_workbook(BytesIO(written(sample)))
    saved = BytesIO()
    book.save(saved)
    assert read_workbook("pack.xlsx", saved.getvalue()).pack == sample


def test_there_is_a_guide_then_one_sheet_for_each_kind(sample: Pack) -> None:
    book = load_workbook(BytesIO(written(sample)))
    assert book.sheetnames == [GUIDE_TAB, *(tab_of(sheet.code) for sheet in sheets()), LISTS_TAB]
    assert book[LISTS_TAB].sheet_state == "hidden"
    guide = [str(cell.value) for row in book[GUIDE_TAB].iter_rows() for cell in row if cell.value is not None]
    assert "L’identifiant ne change pas" in guide
    assert "The id does not change" in guide
    assert all(title.fr in guide and title.en in guide for title in TITLES.values())


def test_headings_are_in_both_languages_and_stay_in_sight(sample: Pack) -> None:
    sheet = load_workbook(BytesIO(written(sample)))[tab_of("items")]
    assert [sheet.cell(row, 6).value for row in (1, 2, 3)] == ["Niveau 0 (fr)", "Level 0 (fr)", "levels.0.fr"]
    assert [sheet.cell(row, 1).value for row in (1, 2, 3)] == ["Dans\u202f: Sujets", "In: Topics", "@topics"]
    assert sheet.freeze_panes == "C4", "the headings, the parent and the id"
    assert sheet.cell(4, 6).alignment.wrap_text
    assert 10 <= sheet.column_dimensions["F"].width <= 62


def test_ids_are_protected_and_the_rest_is_free(sample: Pack) -> None:
    sheet = load_workbook(BytesIO(written(sample)))[tab_of("terms")]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert sheet["A4"].value == "need"
    assert sheet["A4"].protection.locked
    assert not sheet["B4"].protection.locked
    assert not sheet.column_dimensions["A"].protection.locked, "a new entry may be typed below"
    notes = [rule for rule in sheet.data_validations.dataValidation if "A4" in str(rule.sqref)]
    assert "Ne change jamais" in str(notes[0].prompt)


def test_closed_choices_and_references_have_drop_down_lists(sample: Pack) -> None:
    book = load_workbook(BytesIO(written(sample)))
    lists = {
        (code, str(rule.sqref).split(":")[0]): (rule.formula1, rule.errorStyle)
        for code in ("items", "recommendations", "when", "topics", "circles", "scoring")
        for rule in book[tab_of(code)].data_validations.dataValidation
        if rule.type == "list"
    }
    assert lists["items", "C4"] == ("list_items_facet", None)
    assert lists["items", "A4"] == ("ids_of_topics", "warning")
    assert lists["recommendations", "H4"] == ("ids_of_topics", "warning")
    assert lists["when", "B4"] == ("list_when_fact", None)
    assert lists["when", "I4"] == ("ids_of_any_pattern", "warning")
    assert lists["circles", "F4"] == ("list_yes_or_no", None)


def test_every_drop_down_list_has_a_range_that_holds_the_ids(sample: Pack) -> None:
    book = load_workbook(BytesIO(written(sample)))
    used = {
        rule.formula1 for sheet in book.worksheets for rule in sheet.data_validations.dataValidation if rule.formula1
    }
    assert used <= set(book.defined_names)
    ((tab, area),) = book.defined_names["ids_of_topics"].destinations
    last = HEADER_ROWS + 3 + SPARE_ROWS
    assert (tab, area) == (tab_of("topics"), f"$B$4:$B${last}")
    values = [row[0].value for row in book[tab][area.replace("$", "")]]
    assert values[:4] == ["relevance.needs", "relevance.voice", "clarity.roles", None]


def test_nothing_typed_is_taken_for_a_formula_a_number_or_a_link(sample: Pack) -> None:
    text = Text(fr="=1+1", en="https://example.org")
    source = sample.sources[0].model_copy(update={"title": "0123"})
    pack = sample.model_copy(
        update={"card": sample.card.model_copy(update={"summary": text}), "sources": (source, *sample.sources[1:])}
    )
    content = written(pack)
    assert b"<f>" not in b"".join(ZipFile(BytesIO(content)).read(name) for name in sheet_parts(content))
    assert read_workbook("pack.xlsx", content).pack == pack


def sheet_parts(content: bytes) -> list[str]:
    return [name for name in ZipFile(BytesIO(content)).namelist() if name.startswith("xl/worksheets/sheet")]


def test_a_text_that_no_cell_can_keep_is_told(sample: Pack) -> None:
    for words, expected in (("x" * 32_768, "too-long-for-a-cell"), ("a _x0041_ b", "spreadsheet-code")):
        card = sample.card.model_copy(update={"summary": Text(fr=words, en="b")})
        content, faults = workbook_of(sample.model_copy(update={"card": card}))
        assert content is None
        assert [(one.id, one.path) for one in faults] == [(expected, "card.summary.fr")]


def test_a_new_row_is_a_new_entry_and_ids_are_kept(sample: Pack) -> None:
    book = load_workbook(BytesIO(written(sample)))
    sheet = book[tab_of("sources")]
    codes = [cell.value for cell in sheet[HEADER_ROWS]]
    assert codes == [column.code for column in sheet_of("sources").columns]
    sheet.append(["s03", "Troisième source", "https://example.org/3"])
    sheet["B4"] = "Kit renommé"
    saved = BytesIO()
    book.save(saved)
    pack = read_workbook("pack.xlsx", saved.getvalue()).pack
    assert pack is not None
    assert [source.id for source in pack.sources] == ["s01", "s02", "s03"]
    assert pack.sources[0].title == "Kit renommé"


def test_columns_may_change_places(sample: Pack) -> None:
    book = load_workbook(BytesIO(written(sample)))
    sheet = book[tab_of("sources")]
    for row in sheet.iter_rows(max_row=6):
        row[1].value, row[2].value = row[2].value, row[1].value
    saved = BytesIO()
    book.save(saved)
    assert read_workbook("pack.xlsx", saved.getvalue()).pack == sample
