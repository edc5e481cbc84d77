"""Means of what is known: a missing value is left aside, never counted as zero."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]


def ratio(above: Values, below: NDArray[np.float64] | NDArray[np.intp]) -> Values:
    """Divide where there is something to divide by; NaN elsewhere. Shapes broadcast to that of `above`.

    >>> ratio(np.array([3.0, 0.0]), np.array([2, 0]))
    array([1.5, nan])
    """
    return np.divide(above, below, out=np.full_like(above, np.nan), where=below > 0)


def mean_of_known(values: Values, axis: int) -> Values:
    """Mean along an axis of the values that are not NaN; NaN where there is none.

    >>> mean_of_known(np.array([[1.0, np.nan], [np.nan, np.nan]]), axis=1)
    array([ 1., nan])
    """
    known = ~np.isnan(values)
    return ratio(np.where(known, values, 0.0).sum(axis=axis), known.sum(axis=axis))


def weighted_mean_of_known(values: Values, weights: Values) -> Values:
    """Mean of the rows that are known, each counting for its weight: (O, I) and (O,) → (I,); NaN where none is known.

    >>> weighted_mean_of_known(np.array([[1.0, np.nan], [4.0, 2.0]]), np.array([1.0, 2.0]))
    array([3., 2.])
    """
    known = ~np.isnan(values)
    return ratio((np.where(known, values, 0.0) * weights[:, None]).sum(axis=0), weights @ known)


def grouped_means(values: Values, groups: Values) -> Values:
    """Means over groups of columns of the values that are known: (D, I) and (I, K) → (D, K).

    `groups` is 1 where a column belongs to a group, else 0. One product of matrices serves every group and draw.

    >>> grouped_means(np.array([[1.0, 3.0, np.nan]]), np.array([[1.0, 0], [1, 0], [0, 1]]))
    array([[ 2., nan]])
    """
    known = ~np.isnan(values)
    if known.all():
        return np.asarray((values @ groups) / groups.sum(axis=0))
    alike = known[:1] if (known == known[:1]).all() else known
    total = np.where(known, values, 0.0) @ groups
    return ratio(total, np.broadcast_to(alike.astype(np.float64) @ groups, total.shape))


def over_circles(values: Sequence[Values]) -> Values:
    """Mean over circles, each weighing the same whatever its headcount; circles without a value are left out.

    >>> over_circles([np.array([1.0]), np.array([2.0]), np.array([np.nan])])
    array([1.5])
    """
    total = values[0].copy()
    for each in values[1:]:
        total += each
    mean = np.divide(total, len(values), out=total)
    flat = mean.reshape(-1, mean.shape[-1])
    gaps = np.flatnonzero(np.isnan(flat).any(axis=0))
    if len(gaps):
        flat[:, gaps] = _mean_where_known([each.reshape(flat.shape)[:, gaps] for each in values])
    return mean


def _mean_where_known(values: Sequence[Values]) -> Values:
    known = [~np.isnan(each) for each in values]
    total = sum((np.where(there, each, 0.0) for there, each in zip(known, values, strict=True)), start=np.zeros(1))
    return ratio(np.asarray(total), np.sum(known, axis=0))
