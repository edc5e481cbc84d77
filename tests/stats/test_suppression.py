"""What rests on too few is hidden, whatever it measures, and cannot be found again from what is shown."""

from math import isnan
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cordee.stats.editions.making import DESIGN
from cordee.stats.estimation import estimate
from cordee.stats.opening import opened_study
from cordee.stats.results import Row, Status
from cordee.stats.suppression import suppressed

REGIONS = ("01", "11", "24", "94")
LIMIT = 30
ASKED = """strata: [wave]
suppress_under: 10
estimates:
  - {measure: proportion, variable: q1, values: [4, 5], by: [region]}
  - {measure: mean, variable: q1, by: [region]}
  - {measure: total, variable: hours, by: [region]}
  - {measure: total, by: [region]}
  - {measure: ratio, variable: hours, denominator: q1, by: [region]}
  - {measure: quantile, variable: hours, quantiles: [0.5], by: [region]}
  - {measure: difference, of: mean, variable: q1, along: region, against: rest}
  - {measure: change, of: mean, variable: q1, along: wave, from: 1, to: 2, by: [region]}
"""


def means(counts: list[int], measure: str = "mean") -> list[Row]:
    """Rows of a measure by region, beside the total that they add up to."""
    parts = [figure(measure, n, ("region", region)) for region, n in zip(REGIONS, counts, strict=True)]
    return [*parts, figure(measure, sum(counts))]


def figure(measure: str, n: int, *domains: tuple[str, str]) -> Row:
    estimate = 3.0 * n if measure == "total" else 3.0
    status: Status = "suppressed" if n < LIMIT else "ok"
    return Row(measure, "q", "", domains, n, n, estimate, 0.1, status=status, weight=n)


@pytest.mark.parametrize("measure", ["mean", "proportion", "total", "ratio"])
def test_a_hidden_figure_is_not_found_from_the_total(measure: str) -> None:
    found = suppressed(means([12, 90, 40, 80], measure))
    assert [row.status for row in found] == ["suppressed", "ok", "suppressed", "ok", "ok"]
    assert isnan(found[2].estimate)
    assert found[2].n == 40


def test_a_quantile_gives_nothing_back_of_its_neighbours() -> None:
    found = suppressed(means([12, 90, 40, 80], "quantile"))
    assert [row.status for row in found] == ["suppressed", "ok", "ok", "ok", "ok"]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(1, 200), min_size=4, max_size=4))
def test_no_mean_is_ever_hidden_alone_beside_its_total(counts: list[int]) -> None:
    found = suppressed(means(counts))
    hidden = [row for row in found if row.status == "suppressed"]
    assert len(hidden) != 1
    assert all(row.n >= LIMIT for row in found if row.status == "ok")
    assert all(isnan(row.estimate) and isnan(row.lower) for row in hidden)


def test_the_difference_with_a_hidden_mean_is_hidden() -> None:
    far = Row("difference", "q", "", (("region", "24 vs 11"),), 130, 130, 0.2, 0.1)
    near = Row("difference", "q", "", (("region", "94 vs 11"),), 170, 170, 0.2, 0.1)
    found = suppressed([*means([12, 90, 40, 80]), far, near])
    assert [row.status for row in found[-2:]] == ["suppressed", "ok"]


def test_every_measure_hides_what_rests_on_too_few(tmp_path: Path) -> None:
    rows = [f"{1 + n % 2},{region},{1 + n % 5},{10 + n}" for region, many in zip(REGIONS, (5, 40, 50, 60), strict=True)
            for n in range(many)]  # fmt: skip
    (tmp_path / "people.csv").write_text("wave,region,q1,hours\n" + "\n".join(rows) + "\n")
    (tmp_path / DESIGN).write_text(ASKED)
    found = estimate(opened_study(tmp_path / "people.csv", tmp_path / DESIGN, "polars", None)).rows
    few = [row for row in found if dict(row.domains).get("region", "").split(" vs ")[0] == "01"]  # type: ignore[union-attr]
    assert {row.measure for row in few} == {"proportion", "mean", "total", "ratio", "quantile", "difference", "change"}
    assert all(row.status == "suppressed" and isnan(row.estimate) for row in few)
    assert sum(row.status == "ok" for row in found) >= 8 * 3
