"""Quantiles and their intervals (Woodruff 1952): a first pass for the distribution, a second for its uncertainty."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import isnan, nan

import narwhals as nw
import numpy as np

from cordee.stats.columns import Known, key_of, number_of
from cordee.stats.design import Estimate
from cordee.stats.grouping_keys import Group, numbered
from cordee.stats.intervals import Uncertainty, quantile, student
from cordee.stats.item_sums import value_of
from cordee.stats.items import Item, below
from cordee.stats.measuring import Measured, filled
from cordee.stats.passes import Summed, sums_of_items
from cordee.stats.port import Floats, Grouping, Sum, Sums, Table
from cordee.stats.results import Row
from cordee.stats.weighting import Weighted

ROUNDING = 1e-12
"""Part of the total weight by which a cumulated weight may miss a quantile for its sums having been rounded."""


@dataclass(frozen=True)
class Distribution:
    """Weighted values in each domain: `values[d]` sorted, `cumulated[d]` Σ w up to each of them."""

    domains: list[Group]
    values: list[Floats]
    cumulated: list[Floats]

    def quantile(self, domain: int, share: float) -> float:
        """Return the smallest value at or under which lies at least this share of the weight; `nan` outside of [0, 1].

        It is the inverse of the distribution function, R survey's `qrule = "math"`.

        >>> one = Distribution([()], [np.array([1.0, 2.0, 5.0])], [np.array([1.0, 3.0, 4.0])])
        >>> one.quantile(0, 0.5), one.quantile(0, 0.76), one.quantile(0, 1.1)
        (2.0, 5.0, nan)
        """
        values, cumulated = self.values[domain], self.cumulated[domain]
        if not len(values) or not 0 <= share <= 1:
            return nan
        place = np.searchsorted(cumulated, share * cumulated[-1] * (1 - ROUNDING))
        return float(values[min(int(place), len(values) - 1)])


@dataclass(frozen=True)
class _Asked:
    """A variable whose quantiles are asked for in each domain, and the names of their columns of thresholds."""

    estimate: Estimate
    variable: str
    thresholds: tuple[str, ...]

    def grouping(self, weight: str) -> Grouping:
        number = number_of(self.variable)
        keys = (*(key_of(name) for name in self.estimate.domains), number)
        return Grouping(tuple(dict.fromkeys(keys)), (Sum(1, Known((number,)), weight),))

    def items(self) -> list[Item]:
        pairs = zip(self.thresholds, self.estimate.quantiles, strict=True)
        return [below(self.estimate, self.variable, threshold, share) for threshold, share in pairs]


def distribution_groupings(rows: Weighted) -> list[Grouping]:
    """Return what the first pass must bring for quantiles: the weight of each value in each domain."""
    return [asked.grouping(rows.weight) for asked in _asked(rows)]


def quantile_rows(rows: Weighted, tables: Sequence[Sums]) -> Mapping[int, list[Row]]:
    """Return the rows of quantiles by the place of their estimate in the design, after a second pass."""
    asked = _asked(rows)
    if not asked:
        return {}
    found = [_distribution(each, table, rows.weight) for each, table in zip(asked, tables, strict=True)]
    table = rows.table
    for each, distribution in zip(asked, found, strict=True):
        table = _with_thresholds(rows, table, each, distribution)
    summed, _ = sums_of_items(rows, [item for each in asked for item in each.items()], table=table)
    made: dict[int, list[Row]] = {}
    places = {id(estimate): place for place, estimate in enumerate(rows.study.design.estimates)}
    for each, distribution in zip(asked, found, strict=True):
        for item, share in zip(each.items(), each.estimate.quantiles, strict=True):
            made.setdefault(places[id(each.estimate)], []).extend(_rows(rows, summed[item], distribution, share))
    return made


def _asked(rows: Weighted) -> list[_Asked]:
    made: list[_Asked] = []
    for estimate in rows.study.design.estimates:
        if estimate.measure == "quantile":
            for variable in estimate.asked:
                names = (f"_threshold_{len(made)}_{place}" for place in range(len(estimate.quantiles)))
                made.append(_Asked(estimate, variable, tuple(names)))
    return made


def _distribution(asked: _Asked, table: Sums, weight: str) -> Distribution:
    number = number_of(asked.variable)
    values = np.array([nan if value is None else value for value in table.keys[number]], dtype=np.float64)
    weights = table.of(1, Known((number,)), weight)
    domain, groups = numbered([table.keys[key_of(name)] for name in asked.estimate.domains], table.groups)
    domain = np.where(np.isnan(values), -1, domain)
    order = np.lexsort((values, domain))
    bounds = np.searchsorted(domain[order], np.arange(len(groups) + 1))
    parts = [order[start:end] for start, end in pairwise(bounds)]
    return Distribution(groups, [values[part] for part in parts], [np.cumsum(weights[part]) for part in parts])


def _with_thresholds(rows: Weighted, table: Table, asked: _Asked, distribution: Distribution) -> Table:
    found = {
        name: [distribution.quantile(place, share) for place in range(len(distribution.domains))]
        for name, share in zip(asked.thresholds, asked.estimate.quantiles, strict=True)
    }
    keys = [key_of(name) for name in asked.estimate.domains]
    if not keys:
        return table.with_columns(*(nw.lit(values[0]).alias(name) for name, values in found.items()))
    small = {key: [group[place] for group in distribution.domains] for place, key in enumerate(keys)}
    return rows.study.engine.attach(table, {**small, **found}, keys)


def _rows(rows: Weighted, summed: Summed, distribution: Distribution, share: float) -> Iterator[Row]:
    design = rows.study.design
    measured = Measured(summed.sums, summed.spread, design)
    for place, domain in enumerate(summed.sums.domains):
        row = measured.blank(domain, int(summed.sums.n[place]), float(summed.sums.n_eff[place]))
        value = distribution.quantile(place, share)
        if isnan(value):
            yield replace(row, status="too_few")
            continue
        at_most = value_of(summed.sums.totals[place])
        variance = summed.spread.variance(summed.sums, ((1.0, (place,)),))
        df = summed.spread.degrees(summed.sums, [place])
        known = _woodruff(student(at_most, variance, df, design.level), design.level, distribution, place)
        yield filled(row, value, known, measured.status([place], row.n, df))


def _woodruff(share: Uncertainty, level: float, found: Distribution, place: int) -> Uncertainty:
    """Return the values at the bounds of the interval of the share; se is their distance over 2 t, as in R survey."""
    if share.df < 1:
        return share
    lower, upper = found.quantile(place, share.lower), found.quantile(place, share.upper)
    return Uncertainty((upper - lower) / (2 * quantile(level, share.df)), lower, upper, share.df)
