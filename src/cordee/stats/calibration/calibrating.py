"""Calibrating a sample: its cells in one pass, the ratios of weights solved on them, then attached to the rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from cordee.stats.calibration.cells import Category, Cells, cell_columns
from cordee.stats.calibration.distances import distance_of
from cordee.stats.calibration.margins import Margins
from cordee.stats.calibration.solving import Solution, solve
from cordee.stats.columns import Known
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


CELLS_AT_MOST = 200_000
"""Cells that are solved in memory: 100 MB for 60 categories."""


def cells_grouping(margins: Margins) -> Grouping:
    """Return what is asked of the engine: rows, Σ w and Σ w² of each cell."""
    return Grouping(cell_columns(margins.variables, margins.numbers), (Sum(0), Sum(1), Sum(2)))


def cells_in(found: Sums, asked: Margins, name: str = "") -> Cells:
    """Return the cells of a small table. SurveyRefused: a number has too many values."""
    if found.groups > CELLS_AT_MOST:
        told = ", ".join(asked.numbers or asked.variables)
        raise refusal("too-many-cells", name, count=found.groups, limit=CELLS_AT_MOST, variables=told)
    columns = [found.keys[column] for column in cell_columns(asked.variables, asked.numbers)]
    places, groups = numbered(columns, found.groups)
    order = np.argsort(places)
    codes: list[tuple[str, Any]] = []
    parts: list[Floats] = []
    for variable, column in zip(asked.variables, columns, strict=True):
        if variable in asked.numbers:
            codes.append((variable, None))
            parts.append(column[order].astype(np.float64)[:, None])
        else:
            own, categories = numbered([column[order]], len(groups))
            codes += [(variable, category) for (category,) in categories]
            parts.append(np.eye(len(categories))[own])
    counts, weights, squared = (found.of(power, Known())[order] for power in (0, 1, 2))
    return Cells(
        asked.variables, tuple(groups), tuple(codes), np.column_stack(parts), counts, weights, squared, asked.numbers
    )  # fmt: skip


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
        missed = "not-reached" if category else "number-not-reached"
        raise refusal(missed, name, variable=variable, category=category, gap=gap)
    return Calibrated(cells, totals, solution)


def _mismatches(cells: Cells, wanted: dict[Category, float], name: str) -> Iterator[SurveyFault]:
    counted = zip(cells.categories, (cells.counts @ cells.margins).tolist(), strict=True)
    rows = {(variable, category): count for (variable, category), count in counted if category}
    for (variable, category), total in wanted.items():
        if category and total > 0 and (variable, category) not in rows:
            values = {"variable": variable, "category": category, "total": f"{total:.12g}"}
            yield survey_fault("margin-not-in-sample", name, **values)
    for (variable, category), count in rows.items():
        values = {"variable": variable, "category": category}
        if (variable, category) not in wanted:
            yield survey_fault("category-without-margin", name, count=int(count), **values)
        elif wanted[variable, category] == 0:
            yield survey_fault("margin-zero", name, count=int(count), **values)
