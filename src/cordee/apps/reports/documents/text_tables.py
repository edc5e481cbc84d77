"""Tables of a text document, written as XML at once: a report may hold tens of thousands of cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length

from cordee.apps.ui.documents.written import grid_of, heading_text, side_of, widths_of, xml_text
from cordee.charts.palette import LIGHT
from cordee.core.document import Table
from cordee.core.packs.text import Lang

FONT_HALF_POINTS, SMALL_HALF_POINTS, CROWDED = 18, 16, 7
"""The size of the letters of a table, and of one from so many columns on."""
EMU_IN_TWENTIETHS = 635
SPACE = 3
"""What the space on both sides of a cell takes, in letters."""
RULE, HEAD = LIGHT["line"].removeprefix("#"), LIGHT["zone"].removeprefix("#")


def table_element(table: Table, room: Length, lang: Lang) -> Any:
    """Return a table as the element that a text document holds: headings repeat, rows do not break."""
    widths = _shared(widths_of(table, lang), int(room / EMU_IN_TWENTIETHS))
    sides = [side_of(column) for column in table.columns]
    size = SMALL_HALF_POINTS if len(widths) >= CROWDED else FONT_HALF_POINTS
    columns = list(zip(widths, sides, strict=True))
    head = _row(map(heading_text, table.columns), columns, size, is_head=True)
    body = "".join(_row(cells, columns, size) for cells in grid_of(table, lang))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    about = f'<w:tblCaption w:val="{escape(xml_text(table.caption), {chr(34): "&quot;"})}"/>'
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{_borders()}'
        f'<w:tblLayout w:type="fixed"/>{_margins()}<w:tblLook w:val="0020" w:firstRow="1"/>{about}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"
    )


def _shared(widths: list[int], room: int) -> list[int]:
    """Share a width in twentieths of a point as the letters of each column ask, the space around them counted.

    >>> _shared([7, 27], 4000)
    [1000, 3000]
    """
    asked = [width + SPACE for width in widths]
    return [room * each // sum(asked) for each in asked]


def _borders() -> str:
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
    return f"<w:tblBorders><w:top {line}/><w:bottom {line}/><w:insideH {line}/></w:tblBorders>"


def _margins() -> str:
    sides = "".join(f'<w:{side} w:w="{space}" w:type="dxa"/>' for side, space in _SPACES)
    return f"<w:tblCellMar>{sides}</w:tblCellMar>"


_SPACES = (("top", 30), ("left", 70), ("bottom", 30), ("right", 70))


def _row(texts: Iterable[str], columns: Sequence[tuple[int, str]], size: int, *, is_head: bool = False) -> str:
    repeated = "<w:tblHeader/>" if is_head else ""
    cells = (
        _cell(text, width, side, size, is_bold=is_head or place == 0, is_head=is_head)
        for place, (text, (width, side)) in enumerate(zip(texts, columns, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(text: str, width: int, side: str, size: int, *, is_bold: bool, is_head: bool) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{HEAD}"/>' if is_head else ""
    right = '<w:jc w:val="right"/>' if side == "right" else ""
    bold = "<w:b/>" if is_bold else ""
    lines = escape(xml_text(text)).split("\n")
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>{right}</w:pPr>'
        f'<w:r><w:rPr>{bold}<w:sz w:val="{size}"/></w:rPr>{words}</w:r></w:p></w:tc>'
    )
