"""The ruler of differences holds zero and everything that is drawn on it, on round graduations."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from cordee.charts.difference_scale import difference_scale
from cordee.charts.readings import Estimate

estimates = st.tuples(
    st.floats(-100, 100).map(lambda value: round(value, 3)), st.floats(0, 50).map(lambda half: round(half, 3))
).map(lambda parts: Estimate(parts[0], parts[0] - parts[1], parts[0] + parts[1]))


@given(st.lists(estimates, max_size=20))
def test_zero_and_every_interval_are_on_it(readings: list[Estimate]) -> None:
    scale = difference_scale(readings, 1)
    assert scale.holds(0)
    assert 0 in scale.ticks
    assert all(scale.holds(number) for one in readings for number in one.numbers())
    assert 2 <= len(scale.ticks) <= 8


@given(st.lists(estimates, min_size=1, max_size=20))
def test_graduations_are_evenly_apart(readings: list[Estimate]) -> None:
    ticks = difference_scale(readings, 0).ticks
    steps = {round(after - before, 6) for before, after in itertools.pairwise(ticks)}
    assert len(steps) == 1
