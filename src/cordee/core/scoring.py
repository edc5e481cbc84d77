"""Scores: from items to facets, axes, maturity and stages, for the estimate and its draws alike.

Arrays keep the draws first: D = 1 + B, row 0 being the estimate. Axes are A, facets F = 3 in the order vision, action,
means; items are columns of the form, and `Layout` says which axis, topic and facet each belongs to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cordee.core.answers import Indices, Scores
from cordee.core.averages import grouped_means
from cordee.core.packs.instrument import FACETS, Instrument
from cordee.core.packs.rules import Stage

ROUNDING = 9
"""Decimals kept before a number is compared with a threshold, so that 7/3 − 4/3 is 1 and not 0.9999…."""


@dataclass(frozen=True)
class Layout:
    """Which axis, topic and facet each item of a form belongs to; indices into `axes`, `topics` and FACETS."""

    items: tuple[str, ...]
    axes: tuple[str, ...]
    topics: tuple[str, ...]
    axis_of: Indices
    topic_of: Indices
    facet_of: Indices

    @cached_property
    def in_axis(self) -> Scores:
        """1 where an item belongs to an axis, else 0: (I, A)."""
        return one_hot(self.axis_of, len(self.axes))

    @cached_property
    def in_topic(self) -> Scores:
        """1 where an item belongs to a topic, else 0: (I, T)."""
        return one_hot(self.topic_of, len(self.topics))

    @cached_property
    def in_facet(self) -> Scores:
        """1 where an item belongs to a facet of an axis, else 0: (I, A × F), the facets of an axis side by side."""
        return one_hot(self.axis_of * len(FACETS) + self.facet_of, len(self.axes) * len(FACETS))

    @cached_property
    def axis_of_topic(self) -> Indices:
        """The axis of each topic: (T,)."""
        return np.asarray(self.axis_of[np.unique(self.topic_of, return_index=True)[1]])

    def columns_of(self, axis: int, facet: int) -> list[int]:
        """Return the columns of the items of one facet of an axis."""
        return self._cells[axis * len(FACETS) + facet]

    @cached_property
    def _cells(self) -> list[list[int]]:
        return [np.flatnonzero(cell).tolist() for cell in self.in_facet.T]


def one_hot(places: Indices, width: int) -> Scores:
    """Return 1 at each place of its row, else 0: (N,) → (N, width).

    >>> one_hot(np.array([1, 0]), 2)
    array([[0., 1.],
           [1., 0.]])
    """
    return np.asarray(places[:, None] == np.arange(width), dtype=np.float64)


def layout_of(instrument: Instrument, form_id: str) -> Layout:
    """Return the layout of a form; axes stand in the order of the instrument, topics in the order of the form.

    Raises KeyError for a form that the instrument does not have.
    """
    topics = instrument.topics_of(form_id)
    axis_of_topic = {topic.id: axis.id for axis in instrument.axes for topic in axis.topics}
    asked = {axis_of_topic[topic.id] for topic in topics}
    axes = [axis.id for axis in instrument.axes if axis.id in asked]
    rows = [(item, number, topic.id) for number, topic in enumerate(topics) for item in topic.items]
    return Layout(
        items=tuple(item.id for item, _, _ in rows),
        axes=tuple(axes),
        topics=tuple(topic.id for topic in topics),
        axis_of=np.array([axes.index(axis_of_topic[topic]) for _, _, topic in rows], dtype=np.intp),
        topic_of=np.array([number for _, number, _ in rows], dtype=np.intp),
        facet_of=np.array([FACETS.index(item.facet) for item, _, _ in rows], dtype=np.intp),
    )


def enough_answered(items: Scores, layout: Layout, share: Decimal) -> NDArray[np.bool_]:
    """Tell, axis by axis, whether at least `share` of its items have a score in the estimate: (A,).

    `items` (D, I) on 0–4, in one circle. An item that everybody there left, or marked as not known or not applicable,
    has no score and counts as not answered.
    """
    counts = (~np.isnan(items[0])).astype(np.float64) @ layout.in_axis
    return np.asarray(counts >= float(share) * layout.in_axis.sum(axis=0))


def facet_scores(items: Scores, layout: Layout, share: Decimal) -> Scores:
    """Facet scores in one circle: the mean of the item scores of each facet of each axis, (D, A, F).

    `items` (D, I) on 0–4. NaN where the axis has under `share` of its items answered, or the facet none.
    """
    facets = grouped_means(items, layout.in_facet).reshape(len(items), len(layout.axes), len(FACETS))
    facets[:, ~enough_answered(items, layout, share)] = np.nan
    return facets


def maturity(facets: Scores, margin: Decimal) -> Scores:
    """Maturity of an axis: min(mean of its three facets, weakest facet + margin), (…, F) → (…), on 0–4.

    A high mean with one empty facet is not maturity. NaN where a facet is missing.

    >>> maturity(np.array([4.0, 4.0, 0.0]), Decimal(1))
    array(1.)
    """
    vision, action, means = (facets[..., facet] for facet in range(len(FACETS)))
    weakest = np.minimum(np.minimum(vision, action), means)
    return np.asarray(np.minimum((vision + action + means) / len(FACETS), weakest + float(margin)))


def stage_of(score: float, stages: Sequence[Stage]) -> Stage:
    """Return the stage a maturity falls in: the last one whose lower bound it reaches, the first one below them all.

    The score is rounded to nine decimals first, so that a mean of thirds that should be 2 is not read as 1.999….
    """
    reached = [stage for stage in stages if round(score, ROUNDING) >= float(stage.from_)]
    return reached[-1] if reached else stages[0]
