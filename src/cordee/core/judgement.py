"""What the judgements of several partners say together: shared, spread or opposed, and never a mean of two camps.

A judgement is one of four worded levels, 1 to 4, or « on ne peut pas encore juger » (None), which is a judgement too
and is never counted as a level. Definitions here are working definitions: ours, open to discussion, written so that
anybody can redo them by hand on a sheet of paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

LEVELS = (1, 2, 3, 4)
"""The four levels of a rubric, from the lowest to the highest."""

Level = int | None
"""A level of a rubric, or None: « on ne peut pas encore juger »."""


class Accord(StrEnum):
    """What the levels chosen by several partners are to one another."""

    NONE = "none"
    ALONE = "alone"
    SHARED = "shared"
    SPREAD = "spread"
    OPPOSED = "opposed"


class Beside(StrEnum):
    """Where a common level stands among those that partners chose on their own."""

    NOTHING = "nothing"
    HELD_BY_ALL = "held_by_all"
    HELD = "held"
    BETWEEN = "between"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Together:
    """The judgements of several partners, counted.

    `counts` holds how many chose each of the four levels, the lowest first; `not_yet` how many cannot judge yet.
    `lower` and `upper` are the levels of the two camps when they are opposed, empty otherwise.
    """

    accord: Accord
    counts: tuple[int, int, int, int]
    not_yet: int
    lower: tuple[int, ...] = ()
    upper: tuple[int, ...] = ()

    @property
    def judged(self) -> int:
        """How many chose a level."""
        return sum(self.counts)


def together(levels: Sequence[Level]) -> Together:
    """Count judgements and name what they are to one another.

    Working definition, on the levels alone (None is set apart):

    - none: nobody chose a level; alone: one partner did, and there is nobody to agree with;
    - shared: highest − lowest ≤ 1, so all stand on one level or on two neighbouring ones;
    - opposed: at least one level that nobody chose lies between two that were chosen: there are two camps, and their
      mean would be a level that nobody holds;
    - spread: the others, two levels apart or more with somebody on each step.

    Four levels leave room for one such hole at most, so the two camps are never in doubt. Order does not matter, and
    two partners of one mind weigh no more on the name than one. ValueError on a level outside 1 to 4. Source: ours.

    >>> together([3, 3, 4]).accord.value, together([1, 2, 3]).accord.value
    ('shared', 'spread')
    >>> divided = together([2, 4, 4, None])
    >>> divided.accord.value, divided.counts, divided.not_yet, divided.lower, divided.upper
    ('opposed', (0, 1, 0, 2), 1, (2,), (4,))
    """
    chosen = sorted(level for level in levels if level is not None)
    _check(chosen)
    first, second, third, fourth = (chosen.count(level) for level in LEVELS)
    counts, not_yet = (first, second, third, fourth), len(levels) - len(chosen)
    if len(chosen) < 2:
        return Together(Accord.ALONE if chosen else Accord.NONE, counts, not_yet)
    if chosen[-1] - chosen[0] <= 1:
        return Together(Accord.SHARED, counts, not_yet)
    held = sorted(set(chosen))
    hole = next((rank for rank in range(1, len(held)) if held[rank] - held[rank - 1] > 1), None)
    if hole is None:
        return Together(Accord.SPREAD, counts, not_yet)
    return Together(Accord.OPPOSED, counts, not_yet, tuple(held[:hole]), tuple(held[hole:]))


def beside(common: Level, levels: Sequence[Level]) -> Beside:
    """Say where the common level stands among those that partners chose: held by all, by some, or by nobody.

    `between` is a level that nobody chose while some stand under it and some above: a compromise, to be told as such.
    `nothing` where there is no common level or nobody chose one. ValueError on a level outside 1 to 4. Source: ours.

    >>> beside(3, [2, 4]).value, beside(4, [2, 4]).value, beside(1, [2, 3]).value
    ('between', 'held', 'below')
    """
    chosen = [level for level in levels if level is not None]
    _check(chosen if common is None else [*chosen, common])
    if common is None or not chosen:
        return Beside.NOTHING
    if common in chosen:
        return Beside.HELD_BY_ALL if set(chosen) == {common} else Beside.HELD
    if common > max(chosen):
        return Beside.ABOVE
    return Beside.BELOW if common < min(chosen) else Beside.BETWEEN


def _check(levels: Sequence[int]) -> None:
    strange = [level for level in levels if level not in LEVELS]
    if strange:
        raise ValueError(f"levels go from {LEVELS[0]} to {LEVELS[-1]}, not {strange}")
