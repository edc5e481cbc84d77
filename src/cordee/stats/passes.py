"""One pass over the rows: the sums of every item, and how the design spreads them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cordee.stats.bootstrap import BootstrapSpread
from cordee.stats.calibration.residuals import Residuals
from cordee.stats.design import Replicates
from cordee.stats.families import families_of, margin_sums
from cordee.stats.faults import SurveyFault, SurveyRefused, survey_fault
from cordee.stats.grouping_keys import Places
from cordee.stats.grouping_keys import summed as summed_rows
from cordee.stats.item_sums import ItemSums
from cordee.stats.items import Item
from cordee.stats.port import Grouping, Sums, Table
from cordee.stats.replicates import ReplicateSpread
from cordee.stats.replication import Replication, calibrated_again, drawn_multipliers
from cordee.stats.small_tables import SmallTables, small_tables
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

    `table`: the rows with more columns, when items need them.
    """
    tables, found = small_tables(rows, families_of(items), others, table)
    summed: dict[Item, Summed] = {}
    for each in tables:
        summed.update(_family(rows, each))
    _refuse_unanswered(rows, summed)
    return summed, found


def _family(rows: Weighted, tables: SmallTables) -> Iterator[tuple[Item, Summed]]:
    bootstrap = rows.study.design.bootstrap
    spread = _drawn(rows, bootstrap, tables) if bootstrap else _spread(rows, tables.main, tables.by_cell)
    residual = bool(rows.calibrated and not bootstrap)
    for item, sums in tables.items(rows.weight, residual=residual).items():
        yield item, Summed(sums, spread)


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


def _drawn(rows: Weighted, asked: Replicates, tables: SmallTables) -> Spread:
    """Draw replicates, the first time; then say how they spread this family."""
    design, by_cell = rows.study.design, tables.by_cell
    clusters, row_cluster = clusters_in(design, by_cell)
    strata = strata_of_clusters(design, clusters, by_cell)
    row_cell = _cells_of_rows(rows, by_cell)
    if rows.replication is None:
        rows.replication = _replication(rows, asked, clusters, by_cell, (row_cluster, row_cell))
    plain = ClusterSpread(strata, clusters, clusters_in(design, tables.main)[1])
    return BootstrapSpread(asked, rows.replication, by_cell, row_cluster, row_cell, tables.family, plain)


def _cells_of_rows(rows: Weighted, by_cell: Sums) -> Places:
    """Return the cell of calibration of each group of rows; the same one for all without calibration."""
    if rows.calibrated is None:
        return np.zeros(by_cell.groups, dtype=np.intp)
    return rows.calibrated.cells.places([by_cell.keys[column] for column in rows.cells])


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
        if not each.sums.answered:
            faults[item.variable] = survey_fault("all-missing", name, column=item.variable)
        elif item.asked.values and not each.sums.first[:, 0].any() and not _described(rows, item):
            told = ", ".join(map(str, item.asked.values))
            faults[item.variable] = survey_fault("value-never-seen", name, column=item.variable, values=told)
    if faults:
        raise SurveyRefused(faults.values())


def _described(rows: Weighted, item: Item) -> bool:
    known = rows.study.dictionary.of(item.variable).codes()
    return all(str(value) in known for value in item.asked.values)
