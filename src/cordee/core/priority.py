"""Where to act first: how far a topic is from the target, how much it matters, how much incoherence it explains."""

import numpy as np

from cordee.core.answers import Scores
from cordee.core.averages import grouped_means
from cordee.core.coherence import WIDTH, leverage
from cordee.core.packs.instrument import FACETS
from cordee.core.packs.rules import Scoring
from cordee.core.reading import Priority
from cordee.core.scoring import ROUNDING, Layout, one_hot


def priorities_of(
    items: Scores, facets: Scores, importance: Scores, layout: Layout, rules: Scoring
) -> tuple[Priority, ...]:
    """Return the priority of each topic of an axis that can be read, highest first; ties keep the order of the form.

    priority = (target − score) × importance × leverage, in levels, 0 at least. Over circles, `items` (I,) are the item
    scores and `facets` (A, F) those of the axes; the score of a topic is the mean of its items. The shortfall
    target − score is 0 where the target is reached. `importance` (T,) is on 0–4, scored as an item is; it is divided
    by 4, and 1 for a topic on which nobody said. leverage is the share of the axis' incoherence that the topic
    explains (`coherence.leverage`).
    """
    weights = np.where(np.isnan(importance), 1.0, importance / WIDTH)
    levers = _leverage_by_topic(items, facets, layout)
    scores = grouped_means(items[None], layout.in_topic)[0]
    shortfalls = np.maximum(0.0, float(rules.target) - scores)
    axes = layout.axis_of_topic
    rows = [
        Priority(
            topic=name,
            axis=layout.axes[axes[topic]],
            score=float(scores[topic]),
            target=float(rules.target),
            shortfall=float(shortfalls[topic]),
            importance=float(weights[topic]),
            importance_given=not np.isnan(importance[topic]),
            leverage=float(levers[topic]),
            value=float(shortfalls[topic] * weights[topic] * levers[topic]),
        )
        for topic, name in enumerate(layout.topics)
        if not np.isnan(scores[topic]) and not np.isnan(levers[topic])
    ]
    return tuple(sorted(rows, key=lambda row: -round(row.value, ROUNDING)))


def _leverage_by_topic(items: Scores, facets: Scores, layout: Layout) -> Scores:
    cells = one_hot(layout.topic_of * len(FACETS) + layout.facet_of, len(layout.topics) * len(FACETS))
    by_topic = grouped_means(items[None], cells).reshape(len(layout.topics), len(FACETS))
    levers = np.full(len(layout.topics), np.nan)
    for axis in range(len(layout.axes)):
        topics = layout.axis_of_topic == axis
        levers[topics] = leverage(by_topic[topics], facets[axis])
    return levers
