"""The small tables on which a family of items rests: one pass over the rows for all of them, a second one by cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice

from cordee.stats.columns import WEIGHT
from cordee.stats.families import (
    Family,
    cell_grouping,
    cluster_groupings,
    drawn_grouping,
    replicate_grouping,
    row_grouping,
)
from cordee.stats.item_sums import ItemSums, Layout, layout_of
from cordee.stats.items import Item
from cordee.stats.port import Grouping, Sums, Table
from cordee.stats.weighting import Weighted


@dataclass(frozen=True)
class SmallTables:
    """Sums of a family: `whole` by domain, `main` as the design spreads them, `by_cell` of calibration.

    One table may serve as two of them.
    """

    family: Family
    whole: Sums
    main: Sums
    by_cell: Sums

    def items(self, weight: str, *, residual: bool) -> dict[Item, ItemSums]:
        """Return the sums of each item. `residual`: variances rest on what calibration leaves unexplained."""
        main = self._layouts(self.main)
        whole = {} if self.whole is self.main else self._layouts(self.whole)
        by_cell = self._layouts(self.by_cell) if residual else {}
        made = {}
        for item in self.family.items:
            by_domain = ItemSums(item, self.whole, whole[item.domains], weight) if whole else None
            in_cells = ItemSums(item, self.by_cell, by_cell[item.domains], WEIGHT) if by_cell else None
            made[item] = ItemSums(item, self.main, main[item.domains], weight, by_domain, in_cells)
        return made

    def _layouts(self, table: Sums) -> dict[tuple[str, ...], Layout]:
        """Split a table by each crossing of domains that items ask for, once for all of them."""
        return {names: layout_of(table, names) for names in dict.fromkeys(item.domains for item in self.family.items)}


def small_tables(
    rows: Weighted, families: Sequence[Family], others: Sequence[Grouping], table: Table | None
) -> tuple[list[SmallTables], list[Sums]]:
    """Return the tables of each family, and the sums of `others`. SurveyRefused: rows are wrong.

    `table`: the rows with more columns, when items need them. The sums by cell need no calibrated weight: they are
    read from the rows as they were before, which is quicker.
    """
    asked = [_groupings(rows, family) for family in families]
    wanted = [*chain.from_iterable(asked), *others]
    found = iter(rows.grouped(wanted, table) if wanted else [])
    read = [list(islice(found, len(each))) for each in asked]
    by_cell = [main for *_, main in read]
    if families and _needs_cells(rows):
        plain = rows.study.prepared.table if table is None else table
        by_cell = rows.grouped([_cell_grouping(rows, family) for family in families], plain)
    parts = zip(families, read, by_cell, strict=True)
    return [SmallTables(family, each[0], each[-1], cells) for family, each, cells in parts], list(found)


def _groupings(rows: Weighted, family: Family) -> list[Grouping]:
    """Return what is asked for a family: by domain first, as the design spreads it last; one grouping may be both."""
    if rows.replicates:
        return [replicate_grouping(family, rows.replicates)]
    design, calibrated = rows.study.design, rows.calibrated
    cells = calibrated.cells if calibrated and not design.bootstrap else None
    if design.clusters:
        return cluster_groupings(design, family, rows.weight, cells)
    return [row_grouping(design, family, rows.weight, cells)]


def _needs_cells(rows: Weighted) -> bool:
    """Say whether sums by cell are a table of their own: residuals of clusters rest on them, drawn replicates too."""
    design = rows.study.design
    return bool(design.bootstrap or (rows.calibrated and design.clusters))


def _cell_grouping(rows: Weighted, family: Family) -> Grouping:
    design = rows.study.design
    return drawn_grouping(design, family, rows.cells) if design.bootstrap else cell_grouping(family, rows.cells)
