"""Every estimate of a design: one pass of the engine to a small table, then algebra on that table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cordee.stats.checking import refuse_empty, refuse_flagged
from cordee.stats.columns import WEIGHT
from cordee.stats.design import Design
from cordee.stats.families import Family, families_of, main_grouping
from cordee.stats.faults import SurveyFault, SurveyRefused, survey_fault
from cordee.stats.item_sums import ItemSums, Layout, layout_of
from cordee.stats.items import Item, items_of
from cordee.stats.measuring import Measured
from cordee.stats.port import Engine, Grouping, Sum, Sums
from cordee.stats.preparing import Prepared
from cordee.stats.results import Row
from cordee.stats.sources.source import Source
from cordee.stats.spread import ClusterSpread, RowSpread, Spread
from cordee.stats.strata import clusters_in, strata_of_clusters, strata_of_rows


@dataclass(frozen=True)
class Study:
    """A file, its design, and the engine that reads it."""

    engine: Engine
    source: Source
    design: Design
    prepared: Prepared


def estimates(study: Study, items: Sequence[Item]) -> list[Row]:
    """Return the rows of every item, in the order of items and domains. SurveyRefused: what is wrong with the file."""
    families = families_of(items)
    checks = Grouping((), (*study.prepared.checks, Sum(0)))
    groupings = [main_grouping(study.design, family, WEIGHT, ()) for family in families]
    checked, *tables = study.engine.grouped(study.prepared.table, [checks, *groupings])
    refuse_flagged(study.prepared, checked, study.engine, study.source)
    refuse_empty(checked.of(0)[0], study.source)
    rows = {item: found for family, table in zip(families, tables, strict=True) for item, found in _measured(study, family, table)}
    return [row for item in items for row in rows[item]]


def _measured(study: Study, family: Family, table: Sums) -> Iterator[tuple[Item, list[Row]]]:
    spread = spread_of(study.design, table)
    layouts: dict[tuple[str, ...], Layout] = {}
    faults: list[SurveyFault] = []
    for item in family.items:
        if item.domains not in layouts:
            layouts[item.domains] = layout_of(table, item.domains)
        sums = ItemSums(item, table, layouts[item.domains], WEIGHT)
        faults += _unanswered(sums, study.source)
        yield item, list(Measured(sums, spread, study.design).rows())
    if faults:
        raise SurveyRefused(faults)


def spread_of(design: Design, table: Sums) -> Spread:
    if design.clusters:
        clusters, places = clusters_in(design, table)
        return ClusterSpread(strata_of_clusters(design, clusters, table), clusters, places)
    strata, places = strata_of_rows(design, table, table.of(0))
    return RowSpread(strata, places)


def _unanswered(sums: ItemSums, source: Source) -> Iterator[SurveyFault]:
    if not sums.count.sum():
        yield survey_fault("all-missing", source.name, column=sums.item.variable)
