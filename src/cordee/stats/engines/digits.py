"""What is known of the answers of a row, written as digits: small numbers of which each tells several indicators."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from cordee.stats.columns import Among, Column, Known, is_indicator

AMONG_AT_MOST = 3
"""Sets of values of one column told apart by one digit."""


@dataclass(frozen=True)
class Digit:
    """What is known of one answer: each row has one of its values, from 0 to `base` − 1.

    `whole`: the indicator of which the others are parts, when there is one. The value of a row is 0 outside of it, else
    1 + Σ 2ⁱ over the parts to which the row belongs; without a whole, the value is Σ 2ⁱ.
    """

    whole: Column | None
    parts: tuple[Column, ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the indicators that the digit tells."""
        return (self.whole, *self.parts) if self.whole else self.parts

    @property
    def base(self) -> int:
        """Return how many values there are.

        >>> Digit(Known(("q1",)), (Among("q1", (4, 5)),)).base, Digit(Known(("q1",))).base
        (3, 2)
        """
        return int(2 ** len(self.parts)) + bool(self.whole)

    def truth(self, column: Column) -> NDArray[np.bool_]:
        """Return for which values an indicator is 1, (base,).

        >>> Digit(Known(("q1",)), (Among("q1", (4, 5)),)).truth(Among("q1", (4, 5))).tolist()
        [False, False, True]
        """
        values = np.arange(self.base)
        if column == self.whole:
            return np.asarray(values > 0)
        inside = values - 1 if self.whole else values
        return np.asarray((inside >= 0) & (inside >> self.parts.index(column) & 1).astype(bool))


def digits_of(columns: Iterable[Column]) -> list[Digit]:
    """Gather indicators into digits: the answers to a question and the values asked of it are told by one.

    >>> [digit.base for digit in digits_of([Known(("q1",)), Among("q1", (4, 5)), Known(("q1", "q2"))])]
    [2, 3]
    """
    found: list[Digit] = []
    by_source = sorted({column for column in columns if is_indicator(column)}, key=_source)
    for (name, *_), members in groupby(by_source, key=_source):
        found += _digits(name, list(members))
    return found


def _source(column: Column) -> tuple[str, str]:
    match column:
        case Among(name, _) | Known((name,)):
            return name, ""
        case _:
            return "", repr(column)


def _digits(name: str, members: list[Column]) -> list[Digit]:
    parts = sorted((column for column in members if isinstance(column, Among)), key=repr)
    if not name or not 0 < len(parts) <= AMONG_AT_MOST:
        return [Digit(column) for column in members]
    whole = next((column for column in members if isinstance(column, Known)), None)
    return [Digit(whole, tuple(parts))]
