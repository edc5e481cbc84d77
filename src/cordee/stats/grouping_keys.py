"""Numbering groups: rows of a small table are given the place of their group, groups being in a stable order."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from cordee.stats.port import Key

Places: TypeAlias = NDArray[np.intp]
Group: TypeAlias = tuple[Key, ...]


def numbered(columns: Sequence[NDArray[np.object_]], rows: int) -> tuple[Places, list[Group]]:
    """Return the place of the group of each row, and the groups in order; −1 for a row with a missing key.

    Order: numbers by size, before text by its letters. Without columns, all rows are one group.

    >>> keys = np.array(["02", None, "01"], dtype=object)
    >>> places, groups = numbered([keys], 3)
    >>> places.tolist(), groups
    ([1, -1, 0], [('01',), ('02',)])
    """
    if not columns:
        return np.zeros(rows, dtype=np.intp), [()]
    combined = list(zip(*(column.tolist() for column in columns), strict=True))
    groups = sorted({group for group in combined if None not in group}, key=_order)
    place = {group: number for number, group in enumerate(groups)}
    return np.array([place.get(group, -1) for group in combined], dtype=np.intp), groups


def _order(group: Group) -> tuple[tuple[int, float, str], ...]:
    return tuple((1, 0.0, key) if isinstance(key, str) else (0, float(key or 0), "") for key in group)


def label(key: Key) -> str:
    """Write a key as people do.

    >>> label(11.0), label("01"), label(3)
    ('11', '01', '3')
    """
    return str(int(key)) if isinstance(key, float) and key.is_integer() else str(key)


def totals(places: Places, values: NDArray[np.float64], groups: int) -> NDArray[np.float64]:
    """Sum values (R,) over the rows of each group, every row having one; return (G,).

    >>> totals(np.array([0, 1, 0]), np.array([1.0, 9.0, 2.0]), 2).tolist()
    [3.0, 9.0]
    """
    return np.bincount(places, weights=values, minlength=groups).astype(np.float64, copy=False)


def summed(places: Places, values: NDArray[np.float64], groups: int) -> NDArray[np.float64]:
    """Sum values (R,) or (R, J) over the rows of each group, rows with place −1 left out; return (G,) or (G, J).

    >>> summed(np.array([0, -1, 0]), np.array([1.0, 9.0, 2.0]), 2).tolist()
    [3.0, 0.0]
    """
    kept = places >= 0
    if values.ndim == 1:
        return totals(places[kept], values[kept], groups)
    columns = [totals(places[kept], column[kept], groups) for column in values.T]
    return np.array(columns).T.reshape(groups, values.shape[1])
