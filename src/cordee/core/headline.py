"""The one sentence above a reading: chosen by its numbers, so that it is true of them."""

from collections.abc import Mapping

import numpy as np

from cordee.core.estimates import Estimate
from cordee.core.packs.instrument import FACETS
from cordee.core.packs.rules import Scoring
from cordee.core.reading import Headline, ScopeReading
from cordee.core.scoring import ROUNDING, maturity, stage_of


def headline_of(scope: ScopeReading, rules: Scoring) -> Headline:
    """Choose the headline of a reading.

    « too_early »: fewer than half of the axes can be read. « <higher>_over_<lower> »: over the axes, two facets stand
    at least `headline_gap` apart. « one_axis_apart », « several_axes_apart »: no such gap overall, but one on one axis,
    or on several. « aligned »: none of these; the stage of the three facets over the axes is named. A gap whose
    interval is known and does not exclude 0 is not spoken of; the widest comes first, the first named wins a tie.
    """
    readable = [axis for axis in scope.axes if axis.maturity.value is not None]
    if is_too_early(scope):
        return Headline("too_early", None, None, None)
    overall = _widest(scope.profile_gaps, rules)
    if overall:
        return Headline(overall[0], None, None, overall[1])
    apart = [(axis.axis, found[1]) for axis in readable if (found := _widest(axis.gaps, rules))]
    if not apart:
        return Headline("aligned", None, overall_stage(scope, rules), None)
    widest, gap = max(apart, key=lambda pair: _size(pair[1]))
    if len(apart) == 1:
        return Headline("one_axis_apart", widest, None, gap)
    return Headline("several_axes_apart", None, None, gap)


def _widest(gaps: Mapping[str, Estimate], rules: Scoring) -> tuple[str, Estimate] | None:
    """Return the widest of the gaps that may be spoken of: wide enough, and not known to be perhaps nothing."""
    spoken = [
        (name, gap)
        for name, gap in gaps.items()
        if _size(gap) >= float(rules.headline_gap) and (gap.interval_refused is not None or gap.excludes(0))
    ]
    return max(spoken, key=lambda pair: _size(pair[1]), default=None)


def _size(gap: Estimate) -> float:
    return round(gap.value or 0.0, ROUNDING)


def is_too_early(scope: ScopeReading) -> bool:
    """Tell whether fewer than half of the axes can be read: nothing is said of the whole then."""
    readable = [axis for axis in scope.axes if axis.maturity.value is not None]
    return 2 * len(readable) < len(scope.axes) or not readable


def overall_stage(scope: ScopeReading, rules: Scoring) -> str:
    """Return the stage of the three facets over the axes: the maturity rule, applied to their means.

    Shapes: a scope in, the id of a stage out. A facet that nothing tells counts as 0: ask `is_too_early` first.
    """
    facets = [scope.profile[facet].value or 0.0 for facet in FACETS]
    return stage_of(float(maturity(np.array(facets), rules.weakest_facet_margin)), rules.stages).id
