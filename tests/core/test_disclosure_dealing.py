"""Answers dealt again inside a block: an item keeps its own, a person nothing but how alike all are on average."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from tests.core.alliance import small_pack
from tests.core.partners import ITEMS, RULE, people

from cordee.core.diagnosis import diagnose
from cordee.core.disclosure import masked, plan_of
from cordee.core.disclosure.dealing import coarse, dealt_again, likeness

LEVELS = arrays(
    float, st.tuples(st.integers(2, 9), st.integers(1, 6)), elements=st.sampled_from([0.0, 1, 2, 3, 4, np.nan])
)


def opinions(people_count: int, items: int, alike: float, seed: int = 3) -> np.ndarray:
    """Answers of people who are severe or mild: `alike` is the correlation between what they think of two items."""
    rng = np.random.default_rng(seed)
    mood = rng.standard_normal((people_count, 1)) * alike**0.5
    return np.clip(np.round(2 + mood + rng.standard_normal((people_count, items)) * (1 - alike) ** 0.5), 0, 4)


@given(LEVELS)
@settings(max_examples=100, deadline=None)
def test_each_item_keeps_its_answers_and_who_gave_none(levels):
    dealt = dealt_again(levels, [np.arange(len(levels))])
    np.testing.assert_array_equal(np.sort(dealt, axis=0), np.sort(levels, axis=0))
    np.testing.assert_array_equal(np.isnan(dealt), np.isnan(levels))


@given(LEVELS)
@settings(max_examples=60, deadline=None)
def test_blocks_do_not_mix(levels):
    half = len(levels) // 2
    blocks = [np.arange(half), np.arange(half, len(levels))]
    dealt = dealt_again(levels, blocks)
    for rows in blocks:
        np.testing.assert_array_equal(np.sort(dealt[rows], axis=0), np.sort(levels[rows], axis=0))


def test_who_gave_what_has_no_part_in_it():
    levels, rng = opinions(12, 6, 0.4), np.random.default_rng(1)
    block = [np.arange(12)]
    before, wanted = dealt_again(levels, block), coarse(likeness(levels, block))
    tried = 0
    for _ in range(60):
        other, item, (one, two) = levels.copy(), rng.integers(6), rng.choice(12, 2, replace=False)
        other[[one, two], item] = other[[two, one], item]
        if coarse(likeness(other, block)) == wanted:
            tried += 1
            np.testing.assert_array_equal(dealt_again(other, block), before)
    assert tried > 30
    np.testing.assert_array_equal(dealt_again(levels[rng.permutation(12)], block), before)


def test_a_person_is_not_found_again():
    # everyone answers everything alike; the dealt rows do not
    levels = np.repeat(np.array([[0.0], [1], [2], [3], [4]] * 4), 12, axis=1)
    dealt = dealt_again(levels, [np.arange(20)])
    assert likeness(levels, [np.arange(20)]) == pytest.approx(1)
    assert likeness(dealt, [np.arange(20)]) == pytest.approx(0.75, abs=0.05)
    assert np.mean([(row == row[0]).all() for row in dealt]) < 0.5


@pytest.mark.parametrize("alike", [0.0, 0.25, 0.5, 0.75])
def test_answers_stay_as_alike_as_they_were_to_the_nearest_quarter(alike):
    block = [np.arange(60)]
    levels = opinions(60, 21, alike)
    wanted = coarse(likeness(levels, block))
    assert likeness(dealt_again(levels, block), block) == pytest.approx(wanted, abs=0.07)


def test_likeness_worked_by_hand():
    # deviations −1, 0, 1 and 1, 0, −1: the two go against each other
    assert likeness(np.array([[1.0, 3], [2, 2], [3, 1]]), [np.arange(3)]) == pytest.approx(-1)
    # −1, 0, 1 and −1, 1, 0: covariance 1, squares 2 and 2
    assert likeness(np.array([[1.0, 1], [2, 3], [3, 2]]), [np.arange(3)]) == pytest.approx(0.5)
    assert likeness(np.array([[2.0, 2], [2, 2]]), [np.arange(2)]) == 0
    assert likeness(np.zeros((0, 2)), []) == 0


@pytest.mark.parametrize("alike", [0.0, 0.3, 0.6])
def test_intervals_are_as_wide_as_before(alike):
    """Over twenty alliances, the standard errors are those of the answers as they were given, within a tenth."""
    pack = small_pack(interval={"level": "0.95", "draws": 200, "fewest_respondents": 3, "seed": 17})
    before: dict[str, list[float]] = {"axis": [], "gap": []}
    after: dict[str, list[float]] = {"axis": [], "gap": []}
    for seed in range(20):
        sheets = ["".join(f"{level:.0f}" for level in row) for row in opinions(16, len(ITEMS), alike, seed)]
        answers = people({"teams/a": 8, "teams/b": 8}, sheets)
        shown = masked(answers, plan_of(answers, RULE, None))
        for table, errors in ((answers, before), (shown, after)):
            for axis in diagnose(pack, "short", table).overall.axes:
                errors["axis"].append(axis.maturity.se)
                errors["gap"].append(axis.gaps["vision_over_means"].se)
    for name, errors in before.items():
        assert np.mean(after[name]) == pytest.approx(np.mean(errors), rel=0.1), name
