"""Sums counted in tables are those that Polars gives when it groups the rows itself, however rows come."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import polars as pl
import pytest

from cordee.stats.columns import WEIGHT, Among, Amount, AtMost, Column, Known, Product
from cordee.stats.engines import numbering, polars_engine, polars_keys, polars_tallies, tallies
from cordee.stats.engines.polars_frames import wrapped
from cordee.stats.engines.polars_slices import grouped
from cordee.stats.engines.polars_tallies import tallied
from cordee.stats.port import Grouping, Sum, Sums

ROWS = 400
OTHER = "_calibrated"
COLUMNS: tuple[Column, ...] = (
    Known(),
    Known(("q1",)),
    Among("q1", (4, 5)),
    Among("q1", (1,)),
    Among("q2", ("a", "b")),
    Known(("q1", "q2")),
    Amount("age", ("age", "q1")),
    AtMost("age", "limit"),
    Product(Among("q1", (4, 5)), Among("q2", ("a",))),
    Product(Amount("age", ("age",)), Amount("age", ("age",))),
    *(Among("q3", (value,)) for value in range(4)),
)
SUMS = tuple(
    dict.fromkeys(
        Sum(power, column, weight if power else WEIGHT)
        for column in COLUMNS
        for power in (0, 1, 2)
        for weight in (WEIGHT, OTHER)
    )
)
KEYS = [(), ("region",), ("psu", "region"), ("psu", "small", "region"), ("big",)]


def rows(seed: int) -> pl.DataFrame:
    """Rows with missing keys and answers, keys of several types, in no order."""
    rng = np.random.default_rng(seed)

    def missing(values: pl.Series, share: float) -> pl.Series:
        return values.set(pl.Series(rng.random(ROWS) < share), None)

    return pl.DataFrame(
        {
            WEIGHT: rng.uniform(0.5, 2, ROWS),
            OTHER: rng.uniform(-0.5, 2, ROWS),
            "region": missing(pl.Series(rng.choice(["01", "11", "2A", "94"], ROWS)), 0.1),
            "psu": rng.integers(-40, 25, ROWS),
            "small": missing(pl.Series(rng.integers(-128, 127, ROWS), dtype=pl.Int8), 0.1),
            "big": pl.Series(rng.integers(2**64 - 90, 2**64 - 1, ROWS, dtype=np.uint64) // np.uint64(2)),
            "q1": missing(pl.Series(rng.integers(1, 6, ROWS), dtype=pl.Int8), 0.2),
            "q2": missing(pl.Series(rng.choice(["a", "b", "c"], ROWS)), 0.2),
            "q3": missing(pl.Series(rng.integers(0, 5, ROWS).astype(float)), 0.2),
            "age": missing(pl.Series(rng.normal(40, 10, ROWS)), 0.2),
            "limit": rng.uniform(30, 50, ROWS),
        }
    )


def ordered_rows(seed: int) -> pl.DataFrame:
    """Rows by key: each batch then brings groups that none had seen, with lower keys than before."""
    return rows(seed).sort("psu", "region", descending=True)


@dataclass(frozen=True)
class Sides:
    """The same grouping, counted in tables and grouped by Polars."""

    counted: Sums
    expected: Sums


def sides(frame: pl.DataFrame, *groupings: Grouping) -> list[Sides]:
    table = wrapped(frame.lazy())
    counted = tallied(table, groupings)
    assert set(counted) == set(groupings), "not counted in tables"
    return [Sides(counted[each], each.read(grouped(table, each).to_dict(as_series=False))) for each in groupings]


def by_group(sums: Sums) -> dict[tuple[object, ...], list[float]]:
    keys = list(zip(*(column.tolist() for column in sums.keys.values()), strict=True)) if sums.keys else [()]
    values = np.column_stack(list(sums.sums.values()))
    assert len(keys) == len(values), "a group comes twice, or lacks"
    return dict(zip(keys, values.tolist(), strict=True))


def assert_same(found: Sides) -> None:
    counted, expected = by_group(found.counted), by_group(found.expected)
    assert counted.keys() == expected.keys()
    for group, values in expected.items():
        assert counted[group] == pytest.approx(values, rel=1e-12, abs=1e-12), group


@pytest.mark.parametrize("keys", KEYS, ids=" × ".join)
@pytest.mark.parametrize("at_once", [7, 64, 250_000])
@pytest.mark.parametrize("arranged", [rows, ordered_rows])
def test_counted_sums_are_those_of_groups(
    keys: tuple[str, ...], at_once: int, arranged: Callable[[int], pl.DataFrame], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polars_tallies, "ROWS_AT_ONCE", at_once)
    for found in sides(arranged(len(keys)), Grouping(keys, SUMS)):
        assert_same(found)


@pytest.mark.parametrize("cells", [1, 64, 1 << 17])
def test_digits_are_packed_or_not_without_a_difference(cells: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tallies, "CELLS_AT_MOST", cells)
    for found in sides(rows(1), Grouping(("psu",), SUMS), Grouping(("region",), SUMS[:9]), Grouping((), SUMS[3:])):
        assert_same(found)


@pytest.mark.parametrize("keys", [(), ("region",)])
def test_no_rows(keys: tuple[str, ...]) -> None:
    (found,) = sides(rows(1).clear(), Grouping(keys, SUMS))
    assert found.counted.groups == len(by_group(found.counted)) == (0 if keys else 1)
    assert_same(found)


REFUSED = {
    "groups are many": (numbering, "GROUPS_AT_MOST", 20, ("psu", "region")),
    "keys lie far apart": (polars_keys, "COMBINATIONS_AT_MOST", 50, ("psu",)),
    "texts are many": (polars_keys, "COMBINATIONS_AT_MOST", 3, ("region",)),
    "keys have many combinations": (numbering, "COMBINATIONS_AT_MOST", 300, ("psu", "region")),
    "keys are fractional": (numbering, "GROUPS_AT_MOST", 1_000, ("q3",)),
}


@pytest.mark.parametrize("case", REFUSED)
def test_polars_groups_rows_where_tables_cannot(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module, name, limit, keys = REFUSED[case]
    monkeypatch.setattr(module, name, limit)
    monkeypatch.setattr(polars_tallies, "ROWS_AT_ONCE", 50)
    table, many, few = wrapped(rows(1).lazy()), Grouping(keys, SUMS), Grouping((), SUMS)
    assert set(tallied(table, [many, few])) == {few}
    assert tallied(table, [many]) == {}
    read = polars_engine.PolarsEngine().grouped(table, [many, few])
    for sums, asked in zip(read, [many, few], strict=True):
        assert_same(Sides(sums, asked.read(grouped(table, asked).to_dict(as_series=False))))


def test_the_least_and_the_greatest_are_left_to_polars() -> None:
    assert tallied(wrapped(rows(1).lazy()), [Grouping(("psu",), SUMS, ("age",))]) == {}
