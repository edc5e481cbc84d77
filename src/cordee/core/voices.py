"""One voice at a time: what a person, or an organisation, says of each axis, for the layers that are kept apart."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from cordee.core.answers import AnswerTable, Scores
from cordee.core.estimates import Estimate, Refusal, refused
from cordee.core.packs.instrument import FACETS, FacetId
from cordee.core.packs.rules import Scoring
from cordee.core.reading import AxisReading
from cordee.core.scoring import Layout, facet_scores, maturity


@dataclass(frozen=True, slots=True)
class AxisVoice:
    """What one voice says of an axis: its maturity and its three facets, on 0–4, each with its interval or without."""

    axis: str
    maturity: Estimate
    facets: dict[FacetId, Estimate]


def voice_of(axes: Iterable[AxisReading]) -> tuple[AxisVoice, ...]:
    """Return what a reading says of its axes, without the rest."""
    return tuple(AxisVoice(axis.axis, axis.maturity, dict(axis.facets)) for axis in axes)


def voices_of_people(table: AnswerTable, layout: Layout, rules: Scoring) -> Iterator[tuple[AxisVoice, ...]]:
    """Say what each respondent says of each axis, in the order of the table.

    A facet is the mean of the levels they gave on it, maturity min(mean of the facets, weakest + margin), as over a
    group (`scoring`): one person is a group of one, without an interval. Missing answers never raise; an axis with
    fewer than `rules.answered_share` of its items answered, or a facet missing, has no value there.
    """
    for row in range(len(table.respondents)):
        facets = facet_scores(table.scores[row : row + 1], layout, rules.answered_share)
        mature = maturity(facets, rules.weakest_facet_margin)
        yield tuple(_voice(axis, facets[0, place], mature[0, place]) for place, axis in enumerate(layout.axes))


def _voice(axis: str, facets: Scores, mature: np.float64) -> AxisVoice:
    said = {name: _alone(value, Refusal.NO_ANSWER) for name, value in zip(FACETS, facets.tolist(), strict=True)}
    nothing = all(one.value is None for one in said.values())
    return AxisVoice(axis, _alone(float(mature), Refusal.UNDER_HALF if nothing else Refusal.FACET_MISSING), said)


def _alone(value: float, reason: Refusal) -> Estimate:
    """The estimate of one person: no interval.

    >>> _alone(2.0, Refusal.NO_ANSWER).value, _alone(float("nan"), Refusal.NO_ANSWER).value
    (2.0, None)
    """
    if np.isnan(value):
        return refused(reason)
    return Estimate(value, 1, interval_refused=Refusal.TOO_FEW_RESPONDENTS)
