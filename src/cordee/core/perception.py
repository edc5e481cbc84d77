"""Self against others: where the circle that looks at itself sees more, or less, than those around it."""

from collections.abc import Sequence

import numpy as np

from cordee.core.averages import over_circles
from cordee.core.estimates import Estimate, IntervalRule, Refusal, estimates_of, refused
from cordee.core.packs.instrument import FACETS
from cordee.core.reading import PerceptionGap
from cordee.core.scoring import ROUNDING, Layout
from cordee.core.support import CirclePart, circle_support, support_over

WIDTH = 4.0


def perception_gaps(
    parts: Sequence[CirclePart], own: str | None, layout: Layout, rule: IntervalRule, threshold: float
) -> tuple[PerceptionGap, ...]:
    """Return, item by item, the score of the self circle minus the mean of the other circles, in [−4, 4].

    Each of the other circles weighs the same. A blind spot is a gap ≥ `threshold` whose interval excludes 0; a hidden
    strength is the opposite. Without an interval a gap is given but not named. On an item that one of the two sides
    did not answer there is no gap. Empty when the self circle is not there, or stands alone.
    """
    sides = sorted(parts, key=lambda part: part.circle != own)
    if len(sides) < 2 or sides[0].circle != own:
        return ()
    mine, theirs = sides[0].items, over_circles([part.items for part in sides[1:]])
    contributes = np.stack([~np.isnan(part.items[0]) for part in sides])
    every_item = np.eye(len(layout.items))
    support = support_over([circle_support(part, every_item) for part in sides], contributes)
    estimates = estimates_of(mine - theirs, support, rule, (-WIDTH, WIDTH))
    return tuple(
        PerceptionGap(
            item=item,
            topic=layout.topics[layout.topic_of[column]],
            facet=FACETS[layout.facet_of[column]],
            own=_known(mine[0, column]),
            others=_known(theirs[0, column]),
            gap=estimate if estimate.value is not None else refused(Refusal.CIRCLE_MISSING, estimate.n),
            kind=_kind(estimate, threshold),
        )
        for column, (item, estimate) in enumerate(zip(layout.items, estimates, strict=True))
    )


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _kind(gap: Estimate, threshold: float) -> str | None:
    if gap.value is None or not gap.excludes(0) or abs(round(gap.value, ROUNDING)) < threshold:
        return None
    return "blind_spot" if gap.value > 0 else "hidden_strength"
