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

from cordee.core.additive_fit import additive_fit, linked_groups
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
    """A least-squares number with its standard error, degrees of freedom and interval; None where unknown."""

    value: float
    se: float | None = None
    df: float | None = None
    lower: float | None = None
    upper: float | None = None


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
    `linked` is how many organisations stand in two circles or more: they are what circles are compared by. `spare` is
    how many people there are beyond what the model takes, respondents − rank: at 0 no interval is known. `groups` are
    the circles that organisations link together: more than one group, and no comparison holds between them.
    """

    axis: str
    respondents: int
    linked: int
    spare: int
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
    Intervals: ± t(df) × se, each respondent being one observation, and circles being free to differ in spread: see
    `additive_fit`. Shrinkage, by the method of moments: ω = max(0, mean(effect²) − mean(se²)), kept share
    ω / (ω + se²).

    `table` holds what may be shown: where confidentiality hides answers, they are already gone.
    Refused under 5 respondents, in one circle, or where no organisation links two groups of circles. Missing answers
    never raise. Sources: Searle (1971), Linear Models, ch. 5 (estimable functions); Bell & McCaffrey (2002), Survey
    Methodology 28, 169–181; Morris (1983), JASA 78, 47–55.
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
        spare=0,
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


def _adjust(found: AxisAdjustment, seen: _Seen, plains: Sequence[float], level: float) -> AxisAdjustment:
    fit = additive_fit(seen.means, seen.organisation_of, seen.circle_of)
    errors, known = np.sqrt(fit.variances), fit.spare > 0
    half = errors * _quantiles(fit.df, level)
    mean, *effects = (_adjusted(*row) for row in zip(fit.values, errors, fit.df, half, strict=True))
    kept = shrinkages(fit.values[1:], errors[1:]).tolist() if known else [None] * len(effects)
    people = np.bincount(seen.circle_of).tolist()
    rows = zip(seen.circles, people, plains, effects, kept, strict=True)
    return AxisAdjustment(
        axis=found.axis,
        respondents=found.respondents,
        linked=found.linked,
        spare=fit.spare,
        plain=found.plain,
        adjusted=_on_scale(mean),
        circles=tuple(_effect(*row, mean.value) for row in rows),
        groups=found.groups,
        interval_refused=None if known else NotAdjusted.NO_SPREAD_LEFT,
    )


def _adjusted(value: float, error: float, df: float, half: float) -> Adjusted:
    if np.isnan(error):
        return Adjusted(float(value))
    return Adjusted(float(value), float(error), float(df), float(value - half), float(value + half))


def _on_scale(mean: Adjusted) -> Adjusted:
    """Clip a mean and its bounds to 0–4: an additive design may reach a little beyond."""
    lower, upper = (None if each is None else _clipped(each) for each in (mean.lower, mean.upper))
    return Adjusted(_clipped(mean.value), mean.se, mean.df, lower, upper)


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


def _quantiles(df: Scores, level: float) -> Scores:
    from scipy.special import stdtrit  # type: ignore[import-untyped]

    return np.asarray(stdtrit(df, (1 + level) / 2))
