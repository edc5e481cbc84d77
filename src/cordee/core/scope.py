"""One scope read in full: a circle, or all of them together, from draws to every measure with its interval."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cordee.core import scoring
from cordee.core.answers import AnswerTable, Scores
from cordee.core.averages import grouped_means, mean_of_known
from cordee.core.coherence import PAIRS, WIDTH, coherence, gaps, patterns_of
from cordee.core.distribution import distributions_of, level_counts
from cordee.core.estimates import Estimate, IntervalRule, Refusal, Support, estimates_of, refused
from cordee.core.explain import explain_maturity, removed_by
from cordee.core.packs.instrument import FACETS
from cordee.core.packs.rules import Scoring
from cordee.core.raters import AxisAgreement, axis_agreements, item_agreements
from cordee.core.reading import AxisReading, ItemReading, PatternReading, ScopeReading, TopicReading
from cordee.core.scoring import Layout
from cordee.core.support import CirclePart, circle_support, support_over

SCALE = (0.0, float(WIDTH))
DIFFERENCES = (-float(WIDTH), float(WIDTH))


@dataclass(frozen=True, slots=True)
class Scope:
    """What one scope is computed from: item draws (D, I), facet draws (D, A, F), its circles, its respondents (R,)."""

    circle: str | None
    items: Scores
    facets: Scores
    parts: tuple[CirclePart, ...]
    in_view: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Reader:
    """A scope with the form and the rules it is read by."""

    scope: Scope
    table: AnswerTable
    layout: Layout
    rules: Scoring
    interval: IntervalRule

    def estimates(self, draws: Scores, support: Support, scale: tuple[float, float] = SCALE) -> list[Estimate]:
        return estimates_of(draws, support, self.interval, scale)

    def support(self, columns: Scores, contributes: NDArray[np.bool_]) -> Support:
        """What numbers made of some items, (I, K), rest on; `contributes` (C, K) tells which circles enter them."""
        return support_over([circle_support(part, columns) for part in self.scope.parts], contributes)

    def per_circle(self, known: list[NDArray[np.bool_]], width: int) -> NDArray[np.bool_]:
        return np.array(known, dtype=bool).reshape(len(self.scope.parts), width)


def interval_rule(rules: Scoring) -> IntervalRule:
    """Return how a pack wants its intervals."""
    return IntervalRule(float(rules.interval.level), rules.interval.fewest_respondents)


def read_scope(scope: Scope, table: AnswerTable, layout: Layout, rules: Scoring) -> ScopeReading:
    """Read one scope: items, topics, axes and the profile over the axes, every number with its interval or a refusal.

    One set of draws serves every measure, so that differences get their interval too.
    """
    reader = _Reader(scope, table, layout, rules, interval_rule(rules))
    profile, profile_gaps, whole = _read_profile(reader)
    return ScopeReading(
        circle=scope.circle,
        respondents=int(scope.in_view.sum()),
        organisations=len(np.unique(table.organisation_of[scope.in_view])),
        df=int(whole.df[0]),
        resampled=_resampled(scope) if whole.df[0] > 0 and len(scope.items) > 1 else None,
        profile=dict(zip(FACETS, profile, strict=True)),
        profile_gaps=profile_gaps,
        axes=_read_axes(reader),
        topics=_read_topics(reader),
        items=_read_items(reader),
    )


def read_axes(scope: Scope, table: AnswerTable, layout: Layout, rules: Scoring) -> tuple[AxisReading, ...]:
    """Read the axes of one scope and nothing else: those that `read_scope` gives, for a fraction of its time."""
    return _read_axes(_Reader(scope, table, layout, rules, interval_rule(rules)))


def _resampled(scope: Scope) -> str:
    kinds = {part.organisations_drawn for part in scope.parts if part.answered.any()}
    if len(kinds) != 1:
        return "mixed"
    return "organisations" if kinds.pop() else "respondents"


def _read_profile(reader: _Reader) -> tuple[list[Estimate], dict[str, Estimate], Support]:
    """Mean of each facet over the axes that have the three, their differences, and what they rest on."""
    scope, layout = reader.scope, reader.layout
    whole = ~np.isnan(scope.facets[0]).any(axis=-1)
    columns = layout.in_axis @ whole[:, None].astype(np.float64)
    known = [(~np.isnan(part.facets[0, whole])).any(keepdims=True).reshape(1) for part in scope.parts]
    support = reader.support(columns, reader.per_circle(known, 1))
    if not whole.any():
        nothing = refused(Refusal.FACET_MISSING)
        return [nothing] * len(FACETS), _both_ways([nothing] * len(PAIRS)), support
    means = mean_of_known(scope.facets[:, whole], 1)
    profile = reader.estimates(means, _repeated(support, len(FACETS)))
    differences = reader.estimates(gaps(means), _repeated(support, len(PAIRS)), DIFFERENCES)
    return profile, _both_ways(differences), support


def _repeated(support: Support, times: int) -> Support:
    return Support(np.repeat(support.respondents, times), np.repeat(support.df, times))


def _both_ways(differences: list[Estimate]) -> dict[str, Estimate]:
    """Name the differences of PAIRS, and their opposites."""
    named = {}
    for (higher, lower), difference in zip(PAIRS, differences, strict=True):
        named[f"{higher}_over_{lower}"] = difference
        named[f"{lower}_over_{higher}"] = difference.negated()
    return named


def _read_axes(reader: _Reader) -> tuple[AxisReading, ...]:
    scope, layout, rules = reader.scope, reader.layout, reader.rules
    count = len(layout.axes)
    flat = scope.facets.reshape(len(scope.facets), -1)
    by_facet = reader.per_circle([~np.isnan(part.facets[0]).ravel() for part in scope.parts], count * len(FACETS))
    by_axis = np.asarray(by_facet.reshape(-1, count, len(FACETS)).any(axis=-1))
    support = reader.support(layout.in_axis, by_axis)
    facets = reader.estimates(flat, reader.support(layout.in_facet, by_facet))
    matures = reader.estimates(scoring.maturity(scope.facets, rules.weakest_facet_margin), support)
    coherences = reader.estimates(coherence(scope.facets), support, (0.0, 1.0))
    differences = reader.estimates(
        gaps(scope.facets).reshape(len(flat), -1), _repeated(support, len(PAIRS)), DIFFERENCES
    )
    agreements = _agreements(reader)
    answered = ((~np.isnan(scope.items[0])) @ layout.in_axis).astype(int).tolist()
    return tuple(
        _read_axis(
            reader,
            axis,
            answered[axis],
            facets[axis * len(FACETS) : (axis + 1) * len(FACETS)],
            matures[axis],
            coherences[axis],
            differences[axis * len(PAIRS) : (axis + 1) * len(PAIRS)],
            agreements[axis],
        )
        for axis in range(count)
    )


def _agreements(reader: _Reader) -> list[AxisAgreement]:
    levels = reader.table.scores[reader.scope.in_view]
    return axis_agreements(level_counts(levels), ~np.isnan(levels), reader.layout.in_axis)


def _read_axis(
    reader: _Reader,
    axis: int,
    answered: int,
    facets: list[Estimate],
    mature: Estimate,
    coherent: Estimate,
    differences: list[Estimate],
    agreement: AxisAgreement,
) -> AxisReading:
    scope, layout, rules = reader.scope, reader.layout, reader.rules
    why_axis, why_facet = _refusals(facets, answered)
    between = _both_ways([_or_refused(estimate, why_axis) for estimate in differences])
    scores = scope.facets[0, axis].tolist()
    readable = mature.value is not None
    return AxisReading(
        axis=layout.axes[axis],
        answered=answered,
        asked=int(layout.in_axis[:, axis].sum()),
        facets={name: _or_refused(estimate, why_facet) for name, estimate in zip(FACETS, facets, strict=True)},
        maturity=_or_refused(mature, why_axis),
        stage=scoring.stage_of(mature.value, rules.stages).id if mature.value is not None else None,
        coherence=_or_refused(coherent, why_axis),
        gaps=between,
        patterns=_read_patterns(scores, rules, between),
        agreement=agreement,
        explanation=explain_maturity(scope.parts, scores, layout, rules, axis) if readable else None,
    )


def _refusals(facets: list[Estimate], answered: int) -> tuple[Refusal, Refusal]:
    """Why an axis, and why one of its facets, would have no score."""
    if answered == 0:
        return Refusal.NO_ANSWER, Refusal.NO_ANSWER
    if all(facet.value is None for facet in facets):
        return Refusal.UNDER_HALF, Refusal.UNDER_HALF
    return Refusal.FACET_MISSING, Refusal.NO_ANSWER


def _or_refused(estimate: Estimate, why: Refusal) -> Estimate:
    return estimate if estimate.value is not None else refused(why, estimate.n)


def _read_patterns(facets: list[float], rules: Scoring, between: dict[str, Estimate]) -> tuple[PatternReading, ...]:
    by_id = {pattern.id: pattern for pattern in rules.patterns}
    readings = []
    for found in patterns_of(facets, rules):
        pattern = by_id.get(found.pattern)
        if pattern is None:
            readings.append(PatternReading(found.pattern, None, None, None, None))
            continue
        wide = between[f"{pattern.higher}_over_{pattern.lower}"]
        readings.append(PatternReading(pattern.id, pattern.higher, pattern.lower, wide, removed_by(found.gap, pattern)))
    return tuple(readings)


def _read_topics(reader: _Reader) -> tuple[TopicReading, ...]:
    scope, layout = reader.scope, reader.layout
    means = grouped_means(scope.items, layout.in_topic)
    known = [(~np.isnan(part.items[0])) @ layout.in_topic > 0 for part in scope.parts]
    support = reader.support(layout.in_topic, reader.per_circle(known, len(layout.topics)))
    estimates = reader.estimates(means, support)
    return tuple(
        TopicReading(topic, layout.axes[axis], estimate)
        for topic, axis, estimate in zip(layout.topics, layout.axis_of_topic, estimates, strict=True)
    )


def _read_items(reader: _Reader) -> tuple[ItemReading, ...]:
    scope, table, layout, rules = reader.scope, reader.table, reader.layout, reader.rules
    levels, marks = table.scores[scope.in_view], table.marks[scope.in_view]
    known = [~np.isnan(part.items[0]) for part in scope.parts]
    support = reader.support(np.eye(len(layout.items)), reader.per_circle(known, len(layout.items)))
    scores = reader.estimates(scope.items, support)
    organisations = table.organisation_of[scope.in_view]
    distributions = distributions_of(levels, marks, organisations, scope.items[0], rules.bimodal, table.weights)
    agreements = item_agreements(level_counts(levels), float(rules.agreement_ad_at_most))
    places = (layout.topic_of.tolist(), layout.axis_of.tolist(), layout.facet_of.tolist())
    return tuple(
        ItemReading(item, layout.topics[topic], layout.axes[axis], FACETS[facet], score, distribution, agreement)
        for item, topic, axis, facet, score, distribution, agreement in zip(
            layout.items, *places, scores, distributions, agreements, strict=True
        )
    )
