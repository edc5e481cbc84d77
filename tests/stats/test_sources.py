"""Every format gives the same figures, with its types, its missing values and its labels."""

from pathlib import Path

import polars as pl
import pyreadstat
import pytest
from openpyxl import Workbook
from tests.stats.surveys import HERE, SURVEYS
from typer.testing import CliRunner

from cordee.cli import application
from cordee.stats.engines.polars_engine import PolarsEngine
from cordee.stats.estimation import estimate
from cordee.stats.faults import SurveyRefused
from cordee.stats.results import Row
from cordee.stats.sources.labelled import labels_in
from cordee.stats.sources.opening import open_lazily
from cordee.stats.sources.source import source_of

PEOPLE = HERE / "data" / "people.csv"
NUMBERS = ("psu", "clusters", "wave", "q1", "q2", "q3", "hours")
AMOUNTS = ("w", "income")


@pytest.fixture(scope="module")
def people() -> pl.DataFrame:
    types = {**dict.fromkeys(NUMBERS, pl.Int64), **dict.fromkeys(AMOUNTS, pl.Float64), "region": pl.String}
    return pl.read_csv(PEOPLE, schema_overrides=types)


@pytest.fixture(scope="module")
def wanted() -> list[Row]:
    return list(estimate(SURVEYS["both_raking"].study()).rows)


def as_parquet(people: pl.DataFrame, folder: Path) -> Path:
    people.write_parquet(folder / "people.parquet")
    return folder / "people.parquet"


def as_a_folder_of_parquet(people: pl.DataFrame, folder: Path) -> Path:
    parts = folder / "people.parquet"
    parts.mkdir()
    for place, part in enumerate(people.iter_slices(400)):
        part.write_parquet(parts / f"{place}.parquet")
    return parts


def as_workbook(people: pl.DataFrame, folder: Path) -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("people")
    sheet.append(people.columns)
    for row in people.iter_rows():
        sheet.append(list(row))
    book.save(folder / "people.xlsx")
    return folder / "people.xlsx"


def as_spss(people: pl.DataFrame, folder: Path) -> Path:
    labels = {"q1": {1: "pas du tout", 5: "tout à fait"}}
    texts = {"q1": "Faites-vous confiance à vos partenaires ?"}
    path = folder / "people.sav"
    pyreadstat.write_sav(people, str(path), column_labels=texts, variable_value_labels=labels)
    return path


def as_stata(people: pl.DataFrame, folder: Path) -> Path:
    pyreadstat.write_dta(people, str(folder / "people.dta"))
    return folder / "people.dta"


def as_semicolons(people: pl.DataFrame, folder: Path) -> Path:
    people.write_csv(folder / "people.csv", separator=";", include_bom=True)
    return folder / "people.csv"


@pytest.mark.parametrize("written", [as_parquet, as_a_folder_of_parquet, as_workbook, as_spss, as_stata, as_semicolons])
def test_a_format_gives_the_same_figures(written, people: pl.DataFrame, wanted: list[Row], tmp_path: Path) -> None:
    found = estimate(SURVEYS["both_raking"].study(data=written(people, tmp_path))).rows
    assert len(found) == len(wanted)
    for one, other in zip(found, wanted, strict=True):
        assert (one.measure, one.n, one.df, one.status) == (other.measure, other.n, other.df, other.status)
        assert (one.estimate, one.se) == pytest.approx((other.estimate, other.se), rel=1e-12)


def test_a_region_keeps_its_zero() -> None:
    rows = estimate(SURVEYS["people"].study()).rows
    regions = {key for row in rows for name, key in row.domains if name == "region"}
    assert "01" in regions
    assert "1" not in regions


def test_a_csv_file_is_text_until_the_design_says_otherwise() -> None:
    assert set(open_lazily(source_of(PEOPLE)).collect_schema().dtypes()) == {pl.String}


def test_a_workbook_keeps_codes_as_text_and_numbers_as_numbers(people: pl.DataFrame, tmp_path: Path) -> None:
    schema = open_lazily(source_of(as_workbook(people, tmp_path))).collect_schema()
    assert (schema["region"], schema["q1"], schema["income"]) == (pl.String, pl.Int64, pl.Float64)


def test_labels_of_spss_are_kept(people: pl.DataFrame, tmp_path: Path) -> None:
    texts, labels = labels_in(source_of(as_spss(people, tmp_path)))
    assert texts == {"q1": "Faites-vous confiance à vos partenaires ?"}
    assert labels == {"q1": {"1": "pas du tout", "5": "tout à fait"}}


def test_labels_of_spss_are_shown_by_check(people: pl.DataFrame, tmp_path: Path) -> None:
    design = tmp_path / "design.yaml"
    design.write_text("weight: w\nestimates:\n  - {measure: proportion, variable: q1, values: [5]}\n", encoding="utf-8")
    command = ["survey", "check", str(as_spss(people, tmp_path)), "--design", str(design), "--lang", "fr"]
    result = CliRunner().invoke(application(["survey"]), command)
    assert result.exit_code == 0, result.output
    assert "Faites-vous confiance à vos partenaires ?" in result.output
    assert f"{people.height}" in result.output


@pytest.mark.parametrize("name", ["people.sav", "people.dta", "people.xlsx", "people.parquet"])
def test_what_is_not_of_its_format_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"this is no such file, whatever its name may say" * 20)
    with pytest.raises(SurveyRefused) as refused:
        open_lazily(source_of(tmp_path / name)).collect()
    assert refused.value.ids == ["unreadable-file"]


def test_parquet_whose_rows_are_broken_is_refused_when_they_are_read(people: pl.DataFrame, tmp_path: Path) -> None:
    path = as_parquet(people, tmp_path)
    content = bytearray(path.read_bytes())
    content[100:4000] = bytes(3900)
    path.write_bytes(bytes(content))
    with pytest.raises(SurveyRefused) as refused:
        estimate(SURVEYS["both"].study(PolarsEngine(), data=path))
    assert refused.value.ids == ["unreadable-file"]


def test_quoted_separators_and_line_breaks_are_read(tmp_path: Path) -> None:
    path = tmp_path / "quoted.csv"
    path.write_text('name,q\n"Dupont, Anne",4\n"Le\nMans",5\n"said ""yes""",1\n', encoding="utf-8")
    assert open_lazily(source_of(path)).collect()["name"].to_list() == ["Dupont, Anne", "Le\nMans", 'said "yes"']
