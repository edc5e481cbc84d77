"""A file longer than a slice, with few groups or many, gives the numbers that it gives when read at once."""

from pathlib import Path

import pytest
from tests.stats.mistakes import Files
from tests.stats.surveys import SURVEYS

from cordee.stats.engines import polars_engine, polars_slices
from cordee.stats.estimation import estimate
from cordee.stats.results import Row

SAME = 1e-12
SHOWN = ["both", "both_raking", "both_rows_raking", "replicates_brr", "drawn_raking"]
EVERY_SLICE, ONE_STREAM = 0, 100_000
"""Groups beyond which slices go on: a first slice of any number, or of none of these."""


def figures(rows: tuple[Row, ...]) -> list[tuple[object, ...]]:
    return [(row.measure, row.variable, row.values, row.domains, row.n, row.df, row.status) for row in rows]


@pytest.fixture(autouse=True)
def not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have Polars group the rows, which tables would count."""
    monkeypatch.setattr(polars_engine, "tallied", lambda table, groupings: {})


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("many", [EVERY_SLICE, ONE_STREAM])
def test_slices_add_up(name: str, many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = estimate(SURVEYS[name].study()).rows
    monkeypatch.setattr(polars_slices, "ROWS_AT_ONCE", 37)
    monkeypatch.setattr(polars_slices, "MANY_GROUPS", many)
    added, slices = polars_slices._added, []
    monkeypatch.setattr(polars_slices, "_added", lambda *parts: slices.append(1) or added(*parts))
    sliced = estimate(SURVEYS[name].study()).rows
    assert slices, "nothing was read by slices"
    assert figures(sliced) == figures(whole)
    for one, other in zip(whole, sliced, strict=True):
        measured = (one.estimate, one.se, one.lower, one.upper, one.n_eff, one.deff)
        assert (other.estimate, other.se, other.lower, other.upper, other.n_eff, other.deff) == pytest.approx(
            measured, rel=SAME, nan_ok=True
        )


def test_what_is_wrong_beyond_the_first_slice_is_refused_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(polars_slices, "ROWS_AT_ONCE", 2)
    monkeypatch.setattr(polars_slices, "MANY_GROUPS", EVERY_SLICE)
    files = Files(tmp_path)
    files.spoil(files.data, "8,3.0,", "8,-3.0,")
    result = files.run()
    assert result.exit_code == 2
    assert "w" in result.output
    assert "line 9" in result.output
    assert files.written() == []
