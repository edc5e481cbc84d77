"""What the parts of a change, as people estimate them, do to the figure that measures it."""

from __future__ import annotations

from dataclasses import dataclass

from cordee.core.effects import Shares


@dataclass(frozen=True, slots=True)
class Contribution:
    """A change in the unit of its indicator, what partners claim of it, what is left once the rest is taken off.

    None is « not said »: a part that nobody estimated takes nothing off, and never counts as 0.
    """

    change: float
    claimed: float | None
    left: float | None


def contribution(change: float, shares: Shares) -> Contribution:
    """Return what the parts of a change do to its figure.

    claimed = change × claimed share. left = change × (1 − deadweight − others) × (1 − displacement), over the parts
    that were said, never below nothing: deadweight and others are parts of the whole and add up, displacement is the
    part of the rest that was only moved from elsewhere. `left` is None when none of the three was said. `change` has
    the unit of the indicator and is finite; a fall is negative and so is what is left of it.
    Source: The SROI Network, A Guide to Social Return on Investment (2012), stage 4; HM Treasury, Magenta Book (2020).

    100 people more: 30 % would have come anyway, 20 % thanks to others, 10 % of the rest moved from a neighbour.

    >>> found = contribution(100, Shares(claimed=60, deadweight=30, others=20, displacement=10))
    >>> found.claimed, found.left
    (60.0, 45.0)
    >>> contribution(-12, Shares(deadweight=25)).left, contribution(-12, Shares()).left
    (-9.0, None)
    """
    claimed = None if shares.claimed is None else change * shares.claimed / 100
    off = [part for part in (shares.deadweight, shares.others) if part is not None]
    if not off and shares.displacement is None:
        return Contribution(change, claimed, None)
    kept = max(0, 100 - sum(off)) * (100 - (shares.displacement or 0)) / 10_000
    return Contribution(change, claimed, change * kept)
