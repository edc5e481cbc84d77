"""Calibrating a sample: its cells in one pass, the ratios of weights solved on them, then attached to the rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cordee.stats.calibration.cells import Category, Cells
from cordee.stats.calibration.distances import distance_of
from cordee.stats.calibration.margins import Margins
from cordee.stats.calibration.solving import Solution, solve
from cordee.stats.columns import Known, key_of
from cordee.stats.design import Calibration
from cordee.stats.faults import SurveyFault, SurveyRefused, refusal, survey_fault
from cordee.stats.grouping_keys import numbered
from cordee.stats.port import Floats, Grouping, Sum, Sums


@dataclass(frozen=True)
class Calibrated:
    """The cells of a sample, the totals that were aimed at, and the ratios of weights that reach them."""

    cells: Cells
    totals: Floats
    solution: Solution


def cells_grouping(variables: Sequence[str]) -> Grouping:
    """Return what is asked of the engine: rows, Σ w and Σ w² of each cell."""
    return Grouping(tuple(key_of(name) for name in variables), (Sum(0), Sum(1), Sum(2)))


def cells_in(found: Sums, variables: Sequence[str]) -> Cells:
    """Return the cells of a small table."""
    columns = [found.keys[key_of(name)] for name in variables]
    places, groups = numbered(columns, found.groups)
    order = np.argsort(places)
    codes = _codes(variables, columns)
    rank = {code: place for place, code in enumerate(codes)}
    margins = np.zeros((len(groups), len(codes)))
    for place, group in enumerate(groups):
        for name, key in zip(variables, group, strict=True):
            margins[place, rank[name, key]] = 1.0
    sums = [found.of(power, Known())[order] for power in (0, 1, 2)]
    return Cells(tuple(variables), tuple(groups), tuple(codes), margins, *sums)


def _codes(variables: Sequence[str], columns: Sequence[NDArray[np.object_]]) -> list[tuple[str, Any]]:
    return [
        (name, group[0])
        for name, column in zip(variables, columns, strict=True)
        for group in numbered([column], len(column))[1]
    ]


def calibrate(cells: Cells, margins: Margins, asked: Calibration, name: str) -> Calibrated:
    """Solve a calibration. SurveyRefused: margins and sample do not have the same categories, or no convergence."""
    wanted = margins.counts(float(cells.weights.sum()))
    faults = list(_mismatches(cells, wanted, name))
    if faults:
        raise SurveyRefused(faults)
    totals = np.array([wanted[category] for category in cells.categories])
    distance = distance_of(asked.method, asked.bounds)
    solution = solve(cells, totals, distance, asked.tolerance, asked.max_iterations)
    if not solution.reached(asked.tolerance):
        worst = int(np.abs(solution.gaps).argmax())
        variable, category = cells.categories[worst]
        gap = f"{solution.gaps[worst]:+.2%}"
        raise refusal("not-reached", name, variable=variable, category=category, gap=gap)
    return Calibrated(cells, totals, solution)


def _mismatches(cells: Cells, wanted: dict[Category, float], name: str) -> Iterator[SurveyFault]:
    rows = dict(zip(cells.categories, (cells.counts @ cells.margins).tolist(), strict=True))
    for (variable, category), total in wanted.items():
        if total > 0 and (variable, category) not in rows:
            values = {"variable": variable, "category": category, "total": f"{total:.12g}"}
            yield survey_fault("margin-not-in-sample", name, **values)
    for (variable, category), count in rows.items():
        values = {"variable": variable, "category": category}
        if (variable, category) not in wanted:
            yield survey_fault("category-without-margin", name, count=int(count), **values)
        elif wanted[variable, category] == 0:
            yield survey_fault("margin-zero", name, count=int(count), **values)
