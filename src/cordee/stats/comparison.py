"""Comparing domains: the differences that a design asks for, their p-values, and Holm's correction over them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import isfinite, nan

from scipy.special import stdtr  # type: ignore[import-untyped]

from cordee.stats.results import AFTER, BEFORE, Cell, Row, cells_of, columns_of

COMPARED = ("n", "difference", "se", "lower", "upper", "df", "t", "p", "p_holm", "distinguishable", "status")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A difference: its t, its p, its p corrected over the differences shown with it, whether it can be told from 0.

    `distinguishable` is `yes`, `no`, or empty where the difference is hidden or has no uncertainty.
    """

    row: Row
    t: float
    p: float
    p_holm: float
    distinguishable: str


def holm(values: Sequence[float]) -> list[float]:
    """Correct p-values for being looked at together (Holm 1979); `nan` stays `nan` and counts for nothing.

    The k-th smallest of m is multiplied by m − k + 1, never under the one before it, at most 1.

    >>> holm([0.01, 0.04, 0.03])
    [0.03, 0.06, 0.06]
    """
    known = sorted((value, place) for place, value in enumerate(values) if isfinite(value))
    corrected, least = [nan] * len(values), 0.0
    for rank, (value, place) in enumerate(known):
        least = max(least, min(1.0, value * (len(known) - rank)))
        corrected[place] = least
    return corrected


def two_sided(t: float, df: float) -> float:
    """Return the probability of a Student's t at least as far from 0.

    >>> round(two_sided(2.228139, 10), 6)
    0.05
    """
    return float(2 * stdtr(df, -abs(t)))


def compare(rows: Sequence[Row], level: float) -> list[Comparison]:
    """Compare the differences among rows; those of one item are corrected together."""
    differences = [row for row in rows if row.measure in ("difference", "change")]
    made: list[Comparison] = []
    for _, together in groupby(differences, key=_item):
        made += _together(list(together), level)
    return made


def _item(row: Row) -> tuple[str, ...]:
    return (row.measure, row.variable, row.values, *(name for name, _ in row.domains))


def _together(rows: Sequence[Row], level: float) -> list[Comparison]:
    tested = [_test(row) for row in rows]
    corrected = holm([p for _, p in tested])
    return [
        Comparison(row, t, p, each, ("yes" if each < 1 - level else "no") if isfinite(each) else "")
        for row, (t, p), each in zip(rows, tested, corrected, strict=True)
    ]


def _test(row: Row) -> tuple[float, float]:
    if not (isfinite(row.se) and row.se > 0 and row.df):
        return nan, nan
    t = row.estimate / row.se
    return t, two_sided(t, row.df)


def comparison_table(found: Sequence[Comparison]) -> tuple[list[str], list[list[Cell]]]:
    """Return the names of columns, and the rows of cells."""
    rows = [each.row for each in found]
    domains = [name for name in columns_of(rows) if name not in (*BEFORE, *AFTER)]
    columns = [*BEFORE, *domains, *COMPARED]
    return columns, [_cells(each, columns) for each in found]


def _cells(found: Comparison, columns: Sequence[str]) -> list[Cell]:
    own = {"t": found.t, "p": found.p, "p_holm": found.p_holm}
    cells: dict[str, Cell] = {name: value if isfinite(value) else None for name, value in own.items()}
    cells["distinguishable"] = found.distinguishable or None
    taken = ["estimate" if name == "difference" else name for name in columns]
    plain = cells_of(found.row, [name if name not in cells else "" for name in taken])
    return [cells.get(name, cell) for name, cell in zip(columns, plain, strict=True)]
