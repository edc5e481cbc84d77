"""The margins of a calibration: a CSV file variable,category,total, of counts or of shares.

A line without a category is the total of a variable read as a number: a payroll, a number of pupils.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from math import isclose, isfinite

from cordee.stats.calibration.cells import Category
from cordee.stats.faults import SurveyFault, SurveyRefused, refusal, survey_fault
from cordee.stats.sources.csv_files import separator_of

HEADER = ["variable", "category", "total"]
AGREEMENT = 1e-9
"""Relative difference under which two sums of totals are the same population."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Known totals, in the order of the file; the category of a number is empty. Shares add up to 1 in a variable."""

    totals: dict[Category, float]

    @property
    def variables(self) -> tuple[str, ...]:
        """Return the variables, each once.

        >>> Margins({("sex", "f"): 0.6, ("sex", "m"): 0.4}).variables
        ('sex',)
        """
        return tuple(dict.fromkeys(variable for variable, _ in self.totals))

    @property
    def numbers(self) -> tuple[str, ...]:
        """Return the variables read as numbers, whose total is known.

        >>> Margins({("sex", "f"): 60, ("sex", "m"): 40, ("pay", ""): 900}).numbers
        ('pay',)
        """
        return tuple(variable for variable, category in self.totals if not category)

    @property
    def are_shares(self) -> bool:
        """Say whether the totals are shares of a population of unknown size."""
        sums = self.sums().values()
        return bool(sums) and all(isclose(found, 1, rel_tol=AGREEMENT) for found in sums)

    def sums(self) -> dict[str, float]:
        """Return the sum of the totals of each variable that has categories."""
        sums = {variable: 0.0 for variable, category in self.totals if category}
        for (variable, category), total in self.totals.items():
            if category:
                sums[variable] += total
        return sums

    def counts(self, population: float) -> dict[Category, float]:
        """Return the totals as counts: shares are brought to the size of a population.

        >>> Margins({("sex", "f"): 0.6, ("sex", "m"): 0.4}).counts(50)
        {('sex', 'f'): 30.0, ('sex', 'm'): 20.0}
        """
        size = population if self.are_shares else 1.0
        return {category: total * size for category, total in self.totals.items()}


def read_margins(name: str, content: bytes) -> Margins:
    """Read a file of margins. SurveyRefused: its header, a total, a category given twice, variables that disagree.

    >>> read_margins("m.csv", b"variable,category,total\\nsex,f,60\\nsex,m,40\\npay,,900\\n").sums()
    {'sex': 100.0}
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refusal("not-utf-8", name, line=content[: error.start].count(b"\n") + 1) from None
    lines = text.splitlines()
    rows = list(csv.reader(StringIO(text), delimiter=separator_of(lines[0] if lines else "")))
    if not rows or [cell.strip() for cell in rows[0]] != HEADER:
        raise refusal("margins-header", name)
    margins = Margins(_totals(name, rows[1:]))
    if not margins.totals:
        raise refusal("no-margins", name)
    faults = list(_disagreements(name, margins))
    if faults:
        raise SurveyRefused(faults)
    return margins


def _totals(name: str, rows: Sequence[list[str]]) -> dict[Category, float]:
    totals: dict[Category, float] = {}
    faults: list[SurveyFault] = []
    for line, row in enumerate(rows, 2):
        if not any(cell.strip() for cell in row):
            continue
        variable, category, written = ([cell.strip() for cell in row] + ["", "", ""])[:3]
        total = _total(written)
        if total is None or len(row) != len(HEADER) or not (total or category):
            faults.append(survey_fault("margin-total", name, line=line, found=written))
        elif (variable, category) in totals:
            faults.append(survey_fault("margin-twice", name, line=line, variable=variable, category=category))
        else:
            totals[variable, category] = total
    if faults:
        raise SurveyRefused(faults)
    return totals


def _total(written: str) -> float | None:
    try:
        total = float(written)
    except ValueError:
        return None
    return total if isfinite(total) and total >= 0 else None


def _disagreements(name: str, margins: Margins) -> Iterator[SurveyFault]:
    with_categories = {variable for variable, category in margins.totals if category}
    for variable in margins.numbers:
        if variable in with_categories:
            yield survey_fault("margin-mixed", name, variable=variable)
        elif margins.are_shares:
            yield survey_fault("margin-number-shares", name, variable=variable)
    sums = margins.sums()
    other, expected = next(iter(sums.items()), ("", 0.0))
    for variable, found in sums.items():
        if not isclose(found, expected, rel_tol=AGREEMENT):
            values = {"found": f"{found:.12g}", "expected": f"{expected:.12g}"}
            yield survey_fault("margins-disagree", name, variable=variable, other=other, **values)
