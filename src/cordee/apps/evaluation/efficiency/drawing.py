"""The blocks of a section as the page draws them: words, lists and tables, every number written for the reader."""

from __future__ import annotations

from dataclasses import dataclass

from cordee.apps.evaluation.stacking import StackedRow, stacked
from cordee.apps.library.addresses import language
from cordee.core.document import Absent, Block, Cell, Kind, Paragraph, Points, Table
from cordee.core.numerals import number


@dataclass(frozen=True)
class DrawnBlock:
    """A block ready for the page: one of its parts holds something."""

    tone: str = ""
    text: str = ""
    items: tuple[str, ...] = ()
    caption: str = ""
    headers: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def stacked(self) -> tuple[StackedRow, ...]:
        """Its table, each cell with its heading."""
        return stacked(self.headers, self.rows)


def drawn(blocks: tuple[Block, ...]) -> list[DrawnBlock]:
    """Make blocks ready for the page."""
    return [_drawn(block) for block in blocks]


def _drawn(block: Block) -> DrawnBlock:
    if isinstance(block, Paragraph):
        return DrawnBlock(text=block.text, tone=block.tone.value)
    if isinstance(block, Points):
        return DrawnBlock(items=block.items)
    assert isinstance(block, Table)  # noqa: S101 - the efficiency draws no picture and quotes nobody
    kinds = [column.kind for column in block.columns]
    rows = tuple(tuple(_cell(cell, kind) for cell, kind in zip(row, kinds, strict=True)) for row in block.rows)
    return DrawnBlock(caption=block.caption, headers=tuple(column.title for column in block.columns), rows=rows)


def _cell(cell: Cell, kind: Kind) -> str:
    if isinstance(cell, Absent):
        return cell.reason
    if isinstance(cell, (int, float)):
        written = number(cell, language(), 0 if cell == int(cell) else 2)
        return f"{written}\u202f€" if kind is Kind.MONEY else written
    return str(cell)
