"""Writing a pack as a workbook: styled sheets, drop-down lists, protected ids, and the same bytes each time."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from cordee.core.packs.faults import Fault, Place, fault
from cordee.core.packs.messages.wording import Said
from cordee.core.packs.pack import Pack
from cordee.core.packs.workbook import guide
from cordee.core.packs.workbook.cells import refusal_of_text
from cordee.core.packs.workbook.choices import DropDowns, lists_of
from cordee.core.packs.workbook.guide_writing import write_guide
from cordee.core.packs.workbook.labels import TITLES, label_of, tab_of
from cordee.core.packs.workbook.records import HEADER_ROWS, codes_of
from cordee.core.packs.workbook.sheets import Column, Sheet, sheets
from cordee.core.packs.workbook.styling import Styles, quoted, set_height, set_page, styles_of, width_of
from cordee.core.packs.workbook.tables import KEY_COLUMNS, Row, document_of, rows_of

SPARE_ROWS = 200
"""Free rows below the last entry that keep the drop-down lists."""

# A fixed date: the same pack gives the same bytes.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
_TAB_COLOURS = {"instrument": "#2559B0", "scoring": "#D13F2A", "recommendations": "#D13F2A", "cases": "#495A6E"}
_VERTICAL_WIDTHS = (34, 34, 80)
# What a protected sheet still lets people do: everything but rewrite an id.
_ALLOWED = ("insert_rows", "delete_rows", "format_cells", "format_columns", "format_rows", "sort", "autofilter")


def workbook_of(pack: Pack) -> tuple[bytes | None, list[Fault]]:
    """Write a pack as a workbook.

    Shapes: a pack in; the bytes of an XLSX file, or None with the texts that no cell can keep as they are.

    Errors: none is raised for a pack.
    """
    document = document_of(pack)
    tables = {sheet.code: list(rows_of(sheet, document)) for sheet in sheets()}
    faults = [one for sheet in sheets() for one in _unkept(sheet, tables[sheet.code])]
    return (None, faults) if faults else (_write(pack, tables), [])


def _unkept(sheet: Sheet, rows: list[Row]) -> Iterator[Fault]:
    for row in rows:
        for column, content in zip(sheet.columns, row.cells, strict=True):
            refusal = refusal_of_text(content) if isinstance(content, str) else None
            if refusal:
                yield fault(refusal[0], Place(), (*row.path, *column.path), **refusal[1])


def _write(pack: Pack, tables: Mapping[str, list[Row]]) -> bytes:
    buffer = BytesIO()
    # Text stays text: a leading =, a number or an address in words must not become something else.
    literal = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False, "in_memory": True}
    book = xlsxwriter.Workbook(buffer, literal)
    book.set_properties({"title": f"{pack.card.id} {pack.card.version}", "created": _CREATED})
    styles = styles_of(book)
    guide_sheet = book.add_worksheet(guide.GUIDE_TAB)
    written = {sheet.code: book.add_worksheet(tab_of(sheet.code)) for sheet in sheets()}
    drop_downs = lists_of(tables)
    _write_lists(book, drop_downs)
    for sheet in sheets():
        _write_sheet(written[sheet.code], sheet, tables[sheet.code], styles, drop_downs)
    write_guide(guide_sheet, pack, {code: len(rows) for code, rows in tables.items()}, styles)
    book.close()
    return buffer.getvalue()


def _write_lists(book: Workbook, drop_downs: DropDowns) -> None:
    """Write the closed lists on a hidden sheet, and name every range that a drop-down list refers to."""
    hidden = book.add_worksheet(guide.LISTS_TAB)
    hidden.hide()
    for number, (name, choices) in enumerate(drop_downs.closed.items()):
        hidden.write_column(0, number, [name, *choices])
        letters = xlsxwriter.utility.xl_col_to_name(number)
        book.define_name(name, f"={guide.LISTS_TAB}!${letters}$2:${letters}${1 + max(1, len(choices))}")
    for name, (code, column, count) in drop_downs.growing.items():
        letters = xlsxwriter.utility.xl_col_to_name(column)
        last = HEADER_ROWS + count + SPARE_ROWS
        book.define_name(name, f"={quoted(tab_of(code))}!${letters}${HEADER_ROWS + 1}:${letters}${last}")


def _write_sheet(target: Worksheet, sheet: Sheet, rows: list[Row], styles: Styles, drop_downs: DropDowns) -> None:
    target.set_tab_color(_TAB_COLOURS.get(sheet.path[0], "#1F7A55"))
    if sheet.vertical:
        _write_vertical(target, sheet, rows[0], styles, drop_downs)
    else:
        _write_table(target, sheet, rows, styles, drop_downs)
    target.protect("", dict.fromkeys(_ALLOWED, True))


def _write_vertical(target: Worksheet, sheet: Sheet, row: Row, styles: Styles, drop_downs: DropDowns) -> None:
    """Write one entry, a value on each row: the two labels, the code, the value."""
    label_width, second_width, value_width = _VERTICAL_WIDTHS
    target.set_column(0, 0, label_width, styles.words)
    target.set_column(1, 1, second_width, styles.words)
    target.set_column(2, 2, 26, styles.words)
    target.set_column(3, 3, value_width, styles.words)
    for number, title in enumerate(("Français", "English", "code", "valeur / value")):
        target.write_string(HEADER_ROWS - 1, number, title, styles.label)
    target.write_string(0, 0, f"{TITLES[sheet.code].fr} / {TITLES[sheet.code].en}", styles.title)
    for number, (column, content) in enumerate(zip(sheet.columns, row.cells, strict=True), HEADER_ROWS):
        label = label_of(sheet.code, column.code)
        target.write_string(number, 0, label.fr, styles.label)
        target.write_string(number, 1, label.en, styles.second_label)
        target.write_string(number, 2, column.code, styles.code)
        set_height(target, number, (label.fr, label.en, content), _VERTICAL_WIDTHS)
        _write_cell(target, number, 3, content, styles.locked if column.code in KEY_COLUMNS else styles.words)
        _validate(target, sheet, column, (number, 3, number, 3), drop_downs)
    target.freeze_panes(HEADER_ROWS, 3)
    set_page(target, sum(_VERTICAL_WIDTHS))


def _write_table(target: Worksheet, sheet: Sheet, rows: list[Row], styles: Styles, drop_downs: DropDowns) -> None:
    codes = codes_of(sheet)
    contents = [(*row.parents, *row.cells) for row in rows]
    labels = [label_of(sheet.code, code) for code in codes]
    widths = [
        width_of([label.fr, label.en, *(content[number] for content in contents)])
        for number, label in enumerate(labels)
    ]
    for row_number, content in enumerate(contents, HEADER_ROWS):
        set_height(target, row_number, content, widths)
    for number, (code, label) in enumerate(zip(codes, labels, strict=True)):
        target.set_column(number, number, widths[number], styles.words)
        target.write_string(0, number, label.fr, styles.label)
        target.write_string(1, number, label.en, styles.second_label)
        target.write_string(2, number, code, styles.code)
        style = styles.locked if code in KEY_COLUMNS else styles.words
        for row_number, content in enumerate(contents, HEADER_ROWS):
            _write_cell(target, row_number, number, content[number], style)
    last = HEADER_ROWS + len(rows) + SPARE_ROWS - 1
    for number, parent in enumerate(sheet.parents):
        _choose_from(target, drop_downs.parent(parent), (HEADER_ROWS, number, last, number))
    for number, column in enumerate(sheet.columns, len(sheet.parents)):
        _validate(target, sheet, column, (HEADER_ROWS, number, last, number), drop_downs)
    set_page(target, sum(widths))
    target.repeat_rows(0, HEADER_ROWS - 1)
    target.freeze_panes(HEADER_ROWS, len(sheet.parents) + (codes[len(sheet.parents)] in KEY_COLUMNS))
    target.autofilter(HEADER_ROWS - 1, 0, max(HEADER_ROWS, HEADER_ROWS + len(rows) - 1), len(codes) - 1)


def _write_cell(target: Worksheet, row: int, column: int, content: str | int | None, style: Format) -> None:
    if content is None:
        target.write_blank(row, column, None, style)
    elif isinstance(content, int):
        target.write_number(row, column, content, style)
    else:
        target.write_string(row, column, content, style)


Area = tuple[int, int, int, int]


def _validate(target: Worksheet, sheet: Sheet, column: Column, area: Area, drop_downs: DropDowns) -> None:
    """Give a column its drop-down list, or the note that says how to fill it."""
    name = drop_downs.column(sheet, column)
    if name:
        _choose_from(target, name, area)
    elif column.kind == "names":
        _note(target, label_of(sheet.code, column.code), guide.NAMES_NOTE, area)
    elif column.code == "id":
        _note(target, label_of(sheet.code, column.code), guide.ID_NOTE, area)


def _choose_from(target: Worksheet, name: str, area: Area) -> None:
    closed = name.startswith("list_")
    rule = {"validate": "list", "source": f"={name}", "error_type": "stop" if closed else "warning"}
    target.data_validation(*area, rule)


def _note(target: Worksheet, title: Said, note: Said, area: Area) -> None:
    rule = {"validate": "any", "input_title": title.fr[:32], "input_message": f"{note.fr}\n{note.en}"[:255]}
    target.data_validation(*area, rule)
