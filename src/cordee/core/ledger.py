"""The two-way ledger of an alliance: what each partner says it gives and receives, and where the words do not meet.

For each ordered pair (A → B) and each family of resources, A says what it gives and B says what it receives. What
nobody said is missing: it is never a zero, and a zero that was said is a statement like another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from itertools import permutations

HIGHEST_LEVEL = 4
"""Levels go from 0 (nothing) to 4 (decisive)."""


class Family(StrEnum):
    """What partners bring each other."""

    MONEY = "money"
    TIME = "time"
    SKILLS = "skills"
    NETWORK = "network"
    RECOGNITION = "recognition"
    DATA = "data"


class Unit(StrEnum):
    """How a quantity is counted."""

    EUROS = "euros"
    HOURS = "hours"
    LEVEL = "level"


AMOUNTS: Mapping[Family, Unit] = {Family.MONEY: Unit.EUROS, Family.TIME: Unit.HOURS}
"""The families that may be counted; the others are told as a level."""


class Refusal(StrEnum):
    """Why a difference is not given."""

    GIVEN_MISSING = "given_missing"
    RECEIVED_MISSING = "received_missing"
    BOTH_MISSING = "both_missing"
    NO_COMMON_UNIT = "no_common_unit"


@dataclass(frozen=True, slots=True)
class Statement:
    """What one partner says of one family in one direction: an amount, a level, both, or nothing.

    The amount is in the unit of the family (euros, hours), the level from 0 to 4. ValueError for a negative amount or
    a level off the scale.
    """

    amount: Decimal | None = None
    level: int | None = None

    def __post_init__(self) -> None:
        if self.amount is not None and self.amount < 0:
            raise ValueError(f"an amount is never negative: {self.amount}")
        if self.level is not None and self.level not in range(HIGHEST_LEVEL + 1):
            raise ValueError(f"a level is a whole number from 0 to {HIGHEST_LEVEL}: {self.level}")

    @property
    def is_missing(self) -> bool:
        """Whether nothing was said."""
        return self.amount is None and self.level is None

    @property
    def says_something(self) -> bool:
        """Whether it was said that something passes: an amount or a level above zero."""
        return bool(self.amount) or bool(self.level)

    @property
    def says_nothing_passes(self) -> bool:
        """Whether it was said that nothing passes: zero, in words or in figures."""
        return not self.is_missing and not self.says_something


NOTHING_SAID = Statement()
Cell = tuple[str, str, Family]
"""Giver, receiver, family."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What partners said: `given` in the words of the giver, `received` in those of the receiver.

    `pairs` holds the couples whose two sides may be compared; what is said of another couple is never read.
    """

    partners: tuple[str, ...]
    given: Mapping[Cell, Statement]
    received: Mapping[Cell, Statement]
    pairs: frozenset[frozenset[str]] = field(default_factory=frozenset)

    def given_by(self, giver: str, receiver: str, family: Family) -> Statement:
        """Return what the giver says it gives."""
        return self.given.get((giver, receiver, family), NOTHING_SAID)

    def received_by(self, receiver: str, giver: str, family: Family) -> Statement:
        """Return what the receiver says it receives."""
        return self.received.get((giver, receiver, family), NOTHING_SAID)

    def directions(self) -> Iterator[tuple[str, str]]:
        """Give every ordered pair that may be compared, in the order of the partners."""
        for giver, receiver in permutations(self.partners, 2):
            if frozenset((giver, receiver)) in self.pairs:
                yield giver, receiver

    def others_of(self, partner: str) -> tuple[str, ...]:
        """Return the partners with whom one may be compared."""
        return tuple(other for other in self.partners if frozenset((partner, other)) in self.pairs and other != partner)


def all_pairs(partners: tuple[str, ...]) -> frozenset[frozenset[str]]:
    """Return every couple of partners.

    >>> len(all_pairs(("a", "b", "c")))
    3
    """
    return frozenset(frozenset(pair) for pair in permutations(partners, 2))


@dataclass(frozen=True, slots=True)
class Gap:
    """What is given less what is received, in a unit; None with the reason when it cannot be said.

    `size` says how large it is whatever the unit, from 0 to 1 (see `size_of`).
    """

    value: Decimal | None
    unit: Unit | None = None
    refused: Refusal | None = None
    size: float = 0.0


def gap(family: Family, given: Statement, received: Statement) -> Gap:
    """Compare two statements about the same family: given − received, in the first unit that both use.

    Euros (money) or hours (time) when both sides counted, else levels when both gave one. Range: amounts are any
    number, levels −4 to 4. Refused, with the reason, when a side said nothing or when they share no unit.

    >>> gap(Family.MONEY, Statement(Decimal(12000), 3), Statement(Decimal(9000)))
    Gap(value=Decimal('3000'), unit=<Unit.EUROS: 'euros'>, refused=None, size=0.25)
    >>> gap(Family.DATA, Statement(level=1), Statement(level=4)).value
    Decimal('-3')
    >>> gap(Family.TIME, Statement(Decimal(40)), Statement(level=2)).refused
    <Refusal.NO_COMMON_UNIT: 'no_common_unit'>
    >>> gap(Family.TIME, Statement(Decimal(0)), Statement()).refused
    <Refusal.RECEIVED_MISSING: 'received_missing'>
    """
    refused = _missing(given, received)
    if refused is not None:
        return Gap(None, refused=refused)
    if family in AMOUNTS and given.amount is not None and received.amount is not None:
        value = given.amount - received.amount
        return Gap(value, AMOUNTS[family], size=size_of(given.amount, received.amount))
    if given.level is not None and received.level is not None:
        return Gap(Decimal(given.level - received.level), Unit.LEVEL, size=_level_size(given.level, received.level))
    return Gap(None, refused=Refusal.NO_COMMON_UNIT)


def size_of(one: Decimal, other: Decimal) -> float:
    """Say how far apart two amounts are, as a share of the larger one: |a − b| / max(a, b), 0 when both are 0.

    Range 0 to 1, whatever the unit; the order of the two does not matter.

    >>> size_of(Decimal(12000), Decimal(9000)), size_of(Decimal(0), Decimal(5)), size_of(Decimal(0), Decimal(0))
    (0.25, 1.0, 0.0)
    """
    larger = max(one, other)
    return float(abs(one - other) / larger) if larger else 0.0


def _level_size(one: int, other: int) -> float:
    return abs(one - other) / HIGHEST_LEVEL


def _missing(given: Statement, received: Statement) -> Refusal | None:
    if given.is_missing and received.is_missing:
        return Refusal.BOTH_MISSING
    if given.is_missing:
        return Refusal.GIVEN_MISSING
    return Refusal.RECEIVED_MISSING if received.is_missing else None


def misperception(ledger: Ledger, giver: str, receiver: str, family: Family) -> Gap:
    """Compare what A says it gives B with what B says it receives from A: above zero, B sees less than A gives.

    >>> cell = ("a", "b", Family.SKILLS)
    >>> ledger = Ledger(("a", "b"), {cell: Statement(level=4)}, {cell: Statement(level=2)}, all_pairs(("a", "b")))
    >>> misperception(ledger, "a", "b", Family.SKILLS).value, misperception(ledger, "b", "a", Family.SKILLS).refused
    (Decimal('2'), <Refusal.BOTH_MISSING: 'both_missing'>)
    """
    return gap(family, ledger.given_by(giver, receiver, family), ledger.received_by(receiver, giver, family))


def asymmetry(ledger: Ledger, partner: str, other: str, family: Family) -> Gap:
    """Compare what A says it gives B with what A says it receives from B: above zero, A gives more than it receives.

    Both words are A's. When A and B agree on both directions, the asymmetry of B is the opposite of that of A.

    >>> given, received = ("a", "b", Family.NETWORK), ("b", "a", Family.NETWORK)
    >>> ledger = Ledger(("a", "b"), {given: Statement(level=3)}, {received: Statement(level=1)}, all_pairs(("a", "b")))
    >>> asymmetry(ledger, "a", "b", Family.NETWORK).value
    Decimal('2')
    """
    return gap(family, ledger.given_by(partner, other, family), ledger.received_by(partner, other, family))


@dataclass(frozen=True, slots=True)
class Balance:
    """The asymmetries of a partner with the others in one family, added up in one unit.

    `counted` couples out of `of` could be added: those where the partner said both what it gives and receives.
    """

    partner: str
    family: Family
    unit: Unit
    value: Decimal
    counted: int
    of: int


def balances(ledger: Ledger, partner: str, family: Family) -> tuple[Balance, ...]:
    """Add up the asymmetries of a partner in a family: Σ over others (given − received), one sum for each unit.

    Euros and levels are never added together. Empty when no couple could be compared. Where all partners agree, the
    sum over the partners is zero.

    >>> money = Family.MONEY
    >>> given = {("a", "b", money): Statement(Decimal(500)), ("a", "c", money): Statement(level=2)}
    >>> received = {("b", "a", money): Statement(Decimal(200)), ("c", "a", money): Statement(level=1)}
    >>> ledger = Ledger(("a", "b", "c"), given, received, all_pairs(("a", "b", "c")))
    >>> [(str(each.value), each.unit.value, each.counted, each.of) for each in balances(ledger, "a", money)]
    [('300', 'euros', 1, 2), ('1', 'level', 1, 2)]
    """
    others = ledger.others_of(partner)
    gaps = [asymmetry(ledger, partner, other, family) for other in others]
    found = []
    for unit in Unit:
        values = [each.value for each in gaps if each.unit is unit and each.value is not None]
        if values:
            found.append(Balance(partner, family, unit, sum(values, Decimal(0)), len(values), len(others)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Filling:
    """How much a partner said: cells with something in them, out of those it could fill."""

    partner: str
    filled: int
    of: int


def filling(ledger: Ledger, partner: str) -> Filling:
    """Count the cells that a partner filled: two directions × six families × each other partner.

    >>> cell = ("a", "b", Family.DATA)
    >>> filling(Ledger(("a", "b", "c"), {cell: Statement(level=0)}, {}), "a")
    Filling(partner='a', filled=1, of=24)
    """
    cells = [(other, family) for other in ledger.partners if other != partner for family in Family]
    given = sum(not ledger.given_by(partner, other, family).is_missing for other, family in cells)
    received = sum(not ledger.received_by(partner, other, family).is_missing for other, family in cells)
    return Filling(partner, given + received, 2 * len(Family) * (len(ledger.partners) - 1))
