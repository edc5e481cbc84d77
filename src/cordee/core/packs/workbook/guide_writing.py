"""Writing the first sheet of a workbook: what it is, how to fill it, and the way to every sheet."""

from collections.abc import Mapping

from xlsxwriter.worksheet import Worksheet

from cordee.core.packs.pack import Pack
from cordee.core.packs.workbook.guide import RULES, SHEETS_TITLE, TITLE
from cordee.core.packs.workbook.labels import TITLES, tab_of
from cordee.core.packs.workbook.styling import Styles, quoted, set_height, set_page

WIDTHS = (62, 62)
TITLE_HEIGHT = 26


def write_guide(target: Worksheet, pack: Pack, counts: Mapping[str, int], styles: Styles) -> None:
    """Write the guide: French on the left, English on the right. `counts` says how many entries each sheet has."""
    target.hide_gridlines(2)
    set_page(target, sum(WIDTHS))
    target.set_column(0, 1, WIDTHS[0], styles.plain)
    _title(target, 0, (f"{pack.card.name.fr} ({pack.card.id} {pack.card.version})", pack.card.name.en), styles)
    _title(target, 2, TITLE, styles)
    row = _rules(target, 4, styles)
    _title(target, row, SHEETS_TITLE, styles)
    for number, (code, count) in enumerate(counts.items(), row + 1):
        target.write_url(number, 0, f"internal:{quoted(tab_of(code))}!A1", styles.link, TITLES[code].fr)
        target.write_string(number, 1, TITLES[code].en, styles.plain)
        target.write_number(number, 2, count)


def _title(target: Worksheet, row: int, words: tuple[str, str], styles: Styles) -> None:
    target.set_row(row, TITLE_HEIGHT)
    target.write_row(row, 0, words, styles.title)


def _rules(target: Worksheet, row: int, styles: Styles) -> int:
    """Write the rules from a row on, and return the row after them."""
    for title, text in RULES:
        target.write_row(row, 0, title, styles.label)
        target.write_row(row + 1, 0, text, styles.plain)
        set_height(target, row + 1, text, WIDTHS)
        row += 3
    return row
