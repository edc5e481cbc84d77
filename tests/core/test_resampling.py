"""The draws have the spread that theory gives, and depend on the answers alone."""

from itertools import count

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.alliance import sheet, table

from cordee.core import resampling
from cordee.core.resampling import draw_circle, multiplicities, organisation_means

DRAWS = 4000


def circle_of(*organisations: tuple[int, ...], draws: int = DRAWS, seed: int = 1):
    """Draw one circle whose organisations gave these levels to every item; « ? » (−1) is a don't-know."""
    names = count()
    sheets = [
        sheet(f"steering/o{place}/r{next(names)}", "?" if level < 0 else str(level))
        for place, levels in enumerate(organisations)
        for level in levels
    ]
    return draw_circle(table(*sheets), 0, draws, seed)


def spread(drawn) -> float:
    return float(drawn.items[1:, 0].std(ddof=1))


@pytest.mark.parametrize(
    "organisations",
    [((0, 4), (1, 3)), ((2, 3, 4), (0, 1, 1, 4)), ((0, 1, 2, 3, 4),), ((1, 2), (3, 4), (0, 4), (2, 2, 4))],
)
def test_respondents_drawn_inside_organisations_have_the_variance_of_a_stratified_mean(organisations):
    drawn = circle_of(*organisations)
    variance = sum(np.var(levels, ddof=1) / len(levels) for levels in organisations) / len(organisations) ** 2
    assert not drawn.organisations_drawn
    # 4,000 draws give a standard error to about 1.1 %
    assert spread(drawn) == pytest.approx(variance**0.5, rel=0.05)


@pytest.mark.parametrize("organisations", [((0,), (4,), (3,)), ((2, 3, 4), (0,)), ((1,), (2, 4), (3,), (0, 0))])
def test_whole_organisations_drawn_have_the_variance_of_a_mean_of_means(organisations):
    drawn = circle_of(*organisations)
    means = [np.mean(levels) for levels in organisations]
    assert drawn.organisations_drawn
    assert spread(drawn) == pytest.approx((np.var(means, ddof=1) / len(means)) ** 0.5, rel=0.05)


def test_the_estimate_is_the_mean_of_the_organisations_means():
    assert circle_of((0, 4, 4), (1,)).items[0, 0] == pytest.approx((8 / 3 + 1) / 2)


def test_all_alike_has_no_spread_at_all():
    drawn = circle_of((3, 3), (3, 3))
    assert (drawn.items == 3).all()


def test_one_person_alone_is_repeated():
    drawn = circle_of((2,), draws=5)
    assert drawn.organisations_drawn
    np.testing.assert_array_equal(drawn.items, np.full((6, 9), 2.0))


def test_no_draws_gives_the_estimate_alone():
    assert circle_of((1, 3), draws=0).items.shape == (1, 9)


def test_nobody_answered():
    drawn = circle_of((-1, -1), draws=3)
    assert np.isnan(drawn.items).all()


def test_who_only_did_not_know_is_not_drawn():
    # without the don't-know, one organisation has a single voice: organisations are drawn
    with_doubt, without = circle_of((0, -1), (4, 2)), circle_of((0,), (4, 2))
    assert with_doubt.organisations_drawn
    np.testing.assert_array_equal(with_doubt.items, without.items)


def test_an_item_known_to_some_is_a_ratio_over_those_who_are_drawn():
    sheets = [
        sheet("steering/o/a", "4" + "2" * 8),
        sheet("steering/o/b", "0" + "2" * 8),
        sheet("steering/o/c", "?" + "2" * 8),
    ]
    drawn = draw_circle(table(*sheets), 0, 500, 1).items
    assert drawn[0, 0] == 2
    values = drawn[1:, 0]
    assert set(values[~np.isnan(values)].tolist()) == {0.0, 2.0, 4.0}
    # two draws of three people: (1/3)² of them are c twice, and say nothing of the item
    assert np.isnan(values).mean() == pytest.approx(1 / 9, abs=0.05)
    assert not np.isnan(drawn[:, 1]).any()


def test_blocks_of_draws_change_nothing(monkeypatch):
    whole = circle_of((0, 1, 4), (2, 3), draws=300)
    monkeypatch.setattr(resampling, "LARGEST_BLOCK", 35)
    np.testing.assert_array_equal(circle_of((0, 1, 4), (2, 3), draws=300).items, whole.items)


def test_another_seed_gives_other_draws_of_the_same_spread():
    one, other = circle_of((0, 1, 4), (2, 3)), circle_of((0, 1, 4), (2, 3), seed=2)
    assert (one.items[1:] != other.items[1:]).any()
    assert spread(one) == pytest.approx(spread(other), rel=0.08)


@given(st.permutations(["ann", "bob", "zoe", "max"]), st.permutations(["o1", "o2"]))
@settings(max_examples=30, deadline=None)
def test_names_change_nothing(people, organisations):
    def drawn(people, organisations):
        levels = ["012", "3", "44?", "1"]
        homes = [organisations[0], organisations[0], organisations[1], organisations[1]]
        sheets = [
            sheet(f"teams/{home}/{name}", (level * 9)[:9])
            for home, name, level in zip(homes, people, levels, strict=True)
        ]
        return draw_circle(table(*sheets), 0, 50, 3).items

    expected = drawn(["ann", "bob", "zoe", "max"], ["o1", "o2"])
    np.testing.assert_array_equal(drawn(people, organisations), expected)


def test_a_circle_does_not_depend_on_the_others():
    teams = [sheet("teams/o1/a", "1"), sheet("teams/o1/b", "3")]
    steering = [sheet("steering/o1/c", "4")]
    alone, together = table(*teams), table(*steering, *teams)
    np.testing.assert_array_equal(draw_circle(alone, 0, 40, 1).items, draw_circle(together, 1, 40, 1).items)


@given(st.lists(st.integers(2, 6), min_size=1, max_size=5), st.integers(0, 1000))
@settings(max_examples=40, deadline=None)
def test_each_stratum_gives_one_unit_less_than_it_has(sizes, seed):
    drawn = multiplicities(np.array(sizes), 20, np.random.default_rng(seed))
    starts = np.cumsum(sizes) - sizes
    by_stratum = np.add.reduceat(drawn, starts, axis=1)
    np.testing.assert_array_equal(by_stratum, np.tile(np.array(sizes) - 1.0, (20, 1)))
    assert (drawn >= 0).all()


def test_every_unit_is_as_likely():
    drawn = multiplicities(np.array([4, 3]), 20_000, np.random.default_rng(5)).mean(axis=0)
    np.testing.assert_allclose(drawn, [3 / 4] * 4 + [2 / 3] * 3, atol=0.02)


def test_means_of_organisations_pass_over_what_is_missing():
    scores = np.array([[1.0, np.nan], [3.0, np.nan], [np.nan, 4.0]])
    np.testing.assert_array_equal(organisation_means(scores, np.array([2, 1])), [[2.0, np.nan], [np.nan, 4.0]])
