"""What is asked of the engine: items that the same crossing of domains serves share one grouped table."""

from collections.abc import Sequence
from dataclasses import dataclass

from cordee.stats.calibration.cells import Cells
from cordee.stats.columns import CALIBRATED, FPC, WEIGHT, Among, Amount, Column, Known, key_of, number_of
from cordee.stats.design import Design
from cordee.stats.items import Item
from cordee.stats.port import Grouping, Sum


@dataclass(frozen=True, slots=True)
class Family:
    """Items whose domains are all among `domains`: their sums are rolled up from one table."""

    domains: tuple[str, ...]
    items: tuple[Item, ...]


def families_of(items: Sequence[Item]) -> list[Family]:
    """Gather items under the widest crossings: what is asked by region is rolled up from region × age when both are."""
    widest: list[tuple[str, ...]] = []
    for domains in sorted({item.domains for item in items}, key=lambda each: (-len(each), each)):
        if not any(set(domains) <= set(known) for known in widest):
            widest.append(domains)
    homes: dict[tuple[str, ...], list[Item]] = {domains: [] for domains in widest}
    for item in items:
        home = next(domains for domains in widest if set(item.domains) <= set(domains))
        homes[home].append(item)
    return [Family(domains, tuple(members)) for domains, members in homes.items()]


def cluster_groupings(design: Design, family: Family, weight: str, cells: Cells | None) -> list[Grouping]:
    """Return what is asked where clusters are drawn: their totals, of which there are many; the rest by domain alone.

    Bases, effective sizes and design effects need nothing of clusters.
    """
    totals = _cluster_grouping(design, family, weight, cells)
    sums: list[Sum] = []
    for item in family.items:
        sums += (*item.first_order(weight), *item.second_order(weight, 1))
    rest = tuple(each for each in dict.fromkeys(sums) if each not in totals.sums)
    return [Grouping(_keys(family.domains), rest), totals]


def _cluster_grouping(design: Design, family: Family, weight: str, cells: Cells | None) -> Grouping:
    """Return the totals of a family by stratum, cluster and domain, and those of the margins after calibration."""
    sums: list[Sum] = []
    for item in family.items:
        sums += (item.presence, *(Sum(1, column, weight) for column in item.columns))
    if cells:
        sums += margin_sums(cells)
    names = (*design.strata, *design.clusters, *family.domains)
    return Grouping(_keys(names), tuple(dict.fromkeys(sums)), (FPC,) if design.fpc else ())


def row_grouping(design: Design, family: Family, weight: str, cells: Cells | None) -> Grouping:
    """Return the sums of a family by stratum and domain, and by cell after calibration: rows are drawn."""
    sums: list[Sum] = [Sum(0)]
    for item in family.items:
        sums += (*item.first_order(weight), *item.second_order(weight, 1), *item.second_order(weight, 2))
        if cells:
            sums += [Sum(2, column, weight) for column in item.columns]
            sums += [Sum(1, column, WEIGHT) for column in item.columns]
    if cells:
        sums += [Sum(1, Known(), weight), Sum(2, Known(), weight)]
    keys = _keys((*design.strata, *family.domains), cells.columns if cells else ())
    return Grouping(keys, tuple(dict.fromkeys(sums)), (FPC,) if design.fpc else ())


def margin_sums(cells: Cells) -> list[Sum]:
    """Return the calibrated total of each category, or number, of calibration, in the order of the cells."""
    return [Sum(1, _margin(name, code), CALIBRATED) for name, code in cells.codes]


def _margin(name: str, code: str | float | None) -> Column:
    return Amount(number_of(name), (number_of(name),)) if code is None else Among(key_of(name), (code,))


def replicate_grouping(family: Family, replicates: Sequence[str]) -> Grouping:
    """Return the sums of a family by domain, by the weight and by each replicate weight."""
    sums: list[Sum] = []
    for item in family.items:
        sums += (*item.first_order(WEIGHT), *item.second_order(WEIGHT, 1))
        sums += [Sum(1, column, weight) for weight in replicates for column in item.columns]
    return Grouping(_keys(family.domains), tuple(dict.fromkeys(sums)))


def cell_grouping(family: Family, cells: Sequence[str]) -> Grouping:
    """Return the sums of a family by domain and cell of calibration, with the first weights; `cells` names columns."""
    sums = [Sum(1, column, WEIGHT) for item in family.items for column in item.columns]
    return Grouping(_keys(family.domains, cells), tuple(dict.fromkeys(sums)))


def drawn_grouping(design: Design, family: Family, cells: Sequence[str]) -> Grouping:
    """Return the sums of a family by stratum, cluster, domain and cell of calibration, with the first weights.

    This is all that drawn replicates need: each multiplies clusters, then cells.
    """
    sums = [Sum(1), *(Sum(1, column, WEIGHT) for item in family.items for column in item.columns)]
    return Grouping(_keys((*design.strata, *design.clusters, *family.domains), cells), tuple(dict.fromkeys(sums)))


def _keys(names: Sequence[str], columns: Sequence[str] = ()) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*(key_of(name) for name in names), *columns)))
