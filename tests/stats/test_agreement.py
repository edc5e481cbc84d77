"""Every number agrees with R survey to 1e-8: estimate, standard error, interval, degrees of freedom, design effect."""

import csv
from math import isnan
from pathlib import Path

import pytest
from tests.stats.surveys import HERE, SURVEYS, expected

from cordee.stats.estimation import estimate
from cordee.stats.grouping_keys import label
from cordee.stats.results import Row
from cordee.stats.weighting import weighted

NEAR = 1e-8


AGREEING = [name for name in SURVEYS if not name.startswith("both")]


@pytest.mark.parametrize("name", AGREEING)
def test_a_survey_agrees_with_r(name: str) -> None:
    rows = estimate(SURVEYS[name].study()).rows
    wanted = expected(name)
    assert [named(row) for row in rows] == [described(row) for row in wanted]
    for row, r in zip(rows, wanted, strict=True):
        assert (row.n, row.df) == (int(r["n"]), int(r["df"])), named(row)
        for column in ("estimate", "se", "lower", "upper", "deff"):
            if r[column]:
                assert getattr(row, column) == pytest.approx(float(r[column]), rel=NEAR, abs=1e-12), (
                    named(row),
                    column,
                )


def named(row: Row) -> tuple[str, ...]:
    domain = ";".join(label(key) for _, key in row.domains)
    return row.measure, row.variable, row.values, domain


def described(row: dict[str, str]) -> tuple[str, ...]:
    return row["measure"], row["variable"], row["values"], row["domain"]


PROMISED = {
    "stratified": (["api_strata", "people_rows"], "mean"),
    "clustered": (["api_clusters", "people", "people_fpc"], "mean"),
    "raked": (["api_clusters_raking", "people_raking", "people_rows_raking"], "mean"),
    "calibrated linearly": (["api_strata_linear", "people_linear"], "mean"),
    "domains": (["people"], "proportion"),
    "ratios": (["people", "api_strata"], "ratio"),
    "quantiles": (["people", "api_clusters_logit"], "quantile"),
    "replicates of the file": ([f"replicates_{kind}" for kind in ("brr", "fay", "jkn", "jk", "boot")], "ratio"),
    "replicates drawn and calibrated again": (["drawn", "drawn_raking", "drawn_linear"], "ratio"),
    "one cluster in a stratum": (["lone_centered", "lone_certainty"], "mean"),
    "a number among the margins": (
        [f"api_{drawn}_number_{method}" for drawn in ("clusters", "strata") for method in ("raking", "linear")],
        "mean",
    ),
    "the manual of CALMAR": (["calmar_raking", "calmar_linear"], "total"),
    "fifteen rows": (["staff_raking", "staff_linear", "staff_logit"], "mean"),
}


@pytest.mark.parametrize("kind", PROMISED)
def test_what_is_promised_was_asked_of_r(kind: str) -> None:
    names, measure = PROMISED[kind]
    for name in names:
        assert name in AGREEING
        rows = [row for row in expected(name) if row["measure"] == measure]
        assert any(row["se"] for row in rows), name
    assert kind != "domains" or any(";" in row["domain"] for row in rows)


def test_each_survey_is_of_some_size() -> None:
    """The agreement rests on hundreds of numbers, and on every kind of measure."""
    rows = [row for name in AGREEING for row in expected(name)]
    assert len(rows) > 600
    assert {row["measure"] for row in rows} == {
        "proportion",
        "mean",
        "total",
        "ratio",
        "quantile",
        "difference",
        "change",
    }


@pytest.mark.parametrize("method", ["raking", "linear", "logit"])
def test_the_weights_of_fifteen_rows_agree_with_r(method: str) -> None:
    """One weight a row, with the margins of the example that the R package icarus gives."""
    wanted = [float(row[method]) for row in read(HERE / "expected" / "staff_weights.csv")]
    rows = weighted(SURVEYS[f"staff_{method}"].study())
    found = rows.table.collect()["_calibrated"].to_list()
    assert found == pytest.approx(wanted, rel=NEAR)
    assert sum(found) == pytest.approx(230)


PUBLISHED = {
    "A": 1.01683, "D": 1.14602, "E": 0.21342, "F": 1.38511, "G": 1.38511, "H": 1.22897, "I": 0.49456, "K": 1.38511
}  # fmt: skip
"""Ratios of weights by raking, in the manual of CALMAR (INSEE, doccalmar.pdf, p. 23 and after), where two variables
have categories and a third is a number."""


def test_the_ratios_that_the_manual_of_calmar_publishes_are_found_again() -> None:
    rows = weighted(SURVEYS["calmar_raking"].study()).table.collect()
    names = [row["name"] for row in read(HERE / "data" / "calmar.csv")]
    ratios = (rows["_calibrated"] / rows["_weight"]).to_list()
    assert {name: round(ratio, 5) for name, ratio in zip(names, ratios, strict=True)} == PUBLISHED


@pytest.mark.parametrize("method", ["raking", "linear"])
def test_the_weights_of_that_example_agree_with_r(method: str) -> None:
    wanted = [float(row[method]) for row in read(HERE / "expected" / "calmar_weights.csv")]
    found = weighted(SURVEYS[f"calmar_{method}"].study()).table.collect()["_calibrated"].to_list()
    assert found == pytest.approx(wanted, rel=NEAR)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_two_ways_of_treating_a_lone_cluster_differ() -> None:
    centered, certainty = (estimate(SURVEYS[f"lone_{rule}"].study()).rows for rule in ("centered", "certainty"))
    assert all(row.status == "single_psu" for row in centered)
    assert all(one.se > other.se for one, other in zip(centered, certainty, strict=True))
    assert not any(isnan(row.se) for row in certainty)
