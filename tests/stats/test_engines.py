"""The same specs on Polars and on a real Spark session give the same numbers to 1e-12."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from tests.stats.surveys import HERE, SURVEYS

from cordee.stats.engines.spark_engine import SparkEngine, spark_session
from cordee.stats.estimation import estimate
from cordee.stats.faults import SurveyRefused
from cordee.stats.results import Row
from cordee.stats.reweighting import COLUMN, write_calibrated

pytestmark = pytest.mark.spark

SAME = 1e-12
OLDEST_JAVA = 17
SHOWN = [
    "both",
    "both_raking",
    "both_rows_raking",
    "calmar_raking",
    "lone_centered",
    "replicates_brr",
    "drawn_raking",
]
"""Rows or clusters, calibrated or not, every measure, missing answers and domains, lone clusters, replicates."""


def java_version() -> int:
    """The main number of the Java of this machine; 0 without one."""
    home = os.environ.get("JAVA_HOME")
    java = f"{home}/bin/java" if home else shutil.which("java")
    if not java:
        return 0
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    return int(told.split('"')[1].split(".")[0]) if '"' in told else 0


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkEngine]:
    """One session for all tests. Without Java, a developer's run says so loudly and continuous integration fails."""
    if java_version() < OLDEST_JAVA:
        message = "NO JAVA 17: the second engine is not tried. On Debian: apt-get install openjdk-17-jre-headless"
        if os.environ.get("CI", "").lower() not in ("", "0", "false"):
            pytest.fail(message)
        pytest.skip(message)
    session = spark_session("local[2]")
    session.conf.set("spark.sql.codegen.wholeStage", "false")  # compiling takes longer than these few rows
    yield SparkEngine(session)
    session.stop()


@pytest.mark.parametrize("name", SHOWN)
def test_two_engines_agree(name: str, spark: SparkEngine) -> None:
    survey = SURVEYS[name]
    polars, other = estimate(survey.study()), estimate(survey.study(spark))
    assert [exact(row) for row in polars.rows] == [exact(row) for row in other.rows]
    for one, two in zip(polars.rows, other.rows, strict=True):
        assert numbers(two) == pytest.approx(numbers(one), rel=SAME, nan_ok=True), exact(one)


def exact(row: Row) -> tuple[Any, ...]:
    return row.measure, row.variable, row.values, row.domains, row.n, row.df, row.status


def numbers(row: Row) -> list[float]:
    return [row.n_eff, row.estimate, row.se, row.lower, row.upper, row.deff]


def test_parquet_is_read_alike_and_calibrated_weights_are_written(spark: SparkEngine, tmp_path: Any) -> None:
    import polars as pl

    survey = SURVEYS["people_raking"]
    typed = tmp_path / "people.parquet"
    pl.read_csv(HERE / "data" / "people.csv", schema_overrides={"region": pl.String}).write_parquet(typed)
    one, two = tmp_path / "polars.parquet", tmp_path / "spark.parquet"
    write_calibrated(survey.study(data=typed), one)
    write_calibrated(survey.study(spark, data=typed), two)
    left, right = pl.read_parquet(one), pl.read_parquet(two / "*.parquet")
    keys = ["stratum", "psu", "w", "income", "hours", "q1", "q2", "q3"]
    weights = [frame.sort(keys, nulls_last=True)[COLUMN].to_list() for frame in (left, right)]
    assert weights[1] == pytest.approx(weights[0], rel=SAME)
    assert estimate(survey.study(spark, data=typed)).rows[0].estimate == pytest.approx(
        estimate(survey.study(data=typed)).rows[0].estimate, rel=SAME
    )


def test_what_is_wrong_is_said_by_spark_too(spark: SparkEngine, tmp_path: Any) -> None:
    broken = tmp_path / "people.csv"
    text = (HERE / "data" / "people.csv").read_text(encoding="utf-8")
    broken.write_text(text.replace("17.522", "heavy", 1), encoding="utf-8")
    with pytest.raises(SurveyRefused, match="is not a number; rows in this case: 1") as refused:
        estimate(SURVEYS["people"].study(spark, data=broken))
    assert refused.value.ids == ["weight-text"]


def test_a_dot_in_a_name_is_said_to_be_none_for_spark(spark: SparkEngine) -> None:
    with pytest.raises(SurveyRefused, match="the dot of ‘api"):
        SURVEYS["api_strata"].study(spark)


def test_spark_reads_no_workbook(spark: SparkEngine, tmp_path: Any) -> None:
    from openpyxl import Workbook

    file = tmp_path / "people.xlsx"
    Workbook().save(file)
    with pytest.raises(SurveyRefused, match=r"reads \.csv and \.parquet"):
        SURVEYS["people"].study(spark, data=file)
