"""What the parts of a change do to its figure: hand-worked, bounded by the change, silent where nobody spoke."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cordee.core.contribution import contribution
from cordee.core.effects import Shares

parts = st.one_of(st.none(), st.integers(0, 100))
changes = st.floats(-1e9, 1e9, allow_nan=False)


@pytest.mark.parametrize(
    ("shares", "claimed", "left"),
    [
        (Shares(), None, None),
        (Shares(claimed=40), 80.0, None),
        (Shares(deadweight=0), None, 200.0),
        (Shares(claimed=100, others=50), 200.0, 100.0),
        (Shares(displacement=25), None, 150.0),
        (Shares(deadweight=30, others=20, displacement=50), None, 50.0),
        (Shares(deadweight=80, others=60), None, 0.0),
    ],
)
def test_hand_worked_parts_of_two_hundred(shares: Shares, claimed: float | None, left: float | None) -> None:
    found = contribution(200, shares)
    assert (found.change, found.claimed, found.left) == (200, claimed, left)


@given(changes, st.builds(Shares, parts, parts, parts, parts))
def test_what_is_left_lies_between_nothing_and_the_change(change: float, shares: Shares) -> None:
    left = contribution(change, shares).left
    said = {shares.deadweight, shares.others, shares.displacement} != {None}
    assert (left is not None) is said
    if left is not None:
        assert min(0, change) - 1e-6 <= left <= max(0, change) + 1e-6
