"""Grouped sums of many rows: in one stream where groups are few, slice after slice where they are many."""

import polars as pl

from cordee.stats.engines.polars_frames import native, wrapped
from cordee.stats.port import Grouping, Table

ATTACHED = "_attached"
"""Marks a table to which columns were joined: its rows come in no order, and two slices of it may hold the same row."""
ROWS_AT_ONCE = 2_000_000
MANY_GROUPS = 100_000
"""Groups that the first slice may give before the others are read by slices too: a stream keeps what it could not add
up yet of groups that numerous, 4 GB for 10⁷ rows, and more for more rows; slices keep what one of them needs."""


def grouped(table: Table, grouping: Grouping) -> pl.DataFrame:
    """Return the keys and sums of a grouping."""
    rows = native(table)
    if not grouping.keys or ATTACHED in rows.collect_schema():
        return _collected(rows, grouping)
    count = int(rows.select(pl.len()).collect(engine="streaming").item())
    return _by_slices(rows, grouping, count) if count > ROWS_AT_ONCE else _collected(rows, grouping)


def _by_slices(rows: pl.LazyFrame, grouping: Grouping, count: int) -> pl.DataFrame:
    found = _collected(rows.slice(0, ROWS_AT_ONCE), grouping)
    if len(found) <= MANY_GROUPS:
        return _added(grouping, found, _collected(rows.slice(ROWS_AT_ONCE), grouping))
    for start in range(ROWS_AT_ONCE, count, ROWS_AT_ONCE):
        found = _added(grouping, found, _collected(rows.slice(start, ROWS_AT_ONCE), grouping))
    return found


def _collected(rows: pl.LazyFrame, grouping: Grouping) -> pl.DataFrame:
    return native(grouping.plan(wrapped(rows))).collect(engine="streaming")


def _added(grouping: Grouping, *parts: pl.DataFrame) -> pl.DataFrame:
    """Add up the sums of slices, group by group; of what is least the least is kept, of what is most the greatest."""
    names = [name for name in parts[0].columns if name not in grouping.keys]
    return pl.concat(parts).group_by(grouping.keys).agg(_added_up(name) for name in names)


def _added_up(name: str) -> pl.Expr:
    if name.startswith("least"):
        return pl.col(name).min()
    return pl.col(name).max() if name.startswith("most") else pl.col(name).sum()
