"""Opening a file as lazy columns of Polars: declared types are kept, and what has no type stays text."""

from collections.abc import Callable

import polars as pl

from cordee.stats.faults import refusal
from cordee.stats.sources.csv_files import open_csv
from cordee.stats.sources.labelled import open_spss, open_stata
from cordee.stats.sources.source import Source
from cordee.stats.sources.workbooks import open_workbook


def open_lazily(source: Source) -> pl.LazyFrame:
    """Open a file without reading its rows, where its format allows it. SurveyRefused: it cannot be read."""
    if source.path.is_file() and source.path.stat().st_size == 0:
        raise refusal("empty-file", source.name)
    return OPENERS[source.kind](source)


def _open_parquet(source: Source) -> pl.LazyFrame:
    """Open Parquet, and read its foot at once: half a file is refused before anything is computed."""
    pattern = source.path / "*.parquet" if source.path.is_dir() else source.path
    try:
        frame = pl.scan_parquet(pattern)
        frame.collect_schema()
    except (pl.exceptions.PolarsError, OSError) as error:
        raise refusal("unreadable-file", source.name, kind="Parquet", reason=_first_line(error)) from None
    return frame


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__


OPENERS: dict[str, Callable[[Source], pl.LazyFrame]] = {
    "CSV": open_csv,
    "Parquet": _open_parquet,
    "XLSX": open_workbook,
    "SPSS": open_spss,
    "Stata": open_stata,
}
