"""Who relies on whom: trust and value between partners, scored by ordered pair, read as a directed network.

A partner scores another on six items from 0 to 4. Trust: reliability, openness, shared mission. Value: influence,
involvement, resources. These are the six indicators of the PARTNER survey of Visible Network Labs (« Analyze Trust and
Value », https://support.visiblenetworklabs.com/portal/en/kb/articles/analyze-trust-and-value); the words are ours.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

HIGHEST = 4
TRUST = ("reliability", "openness", "shared_mission")
VALUE = ("influence", "involvement", "resources")
ITEMS = (*TRUST, *VALUE)

WARNED_UNDER = 0.80
REFUSED_UNDER = 0.65
"""Shares of the partners asked under which a network figure is read with care, and under which there is none."""

Pair = tuple[str, str]
"""Who scores, who is scored."""


class Enough(StrEnum):
    """Whether enough partners answered for a network to be read."""

    YES = "yes"
    WARNED = "warned"
    REFUSED = "refused"


class TooFewAnswers(ValueError):
    """Under 65 % of the partners answered: a network figure would describe those who kept silent by guessing."""


@dataclass(frozen=True, slots=True)
class Response:
    """How many partners answered, of how many asked; ValueError for counts that cannot be."""

    answered: int
    asked: int

    def __post_init__(self) -> None:
        if not 0 <= self.answered <= self.asked:
            raise ValueError(f"{self.answered} answers of {self.asked} asked")

    @property
    def rate(self) -> float:
        """Answered / asked, in [0, 1]; 0 when nobody was asked.

        >>> Response(3, 4).rate
        0.75
        """
        return self.answered / self.asked if self.asked else 0.0

    @property
    def enough(self) -> Enough:
        """Refused under 65 %, warned under 80 %; compared on whole numbers, so that 13 of 20 is 65 %.

        >>> Response(13, 20).enough.value, Response(12, 20).enough.value, Response(4, 5).enough.value
        ('warned', 'refused', 'yes')
        """
        if not self.asked or self.answered < self.needed:
            return Enough.REFUSED
        return Enough.WARNED if self.answered < math.ceil(round(WARNED_UNDER * self.asked, 9)) else Enough.YES

    @property
    def needed(self) -> int:
        """How many answers it takes for a network figure to be shown.

        >>> Response(1, 4).needed, Response(1, 20).needed
        (3, 13)
        """
        return math.ceil(round(REFUSED_UNDER * self.asked, 9))

    def require(self) -> None:
        """Raise TooFewAnswers when there are too few."""
        if self.enough is Enough.REFUSED:
            raise TooFewAnswers(f"{self.answered} of {self.asked} answered, it takes {self.needed}")


@dataclass(frozen=True, slots=True)
class Scores:
    """What a partner says of another: six levels from 0 to 4, None where it does not know; ValueError outside.

    >>> one = Scores((4, 2, None), (1, None, None))
    >>> one.trust_mean, one.value_mean, one.strength
    (3.0, 1.0, 2.0)
    """

    trust: tuple[int | None, int | None, int | None]
    value: tuple[int | None, int | None, int | None]

    def __post_init__(self) -> None:
        if any(level is not None and not 0 <= level <= HIGHEST for level in (*self.trust, *self.value)):
            raise ValueError(f"levels go from 0 to {HIGHEST}: {self.trust}, {self.value}")

    @property
    def trust_mean(self) -> float | None:
        """Mean of the items of trust that have a level, in [0, 4]; None when none has."""
        return mean_of_known(self.trust)

    @property
    def value_mean(self) -> float | None:
        """Mean of the items of value that have a level, in [0, 4]; None when none has."""
        return mean_of_known(self.value)

    @property
    def strength(self) -> float | None:
        """Mean of the two means, so that trust and value weigh the same; None when one of them is missing."""
        return None if self.trust_mean is None or self.value_mean is None else (self.trust_mean + self.value_mean) / 2


def mean_of_known(levels: Iterable[float | None]) -> float | None:
    """Return the mean of what is known, missing left out and never counted as 0; None when nothing is.

    >>> mean_of_known([4, None, 1]), mean_of_known([None])
    (2.5, None)
    """
    known = [level for level in levels if level is not None]
    return math.fsum(known) / len(known) if known else None


@dataclass(frozen=True, slots=True)
class Network:
    """A directed network of partners, in the order given.

    `known` has an entry for each ordered pair on which the first one answered: the strength in [0, 4], or None when
    they do not work together. A pair that is not there is unknown, and enters no number. A tie goes from A to B when
    the strength is at least `level` (working definition, declared before anybody answers).
    """

    partners: tuple[str, ...]
    known: Mapping[Pair, float | None]
    level: float

    def __post_init__(self) -> None:
        if not 0 < self.level <= HIGHEST:
            raise ValueError(f"the level of a tie lies above 0 and up to {HIGHEST}: {self.level}")
        names = set(self.partners)
        strange = [pair for pair in self.known if pair[0] == pair[1] or not names.issuperset(pair)]
        if strange or len(names) != len(self.partners):
            raise ValueError(f"pairs join two different partners of the network, each named once: {strange}")

    @property
    def ties(self) -> dict[Pair, float]:
        """The pairs whose strength reaches the level, with it.

        >>> Network(("a", "b"), {("a", "b"): 2.5, ("b", "a"): 1.0}, level=2).ties
        {('a', 'b'): 2.5}
        """
        known = {pair: strength for pair, strength in self.known.items() if strength is not None}
        return {pair: strength for pair, strength in known.items() if reaches(strength, self.level)}

    def towards(self, partner: str) -> dict[str, float]:
        """Return the strengths that a partner receives, by who scored it; those who do not work with it left out."""
        found = ((pair[0], strength) for pair, strength in self.known.items() if pair[1] == partner)
        return {scorer: strength for scorer, strength in found if strength is not None}


def reaches(strength: float | None, level: float) -> bool:
    """Tell whether a strength makes a tie; a thousandth of a thousandth is forgiven to sums of fractions."""
    return strength is not None and strength >= level - 1e-9


def density(network: Network) -> float | None:
    """Ties / ordered pairs that are known, in [0, 1]; None when none is.

    When every pair is known it is m / (n (n - 1)), the density of a directed graph (networkx,
    https://networkx.org/documentation/latest/reference/generated/networkx.classes.function.density.html).

    >>> density(Network(("a", "b"), {("a", "b"): 2.5, ("b", "a"): 1.0}, level=2))
    0.5
    """
    return len(network.ties) / len(network.known) if network.known else None


def reciprocity(network: Network) -> float | None:
    """Share of the ties that are returned, among those whose return is known, in [0, 1]; None when there is none.

    Σ [A→B and B→A] / Σ [A→B and B→A known]. When every pair is known it is the ratio of the edges that point both ways
    to all edges (`reciprocity` of networkx, https://networkx.org/documentation/stable/reference/algorithms/).

    >>> both = {("a", "b"): 3.0, ("b", "a"): 3.0, ("a", "c"): 3.0, ("c", "a"): None}
    >>> round(reciprocity(Network(("a", "b", "c"), both, level=2)), 3)
    0.667
    """
    ties = network.ties
    answered = [(source, target) for source, target in ties if (target, source) in network.known]
    returned = sum((target, source) in ties for source, target in answered)
    return returned / len(answered) if answered else None


def in_degree(network: Network) -> dict[str, int]:
    """How many ties reach each partner.

    >>> in_degree(Network(("a", "b"), {("a", "b"): 2.5, ("b", "a"): 1.0}, level=2))
    {'a': 0, 'b': 1}
    """
    counts = dict.fromkeys(network.partners, 0)
    for _, target in network.ties:
        counts[target] += 1
    return counts


def in_strength(network: Network) -> dict[str, float]:
    """Sum of the strengths of the ties that reach each partner.

    It is the « strength » of Barrat, Barthélemy, Pastor-Satorras and Vespignani (« The architecture of complex weighted
    networks », PNAS 101 (11), 3747-3752, 2004, https://doi.org/10.1073/pnas.0400087101), on ties received only.

    >>> in_strength(Network(("a", "b"), {("a", "b"): 2.5, ("b", "a"): 1.0}, level=2))
    {'a': 0.0, 'b': 2.5}
    """
    received: dict[str, list[float]] = {name: [] for name in network.partners}
    for (_, target), strength in network.ties.items():
        received[target].append(strength)
    return {name: math.fsum(strengths) for name, strengths in received.items()}


def components(network: Network) -> list[tuple[str, ...]]:
    """Partners that ties join, whichever way they go: the largest group first, then in the order of the network.

    >>> components(Network(("a", "b", "c"), {("c", "a"): 3.0}, level=2))
    [('a', 'c'), ('b',)]
    """
    return grouped(network.partners, network.ties)


def grouped(partners: Sequence[str], pairs: Iterable[Pair]) -> list[tuple[str, ...]]:
    """Return partners by group, two being together when a path of pairs joins them."""
    head = {name: name for name in partners}

    def top(name: str) -> str:
        while head[name] != name:
            head[name] = head[head[name]]
            name = head[name]
        return name

    for source, target in pairs:
        head[top(target)] = top(source)
    groups: dict[str, list[str]] = {}
    for name in partners:
        groups.setdefault(top(name), []).append(name)
    return sorted(map(tuple, groups.values()), key=len, reverse=True)


def isolates(network: Network) -> tuple[str, ...]:
    """Return the partners that no tie reaches or leaves.

    >>> isolates(Network(("a", "b", "c"), {("c", "a"): 3.0}, level=2))
    ('b',)
    """
    tied = {name for pair in network.ties for name in pair}
    return tuple(name for name in network.partners if name not in tied)
