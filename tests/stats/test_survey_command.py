"""`cordee survey`: the outputs, their columns, their order, and the numbers that read back."""

import csv
import json
from io import StringIO
from math import isnan
from pathlib import Path

import polars as pl
import pytest
from tests.stats.surveys import HERE
from typer.testing import CliRunner, Result

from cordee.cli import application

DESIGN = """weight: w
strata: [stratum]
clusters: [psu]
calibration: {method: raking, margins: census.csv}
estimates:
  - {measure: proportion, variable: q1, values: [4, 5], by: [region]}
  - {measure: mean, variables: [q1, q2], by: []}
  - {measure: difference, of: mean, variable: q1, along: region, against: rest}
"""
COLUMNS = "measure,variable,values,region,n,n_eff,estimate,se,lower,upper,df,deff,status"


@pytest.fixture
def design(tmp_path: Path) -> Path:
    (tmp_path / "census.csv").write_bytes((HERE / "cases" / "census.csv").read_bytes())
    (tmp_path / "design.yaml").write_text(DESIGN, encoding="utf-8")
    return tmp_path / "design.yaml"


def survey(verb: str, design: Path, *more: str) -> Result:
    command = ["survey", verb, str(HERE / "data" / "people.csv"), "--design", str(design), *more, "--lang", "en"]
    return CliRunner().invoke(application(["survey"]), command)


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_estimates_have_their_columns_and_their_order(design: Path) -> None:
    result = survey("estimate", design)
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[0] == COLUMNS
    rows = table(result.stdout)
    regions = ["01", "11", "24", "75", "93"]
    assert [row["region"] for row in rows] == [*regions, "", "", *(f"{region} vs rest" for region in regions)]
    assert [row["variable"] for row in rows[:7]] == ["q1"] * 6 + ["q2"]
    assert {row["status"] for row in rows} == {"ok"}


@pytest.mark.parametrize("suffix", [".csv", ".json", ".parquet"])
def test_every_output_holds_the_same_numbers(suffix: str, design: Path) -> None:
    out = design.with_name(f"estimates{suffix}")
    assert survey("estimate", design, "--out", str(out)).exit_code == 0
    shown = table(survey("estimate", design).stdout)
    found = read(out)
    assert [str(row["region"] or "") for row in found] == [row["region"] for row in shown]
    for name in ("n", "n_eff", "estimate", "se", "lower", "upper"):
        wanted = [float(row[name]) if row[name] else None for row in shown]
        assert [float(row[name]) if row[name] not in (None, "") else None for row in found] == [
            number if number is None else pytest.approx(number, rel=1e-12) for number in wanted
        ]
    assert sorted(path.name for path in design.parent.iterdir()) == ["census.csv", "design.yaml", out.name]


def read(out: Path) -> list[dict[str, object]]:
    if out.suffix == ".parquet":
        frame = pl.read_parquet(out)
        assert (frame.schema["n"], frame.schema["se"], frame.schema["region"]) == (pl.Int64, pl.Float64, pl.String)
        return frame.to_dicts()
    text = out.read_text(encoding="utf-8")
    if out.suffix == ".csv":
        return [dict(row) for row in table(text)]
    document = json.loads(text)
    assert document["format"] == "cordee-survey/1"
    assert document["calibration"]["largest_gap"] < 1e-10
    return list(document["rows"])


def test_comparisons_say_what_can_be_told_apart(design: Path) -> None:
    rows = table(survey("compare", design).stdout)
    assert len(rows) == 5
    for row in rows:
        assert float(row["p_holm"]) >= float(row["p"])
        assert row["distinguishable"] == ("yes" if float(row["p_holm"]) < 0.05 else "no")
        assert float(row["t"]) == pytest.approx(float(row["difference"]) / float(row["se"]))


def test_calibrated_weights_reach_the_margins(design: Path) -> None:
    out = design.with_name("weighted.parquet")
    result = survey("calibrate", design, "--out", str(out))
    assert result.exit_code == 0, result.output
    assert "design effect of the weights" in result.output
    written, first = pl.read_parquet(out), pl.read_csv(HERE / "data" / "people.csv", infer_schema=False)
    assert written.drop("calibrated_weight").equals(first)
    shares = written.group_by("sex").agg(pl.col("calibrated_weight").sum()).sort("sex")["calibrated_weight"]
    assert (shares / shares.sum()).to_list() == pytest.approx([0.52, 0.48], rel=1e-10)
    assert shares.sum() == pytest.approx(first["w"].cast(pl.Float64).sum())


def test_a_linear_calibration_warns_of_negative_weights(design: Path) -> None:
    skewed = (
        "variable,category,total\nsex,f,0.5\nsex,m,0.5\nage,15-29,0.97\nage,30-44,0.01\nage,45-64,0.01\nage,65+,0.01\n"
    )
    design.with_name("census.csv").write_text(skewed + "wave,2022,0.02\nwave,2024,0.98\n", encoding="utf-8")
    design.write_text(DESIGN.replace("raking", "linear"), encoding="utf-8")
    result = survey("calibrate", design, "--out", str(design.with_name("w.parquet")))
    assert result.exit_code == 0, result.output
    assert "rows have a calibrated weight of zero or less" in result.output


def test_check_says_what_is_in_the_data(design: Path) -> None:
    told = survey("check", design).output
    for fact in ("strata", "clusters (or rows)", "q1: answers", "region: categories", "largest gap to a margin"):
        assert fact in told
    assert told.split("clusters (or rows)")[1].split()[0] == "45"


def test_small_percentages_are_hidden_with_what_would_give_them_back(design: Path) -> None:
    text = DESIGN.replace("calibration:", "suppress_under: 150\n#").replace(
        "estimates:", "estimates:\n  - {measure: proportion, variable: q1, values: [4, 5]}"
    )
    design.write_text(text, encoding="utf-8")
    rows = table(survey("estimate", design).stdout)
    shares = {row["region"]: row for row in rows if row["measure"] == "proportion"}
    hidden = [region for region, row in shares.items() if row["status"] == "suppressed"]
    assert "01" in hidden
    assert len(hidden) >= 2
    assert all(row["estimate"] == "" and row["n"] for region, row in shares.items() if region in hidden)
    assert shares[""]["status"] == "ok"
    assert not isnan(float(shares[""]["estimate"]))
