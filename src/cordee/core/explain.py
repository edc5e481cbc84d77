"""Why a score is what it is: which answers it rests on, which rule made it, what would change it."""

from collections.abc import Sequence
from math import isnan

from cordee.core.coherence import WIDTH
from cordee.core.packs.instrument import FACETS
from cordee.core.packs.rules import GapPattern, Scoring
from cordee.core.reading import Explanation, Share
from cordee.core.scoring import ROUNDING, Layout
from cordee.core.support import CirclePart


def explain_maturity(
    parts: Sequence[CirclePart], facets: Sequence[float], layout: Layout, rules: Scoring, axis: int
) -> Explanation:
    """Explain the maturity of one axis, of which `facets` (F,) are the scores over the circles of `parts`.

    The shares (weight × score) and the constant add up to the maturity, whatever is missing.
    """
    rounded = [round(facet, ROUNDING) for facet in facets]
    weakest = rounded.index(min(rounded))
    mean, bound = sum(facets) / len(facets), facets[weakest] + float(rules.weakest_facet_margin)
    by_mean = round(mean, ROUNDING) <= round(bound, ROUNDING)
    used = range(len(FACETS)) if by_mean else [weakest]
    score = mean if by_mean else bound
    following = next((stage for stage in rules.stages if float(stage.from_) > round(score, ROUNDING)), None)
    return Explanation(
        rule="mean" if by_mean else "weakest_facet",
        constant=0.0 if by_mean else float(rules.weakest_facet_margin),
        shares=tuple(share for facet in used for share in _shares(parts, layout, axis, facet, len(used))),
        next_stage=following.id if following else None,
        missing=float(following.from_) - score if following else None,
        raise_first=FACETS[weakest] if rounded[weakest] < WIDTH else None,
    )


def _shares(parts: Sequence[CirclePart], layout: Layout, axis: int, facet: int, among: int) -> list[Share]:
    """What each item of each circle brings to one of `among` facets; circles weigh the same, items of a circle too."""
    columns = layout.columns_of(axis, facet)
    counted = [part for part in parts if not isnan(part.facets[0, axis, facet])]
    shares = []
    for part in counted:
        scores = part.items[0].tolist()
        known = [(column, scores[column]) for column in columns if not isnan(scores[column])]
        weight = 1 / among / len(counted) / len(known)
        shares += [Share(part.circle, layout.items[column], score, weight) for column, score in known]
    return shares


def removed_by(gap: float | None, pattern: GapPattern) -> float | None:
    """Return how many levels the lower facet would have to rise for a gap pattern to stop holding.

    The pattern holds from `pattern.gap` (included): any rise greater than this removes it.
    """
    return None if gap is None else round(gap - float(pattern.gap), ROUNDING)
