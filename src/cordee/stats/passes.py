"""One pass over the rows: the sums of every item, and how the design spreads them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cordee.stats.bootstrap import BootstrapSpread
from cordee.stats.calibration.residuals import Residuals
from cordee.stats.columns import WEIGHT, key_of
from cordee.stats.design import Replicates
from cordee.stats.families import (
    Family,
    cell_grouping,
    drawn_grouping,
    families_of,
    main_grouping,
    margin_sums,
    replicate_grouping,
)
from cordee.stats.faults import SurveyFault, SurveyRefused, survey_fault
from cordee.stats.grouping_keys import Places
from cordee.stats.grouping_keys import summed as summed_rows
from cordee.stats.item_sums import ItemSums, Layout, layout_of
from cordee.stats.items import Item
from cordee.stats.port import Grouping, Sums, Table
from cordee.stats.replicates import ReplicateSpread
from cordee.stats.replication import Replication, calibrated_again, drawn_multipliers
from cordee.stats.spread import ClusterSpread, RowSpread, Spread
from cordee.stats.strata import Clusters, clusters_in, strata_of_clusters, strata_of_rows
from cordee.stats.weighting import Weighted


@dataclass(frozen=True)
class Summed:
    """The sums of an item, and the spread of its family."""

    sums: ItemSums
    spread: Spread


def sums_of_items(
    rows: Weighted, items: Sequence[Item], others: Sequence[Grouping] = (), table: Table | None = None
) -> tuple[Mapping[Item, Summed], list[Sums]]:
    """Return the sums of each item, and those of `others`. SurveyRefused: rows or items are wrong.

    `table`: the rows with more columns, when items need them. The sums by cell need no calibrated weight: they are
    read from the rows as they were before, which is quicker.
    """
    families = families_of(items)
    asked = [_grouping(rows, family) for family in families]
    found = rows.grouped([*asked, *others], table) if asked or others else []
    by_cell: Sequence[Sums] = found
    if families and _needs_cells(rows):
        plain = rows.study.prepared.table if table is None else table
        by_cell = rows.grouped([_cell_grouping(rows, family) for family in families], plain)
    summed: dict[Item, Summed] = {}
    for family, main, cells in zip(families, found, by_cell, strict=False):
        summed.update(_family(rows, family, main, cells))
    _refuse_unanswered(rows, summed)
    return summed, found[len(asked) :]


def _grouping(rows: Weighted, family: Family) -> Grouping:
    if rows.replicates:
        return replicate_grouping(family, rows.replicates)
    design, calibrated = rows.study.design, rows.calibrated
    cells = calibrated.cells if calibrated and not design.bootstrap else None
    return main_grouping(design, family, rows.weight, cells)


def _needs_cells(rows: Weighted) -> bool:
    """Say whether sums by cell are a table of their own: residuals of clusters rest on them, drawn replicates too."""
    design = rows.study.design
    return bool(design.bootstrap or (rows.calibrated and design.clusters))


def _cell_grouping(rows: Weighted, family: Family) -> Grouping:
    design = rows.study.design
    return drawn_grouping(design, family, rows.margins) if design.bootstrap else cell_grouping(family, rows.margins)


def _family(rows: Weighted, family: Family, main: Sums, by_cell: Sums) -> Iterator[tuple[Item, Summed]]:
    design = rows.study.design
    spread = _drawn(rows, design.bootstrap, family, main, by_cell) if design.bootstrap else _spread(rows, main, by_cell)
    layouts: dict[tuple[str, ...], tuple[Layout, Layout]] = {}
    for item in family.items:
        if item.domains not in layouts:
            layouts[item.domains] = layout_of(main, item.domains), layout_of(by_cell, item.domains)
        layout, cell_layout = layouts[item.domains]
        residual = rows.calibrated and not design.bootstrap
        in_cells = ItemSums(item, by_cell, cell_layout, WEIGHT) if residual else None
        yield item, Summed(ItemSums(item, main, layout, rows.weight, in_cells), spread)


def _spread(rows: Weighted, main: Sums, by_cell: Sums) -> Spread:
    design, cells = rows.study.design, rows.calibrated.cells if rows.calibrated else None
    if design.given_replicates:
        return ReplicateSpread(design.given_replicates, rows.replicates)
    if not design.clusters:
        strata, places = strata_of_rows(design, main, main.of(0))
        return RowSpread(strata, places, Residuals(cells, main) if cells else None)
    clusters, places = clusters_in(design, main)
    residuals = None
    if cells:
        margins = np.column_stack([main.sums[each] for each in margin_sums(cells)])
        residuals = Residuals(cells, by_cell, summed_rows(places, margins, len(clusters.groups)))
    return ClusterSpread(strata_of_clusters(design, clusters, main), clusters, places, residuals)


def _drawn(rows: Weighted, asked: Replicates, family: Family, main: Sums, by_cell: Sums) -> Spread:
    """Draw replicates, the first time; then say how they spread this family."""
    design = rows.study.design
    clusters, row_cluster = clusters_in(design, by_cell)
    strata = strata_of_clusters(design, clusters, by_cell)
    row_cell = _cells_of_rows(rows, by_cell)
    if rows.replication is None:
        rows.replication = _replication(rows, asked, clusters, by_cell, (row_cluster, row_cell))
    plain = ClusterSpread(strata, clusters, clusters_in(design, main)[1])
    return BootstrapSpread(asked, rows.replication, by_cell, row_cluster, row_cell, family, plain)


def _cells_of_rows(rows: Weighted, by_cell: Sums) -> Places:
    """Return the cell of calibration of each group of rows; the same one for all without calibration."""
    if rows.calibrated is None:
        return np.zeros(by_cell.groups, dtype=np.intp)
    return rows.calibrated.cells.places([by_cell.keys[key_of(name)] for name in rows.margins])


def _replication(
    rows: Weighted, asked: Replicates, clusters: Clusters, by_cell: Sums, places: tuple[Places, Places]
) -> Replication:
    multipliers = drawn_multipliers(clusters, asked.count or 0, asked.seed or 0)
    calibration = rows.study.design.calibration
    if rows.calibrated is None or calibration is None:
        return Replication(multipliers, np.ones((len(multipliers), 1)))
    ratios = calibrated_again(rows.calibrated, calibration, multipliers, *places, by_cell.of(1))
    return Replication(multipliers, ratios)


def _refuse_unanswered(rows: Weighted, summed: Mapping[Item, Summed]) -> None:
    faults: dict[str, SurveyFault] = {}
    name = rows.study.source.name
    for item, each in summed.items():
        if not each.sums.count.sum():
            faults[item.variable] = survey_fault("all-missing", name, column=item.variable)
        elif item.asked.values and not each.sums.first[:, 0].any() and not _described(rows, item):
            told = ", ".join(map(str, item.asked.values))
            faults[item.variable] = survey_fault("value-never-seen", name, column=item.variable, values=told)
    if faults:
        raise SurveyRefused(faults.values())


def _described(rows: Weighted, item: Item) -> bool:
    known = rows.study.dictionary.of(item.variable).codes()
    return all(str(value) in known for value in item.asked.values)
