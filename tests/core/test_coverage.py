"""The 95 % intervals hold the truth about 95 times in 100 on simulated alliances; bench/coverage.py draws many more."""

import numpy as np
import pytest
from tests.core.alliance import small

from cordee.core.answers import AnswerTable
from cordee.core.diagnosis import diagnose

ALLIANCES = 120
PROBABILITIES = np.array([0.1, 0.2, 0.4, 0.2, 0.1])


def alliance(rng: np.random.Generator, organisations: int, people: int) -> tuple[AnswerTable, float]:
    """One circle; each organisation answers around a level of its own, by a law whose mean is known."""
    items = [item.id for item in small().instrument.items_of("short")]
    shifts = rng.integers(-1, 2, organisations)
    laws = [np.clip(np.arange(5) + shift, 0, 4) for shift in shifts]
    levels = np.concatenate([law[rng.choice(5, (people, len(items)), p=PROBABILITIES)] for law in laws])
    table = AnswerTable(
        respondents=tuple(f"r{number}" for number in range(len(levels))),
        organisations=tuple(f"o{number}" for number in range(organisations)),
        circles=("teams",),
        items=tuple(items),
        topics=("a.one", "b.four", "c.seven"),
        organisation_of=np.repeat(np.arange(organisations), people),
        circle_of=np.zeros(len(levels), dtype=np.intp),
        scores=levels.astype(float),
        marks=np.ones(levels.shape, dtype=np.int8),
        importance=np.full((len(levels), 3), np.nan),
    )
    return table, float(np.mean([(law * PROBABILITIES).sum() for law in laws]))


@pytest.mark.parametrize(("organisations", "people"), [(3, 4), (2, 8)])
def test_items_and_facets_are_held_as_often_as_promised(organisations, people):
    rng, held = np.random.default_rng(2024), []
    for _ in range(ALLIANCES):
        table, truth = alliance(rng, organisations, people)
        scope = diagnose(small(), "short", table).overall
        scores = [*(item.score for item in scope.items), *(axis.facets["means"] for axis in scope.axes)]
        held += [score.lower <= truth <= score.upper for score in scores]
    # 1,440 intervals; three standard errors of their share are about 1.7 points
    assert 0.93 <= np.mean(held) <= 0.97


def test_no_gap_is_made_of_nothing():
    rng, named = np.random.default_rng(5), []
    for _ in range(60):
        table, _ = alliance(rng, 3, 2)
        twice = AnswerTable(
            respondents=tuple(f"r{number}" for number in range(12)),
            organisations=table.organisations,
            circles=("steering", "teams"),
            items=table.items,
            topics=table.topics,
            organisation_of=np.tile(table.organisation_of, 2),
            circle_of=np.repeat([0, 1], 6),
            scores=np.concatenate([table.scores, rng.permuted(table.scores, axis=0)]),
            marks=np.ones((12, 9), dtype=np.int8),
            importance=np.full((12, 3), np.nan),
        )
        named += [gap.kind is not None for gap in diagnose(small(), "short", twice).perception]
    assert np.mean(named) <= 0.05
