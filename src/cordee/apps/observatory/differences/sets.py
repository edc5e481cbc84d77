"""Comparisons of an edition put together as they are read: one question, one thing compared, a line for each place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cordee.apps.observatory.editions.shelf import Difference, Question, ShelvedEdition
from cordee.apps.observatory.territories.asked import REGION
from cordee.apps.organisations.territory_shapes import region_places

AGAINST, REST = " vs ", "rest"
"""How the table of comparisons writes « 11 vs rest » and « 2024 vs 2019 »."""


@dataclass(frozen=True)
class Compared:
    """A line: the categories that tell it from the other lines (none: the whole sample), and its difference."""

    place: Mapping[str, str]
    difference: Difference


@dataclass(frozen=True)
class DifferenceSet:
    """Comparisons read together. `variable` is what is compared: with `rest`, or two of its categories.

    `pair` holds the two categories, the one that is taken away second; it is empty against the rest. `within` holds the
    categories that all lines share.
    """

    edition: ShelvedEdition
    question: Question
    variable: str
    pair: tuple[str, ...]
    within: Mapping[str, str]
    lines: tuple[Compared, ...]

    @property
    def key(self) -> str:
        """How an address names it: « region.rest.2024 », « wave.2024.2019 »."""
        return key_of(self.variable, self.pair, self.within)

    @property
    def together(self) -> int:
        """Return over how many comparisons the p-values of its lines by place were corrected (Holm)."""
        names = max((frozenset(one.difference.domains) for one in self.lines), key=len, default=frozenset())
        measure = self.lines[0].difference.measure if self.lines else ""
        return sum(
            one.p_holm is not None and one.measure == measure and frozenset(one.domains) == names
            for one in asked_of(self.edition, self.question)
        )


def key_of(variable: str, pair: Sequence[str], within: Mapping[str, str]) -> str:
    """Return the name of a set in an address.

    >>> key_of("region", (), {"wave": "2024"}), key_of("wave", ("2024", "2019"), {})
    ('region.rest.2024', 'wave.2024.2019')
    """
    return ".".join((variable, *(pair or (REST,)), *within.values()))


def sets_of(edition: ShelvedEdition, question: Question) -> tuple[DifferenceSet, ...]:
    """Return the sets of a question, the most recent wave first; none when the edition compares nothing."""
    grouped: dict[str, list[tuple[str, tuple[str, ...], dict[str, str], Compared]]] = {}
    for one in asked_of(edition, question):
        variable, pair, others = parts_of(one)
        within, place = ({}, others) if pair else (others, {variable: one.domains[variable].split(AGAINST)[0]})
        named = (variable, pair, within, Compared(place, one))
        grouped.setdefault(key_of(variable, pair, within), []).append(named)
    made = [
        DifferenceSet(edition, question, variable, pair, within, in_order(line for *_named, line in group))
        for group in grouped.values()
        for variable, pair, within, _line in group[:1]
    ]
    return tuple(sorted(made, key=lambda one: (one.variable, one.key), reverse=True))


def compared_questions(edition: ShelvedEdition) -> tuple[Question, ...]:
    """Return the questions of an edition that it compares, in their order; none when it compares nothing."""
    return tuple(one for one in edition.questions if asked_of(edition, one))


def asked_of(edition: ShelvedEdition, question: Question) -> list[Difference]:
    """Return the comparisons of what a question counts."""
    return [
        one
        for one in edition.differences
        if (one.question, one.values) == (question.key, question.values)
        and any(AGAINST in category for category in one.domains.values())
    ]


def parts_of(one: Difference) -> tuple[str, tuple[str, ...], dict[str, str]]:
    """Return what a difference compares, the two categories (none against the rest), and its other domains."""
    variable = next(name for name, category in one.domains.items() if AGAINST in category)
    first, _against, second = one.domains[variable].partition(AGAINST)
    others = {name: category for name, category in one.domains.items() if name != variable}
    return variable, () if second == REST else (first, second), others


def in_order(lines: Iterable[Compared]) -> tuple[Compared, ...]:
    """Return the whole sample first, then regions from north to south, and other places as the table has them."""
    north_to_south = {code: rank for rank, code in enumerate(region_places())}

    def rank(line: Compared) -> tuple[int, int]:
        return len(line.place), north_to_south.get(line.place.get(REGION, ""), 0)

    return tuple(sorted(lines, key=rank))
