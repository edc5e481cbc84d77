"""Facets of a list: what each choice would leave, given the choices made on the other facets.

One choice at most on each facet, so that the count beside a choice is exactly the length of the list after choosing it.
Sets of rows are whole numbers whose bit n stands for row n: thousands of rows are crossed in a few microseconds.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

Values = Mapping[str, Iterable[str]]
"""Facet → the values that describe one row; a row may have several, or none."""

Chosen = Mapping[str, str]
"""Facet → the value chosen on it."""


@dataclass(frozen=True, slots=True)
class FacetIndex:
    """For each value of each facet, the rows that have it."""

    size: int
    rows_with: Mapping[str, Mapping[str, int]]

    @property
    def everything(self) -> int:
        """The set of all rows."""
        return (1 << self.size) - 1

    def knows(self, facet: str, value: str) -> bool:
        """Say whether some row has a value."""
        return value in self.rows_with.get(facet, {})

    def matching(self, chosen: Chosen) -> int:
        """Return the set of rows that have every chosen value; a value that no row has leaves none.

        >>> index = index_of([{"kind": ["a"]}, {"kind": ["b"]}, {"kind": ["a", "b"]}])
        >>> rows_in(index.matching({"kind": "a"})), rows_in(index.matching({}))
        ([0, 2], [0, 1, 2])
        """
        found = self.everything
        for facet, value in chosen.items():
            found &= self.rows_with.get(facet, {}).get(value, 0)
        return found

    def counts(self, facet: str, chosen: Chosen) -> dict[str, int]:
        """Return how many rows each value of a facet would leave, the choices on the other facets kept.

        >>> index = index_of([{"kind": ["a"], "time": ["short"]}, {"kind": ["b"], "time": ["long"]}])
        >>> index.counts("kind", {"kind": "a", "time": "long"})
        {'a': 0, 'b': 1}
        """
        others = self.matching({name: value for name, value in chosen.items() if name != facet})
        return {value: (others & rows).bit_count() for value, rows in self.rows_with.get(facet, {}).items()}


def index_of(rows: Sequence[Values]) -> FacetIndex:
    """Index rows by the values that describe them.

    >>> index_of([{"kind": ["a"]}, {}]).rows_with
    {'kind': {'a': 1}}
    """
    rows_with: dict[str, dict[str, int]] = {}
    for number, row in enumerate(rows):
        for facet, values in row.items():
            held = rows_with.setdefault(facet, {})
            for value in values:
                held[value] = held.get(value, 0) | 1 << number
    return FacetIndex(len(rows), rows_with)


def rows_in(found: int, start: int = 0, count: int | None = None) -> list[int]:
    """Return the numbers of the rows of a set, in order: `count` of them after the first `start`.

    >>> rows_in(0b10110), rows_in(0b10110, 1, 1)
    ([1, 2, 4], [2])
    """
    numbers = (number for number, bit in enumerate(reversed(f"{found:b}")) if bit == "1")
    return list(islice(numbers, start, None if count is None else start + count))
