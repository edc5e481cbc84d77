"""Rows of Polars, as Polars knows them and as any engine may plan on them."""

import narwhals as nw
import polars as pl

from cordee.stats.port import Table


def wrapped(frame: pl.LazyFrame) -> Table:
    """Return rows of Polars as rows that any engine may plan on."""
    return nw.from_native(frame)


def native(table: Table) -> pl.LazyFrame:
    """Return the rows as Polars knows them."""
    frame: pl.LazyFrame = nw.to_native(table)
    return frame
