"""Things kept apart: order, distance, bounds, and nothing moved without need."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cordee.charts.spacing import nudges, spread

places = st.floats(-50, 350)


@given(st.lists(st.tuples(places, st.floats(5, 60)), min_size=1, max_size=6))
def test_spread_keeps_apart_within_bounds(things: list[tuple[float, float]]) -> None:
    wanted, sizes = [place for place, _ in things], [size for _, size in things]
    centres = spread(wanted, sizes, 4, 0, 300)
    if sum(sizes) + 4 * (len(sizes) - 1) > 300:
        assert centres is None
        return
    assert centres is not None
    placed = sorted(zip(centres, sizes, strict=True))
    assert placed[0][0] - placed[0][1] / 2 >= -1e-6
    assert placed[-1][0] + placed[-1][1] / 2 <= 300 + 1e-6
    assert all(b - a >= (wide + next_wide) / 2 + 4 - 1e-6 for (a, wide), (b, next_wide) in pairwise(placed))


def test_spread_leaves_alone_what_is_far_enough() -> None:
    assert spread([40, 200, 120], [20, 20, 20], 4, 0, 300) == [40, 200, 120]


def test_spread_shares_the_move() -> None:
    assert spread([100, 100], [20, 20], 4, 0, 300) == [88, 112]


def test_spread_keeps_the_order_of_what_is_wanted() -> None:
    centres = spread([30, 20, 25], [20, 20, 20], 4, 0, 300)
    assert centres is not None
    assert centres[1] < centres[2] < centres[0]


@given(st.lists(st.one_of(st.none(), st.floats(0, 300)), min_size=3, max_size=3))
def test_nudged_marks_stay_clear_of_each_other(marks: list[float | None]) -> None:
    offsets = nudges(marks, 13)
    known = [(x, y) for x, y in zip(marks, offsets, strict=True) if x is not None]
    for index, (x, y) in enumerate(known):
        for other_x, other_y in known[:index]:
            assert (x - other_x) ** 2 + (y - other_y) ** 2 >= (13 - 1e-6) ** 2
    assert all(offset == 0 for mark, offset in zip(marks, offsets, strict=True) if mark is None)
    assert abs(sum(offsets)) < 1e-6


def test_nudges_keep_the_order_of_the_facets() -> None:
    top, middle, bottom = nudges([10, 9, 11], 13)
    assert top < middle < bottom
