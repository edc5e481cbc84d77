"""Rater effects: what a mean owes to who stood in which circle, and the mean once this is set apart.

In a 360° each person rates one alliance, so that a severe person cannot be told from a severe truth. What can be told
apart is how circles differ once organisations are held equal, because an organisation that stands in two circles is
seen from both. A person's answers on an axis count as one observation: two answers of the same person resemble each
other, and treated as independent they give intervals far too narrow (docs/measures, « circles »).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import numpy as np

from cordee.core.answers import AnswerTable, Indices, Scores
from cordee.core.averages import mean_of_known
from cordee.core.packs.rules import Scoring
from cordee.core.scoring import Layout

FEWEST_RESPONDENTS = 5
FEWEST_CIRCLES = 2
NOISE = 1e-12


class NotAdjusted(StrEnum):
    """Why a mean is not adjusted, or why its adjustment has no interval; words in `measure_wording`."""

    TOO_FEW_RESPONDENTS = "too_few_respondents"
    ONE_CIRCLE = "one_circle"
    NOT_LINKED = "not_linked"
    NO_SPREAD_LEFT = "no_spread_left"


@dataclass(frozen=True, slots=True)
class Adjusted:
    """A least-squares number with its standard error and interval, in levels; None where they cannot be known."""

    value: float
    se: float | None
    lower: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class CircleEffect:
    """How far a circle stands from the mean of the circles, organisations held equal.

    `plain` is the mean of the circle as it stands. `effect` is the least-squares one, with its interval. `shrinkage`,
    in [0, 1], is the share of the effect that is kept: 1 where counts are large, near 0 where the effect could be
    chance; None where the spread is not known. `shrunk` is effect × shrinkage, `adjusted` the adjusted mean of the
    axis plus `shrunk`, clipped to 0–4. The interval is that of `effect`: with so few circles, an interval around a
    shrunk value would promise more than it holds.
    """

    circle: str
    respondents: int
    plain: float
    effect: Adjusted
    shrinkage: float | None
    shrunk: float | None
    adjusted: float | None


@dataclass(frozen=True, slots=True)
class AxisAdjustment:
    """The mean of an axis beside its circle-adjusted one, on 0–4.

    `plain` is the mean over circles of the mean over organisations of the people's means, None without an answer.
    `linked` is how many organisations stand in two circles or more: they are what circles are compared by. `groups`
    are the circles that organisations link together: more than one group, and no comparison holds between them.
    """

    axis: str
    respondents: int
    linked: int
    df: int
    plain: float | None
    adjusted: Adjusted | None
    circles: tuple[CircleEffect, ...]
    groups: tuple[tuple[str, ...], ...]
    refused: NotAdjusted | None = None
    interval_refused: NotAdjusted | None = None


def circle_effects(table: AnswerTable, layout: Layout, rules: Scoring) -> tuple[AxisAdjustment, ...]:
    """Return, axis by axis, the circle-adjusted mean and the effect of each circle.

    y(r) = μ + organisation(o) + circle(c) + e(r), by least squares on each respondent's mean y(r) over the items of
    the axis they gave a level to; those under `rules.answered_share` of the items are left out, since a mean over few
    items is another question. Adjusted mean: μ + mean of the organisation effects + mean of the circle effects, as if
    each organisation had stood in each circle once. Effect of a circle: its own minus the mean of the circles.
    Intervals: ± t(R − rank) × se, with σ² = Σ e² / (R − rank), from respondents. Shrinkage, by the method of moments:
    ω = max(0, mean(effect²) − mean(se²)), kept share ω / (ω + se²).

    Refused under 5 respondents, in one circle, or where no organisation links two groups of circles. Missing answers
    never raise. Sources: Searle (1971), Linear Models, ch. 5 (estimable functions); Morris (1983), JASA 78, 47–55.
    """
    return tuple(_axis(table, layout, rules, axis) for axis in range(len(layout.axes)))


def respondent_means(table: AnswerTable, layout: Layout, axis: int, share: Decimal) -> Scores:
    """Mean of each respondent over the items of an axis, (R,) on 0–4; NaN under `share` of its items."""
    columns = layout.axis_of == axis
    scores = table.scores[:, columns]
    enough = (~np.isnan(scores)).sum(axis=1) >= float(share) * columns.sum()
    return np.where(enough, mean_of_known(scores, 1), np.nan)


@dataclass(frozen=True, slots=True)
class _Seen:
    """The respondents an axis is adjusted from: their means, organisations and circles, renumbered without holes."""

    means: Scores
    organisation_of: Indices
    circle_of: Indices
    circles: tuple[str, ...]


def _axis(table: AnswerTable, layout: Layout, rules: Scoring, axis: int) -> AxisAdjustment:
    seen = _seen(table, respondent_means(table, layout, axis, rules.answered_share))
    groups = linked_groups(seen.organisation_of, seen.circle_of)
    refusal = _refusal(seen, groups)
    plains = [_plain(seen, circle) for circle in range(len(seen.circles))]
    found = AxisAdjustment(
        axis=layout.axes[axis],
        respondents=len(seen.means),
        linked=_linked(seen),
        df=0,
        plain=float(np.mean(plains)) if plains else None,
        adjusted=None,
        circles=(),
        groups=tuple(tuple(seen.circles[circle] for circle in group) for group in groups),
        refused=refusal,
        interval_refused=refusal,
    )
    return found if refusal else _adjust(found, seen, plains, float(rules.interval.level))


def _seen(table: AnswerTable, means: Scores) -> _Seen:
    rows = np.flatnonzero(~np.isnan(means))
    circles, circle_of = np.unique(table.circle_of[rows], return_inverse=True)
    _, organisation_of = np.unique(table.organisation_of[rows], return_inverse=True)
    names = tuple(table.circles[circle] for circle in circles)
    return _Seen(means[rows], organisation_of.astype(np.intp), circle_of.astype(np.intp), names)


def _refusal(seen: _Seen, groups: Sequence[Sequence[int]]) -> NotAdjusted | None:
    if len(seen.means) < FEWEST_RESPONDENTS:
        return NotAdjusted.TOO_FEW_RESPONDENTS
    if len(seen.circles) < FEWEST_CIRCLES:
        return NotAdjusted.ONE_CIRCLE
    return NotAdjusted.NOT_LINKED if len(groups) > 1 else None


def _plain(seen: _Seen, circle: int) -> float:
    """Mean over organisations of the mean over their people, in one circle."""
    rows = seen.circle_of == circle
    organisations = seen.organisation_of[rows]
    return float(np.mean([seen.means[rows][organisations == one].mean() for one in np.unique(organisations)]))


def _linked(seen: _Seen) -> int:
    places = set(zip(seen.organisation_of.tolist(), seen.circle_of.tolist(), strict=True))
    organisations = [organisation for organisation, _ in places]
    return sum(organisations.count(one) > 1 for one in set(organisations))


def linked_groups(organisation_of: Indices, circle_of: Indices) -> list[list[int]]:
    """Group the circles that organisations link together: those of one group can be compared, groups cannot.

    Two circles are linked when one organisation stands in both; links follow one another. `organisation_of` and
    `circle_of` (R,) are indices.

    >>> linked_groups(np.array([0, 0, 1, 1, 2]), np.array([0, 1, 1, 2, 3]))
    [[0, 1, 2], [3]]
    """
    groups: list[set[int]] = []
    for organisation in np.unique(organisation_of).tolist():
        together = set(circle_of[organisation_of == organisation].tolist())
        apart = [group for group in groups if not group & together]
        groups = [*apart, together.union(*(group for group in groups if group & together))]
    return sorted(sorted(group) for group in groups)


@dataclass(frozen=True, slots=True)
class Fit:
    """Least squares of an additive design: the adjusted mean, then the circles; `variances` before σ² is known."""

    values: Scores
    variances: Scores
    residual_sum: float
    df: int


def additive_fit(means: Scores, organisation_of: Indices, circle_of: Indices) -> Fit:
    """Fit organisation + circle to `means` (R,), the design being linked: values (1 + C,), the adjusted mean first.

    With L the contrasts wanted, X the design and X⁺ its pseudo-inverse: values L X⁺ y, variances diag(L (X′X)⁺ L′)
    in units of σ². The rank is organisations + circles − 1. Every contrast is estimable when circles are linked, so
    that the choice of pseudo-inverse changes nothing.

    >>> fit = additive_fit(np.array([1.0, 2, 2, 3, 4]), np.array([0, 0, 1, 1, 1]), np.array([0, 1, 0, 1, 1]))
    >>> fit.values.round(3), fit.df
    (array([ 2.143, -0.643,  0.643]), 2)
    """
    organisations, circles = int(organisation_of.max()) + 1, int(circle_of.max()) + 1
    design = np.hstack([_dummies(organisation_of, organisations), _dummies(circle_of, circles)])
    contrasts = np.vstack([_equal_weights(organisations, circles), _circle_contrasts(organisations, circles)])
    spread = np.linalg.pinv(design.T @ design, hermitian=True)
    solved = spread @ (design.T @ means)
    residuals = means - design @ solved
    variances = np.einsum("ij,jk,ik->i", contrasts, spread, contrasts)
    return Fit(contrasts @ solved, variances, float(residuals @ residuals), len(means) - organisations - circles + 1)


def _dummies(places: Indices, width: int) -> Scores:
    return np.asarray(places[:, None] == np.arange(width), dtype=np.float64)


def _equal_weights(organisations: int, circles: int) -> Scores:
    return np.concatenate([np.full(organisations, 1 / organisations), np.full(circles, 1 / circles)])


def _circle_contrasts(organisations: int, circles: int) -> Scores:
    return np.hstack([np.zeros((circles, organisations)), np.eye(circles) - 1 / circles])


def _adjust(found: AxisAdjustment, seen: _Seen, plains: Sequence[float], level: float) -> AxisAdjustment:
    fit = additive_fit(seen.means, seen.organisation_of, seen.circle_of)
    known = fit.df > 0
    errors = np.sqrt(fit.variances * fit.residual_sum / fit.df) if known else np.full(len(fit.values), np.nan)
    half = errors * (_quantile(fit.df, level) if known else np.nan)
    mean, *effects = (_adjusted(*row) for row in zip(fit.values, errors, half, strict=True))
    kept = shrinkages(fit.values[1:], errors[1:]).tolist() if known else [None] * len(effects)
    people = np.bincount(seen.circle_of).tolist()
    rows = zip(seen.circles, people, plains, effects, kept, strict=True)
    return AxisAdjustment(
        axis=found.axis,
        respondents=found.respondents,
        linked=found.linked,
        df=fit.df,
        plain=found.plain,
        adjusted=_on_scale(mean),
        circles=tuple(_effect(*row, mean.value) for row in rows),
        groups=found.groups,
        interval_refused=None if known else NotAdjusted.NO_SPREAD_LEFT,
    )


def _adjusted(value: float, error: float, half: float) -> Adjusted:
    if np.isnan(error):
        return Adjusted(float(value), None, None, None)
    return Adjusted(float(value), float(error), float(value - half), float(value + half))


def _on_scale(mean: Adjusted) -> Adjusted:
    """Clip a mean and its bounds to 0–4: an additive design may reach a little beyond."""
    value, lower, upper = (None if each is None else _clipped(each) for each in (mean.value, mean.lower, mean.upper))
    return Adjusted(value or 0.0, mean.se, lower, upper)


def _clipped(value: float) -> float:
    return min(4.0, max(0.0, value))


def _effect(circle: str, people: int, plain: float, effect: Adjusted, kept: float | None, mean: float) -> CircleEffect:
    shrunk = None if kept is None else effect.value * kept
    adjusted = None if shrunk is None else _clipped(mean + shrunk)
    return CircleEffect(circle, people, plain, effect, kept, shrunk, adjusted)


def shrinkages(effects: Scores, errors: Scores) -> Scores:
    """Share of each effect that is kept, (C,) → (C,), in [0, 1]: ω / (ω + se²), ω = max(0, mean(effect²) − mean(se²)).

    ω is the variance of the effects that sampling does not explain (moments; Morris 1983). Where everybody in a
    circle says the same and no error is left, all of a real effect is kept.

    >>> shrinkages(np.array([-1.0, 1.0]), np.array([0.5, 0.5]))
    array([0.75, 0.75])
    >>> shrinkages(np.array([-0.2, 0.2]), np.array([0.5, 0.5]))
    array([0., 0.])
    """
    real = max(0.0, float(np.mean(effects**2) - np.mean(errors**2)))
    total = real + errors**2
    return np.divide(real, total, out=np.zeros_like(errors), where=total > NOISE)


def _quantile(df: int, level: float) -> float:
    from scipy.special import stdtrit  # type: ignore[import-untyped]

    return float(stdtrit(df, (1 + level) / 2))
