"""Numbering the groups of rows as they come, in the order in which they are first seen."""

from collections.abc import Sequence
from math import prod
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from cordee.stats.grouping_keys import Places
from cordee.stats.port import Key

COMBINATIONS_AT_MOST = 1 << 22
"""Combinations of keys, seen or not, for which a number is kept ready: 32 MB."""
GROUPS_AT_MOST = 1 << 15
"""Groups beyond which tables of sums no longer hold in the cache of a core."""


class TooManyGroups(Exception):
    """Groups are too many, or their keys too far apart, to be counted in tables."""


class KeyCodes(Protocol):
    """The codes of one key: 0 where it is missing, then one for each of the values it may have."""

    size: int
    """How many codes there are so far."""
    shift: int
    """By how much the last rows raised the codes given before, 0 left alone."""

    def of(self, column: Any) -> Places:
        """Return the code of each row, (n,), in an array of its own. TooManyGroups: values are too far apart."""

    def key(self, code: int) -> Key:
        """Return the value that a code stands for."""


class Numbering:
    """The groups of a few keys. Rows come a batch at a time; the number of a group never changes."""

    def __init__(self, codes: Sequence[KeyCodes]) -> None:
        self.codes = codes
        without_keys = 0 if codes else 1
        self._sizes: list[int] = []
        self._groups = np.zeros((without_keys, len(codes)), dtype=np.int64)
        self._number = np.zeros(without_keys, dtype=np.intp)

    @property
    def groups(self) -> int:
        """Return how many groups were seen; without keys all rows are one, were there none."""
        return len(self._groups)

    def of(self, columns: Sequence[Any], rows: int) -> Places:
        """Return the number of the group of each row, (rows,). TooManyGroups: they cannot be numbered so."""
        coded = [codes.of(column) for codes, column in zip(self.codes, columns, strict=True)]
        self._make_room()
        combined = coded[0] if coded else np.zeros(rows, dtype=np.intp)
        for codes, size in zip(coded[1:], self._sizes[1:], strict=True):
            combined *= size
            combined += codes
        numbers = self._number[combined]
        if rows and numbers.min() < 0:
            self._learn(combined[numbers < 0])
            numbers = self._number[combined]
        return numbers

    def keys(self) -> list[list[Key]]:
        """Return the values of each key, by group."""
        columns = self._groups.T.tolist()
        return [[codes.key(code) for code in column] for codes, column in zip(self.codes, columns, strict=True)]

    def _make_room(self) -> None:
        """Keep a number ready for the combinations that the last rows made possible."""
        sizes, shifts = [codes.size for codes in self.codes], [codes.shift for codes in self.codes]
        if sizes == self._sizes and not any(shifts):
            return
        if prod(sizes) > COMBINATIONS_AT_MOST:
            raise TooManyGroups
        self._sizes = sizes
        self._groups = np.where(self._groups > 0, self._groups + np.array(shifts), 0)
        self._number = np.full(prod(sizes), -1, dtype=np.intp)
        self._number[self._combined()] = np.arange(self.groups)

    def _combined(self) -> Places:
        found = np.zeros(self.groups, dtype=np.intp)
        for place, size in enumerate(self._sizes):
            found = found * size + self._groups[:, place]
        return found

    def _learn(self, seen: Places) -> None:
        """Give numbers to groups that were never seen."""
        new = np.zeros(len(self._number), dtype=bool)
        new[seen] = True
        combinations = np.flatnonzero(new)
        if self.groups + len(combinations) > GROUPS_AT_MOST:
            raise TooManyGroups
        self._number[combinations] = np.arange(self.groups, self.groups + len(combinations))
        self._groups = np.concatenate([self._groups, _apart(combinations, self._sizes)])


def _apart(combinations: Places, sizes: Sequence[int]) -> NDArray[np.int64]:
    """Return the codes of which combinations are made, (n, K).

    >>> _apart(np.array([5, 7]), [2, 4]).tolist()
    [[1, 1], [1, 3]]
    """
    codes = []
    for size in reversed(sizes):
        codes.append(combinations % size)
        combinations = combinations // size
    return np.column_stack(codes[::-1])
