"""One pass over the rows: the sums of every item, and how the design spreads them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cordee.stats.calibration.cells import Cells
from cordee.stats.calibration.residuals import Residuals
from cordee.stats.columns import CALIBRATED, WEIGHT, Known, key_of
from cordee.stats.families import (
    Family,
    cell_grouping,
    families_of,
    main_grouping,
    margin_groupings,
    replicate_grouping,
)
from cordee.stats.faults import SurveyFault, SurveyRefused, survey_fault
from cordee.stats.grouping_keys import label
from cordee.stats.item_sums import ItemSums, Layout, layout_of
from cordee.stats.items import Item
from cordee.stats.port import Floats, Grouping, Sums, Table
from cordee.stats.replicates import ReplicateSpread
from cordee.stats.spread import ClusterSpread, RowSpread, Spread
from cordee.stats.strata import Clusters, cluster_columns, clusters_in, strata_of_clusters, strata_of_rows
from cordee.stats.weighting import Weighted


@dataclass(frozen=True)
class Summed:
    """The sums of an item, and the spread of its family."""

    sums: ItemSums
    spread: Spread


def sums_of_items(
    rows: Weighted, items: Sequence[Item], others: Sequence[Grouping] = (), table: Table | None = None
) -> tuple[Mapping[Item, Summed], list[Sums]]:
    """Read the rows once: the sums of each item, and those of `others`. SurveyRefused: rows or items are wrong."""
    families = families_of(items)
    asked = [grouping for family in families for grouping in _groupings(rows, family)]
    shared = margin_groupings(rows.study.design, rows.margins) if _by_cluster(rows) and families else []
    found = rows.grouped([*asked, *shared, *others], table)
    size = len(asked) // len(families) if families else 0
    margins = found[len(asked) : len(asked) + len(shared)]
    summed: dict[Item, Summed] = {}
    for place, family in enumerate(families):
        summed.update(_family(rows, family, found[place * size : (place + 1) * size], margins))
    _refuse_unanswered(rows, summed)
    return summed, found[len(asked) + len(shared) :]


def _by_cluster(rows: Weighted) -> bool:
    return bool(rows.calibrated and rows.study.design.clusters)


def _groupings(rows: Weighted, family: Family) -> list[Grouping]:
    if rows.replicates:
        return [replicate_grouping(family, rows.replicates)]
    main = main_grouping(rows.study.design, family, rows.weight, rows.margins)
    return [main, cell_grouping(family, rows.margins)] if _by_cluster(rows) else [main]


def _family(
    rows: Weighted, family: Family, tables: Sequence[Sums], margins: Sequence[Sums]
) -> Iterator[tuple[Item, Summed]]:
    main, by_cell = tables[0], tables[-1]
    spread = _spread(rows, main, by_cell, margins)
    layouts: dict[tuple[str, ...], tuple[Layout, Layout]] = {}
    for item in family.items:
        if item.domains not in layouts:
            layouts[item.domains] = layout_of(main, item.domains), layout_of(by_cell, item.domains)
        layout, cell_layout = layouts[item.domains]
        in_cells = ItemSums(item, by_cell, cell_layout, WEIGHT) if rows.calibrated else None
        yield item, Summed(ItemSums(item, main, layout, rows.weight, in_cells), spread)


def _spread(rows: Weighted, main: Sums, by_cell: Sums, margins: Sequence[Sums]) -> Spread:
    design = rows.study.design
    if design.replicates:
        return ReplicateSpread(design.replicates, rows.replicates)
    if not design.clusters:
        strata, places = strata_of_rows(design, main, main.of(0))
        return RowSpread(strata, places, Residuals(rows.calibrated.cells, main) if rows.calibrated else None)
    clusters, places = clusters_in(design, main)
    residuals = None
    if rows.calibrated:
        cells = rows.calibrated.cells
        residuals = Residuals(cells, by_cell, _cluster_margins(rows, clusters, cells, margins))
    return ClusterSpread(strata_of_clusters(design, clusters, main), clusters, places, residuals)


def _cluster_margins(rows: Weighted, clusters: Clusters, cells: Cells, tables: Sequence[Sums]) -> Floats:
    """Return the calibrated totals of each category in each cluster, (P, p)."""
    cluster = {group: place for place, group in enumerate(clusters.groups)}
    category = {name: place for place, name in enumerate(cells.categories)}
    found = np.zeros((len(cluster), len(category)))
    for name, table in zip(cells.variables, tables, strict=True):
        groups = zip(*(column.tolist() for column in cluster_columns(rows.study.design, table)), strict=True)
        keys = zip(groups, table.keys[key_of(name)].tolist(), table.of(1, Known(), CALIBRATED).tolist(), strict=True)
        for group, key, total in keys:
            found[cluster[group], category[name, label(key)]] = total
    return found


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
