"""What must hold whatever the survey: order, scale, additivity, differences, missing answers."""

from pathlib import Path

import polars as pl
import pytest
from tests.stats.surveys import HERE, SURVEYS, Survey

from cordee.stats.comparison import compare, holm
from cordee.stats.estimation import estimate
from cordee.stats.results import Row
from cordee.stats.sources.dictionary import Dictionary
from cordee.stats.study import study_of

PEOPLE = HERE / "data" / "people.csv"


def rows_of(survey: Survey, data: Path | None = None) -> tuple[Row, ...]:
    return estimate(survey.study(data=data)).rows


def numbers(rows: tuple[Row, ...]) -> list[float]:
    return [number for row in rows for number in (row.n, row.estimate, row.se, row.lower, row.upper)]


def rewritten(folder: Path, change) -> Path:
    path = folder / "people.csv"
    change(pl.read_csv(PEOPLE, infer_schema=False)).write_csv(path)
    return path


@pytest.mark.parametrize("name", ["people", "people_rows_raking"])
def test_the_order_of_rows_changes_nothing(name: str, tmp_path: Path) -> None:
    shuffled = rewritten(tmp_path, lambda people: people.sample(fraction=1, shuffle=True, seed=3))
    wanted = numbers(rows_of(SURVEYS[name]))
    assert numbers(rows_of(SURVEYS[name], shuffled)) == pytest.approx(wanted, rel=1e-9, nan_ok=True)


def test_the_scale_of_weights_changes_totals_only(tmp_path: Path) -> None:
    scaled = rewritten(tmp_path, lambda people: people.with_columns(pl.col("w").cast(pl.Float64) * 1000))
    for one, other in zip(rows_of(SURVEYS["both"]), rows_of(SURVEYS["both"], scaled), strict=True):
        scale = 1000 if one.measure == "total" else 1
        assert (other.estimate, other.se) == pytest.approx((one.estimate * scale, one.se * scale), rel=1e-9)


def test_totals_of_domains_add_up() -> None:
    asked = "estimates:\n  - {measure: total, variable: hours, by: [sex]}\n  - {measure: total, variable: hours}\n"
    *parts, whole = made(asked)
    assert sum(part.estimate for part in parts) == pytest.approx(whole.estimate)
    assert sum(part.n for part in parts) == whole.n


def test_a_total_without_variable_is_the_size_of_the_domain() -> None:
    size, share, counted = made(
        "estimates:\n  - {measure: total}\n  - {measure: proportion, variable: sex, values: [f]}\n"
        "  - {measure: total, variable: sex, values: [f]}\n"
    )
    people = pl.read_csv(PEOPLE)
    assert size.estimate == pytest.approx(people["w"].sum())
    assert counted.estimate == pytest.approx(share.estimate * size.estimate)


def test_a_difference_is_that_of_its_sides_whichever_the_reference() -> None:
    asked = (
        "estimates:\n  - {measure: mean, variable: q1, by: [sex]}\n"
        "  - {measure: difference, of: mean, variable: q1, along: sex, against: m}\n"
        "  - {measure: difference, of: mean, variable: q1, along: sex, against: rest}\n"
    )
    female, male, against, female_rest, male_rest = made(asked)
    assert against.estimate == pytest.approx(female.estimate - male.estimate)
    assert (against.estimate, against.se) == pytest.approx((female_rest.estimate, female_rest.se))
    assert (male_rest.estimate, male_rest.lower) == pytest.approx((-female_rest.estimate, -female_rest.upper))
    assert against.domains == (("sex", "f vs m"),)


def test_missing_codes_are_no_answers() -> None:
    book = Dictionary.model_validate({"variables": {"q1": {"missing": [5]}}})
    asked = "estimates:\n  - {measure: mean, variable: q1}\n"
    survey = SURVEYS["people"].study()
    design = Survey("people.csv", "weight: w", "both.yaml").design.model_copy(update={"estimates": parsed(asked)})
    without = estimate(study_of(survey.engine, survey.source, design, book)).rows[0]
    answers = pl.read_csv(PEOPLE).filter(pl.col("q1") < 5)
    assert without.n == answers.height
    assert without.estimate == pytest.approx((answers["q1"] * answers["w"]).sum() / answers["w"].sum())


def test_several_differences_are_corrected_together() -> None:
    rows = rows_of(SURVEYS["people"])
    found = [each for each in compare(rows, 0.95) if each.row.measure == "difference"]
    assert len(found) == 5
    assert [each.p_holm for each in found] == pytest.approx(holm([each.p for each in found]))
    assert all(each.p_holm >= each.p for each in found)


def test_a_share_of_none_keeps_an_honest_bound(tmp_path: Path) -> None:
    none = pl.when(pl.col("sex") == "f").then(pl.lit("1")).otherwise(pl.col("q1")).alias("q1")
    path = rewritten(tmp_path, lambda people: people.with_columns(none))
    row, _ = made("estimates:\n  - {measure: proportion, variable: q1, values: [5], by: [sex]}\n", path)
    assert (row.estimate, row.se, row.lower) == (0, 0, 0)
    assert 0 < row.upper < 0.02


def made(asked: str, data: Path | None = None) -> tuple[Row, ...]:
    study = SURVEYS["people"].study(data=data)
    design = study.design.model_copy(update={"estimates": parsed(asked)})
    return estimate(study_of(study.engine, study.source, design)).rows


def parsed(asked: str):
    from cordee.stats.design_file import read_design

    return read_design("design.yaml", asked.encode()).estimates
