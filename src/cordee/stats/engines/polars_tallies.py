"""Grouped sums read by batches: Polars reads and converts the rows, NumPy adds them up in tables of groups × answers.

Groupings are read together, in one pass. Where groups are too many for tables, or the least and the greatest of a
column are asked for, nothing is returned: Polars groups the rows itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import narwhals as nw
import numpy as np
import polars as pl

from cordee.stats.columns import Column, condition, expression, is_indicator
from cordee.stats.engines.digits import Digit, digits_of
from cordee.stats.engines.numbering import Numbering, TooManyGroups
from cordee.stats.engines.polars_frames import native
from cordee.stats.engines.polars_keys import codes_of
from cordee.stats.engines.tallies import Rows, Tally
from cordee.stats.port import Grouping, Sums, Table

ROWS_AT_ONCE = 250_000
"""Rows of a batch: what is made of them holds in the cache that cores share."""
BYTES_AT_ONCE = 16 << 20
"""Bytes of a batch, of which several wait at once: two hundred replicate weights make long rows."""
KEPT = 31 << 20
"""Bytes of an array: under the 32 MB from which glibc gives memory back in any case."""


def tallied(table: Table, groupings: Sequence[Grouping]) -> dict[Grouping, Sums]:
    """Return the sums of the groupings that can be counted in tables, in one pass over the rows."""
    countable = list(_countable(native(table), groupings))
    if not countable:
        return {}
    columns = _Columns.of([grouping for grouping, _ in countable])
    counting = [_Counting(*each, list(columns.digits.values())) for each in countable]
    chosen = native(table.select(*columns.expressions()))
    _keep_freed_memory()
    # The method is not yet stable in Polars: what it must do is held by the tests of both engines.
    size = max(1, min(ROWS_AT_ONCE, BYTES_AT_ONCE // columns.width))
    batches = chosen.collect_batches(chunk_size=size, maintain_order=True, engine="streaming")
    for batch in batches:
        rows = columns.rows(batch)
        counting = [each for each in counting if each.takes(batch, rows)]
        if not counting:
            break
    return {each.grouping: each.sums() for each in counting}


def _keep_freed_memory() -> None:
    """Have the C library keep the memory that arrays of a batch free, for those of the next one.

    Given back to the system at each batch and asked for again, it takes a tenth of the time. That an array of this size
    was freed once is how glibc learns it (mallopt(3), dynamic mmap threshold); elsewhere this changes nothing.
    """
    np.empty(KEPT, dtype=np.uint8)


def _countable(rows: pl.LazyFrame, groupings: Sequence[Grouping]) -> Iterator[tuple[Grouping, Numbering]]:
    types = rows.collect_schema()
    for grouping in groupings:
        codes = [codes_of(types[name]) for name in grouping.keys]
        if not grouping.extremes and None not in codes:
            yield grouping, Numbering([each for each in codes if each])


class _Counting:
    """A grouping being counted."""

    def __init__(self, grouping: Grouping, numbering: Numbering, digits: Sequence[Digit]) -> None:
        self.grouping = grouping
        self._numbering = numbering
        self._tally = Tally(grouping.sums, digits)

    def takes(self, batch: pl.DataFrame, rows: Rows) -> bool:
        """Add rows; say no where groups are too many."""
        try:
            numbers = self._numbering.of([batch[name] for name in self.grouping.keys], len(batch))
        except TooManyGroups:
            return False
        self._tally.add(numbers, self._numbering.groups, rows)
        return True

    def sums(self) -> Sums:
        """Return what was counted."""
        found = self._tally.sums(self._numbering.groups)
        keys = dict(zip(self.grouping.keys, self._numbering.keys(), strict=True))
        return self.grouping.read(
            {**keys, **{f"s{place}": found[each] for place, each in enumerate(self.grouping.sums)}}
        )


@dataclass(frozen=True)
class _Columns:
    """What a batch holds: keys under their own names, digits, amounts, and weights."""

    keys: tuple[str, ...]
    digits: Mapping[str, Digit]
    amounts: Mapping[str, Column]
    weights: Mapping[str, str]

    @classmethod
    def of(cls, groupings: Sequence[Grouping]) -> "_Columns":
        sums = dict.fromkeys(each for grouping in groupings for each in grouping.sums)
        digits = digits_of(each.column for each in sums)
        amounts = dict.fromkeys(each.column for each in sums if not is_indicator(each.column))
        weights = dict.fromkeys(each.weight for each in sums if each.power)
        return cls(
            tuple(dict.fromkeys(name for grouping in groupings for name in grouping.keys)),
            {f"_digit_{place}": digit for place, digit in enumerate(digits)},
            {f"_amount_{place}": column for place, column in enumerate(amounts)},
            {f"_weight_{place}": name for place, name in enumerate(weights)},
        )

    @property
    def width(self) -> int:
        """Return about how many bytes a row takes."""
        return len(self.digits) + 8 * (len(self.keys) + len(self.amounts) + len(self.weights))

    def expressions(self) -> list[nw.Expr]:
        return [
            *(nw.col(name) for name in self.keys),
            *(_digit(digit).alias(name) for name, digit in self.digits.items()),
            *(expression(column).alias(name) for name, column in self.amounts.items()),
            *(nw.col(weight).fill_null(0.0).alias(name) for name, weight in self.weights.items()),
        ]

    def rows(self, batch: pl.DataFrame) -> Rows:
        return Rows(
            {digit: batch[name].to_numpy() for name, digit in self.digits.items()},
            {weight: batch[name].to_numpy() for name, weight in self.weights.items()},
            {column: batch[name].to_numpy() for name, column in self.amounts.items()},
        )


def _digit(digit: Digit) -> nw.Expr:
    """Return the digit of each row. A part may be true only where the whole is.

    Conditions choose between small numbers: turning them into numbers, to be added, takes three times as long.
    """
    made = _chosen(digit.whole, 1, _small(0)) if digit.whole else _small(0)
    if digit.parts:
        made = _chosen(digit.parts[0], 2 if digit.whole else 1, made)
    for place, part in enumerate(digit.parts[1:], start=1):
        made = made + _chosen(part, 2**place, _small(0))
    return made


def _chosen(column: Column, value: int, otherwise: nw.Expr) -> nw.Expr:
    return nw.when(condition(column)).then(_small(value)).otherwise(otherwise)


def _small(value: int) -> nw.Expr:
    return nw.lit(value, nw.UInt8)
