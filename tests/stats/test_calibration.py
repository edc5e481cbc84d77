"""Calibration: margins are met, bounds are kept, raking is the limit of proportional fitting."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.stats.surveys import SURVEYS

from cordee.stats.calibration import calibrating
from cordee.stats.calibration.calibrating import calibrate
from cordee.stats.calibration.cells import Cells
from cordee.stats.calibration.diagnostics import diagnose
from cordee.stats.calibration.distances import Linear, Logit, Raking
from cordee.stats.calibration.margins import Margins, read_margins
from cordee.stats.calibration.solving import solve
from cordee.stats.design import Calibration
from cordee.stats.faults import SurveyRefused
from cordee.stats.weighting import weighted

SIZES = (3, 2, 4)
CODES = tuple((f"v{place}", str(code)) for place, size in enumerate(SIZES) for code in range(size))


def cells_of(weights: np.ndarray) -> Cells:
    """Every combination of three variables, each with its weight."""
    combined = [(a, b, c) for a in range(SIZES[0]) for b in range(SIZES[1]) for c in range(SIZES[2])]
    starts = np.cumsum([0, *SIZES[:-1]])
    margins = np.zeros((len(combined), sum(SIZES)))
    for row, codes in enumerate(combined):
        margins[row, starts + np.array(codes)] = 1
    groups = tuple(tuple(str(code) for code in codes) for codes in combined)
    return Cells(("v0", "v1", "v2"), groups, CODES, margins, np.full(len(combined), 5.0), weights, weights**2 / 5)


def totals_of(shares: list[float], cells: Cells) -> np.ndarray:
    """Totals that some weights of the same cells do have, so that a solution exists."""
    return np.array(shares) * cells.weights @ cells.margins


positive = st.lists(st.floats(0.5, 20), min_size=24, max_size=24).map(np.array)
ratios = st.lists(st.floats(0.3, 3), min_size=24, max_size=24)


def proportional_fitting(cells: Cells, totals: np.ndarray, rounds: int = 3000) -> np.ndarray:
    """Deming and Stephan, one variable after the other."""
    weights = cells.weights.copy()
    for _ in range(rounds):
        for start, size in zip(np.cumsum([0, *SIZES[:-1]]), SIZES, strict=True):
            part = slice(start, start + size)
            weights *= cells.margins[:, part] @ (totals[part] / (weights @ cells.margins[:, part]))
    return weights / cells.weights


@settings(deadline=None, max_examples=30)
@given(positive, ratios)
def test_raking_is_the_limit_of_proportional_fitting(weights: np.ndarray, shares: list[float]) -> None:
    cells = cells_of(weights)
    totals = totals_of(shares, cells)
    found = solve(cells, totals, Raking(), 1e-11, 200)
    assert found.reached(1e-11)
    assert found.ratios == pytest.approx(proportional_fitting(cells, totals), rel=1e-7)


@settings(deadline=None, max_examples=30)
@given(positive, ratios)
def test_linear_calibration_is_solved_at_once(weights: np.ndarray, shares: list[float]) -> None:
    cells = cells_of(weights)
    found = solve(cells, totals_of(shares, cells), Linear(), 1e-9, 10)
    assert found.reached(1e-9)
    assert found.iterations <= 4


@settings(deadline=None, max_examples=30)
@given(positive, st.lists(st.floats(0.7, 1.4), min_size=24, max_size=24))
def test_logit_keeps_its_bounds(weights: np.ndarray, shares: list[float]) -> None:
    cells = cells_of(weights)
    found = solve(cells, totals_of(shares, cells), Logit(0.3, 3.0), 1e-9, 200)
    assert found.reached(1e-9)
    assert found.ratios.min() > 0.3
    assert found.ratios.max() < 3.0


@pytest.mark.parametrize("distance", [Linear(), Raking(), Logit(0.4, 2.5)])
def test_a_distance_is_the_slope_of_its_potential(distance) -> None:
    u = np.linspace(-2, 2, 41)
    step = 1e-6
    risen = (distance.potential(u + step) - distance.potential(u - step)) / (2 * step)
    steeper = (distance.ratio(u + step) - distance.ratio(u - step)) / (2 * step)
    assert distance.ratio(u) == pytest.approx(risen, rel=1e-6, abs=1e-9)
    assert distance.slope(u) == pytest.approx(steeper, rel=1e-6)
    assert distance.ratio(np.zeros(1)) == pytest.approx([1.0])


def test_weights_that_meet_their_margins_stay() -> None:
    cells = cells_of(np.linspace(1, 5, 24))
    assert solve(cells, cells.sample_totals, Raking(), 1e-10, 50).ratios == pytest.approx(np.ones(24))


def test_diagnostics_say_what_it_cost() -> None:
    cells = cells_of(np.full(24, 10.0))
    aimed = dict(zip(cells.categories, totals_of([1.5] * 12 + [0.5] * 12, cells), strict=True))
    found = diagnose(calibrate(cells, Margins(aimed), Calibration(method="raking", margins="m.csv"), "m.csv"))
    assert found.n == 120
    assert found.n_eff < found.n_eff_before == pytest.approx(120)
    assert found.design_effect == pytest.approx(120 / found.n_eff)
    assert found.least_ratio <= found.percentile_1 <= found.median_ratio <= found.percentile_99 <= found.greatest_ratio


def test_margins_out_of_reach_name_a_category() -> None:
    cells = cells_of(np.full(24, 10.0))
    aimed = dict(zip(cells.categories, totals_of([3.0] * 8 + [0.1] * 16, cells), strict=True))
    asked = Calibration(method="logit", margins="m.csv", bounds=(0.9, 1.1))
    with pytest.raises(SurveyRefused, match=r"the category ‘.’ of ‘v0’ stays"):
        calibrate(cells, Margins(aimed), asked, "m.csv")


def test_a_number_of_too_many_values_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibrating, "CELLS_AT_MOST", 5)
    with pytest.raises(SurveyRefused, match="crosses 6 combinations of values; it takes 5") as refused:
        weighted(SURVEYS["calmar_raking"].study())
    assert refused.value.ids == ["too-many-cells"]


def test_shares_take_the_size_of_the_sample() -> None:
    margins = read_margins("m.csv", "\ufeffvariable;category;total\nsex;f;0.4\nsex;m;0.6\n".encode())
    assert margins.are_shares
    assert margins.counts(200) == {("sex", "f"): 80, ("sex", "m"): 120}


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "margins-header"),
        (b"variable,category,total\n", "no-margins"),
        (b"variable,category,total\nsex,f,-1\n", "margin-total"),
        (b"variable,category,total\nsex,f\n", "margin-total"),
        (b"variable,category,total\nsex,f,nan\n", "margin-total"),
        ("variable,category,total\nsexe,é,1\n".encode("latin-1"), "not-utf-8"),
    ],
)
def test_a_file_of_margins_that_is_wrong(content: bytes, fault: str) -> None:
    with pytest.raises(SurveyRefused) as refused:
        read_margins("m.csv", content)
    assert refused.value.ids == [fault]
