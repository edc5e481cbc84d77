"""Gaps between facets, their names, and which topic they come from."""

import numpy as np
import pytest
from tests.core.alliance import read, sheet, small, small_pack

from cordee.core.coherence import PAIRS, coherence, gap, gaps, leverage, patterns_of, widest

RULES = small().scoring


def names(*facets: float) -> list[str]:
    return [found.pattern for found in patterns_of(facets, RULES)]


@pytest.mark.parametrize(
    ("facets", "expected"),
    [
        ((4, 2, 3), ["incantation", "dormant_means", "unfunded_vision"]),
        ((1, 3, 2), ["activism", "overreach"]),
        ((2.5, 3, 2), ["overreach"]),
        ((1, 1, 3), ["dormant_means"]),
        ((3, 2.5, 2), ["unfunded_vision"]),
        ((4, 4, 0), ["overreach", "unfunded_vision"]),
        ((3, 1, 1), ["incantation", "unfunded_vision"]),
        ((1.9, 1.9, 1.9), ["aligned_low"]),
        ((2, 2, 2), ["aligned_high"]),
        ((1.5, 2, 2.5), ["aligned_high"]),
        ((2.9, 2, 2), ["aligned_high"]),
        ((0, 0.99, 0), ["aligned_low"]),
        ((np.nan, 2, 2), []),
    ],
)
def test_every_gap_of_a_level_is_named_the_widest_first(facets, expected):
    assert names(*facets) == expected


def test_a_gap_of_thirds_counts_as_a_whole_level():
    assert 7 / 3 - 4 / 3 != 1
    assert names(7 / 3, 7 / 3, 4 / 3) == ["overreach", "unfunded_vision"]
    assert names(4 / 3 + 0.999999, 4 / 3, 4 / 3) == ["aligned_low"]


def test_the_threshold_is_the_packs():
    patterns = [{**each.model_dump(), "gap": "0.5"} for each in RULES.patterns]
    assert [found.pattern for found in patterns_of((2, 1.5, 1.5), small_pack(patterns=patterns).scoring)] == [
        "incantation",
        "unfunded_vision",
    ]


def test_patterns_come_with_their_gap_and_what_removes_them():
    found = read(sheet("steering/o/r", "413 222 222")).overall.axis("a")
    assert [(each.pattern, each.gap.value, each.removed_by) for each in found.patterns] == [
        ("incantation", 3, 2),
        ("dormant_means", 2, 1),
        ("unfunded_vision", 1, 0),
    ]
    aligned = read(sheet("steering/o/r", "222 222 222")).overall.axis("a").patterns[0]
    assert (aligned.gap, aligned.removed_by, aligned.higher) == (None, None, None)


@pytest.mark.parametrize(
    ("facets", "expected"), [((3, 3, 3), 1), ((4, 0, 2), 0), ((3, 2, 1), 0.5), ((np.nan, 1, 1), np.nan)]
)
def test_coherence_is_one_when_level_and_none_from_end_to_end(facets, expected):
    assert coherence(np.array(facets, dtype=float)) == pytest.approx(expected, nan_ok=True)


def test_gaps_are_differences_of_facets_for_every_draw():
    facets = np.random.default_rng(1).uniform(0, 4, (5, 2, 3))
    for place, (higher, lower) in enumerate(PAIRS):
        np.testing.assert_array_equal(gaps(facets)[..., place], gap(facets, higher, lower))
        np.testing.assert_array_equal(gap(facets, higher, lower), -gap(facets, lower, higher))


def test_a_gap_and_its_opposite_are_one_measure():
    people = [sheet(f"teams/o/{n}", given) for n, given in enumerate(("412 222 222", "301 222 222", "422 222 222"))]
    found = read(*people).overall.axis("a").gaps
    ahead, behind = found["vision_over_means"], found["means_over_vision"]
    assert ahead.value == pytest.approx(2)
    assert (behind.value, behind.lower, behind.upper) == (-ahead.value, -ahead.upper, -ahead.lower)


class TestLeverage:
    """Which topic the gap of an axis comes from."""

    def shares(self, *topics, facets=None):
        by_topic = np.array(topics, dtype=float)
        found = np.nanmean(by_topic, axis=0) if facets is None else np.array(facets, dtype=float)
        return leverage(by_topic, found).tolist()

    def test_the_topic_with_the_gap_has_it_all(self):
        assert self.shares((4, 2, 0), (2, 2, 2)) == [1, 0]

    def test_two_topics_share_it_by_their_pull(self):
        assert self.shares((3, 3, 1), (3, 3, 2), (3, 3, 3)) == pytest.approx([2 / 3, 1 / 3, 0])

    def test_a_topic_that_pulls_the_other_way_explains_nothing(self):
        assert self.shares((4, 2, 0), (1, 1, 2)) == [1, 0]

    def test_where_there_is_no_gap_all_weigh_the_same(self):
        assert self.shares((2, 2, 2), (1, 1, 1)) == [0.5, 0.5]
        assert self.shares((4, 2, 0), (0, 2, 4)) == [0.5, 0.5]

    def test_a_topic_without_one_of_the_two_facets_explains_nothing(self):
        assert self.shares((4, 2, 0), (4, 2, np.nan)) == [1, 0]

    def test_an_axis_without_scores_has_no_leverage(self):
        assert np.isnan(self.shares((4, 2, 0), (1, 1, 1), facets=(np.nan, 2, 2))).all()

    def test_the_pair_is_that_of_the_axis(self):
        # on the axis action is the lowest, though this topic lacks means most
        assert self.shares((3, 3, 0), (3, 0, 3), facets=(3, 1, 2)) == [0, 1]


def test_the_first_named_facet_wins_a_tie():
    assert widest([3, 1, 1]) == ("vision", "action")
    assert widest([1, 1, 1]) == ("vision", "vision")
    assert widest([7 / 3, 1 + 4 / 3, 0]) == ("vision", "means")
