"""Grouped sums by counting: each row has the number of its group and a digit for each of its answers; tables of sums,
of which each cell is a group and the digits of a few answers, are then read back as sums of indicators.

One addition serves every indicator of several items: where a plan of an engine adds eighty columns, this adds to
seventeen tables.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cordee.stats.columns import Column, is_indicator
from cordee.stats.engines.digits import Digit
from cordee.stats.grouping_keys import Places
from cordee.stats.port import Floats, Sum

CELLS_AT_MOST = 1 << 17
"""Cells of one table: beyond what the cache of a core holds, each addition waits for the memory."""


@dataclass(frozen=True)
class Rows:
    """A few rows: `digits` (n,) small numbers, `weights` (n,) by name, `amounts` (n,) by column."""

    digits: Mapping[Digit, NDArray[np.uint8]]
    weights: Mapping[str, Floats]
    amounts: Mapping[Column, Floats]
    _powers: dict[tuple[int, str], Floats] = field(default_factory=dict)

    def weight(self, power: int, name: str) -> Floats | None:
        """Return the p-th power of a weight, (n,); None for 0, which counts rows."""
        if not power:
            return None
        if (power, name) not in self._powers:
            self._powers[power, name] = self.weights[name] ** power if power > 1 else self.weights[name]
        return self._powers[power, name]

    def weighted(self, each: Sum) -> Floats:
        """Return what a sum of amounts adds up, (n,)."""
        weight = self.weight(each.power, each.weight)
        amounts = self.amounts[each.column]
        return amounts if weight is None else weight * amounts


def kind_of(each: Sum) -> tuple[int, str]:
    """Return the power and the weight of a sum; rows are counted whatever the weight.

    >>> kind_of(Sum(0)), kind_of(Sum(2))
    ((0, ''), (2, '_weight'))
    """
    return each.power, each.weight if each.power else ""


@dataclass(frozen=True)
class Pack:
    """Digits written as one number, and the sums that are read from tables of it."""

    digits: tuple[Digit, ...]
    sums: tuple[Sum, ...]

    @property
    def base(self) -> int:
        """Return how many numbers there are."""
        return prod(digit.base for digit in self.digits)

    @cached_property
    def kinds(self) -> list[tuple[int, str]]:
        """Return the power and the weight of each table."""
        return list(dict.fromkeys(map(kind_of, self.sums)))

    def numbers(self, rows: Rows) -> NDArray[np.unsignedinteger[Any]]:
        """Return the number of each row, (n,), in as few bytes as hold it: those read and written are what it costs."""
        kind = np.min_scalar_type(self.base)
        first, *others = self.digits
        found = rows.digits[first].astype(kind)
        for digit in others:
            found *= kind.type(digit.base)
            found += rows.digits[digit]
        return found

    def truth(self, column: Column) -> NDArray[np.bool_]:
        """Return for which numbers an indicator is 1, (base,). KeyError: no digit tells it."""
        after = self.base
        for digit in self.digits:
            after //= digit.base
            if column in digit.columns:
                return np.resize(np.repeat(digit.truth(column), after), self.base)
        raise KeyError(column)

    def read(self, tables: Mapping[tuple[int, str], Floats]) -> Iterator[tuple[Sum, Floats]]:
        """Return each sum of each of G groups, (G,), from tables (G × base,)."""
        for kind in self.kinds:
            sums = [each for each in self.sums if kind_of(each) == kind]
            truths = np.column_stack([self.truth(each.column) for each in sums])
            values = tables[kind].reshape(-1, self.base) @ truths.astype(np.float64)
            yield from zip(sums, np.ascontiguousarray(values.T), strict=True)


def packs_of(sums: Sequence[Sum], digits: Iterable[Digit], groups: int) -> list[Pack]:
    """Write digits together as long as tables stay small: one addition a row then serves several of them.

    >>> from cordee.stats.columns import Known
    >>> known = [Known(("q1",)), Known(("q2",))]
    >>> sums, digits = [Sum(1, column) for column in known], [Digit(column) for column in known]
    >>> [len(packs_of(sums, digits, groups)) for groups in (100, 1 << 16)]
    [1, 2]
    """
    made: list[list[Digit]] = []
    room = 0
    for digit in digits:
        if digit.base > room:
            made.append([])
            room = max(CELLS_AT_MOST // groups, digit.base)
        made[-1].append(digit)
        room //= digit.base
    return [Pack(tuple(pack), tuple(each for each in sums if _told_by(each.column, pack))) for pack in made]


def _told_by(column: Column, digits: Iterable[Digit]) -> bool:
    return any(column in digit.columns for digit in digits)


class Tally:
    """The sums of groups whose number may grow, rows being added a few at a time. `digits` tell all their columns."""

    def __init__(self, sums: Sequence[Sum], digits: Iterable[Digit]) -> None:
        wanted = {each.column for each in sums}
        self._sums = tuple(sums)
        self._digits = tuple(digit for digit in digits if wanted.intersection(digit.columns))
        self._before = {each: np.zeros(0) for each in sums}
        self._begin(0)

    def _begin(self, capacity: int) -> None:
        """Lay empty tables out, with room for this many groups."""
        self._capacity = capacity
        self._amounts = {each: np.zeros(capacity) for each in self._sums if not is_indicator(each.column)}
        self._packs = packs_of(self._sums, self._digits, max(capacity, 1))
        self._tables = [[np.zeros(capacity * pack.base) for _ in pack.kinds] for pack in self._packs]

    def add(self, numbers: Places, groups: int, rows: Rows) -> None:
        """Add rows, `numbers` (n,) being the number of the group of each, from 0 to `groups` − 1."""
        if groups > self._capacity:
            self._before = self.sums(groups) if self._capacity else self._before
            self._begin(groups + groups // 4 if self._capacity else groups)
        for each in self._amounts:
            self._amounts[each] += np.bincount(numbers, weights=rows.weighted(each), minlength=self._capacity)
        cells = np.empty(len(numbers), dtype=np.intp)
        for pack, tables in zip(self._packs, self._tables, strict=True):
            np.multiply(numbers, pack.base, out=cells)
            np.add(cells, pack.numbers(rows), out=cells)
            for kind, table in zip(pack.kinds, tables, strict=True):
                np.add(table, np.bincount(cells, weights=rows.weight(*kind), minlength=len(table)), out=table)

    def sums(self, groups: int) -> dict[Sum, Floats]:
        """Return each sum of each group, (groups,)."""
        now = self._read()
        return {each: _stretched(self._before[each], groups) + _stretched(now[each], groups) for each in self._sums}

    def _read(self) -> dict[Sum, Floats]:
        found = dict(self._amounts)
        for pack, tables in zip(self._packs, self._tables, strict=True):
            found.update(pack.read(dict(zip(pack.kinds, tables, strict=True))))
        return found


def _stretched(values: Floats, groups: int) -> Floats:
    """Return values (g,) with zeros after them, or without the last ones, (groups,)."""
    found = np.zeros(groups)
    found[: len(values)] = values[:groups]
    return found
