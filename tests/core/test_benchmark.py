"""Quartiles of those who consented, and a place that is never a rank."""

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.benchmark import (
    Benchmark,
    Contribution,
    Group,
    NotBenchmarked,
    benchmark,
    comparable_values,
    quartiles,
    standing_of,
)
from cordee.core.estimates import Estimate, Refusal, refused

GROUP = Group("full", "18_months_to_7_years", "size-10-49")
OWN = Estimate(2.0, 9, 0.2, 1.6, 2.4, 8)


def others(*values: float | None, **changes) -> list[Contribution]:
    return [
        replace(Contribution(f"o{n}", GROUP, "2025-06-30", value, True), **changes) for n, value in enumerate(values)
    ]


TEN = (0.5, 1.0, 1.5, 1.75, 2.0, 2.25, 2.5, 3.0, 3.25, 4.0)


def test_quartiles_by_hand():
    # positions 1 + 9 × p: 3.25, 5.5, 7.75 → 1.5625, 2.125, 2.875
    found = benchmark("me", OWN, GROUP, others(*TEN))
    assert (found.count, found.q1, found.median, found.q3) == (10, 1.6, 2.1, 2.9)
    assert found.standing == "within"


def test_under_ten_organisations_nothing_is_given():
    found = benchmark("me", OWN, GROUP, others(*TEN[:9]))
    assert found == Benchmark(9, None, None, None, None, NotBenchmarked.TOO_FEW_ORGANISATIONS)


def test_ones_own_diagnoses_do_not_count():
    mine = [replace(one, holder="me") for one in others(4.0, 4.0)]
    assert benchmark("me", OWN, GROUP, others(*TEN[:9]) + mine).refused == NotBenchmarked.TOO_FEW_ORGANISATIONS
    assert benchmark("me", OWN, GROUP, others(*TEN) + mine) == benchmark("me", OWN, GROUP, others(*TEN))


@pytest.mark.parametrize(
    "change",
    [
        {"consented": False},
        {"value": None},
        {"group": replace(GROUP, size="size-0")},
        {"group": replace(GROUP, stage="idea")},
        {"group": replace(GROUP, family="express")},
    ],
)
def test_who_does_not_count(change):
    rows = others(*TEN)
    rows[3] = replace(rows[3], **change)
    assert benchmark("me", OWN, GROUP, rows).refused == NotBenchmarked.TOO_FEW_ORGANISATIONS


def test_a_holder_counts_once_by_the_latest_wave():
    first, second = Contribution("o", GROUP, "2024-01-01", 1.0, True), Contribution("o", GROUP, "2025-01-01", 3.0, True)
    assert comparable_values("me", GROUP, [second, first]) == [3.0]
    assert comparable_values("me", GROUP, [first, replace(second, consented=False)]) == []


def test_without_a_value_there_is_nothing_to_place():
    found = benchmark("me", refused(Refusal.UNDER_HALF), GROUP, others(*TEN))
    assert (found.q1, found.refused) == (None, NotBenchmarked.NOTHING_TO_COMPARE)


@pytest.mark.parametrize(
    ("lower", "upper", "where"),
    [
        (0.5, 1.9, "below"),
        (2.1, 2.2, "above"),
        (1.6, 2.4, "within"),
        (1.5, 2.5, "within"),
        (1.4, 2.4, "not_distinguishable"),
        (0.0, 4.0, "not_distinguishable"),
        (2.0, 2.0, "within"),
        (0.5, 2.0, "not_distinguishable"),
    ],
)
def test_standing(lower, upper, where):
    assert standing_of(Estimate((lower + upper) / 2, 9, 0.2, lower, upper, 8), 1.5, 2.0, 2.5) == where


def test_without_an_interval_nothing_is_distinguished():
    alone = Estimate(4.0, 1, interval_refused=Refusal.TOO_FEW_RESPONDENTS)
    assert benchmark("me", alone, GROUP, others(*TEN)).standing == "not_distinguishable"


scores = st.lists(st.integers(0, 400).map(lambda n: n / 100), min_size=10, max_size=40)


@given(scores)
def test_quartiles_are_those_of_type_seven_rounded(values):
    found = quartiles(values)
    position = (len(values) - 1) * np.array([0.25, 0.5, 0.75])
    low, ordered = np.floor(position).astype(int), np.sort(values)
    plain = ordered[low] + (position - low) * (ordered[np.minimum(low + 1, len(values) - 1)] - ordered[low])
    assert np.abs(np.array(found) - plain).max() <= 0.05 + 1e-9
    assert found[0] <= found[1] <= found[2]
    assert all(round(each, 1) == each for each in found)


@given(scores, st.floats(0, 4), st.randoms(use_true_random=False))
def test_neither_order_nor_extremes_are_published(values, centre, random):
    own = Estimate(centre, 9, 0.1, max(0, centre - 0.2), min(4, centre + 0.2), 8)
    rows = others(*values)
    found = benchmark("me", own, GROUP, rows)
    random.shuffle(rows)
    assert benchmark("me", own, GROUP, rows) == found
    # with 10 contributors or more, moving the two extremes outwards changes nothing that is published
    ordered = sorted(values)
    assert benchmark("me", own, GROUP, others(0.0, *ordered[1:-1], 4.0)) == found


def test_no_rank_has_a_place_to_stand():
    assert {field.name for field in fields(Benchmark)} == {"count", "q1", "median", "q3", "standing", "refused"}
