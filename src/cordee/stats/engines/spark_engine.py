"""The engine on a cluster: the same four primitives on Spark, for data that outgrow one machine."""

import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import narwhals as nw

from cordee.stats.faults import SurveyRefused, refusal
from cordee.stats.port import Grouping, Sums, Table
from cordee.stats.sources.csv_files import csv_shape
from cordee.stats.sources.source import Source

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

LOCAL = "local[*]"
LOOPBACK = "127.0.0.1"


def spark_session(master: str = LOCAL) -> "SparkSession":
    """Start Spark, or join the session that runs. SurveyRefused: PySpark or Java is not installed."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise refusal("needs-package", "", package="cordee[spark]") from None
    for chatty in ("py4j", "DataFrameQueryContextLogger"):  # what they say is said again, and better, by a refusal
        logging.getLogger(chatty).setLevel(logging.CRITICAL)
    builder = SparkSession.builder.master(master).appName("cordee survey")
    for name, value in _settings(master).items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate()
    except Exception as error:
        if type(error).__module__.startswith("pyspark"):
            raise refusal("needs-java", "", reason=str(error).splitlines()[0]) from None
        raise


def _settings(master: str) -> dict[str, str]:
    """Quiet, and on a single machine reachable from that machine alone."""
    settings = {"spark.ui.enabled": "false", "spark.log.level": "ERROR", "spark.ui.showConsoleProgress": "false"}
    if not master.startswith("local"):
        return settings
    os.environ.setdefault("SPARK_LOCAL_IP", LOOPBACK)
    alone = {"spark.driver.bindAddress": LOOPBACK, "spark.driver.host": LOOPBACK, "spark.sql.shuffle.partitions": "4"}
    return {**settings, **alone}


class SparkEngine:
    """The four primitives on Spark."""

    name = "spark"

    def __init__(self, session: "SparkSession") -> None:
        self.session = session
        self._source: Source | None = None

    def scan(self, source: Source) -> Table:
        """Open a CSV or Parquet file without reading its rows; every column of a CSV file is text."""
        self._source = source
        with self._told():
            rows = self._read(source)
        dotted = next((name for name in rows.columns if set(name) & set(".`")), None)
        if dotted:
            raise refusal("spark-name", source.name, column=dotted)
        return _wrapped(rows)

    def _read(self, source: Source) -> "DataFrame":
        path = str(source.path)
        if source.kind == "Parquet":
            return self.session.read.parquet(path)
        if source.kind != "CSV":
            raise refusal("spark-format", source.name, suffix=source.path.suffix)
        from pyspark.sql.types import StringType, StructField, StructType

        separator, names = csv_shape(source)
        schema = StructType([StructField(name, StringType()) for name in names])
        reader = self.session.read.options(header=True, sep=separator, escape='"', multiLine=True, mode="FAILFAST")
        return reader.csv(path, schema=schema)

    def attach(self, table: Table, small: Mapping[str, Sequence[Any]], on: Sequence[str]) -> Table:
        """Add to each row the columns of a small table whose keys are equal."""
        from pyspark.sql import functions

        rows = _native(table)
        types = {field.name: field.dataType for field in rows.schema}
        columns = list(zip(*small.values(), strict=True))
        right = self.session.createDataFrame(columns, _schema(small, types, on))
        for name in on:
            right = right.withColumnRenamed(name, f"_right{name}")
        matches = [rows[name].eqNullSafe(right[f"_right{name}"]) for name in on]
        joined = rows.join(functions.broadcast(right), matches, "left")
        return _wrapped(joined.drop(*(f"_right{name}" for name in on)))

    def grouped(self, table: Table, groupings: Sequence[Grouping]) -> list[Sums]:
        """Return the sums of each grouping; rows are kept in memory when several groupings read them."""
        kept = _native(table).persist() if len(groupings) > 1 else _native(table)
        try:
            with self._told():
                return [grouping.read(_columns(_native(grouping.plan(_wrapped(kept))))) for grouping in groupings]
        finally:
            kept.unpersist()

    def sink(self, table: Table, path: Path) -> None:
        """Write the table as a folder of Parquet files, whole or not at all."""
        if path.exists():
            raise refusal("unwritable", str(path), reason="exists")
        with self._told():
            _native(table).write.parquet(str(path))

    def places(self, table: Table, condition: nw.Expr, limit: int) -> list[int]:
        """Return nothing: rows of Spark have no order."""
        return []

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say which file could not be read."""
        from pyspark.errors import PySparkException

        try:
            yield
        except SurveyRefused:
            raise
        except PySparkException as error:
            name, kind = (self._source.name, self._source.kind) if self._source else ("", "")
            reason = (str(error) or type(error).__name__).splitlines()[0]
            raise refusal("unreadable-file", name, kind=kind, reason=reason) from None


def _schema(small: Mapping[str, Sequence[Any]], types: Mapping[str, Any], on: Sequence[str]) -> Any:
    from pyspark.sql.types import DoubleType, StructField, StructType

    return StructType([StructField(name, types[name] if name in on else DoubleType()) for name in small])


def _columns(frame: "DataFrame") -> dict[str, list[Any]]:
    rows = frame.collect()
    return {name: [row[place] for row in rows] for place, name in enumerate(frame.columns)}


def _wrapped(frame: "DataFrame") -> Table:
    table: Table = nw.from_native(frame)
    return table


def _native(table: Table) -> "DataFrame":
    frame: DataFrame = nw.to_native(table)
    return frame
