"""The small port through which statistics reach an engine: scan, attach, grouped sums, sink."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from cordee.stats.columns import WEIGHT, Column, Known, expression
from cordee.stats.sources.source import Source

Table: TypeAlias = nw.LazyFrame[Any]
"""Rows that an engine has not read yet."""

Floats: TypeAlias = NDArray[np.float64]
Key: TypeAlias = str | int | float | None


@dataclass(frozen=True, slots=True)
class Sum:
    """One grouped sum: Σ wᵖ × column, where `power` is p: 0 counts rows, 1 weights them, 2 serves variances."""

    power: int
    column: Column = field(default_factory=Known)
    weight: str = WEIGHT

    def expression(self) -> nw.Expr:
        """Return the sum as an expression of the engine."""
        value = expression(self.column)
        for _ in range(self.power):
            value = nw.col(self.weight) * value
        return value.sum()


@dataclass(frozen=True, slots=True)
class Grouping:
    """Sums wanted for each combination of the keys; `extremes` are columns of which the least and greatest are too."""

    keys: tuple[str, ...]
    sums: tuple[Sum, ...]
    extremes: tuple[str, ...] = ()

    def plan(self, table: Table) -> Table:
        """Return the grouped table, not read yet: the keys, then s0, s1…, then least and greatest of each extreme."""
        wanted = [each.expression().alias(f"s{place}") for place, each in enumerate(self.sums)]
        for place, name in enumerate(self.extremes):
            wanted += [nw.col(name).min().alias(f"least{place}"), nw.col(name).max().alias(f"most{place}")]
        return table.group_by(*self.keys).agg(*wanted) if self.keys else table.select(*wanted)

    def read(self, columns: Mapping[str, Sequence[Any] | NDArray[Any]]) -> "Sums":
        """Give a shape to what the engine has read; sums may be arrays already."""
        keys = {name: _keys(columns[name]) for name in self.keys}
        sums = {each: _floats(columns[f"s{place}"]) for place, each in enumerate(self.sums)}
        bounds = [(_floats(columns[f"least{k}"]), _floats(columns[f"most{k}"])) for k in range(len(self.extremes))]
        return Sums(keys, sums, dict(zip(self.extremes, bounds, strict=True)))


@dataclass(frozen=True, slots=True)
class Sums:
    """The small table of sufficient statistics: G groups; `keys` name → (G,), `sums` → (G,)."""

    keys: Mapping[str, NDArray[np.object_]]
    sums: Mapping[Sum, Floats]
    extremes: Mapping[str, tuple[Floats, Floats]] = field(default_factory=dict)

    @property
    def groups(self) -> int:
        """Return the number of groups."""
        return len(next(iter(self.sums.values())))

    def of(self, power: int, column: Column | None = None, weight: str = WEIGHT) -> Floats:
        """Return one of the sums, (G,). KeyError: it was not asked for."""
        return self.sums[Sum(power, column or Known(), weight)]


class Engine(Protocol):
    """What statistics ask of an engine. Nothing else of it is known above."""

    name: str

    def scan(self, source: Source) -> Table:
        """Open a file without reading its rows. SurveyRefused: it cannot be read."""

    def attach(self, table: Table, small: Mapping[str, Sequence[Any]], on: Sequence[str]) -> Table:
        """Add to each row the columns of a small table whose keys `on` are equal; null equals null."""

    def grouped(self, table: Table, groupings: Sequence[Grouping]) -> list[Sums]:
        """Return the sums of each grouping, each in one pass over the columns that it names."""

    def sink(self, table: Table, path: Path) -> None:
        """Write the table as Parquet, whole or not at all."""

    def places(self, table: Table, condition: nw.Expr, limit: int) -> list[int]:
        """Return the places, from 0, of the first rows that meet a condition; none where rows have no order.

        It computes nothing that is estimated: it tells people where to look.
        """


def _keys(column: Sequence[Any] | NDArray[Any]) -> NDArray[np.object_]:
    found = np.empty(len(column), dtype=object)
    found[:] = column
    return found


def _floats(column: Sequence[Any] | NDArray[Any]) -> Floats:
    """Read sums: the sum of no row is 0 for one engine and null for another."""
    found = np.array(column, dtype=np.float64)
    return np.nan_to_num(found, nan=0.0, posinf=np.inf, neginf=-np.inf)
