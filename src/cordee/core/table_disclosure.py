"""Suppression in tables of respondents: what is too small is hidden, with enough beside it not to be found again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FEWEST_RESPONDENTS = 30
"""Respondents under which a percentage is not published."""
PROTECTION = 0.10
"""Part of its value within which a hidden cell must not be known from those that are published."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A published relation: the cell `whole` is the sum of the cells `parts`."""

    whole: str
    parts: tuple[str, ...]


def too_few(respondents: int, fewest: int = FEWEST_RESPONDENTS) -> bool:
    """Say whether a percentage rests on too few respondents to be published.

    >>> too_few(29), too_few(30)
    (True, False)
    """
    return respondents < fewest


def protected(
    values: Mapping[str, float], primary: Sequence[str], sums: Sequence[Sum], protection: float = PROTECTION
) -> tuple[str, ...]:
    """Return the cells to hide besides the primary ones, so that none can be found again by adding and subtracting.

    Meaning: a reader knows the published cells, the sums, and that no cell is negative. Each hidden cell is then known
    to lie in an interval, found by linear programming; while one is known more closely than ± `protection` of its
    value, the smallest published cell that shares a sum with it is hidden too. Shapes: `values`, cell → value ≥ 0.
    Refused: a negative value, a cell without value (ValueError). Source: Willenborg & de Waal 2001, § 8 and 9.

    >>> values = {"France": 100.0, "01": 20.0, "11": 50.0, "24": 30.0}
    >>> protected(values, ["01"], [Sum("France", ("01", "11", "24"))])
    ('24',)
    >>> protected(values, ["01", "24"], [Sum("France", ("01", "11", "24"))])
    ()
    """
    _refuse_odd_values(values, primary, sums)
    hidden = list(dict.fromkeys(primary))
    while True:
        found = _weakest_remedy(values, hidden, sums, protection)
        if found is None:
            return tuple(hidden[len(dict.fromkeys(primary)) :])
        hidden.append(found)


def bounds(values: Mapping[str, float], hidden: Sequence[str], sums: Sequence[Sum]) -> dict[str, tuple[float, float]]:
    """Return what a reader can find of each hidden cell: the least and the greatest value it may have.

    >>> found = bounds({"all": 10.0, "a": 4.0, "b": 6.0}, ["a", "b"], [Sum("all", ("a", "b"))])
    >>> [(round(low, 9), round(high, 9)) for low, high in found.values()]
    [(0.0, 10.0), (0.0, 10.0)]
    """
    relations, known = _system(values, hidden, sums)
    found = {}
    for place, cell in enumerate(hidden):
        touching = np.flatnonzero(relations[:, place])
        if len(touching) == 1 and _stands_alone(relations, touching[0]):
            found[cell] = _in_one_sum(relations[touching[0]], float(known[touching[0]]))
        else:
            found[cell] = _by_programming(relations, known, place)
    return found


def _stands_alone(relations: NDArray[np.float64], row: int) -> bool:
    """Say whether a sum of hidden parts shares no cell with another one; then no programming is needed."""
    cells = relations[row] != 0
    return bool((relations[row] >= 0).all() and not np.delete(relations, row, axis=0)[:, cells].any())


def _in_one_sum(relation: NDArray[np.float64], known: float) -> tuple[float, float]:
    """Return the bounds of each part of one sum: all of it when alone, else anything from nothing to the whole."""
    return (known, known) if np.count_nonzero(relation) == 1 else (0.0, known)


def _by_programming(relations: NDArray[np.float64], known: NDArray[np.float64], place: int) -> tuple[float, float]:
    """Return the least and the greatest value of one hidden cell under every sum, by linear programming."""
    from scipy.optimize import linprog  # type: ignore[import-untyped]

    ends = [0.0, float("inf")]
    for end, sign in enumerate((1, -1)):
        aim = np.zeros(relations.shape[1])
        aim[place] = sign
        solution = linprog(aim, A_eq=relations, b_eq=known) if len(known) else None
        if solution is not None and solution.status == 0:
            ends[end] = float(sign * solution.fun)
    return ends[0], ends[1]


def _weakest_remedy(
    values: Mapping[str, float], hidden: Sequence[str], sums: Sequence[Sum], protection: float
) -> str | None:
    """Return the next cell to hide; None when every hidden cell is safe, or nothing more can be hidden."""
    for cell, (low, high) in bounds(values, hidden, sums).items():
        room = protection * values[cell]
        if high - values[cell] >= room and values[cell] - low >= room and high > low:
            continue
        beside = {
            other
            for relation in sums
            if cell in (relation.whole, *relation.parts)
            for other in (relation.whole, *relation.parts)
            if other not in hidden
        }
        if beside:
            return min(beside, key=lambda other: (values[other], other))
    return None


def _system(
    values: Mapping[str, float], hidden: Sequence[str], sums: Sequence[Sum]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Write the sums that hold a hidden cell as equations between hidden cells: Σ parts − whole = what is published."""
    place = {cell: number for number, cell in enumerate(hidden)}
    rows, known = [], []
    for relation in sums:
        row, total = np.zeros(len(hidden)), 0.0
        for cell, sign in ((relation.whole, -1.0), *((part, 1.0) for part in relation.parts)):
            if cell in place:
                row[place[cell]] += sign
            else:
                total -= sign * values[cell]
        if row.any():
            rows.append(row)
            known.append(total)
    return np.array(rows).reshape(len(rows), len(hidden)), np.array(known)


def _refuse_odd_values(values: Mapping[str, float], primary: Sequence[str], sums: Sequence[Sum]) -> None:
    named = {*primary, *(cell for relation in sums for cell in (relation.whole, *relation.parts))}
    odd = sorted(cell for cell in named if not values.get(cell, -1.0) >= 0)
    if odd:
        raise ValueError(f"cells without a value of 0 or more: {', '.join(odd)}")
