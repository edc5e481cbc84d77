"""Organisations that count for several, wherever organisations are averaged; by default each counts for one."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.alliance import answer, sheet, table
from tests.core.partners import FEW_DRAWS, ITEMS, alliances
from tests.core.plain_engine import PlainEngine

from cordee.core.answers import AnswerTable
from cordee.core.averages import weighted_mean_of_known
from cordee.core.diagnosis import diagnose, importance_of
from cordee.core.distribution import is_bimodal
from cordee.core.packs.rules import Bimodal
from cordee.core.resampling import draw_circle

DRAWS = 4000
TWO_CAMPS = Bimodal(distance=Decimal("0.5"), share=Decimal("0.25"))


def weighted(answers: AnswerTable, *weights: float) -> AnswerTable:
    return replace(answers, weights=np.array(weights))


def two_of(one: str, other: str) -> AnswerTable:
    """Two organisations of two people each."""
    return table(
        *(
            sheet(f"teams/{home}/{home}{n}", each)
            for home, signs in (("a", one), ("b", other))
            for n, each in enumerate(signs)
        )
    )


def rows_of(answers: AnswerTable):
    return [
        answer(name, answers.organisations[home], answers.circles[circle], item, "?" if np.isnan(level) else int(level))
        for name, home, circle, scores in zip(
            answers.respondents, answers.organisation_of, answers.circle_of, answers.scores, strict=True
        )
        for item, level in zip(answers.items, scores, strict=True)
    ]


def test_by_default_each_counts_for_one():
    assert two_of("12", "34").organisation_weights.tolist() == [1.0, 1.0]


@given(alliances(most=8), st.lists(st.integers(1, 5), min_size=4, max_size=4))
@settings(max_examples=40, deadline=None)
def test_the_scores_are_those_of_a_second_engine(answers, weights):
    named = dict(zip(answers.organisations, weights, strict=False))
    reading = diagnose(FEW_DRAWS, "short", weighted(answers, *named.values()))
    plain = PlainEngine(rows_of(answers), ITEMS, named)
    for scope in (reading.overall, *reading.circles):
        for item in scope.items:
            expected = plain.item(item.item, scope.circle)
            found = item.score.value
            assert found is None if expected is None else found == pytest.approx(float(expected), abs=1e-12)


@given(alliances(most=10), st.sampled_from([1.0, 2.0, 4.0]))
@settings(max_examples=30, deadline=None)
def test_the_same_weight_for_all_changes_nothing_at_all(answers, weight):
    heavy = weighted(answers, *[weight] * len(answers.organisations))
    before, after = (diagnose(FEW_DRAWS, "short", each) for each in (answers, heavy))
    for one, other in zip(before.overall.items, after.overall.items, strict=True):
        assert other.distribution == one.distribution
        assert other.score.value == pytest.approx(one.score.value) if one.score.value is not None else True
        assert other.score.se == pytest.approx(one.score.se) if one.score.se is not None else True


@pytest.mark.parametrize("weights", [(1, 1), (3, 1), (1, 5)])
def test_draws_inside_organisations_have_the_variance_of_a_weighted_mean(weights):
    drawn = draw_circle(weighted(two_of("04", "13"), *weights), 0, DRAWS, 1)
    shares = np.array(weights) / sum(weights)
    variance = (shares**2 * [np.var([0, 4], ddof=1) / 2, np.var([1, 3], ddof=1) / 2]).sum()
    assert not drawn.organisations_drawn
    assert drawn.items[0, 0] == 2
    assert drawn.items[1:, 0].std(ddof=1) == pytest.approx(variance**0.5, rel=0.05)


def test_draws_of_whole_organisations_are_ratios_of_what_is_drawn():
    answers = table(*(sheet(f"teams/{home}/{home}", level) for home, level in zip("abc", "034", strict=True)))
    drawn = draw_circle(weighted(answers, 1, 2, 3), 0, 3000, 1)
    assert drawn.organisations_drawn
    assert drawn.items[0, 0] == pytest.approx((0 + 6 + 12) / 6)
    # two of three are drawn: twice the same, or two of them in proportion to their weights
    pairs = {0.0, 3.0, 4.0, 6 / 3, 12 / 4, 18 / 5}
    assert {round(value, 9) for value in drawn.items[1:, 0].tolist()} == {round(value, 9) for value in pairs}


def test_who_does_not_know_an_item_weighs_nothing_there():
    answers = table(
        *(sheet(f"teams/a/a{n}", "?" + "4" * 8) for n in range(2)), *(sheet(f"teams/b/b{n}", "1") for n in range(2))
    )
    reading = diagnose(FEW_DRAWS, "short", weighted(answers, 3, 1))
    assert reading.overall.items[0].score.value == 1
    assert reading.overall.items[1].score.value == 3.25


def test_importance_follows_the_weights():
    said = [
        sheet(f"teams/{home}/{home}", {"a.one.vision": 2, "a.one.importance": level})
        for home, level in (("a", 4), ("b", 0))
    ]
    answers = table(*said)
    assert importance_of(answers)[0] == 2
    assert importance_of(weighted(answers, 3, 1))[0] == 3


def test_camps_are_shares_of_the_weights():
    levels, homes = np.array([1.0, 1, 4, 4]), np.array([0, 0, 1, 1])
    assert is_bimodal(levels, homes, 2.5, TWO_CAMPS)
    assert not is_bimodal(levels, homes, 2.5, TWO_CAMPS, np.array([1.0, 9.0]))
    assert is_bimodal(levels, homes, 2.5, TWO_CAMPS, np.array([1.0, 3.0]))


def test_a_weighted_mean_passes_over_what_is_missing():
    values = np.array([[1.0, np.nan, np.nan], [4.0, 2.0, np.nan]])
    np.testing.assert_array_equal(weighted_mean_of_known(values, np.array([1.0, 2.0])), [3.0, 2.0, np.nan])


def test_names_change_nothing_where_answers_tie_but_weights_do_not():
    first, second = two_of("13", "13"), two_of("13", "13")
    one = draw_circle(weighted(first, 1, 3), 0, 50, 1).items
    np.testing.assert_array_equal(draw_circle(weighted(second, 3, 1), 0, 50, 1).items, one)
