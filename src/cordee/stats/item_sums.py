"""The sums of one item in each of its domains, and how its small table splits into those domains."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cordee.stats.columns import WEIGHT, Column, key_of
from cordee.stats.grouping_keys import Group, Places, numbered, summed
from cordee.stats.items import Item
from cordee.stats.port import Floats, Sum, Sums

Contrast = tuple[tuple[float, tuple[int, ...]], ...]
"""What is estimated: a signed sum of quantities, each over several domains taken together (by their places)."""

Form = Mapping[int, Floats]
"""A linearised quantity: place of a domain → coefficients (J,) of the columns of the item in it; 0 elsewhere.

The value of a row in domain d is Σⱼ coefficient[d][j] × column j, and the variance of the quantity is that of the
weighted total of these values (Särndal, Swensson & Wretman 1992, § 5.5).
"""


@dataclass(frozen=True)
class Layout:
    """How the R groups of a small table split into D domains: `place` (R,) of the domain, −1 where a key is missing."""

    place: Places
    domains: list[Group]

    @cached_property
    def rows(self) -> list[Places]:
        """Return, for each domain, the places of its groups of rows."""
        order = np.argsort(self.place, kind="stable")
        bounds = np.searchsorted(self.place[order], np.arange(len(self.domains) + 1))
        return [order[start:end] for start, end in pairwise(bounds)]


def layout_of(table: Sums, domains: tuple[str, ...]) -> Layout:
    """Split a small table by the variables that cut the sample."""
    return Layout(*numbered([table.keys[key_of(name)] for name in domains], table.groups))


@dataclass(frozen=True)
class ItemSums:
    """R groups of rows, D domains, J columns. `weight` names the weight of the estimates.

    `by_domain` holds the sums of the same item that `table` has not, by domain alone; None where it has them all.
    `in_cells` holds it by domain and cell of calibration, with the first weights; None without calibration.
    """

    item: Item
    table: Sums
    layout: Layout
    weight: str
    by_domain: "ItemSums | None" = None
    in_cells: "ItemSums | None" = None

    @property
    def domains(self) -> list[Group]:
        """Return the domains, in a stable order."""
        return self.layout.domains

    @property
    def rows(self) -> list[Places]:
        """Return, for each domain, the places of its groups of rows."""
        return self.layout.rows

    @cached_property
    def count(self) -> Floats:
        """Return the rows of the base in each group of rows, (R,)."""
        return self.table.of(0, self.item.base)

    @property
    def present(self) -> NDArray[np.bool_]:
        """Return whether a group of rows holds some of the base, (R,)."""
        return np.asarray(self.table.sums[self.item.presence] > 0)

    @property
    def answered(self) -> float:
        """Return the rows of the base, those of no domain included."""
        base = Sum(0, self.item.base)
        return float(self._holder(base).table.sums[base].sum())

    @cached_property
    def first(self) -> Floats:
        """Return the weighted sums of the columns in each group of rows, (R, J)."""
        return np.column_stack([self.table.of(1, column, self.weight) for column in self.item.columns])

    @cached_property
    def squares(self) -> Floats:
        """Return the sums of products weighted by w², (R, J, J): needed where rows are the units."""
        return self._products([self.table.of(2, product, self.weight) for product in self.item.pairs()])

    @cached_property
    def products(self) -> Floats:
        """Return the sums of products weighted by w in each domain, (D, J, J)."""
        return self._products([self._in_domains(1, product) for product in self.item.pairs()])

    def _products(self, pairs: Sequence[Floats]) -> Floats:
        """Write the sums of products of the J columns two by two as symmetric matrices."""
        size = len(self.item.columns)
        found = np.zeros((len(pairs[0]), size, size))
        for row, column, values in zip(*np.triu_indices(size), pairs, strict=True):
            found[:, row, column] = found[:, column, row] = values
        return found

    @cached_property
    def n(self) -> Floats:
        """Return the rows of the base in each domain, (D,)."""
        return self._in_domains(0, self.item.base)

    @cached_property
    def weights(self) -> Floats:
        """Return the sum of weights of the base in each domain, (D,)."""
        return self._in_domains(1, self.item.base)

    @cached_property
    def n_eff(self) -> Floats:
        """Return the effective size in each domain, (D,): (Σ w)² / Σ w² (Kish 1965)."""
        squared = self._in_domains(2, self.item.base)
        return np.divide(self.weights**2, squared, out=np.zeros_like(squared), where=squared > 0)

    @cached_property
    def totals(self) -> Floats:
        """Return the weighted totals of the columns in each domain, (D, J)."""
        return self._rolled_up(self.first)

    def with_weight(self, weight: str) -> "ItemSums":
        """Return the sums of the same item by another weight of the same table, kept for the next estimate."""
        return self._others.setdefault(weight, replace(self, weight=weight))

    @cached_property
    def _others(self) -> "dict[str, ItemSums]":
        return {}

    def _in_domains(self, power: int, column: Column) -> Floats:
        """Return one of the sums in each domain, (D,), from the table that has it."""
        each = Sum(power, column, self.weight if power else WEIGHT)
        holder = self._holder(each)
        return holder._rolled_up(holder.table.sums[each])

    def _holder(self, each: Sum) -> "ItemSums":
        return self if self.by_domain is None or each in self.table.sums else self.by_domain

    def _rolled_up(self, values: Floats) -> Floats:
        return summed(self.layout.place, values, len(self.domains))


def value_of(totals: Floats) -> float:
    """Return a quantity from the totals of its columns: T₁ / T₂ of a ratio, or T of a total.

    >>> value_of(np.array([6.0, 4.0])), value_of(np.array([6.0]))
    (1.5, 6.0)
    """
    return float(totals[0] / totals[1]) if len(totals) > 1 else float(totals[0])


def linearised(totals: Floats) -> Floats:
    """Return the coefficients of the linearised quantity: (1 / T₂, −R / T₂) of a ratio R, or 1 of a total.

    >>> linearised(np.array([6.0, 4.0])).tolist()
    [0.25, -0.375]
    """
    return np.array([1 / totals[1], -value_of(totals) / totals[1]]) if len(totals) > 1 else np.ones(1)


def form_of(sums: ItemSums, contrast: Contrast) -> Form:
    """Linearise a signed sum of quantities; a domain that several of them hold gets the sum of its coefficients."""
    form: dict[int, Floats] = {}
    for sign, domains in contrast:
        coefficients = sign * linearised(sums.totals[list(domains)].sum(axis=0))
        for domain in domains:
            form[domain] = form.get(domain, 0.0) + coefficients
    return form


def contrast_value(sums: ItemSums, contrast: Contrast) -> float:
    """Return a signed sum of quantities."""
    return sum(sign * value_of(sums.totals[list(domains)].sum(axis=0)) for sign, domains in contrast)


def contrast_values(totals: Floats, contrast: Contrast) -> Floats:
    """Return a signed sum of quantities by each of B replicates, (B,), from the totals of its columns, (B, D, J).

    >>> contrast_values(np.array([[[6.0, 4.0], [1.0, 2.0]]]), ((1.0, (0,)), (-1.0, (1,)))).tolist()
    [1.0]
    """
    found = np.zeros(len(totals))
    for sign, domains in contrast:
        whole = totals[:, list(domains)].sum(axis=1)
        found += sign * (whole[:, 0] / whole[:, 1] if whole.shape[1] > 1 else whole[:, 0])
    return found
