"""Do they agree? Agreement on an item and on an axis, from how many chose each level."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cordee.core.answers import Scores
from cordee.core.averages import ratio
from cordee.core.distribution import LEVELS
from cordee.core.estimates import Refusal

UNIFORM_VARIANCE = (LEVELS**2 - 1) / 12
FEWEST_ON_AN_ITEM = 3
ROUNDING = 9


@dataclass(frozen=True, slots=True)
class ItemAgreement:
    """Agreement on one item: r*wg (1: all alike; 0: as random answers; negative: opposed camps) and AD_M, in levels."""

    n: int
    rwg: float | None
    ad: float | None
    agrees: bool | None
    refused: Refusal | None = None


def item_agreements(counts: Scores, ad_at_most: float) -> list[ItemAgreement]:
    """Agreement of the respondents on each item, from `counts` (I, 5), how many chose each level.

    r*wg = 1 − s² / 2, with s² the sample variance and 2 = (5² − 1)/12 the variance of uniform answers; it may be
    negative and is shown as such (James, Demaree & Wolf 1984; Lindell 1999). AD_M is the mean absolute deviation
    from the mean (Burke & Dunlap 2002); they agree when AD_M ≤ `ad_at_most` (5/6 on five levels).
    Refused under 3 respondents.

    >>> item_agreements(np.array([[0.0, 0, 2, 2, 0]]), 5 / 6)
    [ItemAgreement(n=4, rwg=0.8333333333333334, ad=0.5, agrees=True, refused=None)]
    """
    sizes, scale = counts.sum(axis=1), np.arange(LEVELS)
    away = np.abs(scale - ratio(counts @ scale, sizes)[:, None])
    spread = ratio((counts * away**2).sum(axis=1), sizes - 1)
    deviations = ratio((counts * away).sum(axis=1), sizes)
    agreed = deviations.round(ROUNDING) <= round(ad_at_most, ROUNDING)
    columns = (sizes.astype(int), 1 - spread / UNIFORM_VARIANCE, deviations, agreed)
    return [_item(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]


def _item(n: int, rwg: float, ad: float, agrees: bool) -> ItemAgreement:
    if n < FEWEST_ON_AN_ITEM:
        return ItemAgreement(n, None, None, None, Refusal.TOO_FEW_RESPONDENTS)
    return ItemAgreement(n, rwg, ad, agrees)


@dataclass(frozen=True, slots=True)
class AxisAgreement:
    """Agreement on an axis: do respondents order its items alike?

    `alpha` is Krippendorff's, ordinal; `icc1` the reliability of one respondent, `icc2` that of their mean, with the F
    test of the spread between items (`f`, `df1`, `df2`, `p`). None where a number is undefined: `alpha` when every
    answer is the same, `icc2` when items do not differ at all, `f` and `p` when respondents do not.
    """

    respondents: int
    items: int
    alpha: float | None
    icc1: float | None
    icc2: float | None
    f: float | None = None
    df1: int | None = None
    df2: int | None = None
    p: float | None = None
    refused: Refusal | None = None


def axis_agreements(counts: Scores, answered: NDArray[np.bool_], in_axis: Scores) -> list[AxisAgreement]:
    """Agreement of respondents on the items of each axis.

    `counts` (I, 5) are the answers by level, `answered` (R, I) who gave one, `in_axis` (I, A) which items an axis has.
    An item counts when two respondents answered it: items are the targets, respondents the raters. Refused under
    2 respondents with 2 common items.
    """
    shared = counts.sum(axis=1) >= 2
    columns = in_axis * shared[:, None]
    people = (answered.astype(np.float64) @ columns > 0).sum(axis=0)
    common = _two_share_two(answered, in_axis)
    used = counts * shared[:, None]
    numbers = {"alpha": ordinal_alpha(used, columns), **one_way(used, columns)}
    items = columns.sum(axis=0)
    return [
        _axis(int(people[axis]), int(items[axis]), {name: each[axis] for name, each in numbers.items()})
        if common[axis]
        else AxisAgreement(int(people[axis]), int(items[axis]), None, None, None, refused=Refusal.TOO_FEW_COMMON)
        for axis in range(in_axis.shape[1])
    ]


def _axis(people: int, items: int, numbers: dict[str, np.float64]) -> AxisAgreement:
    known = {name: None if np.isnan(value) else float(value) for name, value in numbers.items()}
    return AxisAgreement(
        people,
        items,
        known["alpha"],
        known["icc1"],
        known["icc2"],
        known["f"],
        int(numbers["df1"]),
        int(numbers["df2"]),
        known["p"],
    )


def _two_share_two(answered: NDArray[np.bool_], in_axis: Scores) -> NDArray[np.bool_]:
    """Two respondents with two common items are two items with two common respondents, and items are fewer: (A,)."""
    given = answered.astype(np.float64)
    together = given.T @ given >= 2
    np.fill_diagonal(together, False)
    return np.asarray(np.einsum("ia,ij,ja->a", in_axis, together, in_axis) > 0)


def ordinal_alpha(counts: Scores, groups: Scores) -> Scores:
    """Krippendorff's alpha with his ordinal metric: 1 − observed / expected disagreement, at most 1. (G,)

    `counts` (I, L): how many chose each level of each item, rows with one answer left at zero; `groups` (I, G): which
    items each alpha is about. The metric between levels c < k is (Σ n_g for g from c to k − (n_c + n_k)/2)², n_g
    being how often level g is used on the group (Krippendorff 2004, ch. 11). NaN where every answer is the same: there
    is no spread to explain.

    >>> ordinal_alpha(np.diag([2.0, 2, 2, 2, 2]), np.ones((5, 1)))
    array([1.])
    """
    totals = groups.T @ counts
    distance = _ordinal_distances(totals)
    expected = ratio(np.einsum("gc,gck,gk->g", totals, distance, totals), np.maximum(totals.sum(axis=1) - 1, 0))
    sizes = counts.sum(axis=1)
    pairs = np.einsum("ic,gck,ik->ig", counts, distance, counts)
    observed = (groups * ratio(pairs, np.maximum(sizes - 1, 1)[:, None])).sum(axis=0)
    return 1 - ratio(observed, expected)


def _ordinal_distances(totals: Scores) -> Scores:
    """Squared ordinal distance between levels, for each group: (G, L) → (G, L, L)."""
    middle = totals.cumsum(axis=1) - totals / 2
    return np.asarray((middle[:, :, None] - middle[:, None, :]) ** 2)


def one_way(counts: Scores, groups: Scores) -> dict[str, Scores]:
    """ICC(1), ICC(2) and F of the one-way analysis of variance with items as targets; each (G,).

    ICC(1) = (MSB − MSW) / (MSB + (k − 1) MSW), ICC(2) = (MSB − MSW) / MSB, with k the mean number of answers an item,
    corrected for unequal counts: (N − Σ n_j² / N) / (J − 1) (Shrout & Fleiss 1979; Bliese 2000).
    `counts` (I, L), rows with one answer left at zero; `groups` (I, G): which items each analysis is about.
    """
    sizes, scale = counts.sum(axis=1), np.arange(counts.shape[1])
    means = np.nan_to_num(ratio(counts @ scale, sizes))
    inside = (counts * (scale - means[:, None]) ** 2).sum(axis=1)
    items, total = (sizes > 0) @ groups, sizes @ groups
    grand = ratio(groups.T @ (sizes * means), total)
    outside = (groups * sizes[:, None] * (means[:, None] - grand) ** 2).sum(axis=0)
    df1, df2 = np.maximum(items - 1, 0), np.maximum(total - items, 0)
    between, within = _without_noise(ratio(outside, df1)), _without_noise(ratio(inside @ groups, df2))
    each = ratio(total - ratio(sizes**2 @ groups, total), df1)
    f = ratio(between, within)
    return {
        "icc1": _over(between - within, between + (each - 1) * within),
        "icc2": ratio(between - within, between),
        "f": f,
        "df1": df1,
        "df2": df2,
        "p": _f_tail(df1, df2, f),
    }


def _without_noise(variance: Scores) -> Scores:
    """Equal means differ by rounding; a variance of 1e-32 is none."""
    return np.where(variance < 1e-12, 0.0, variance)


def _over(above: Scores, below: Scores) -> Scores:
    return np.divide(above, below, out=np.full_like(above, np.nan), where=below != 0)


def _f_tail(df1: Scores, df2: Scores, f: Scores) -> Scores:
    if np.isnan(f).all():
        return f
    # Imported here: it costs more than the rest of the module, and only several respondents need it.
    from scipy.special import fdtrc  # type: ignore[import-untyped]

    return np.asarray(fdtrc(df1, df2, f))
