"""What a ledger gives to talk about: words that do not meet, what goes one way, silences, money that weighs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Literal

from cordee.core.ledger import Family, Ledger, Statement, Unit, misperception

NOTABLE = 0.25
"""From this size on, two words do not meet: one level out of four, or a quarter of the larger amount.

A working definition, to be confirmed by use."""

POWER_SHARE = Decimal("0.5")
"""Above this share of a partner's money, the one who gives it weighs on the relation. A working definition."""

MOST_MISPERCEPTIONS = 5
"""How many words that do not meet are put forward: a session holds no more."""


@dataclass(frozen=True, slots=True)
class WordsApart:
    """A says it gives one thing, B says it receives another; `size` from 0 to 1, `value` signed in `unit`."""

    giver: str
    receiver: str
    family: Family
    value: Decimal
    unit: Unit
    size: float


@dataclass(frozen=True, slots=True)
class OneWay:
    """In a family, something passes from one partner to the other, and both said that nothing comes back."""

    giver: str
    receiver: str
    family: Family


@dataclass(frozen=True, slots=True)
class Silence:
    """One partner said nothing at all of another, who did say something of it."""

    silent: str
    about: str


@dataclass(frozen=True, slots=True)
class Weight:
    """How much of the money of a partner comes from another: `share` from 0 to 1.

    `basis` says of which money: all that the partner declared for the alliance, or what it says that the others give
    it, known from `known` partners out of `of`.
    """

    funder: str
    funded: str
    share: Decimal
    basis: Literal["declared", "partners"]
    known: int
    of: int


Point = WordsApart | OneWay | Silence | Weight


def words_apart(ledger: Ledger, most: int = MOST_MISPERCEPTIONS) -> tuple[WordsApart, ...]:
    """Return the largest mis-perceptions, of size `NOTABLE` and above, the largest first; ties in ledger order.

    >>> cell = ("a", "b", Family.TIME)
    >>> given, received = {cell: Statement(Decimal(100))}, {cell: Statement(Decimal(60))}
    >>> ledger = Ledger(("a", "b"), given, received, frozenset({frozenset("ab")}))
    >>> [(point.giver, str(point.value), point.size) for point in words_apart(ledger)]
    [('a', '40', 0.4)]
    """
    return tuple(sorted(_apart(ledger), key=lambda point: -point.size)[:most])


def _apart(ledger: Ledger) -> Iterable[WordsApart]:
    for giver, receiver in ledger.directions():
        for family in Family:
            found = misperception(ledger, giver, receiver, family)
            if found.value is not None and found.unit is not None and found.size >= NOTABLE:
                yield WordsApart(giver, receiver, family, found.value, found.unit, found.size)


def one_ways(ledger: Ledger) -> tuple[OneWay, ...]:
    """Return the families that go one way in a couple: something passes, and all that was said of the way back is zero.

    At least one partner must have said it, and none the contrary; a way back of which nobody spoke is not one-way.

    >>> there, back = ("a", "b", Family.DATA), ("b", "a", Family.DATA)
    >>> ledger = Ledger(
    ...     ("a", "b"), {there: Statement(level=3)}, {back: Statement(level=0)}, frozenset({frozenset("ab")})
    ... )
    >>> one_ways(ledger)
    (OneWay(giver='a', receiver='b', family=<Family.DATA: 'data'>),)
    """
    return tuple(
        OneWay(giver, receiver, family)
        for giver, receiver in ledger.directions()
        for family in Family
        if _something(ledger, giver, receiver, family) and _nothing(ledger, receiver, giver, family)
    )


def _both_words(ledger: Ledger, giver: str, receiver: str, family: Family) -> list[Statement]:
    return [ledger.given_by(giver, receiver, family), ledger.received_by(receiver, giver, family)]


def _something(ledger: Ledger, giver: str, receiver: str, family: Family) -> bool:
    return any(said.says_something for said in _both_words(ledger, giver, receiver, family))


def _nothing(ledger: Ledger, giver: str, receiver: str, family: Family) -> bool:
    words = [said for said in _both_words(ledger, giver, receiver, family) if not said.is_missing]
    return bool(words) and all(said.says_nothing_passes for said in words)


def silences(ledger: Ledger) -> tuple[Silence, ...]:
    """Return the couples where one side said nothing of the other, who said something of it.

    >>> ledger = Ledger(("a", "b"), {("a", "b", Family.DATA): Statement(level=1)}, {}, frozenset({frozenset("ab")}))
    >>> silences(ledger)
    (Silence(silent='b', about='a'),)
    """
    return tuple(
        Silence(silent, about)
        for silent, about in ledger.directions()
        if not spoke_of(ledger, silent, about) and spoke_of(ledger, about, silent)
    )


def spoke_of(ledger: Ledger, author: str, other: str) -> bool:
    """Tell whether a partner said anything of another, in either direction."""
    words = [ledger.given_by(author, other, family) for family in Family]
    words += [ledger.received_by(author, other, family) for family in Family]
    return any(not said.is_missing for said in words)


def weights(ledger: Ledger, declared: dict[str, Decimal] | None = None) -> tuple[Weight, ...]:
    """Return who gives more than half of another's money, with the share and of which money.

    Share = euros that B says it receives from A / money of B: the total that B declared for the alliance where it
    did and where it holds what the partners give, else the euros that B says it receives from all partners. The words
    of B are used, for it is B who depends. Levels are no money; an amount that B did not give counts nowhere.

    >>> money = Family.MONEY
    >>> received = {("a", "b", money): Statement(Decimal(60000)), ("c", "b", money): Statement(Decimal(20000))}
    >>> pairs = frozenset({frozenset("ab"), frozenset("bc")})
    >>> [(str(each.share), each.basis) for each in weights(Ledger(("a", "b", "c"), {}, received, pairs))]
    [('0.75', 'partners')]
    >>> weights(Ledger(("a", "b", "c"), {}, received, pairs), {"b": Decimal(200000)})
    ()
    """
    found = (weight for funded in ledger.partners for weight in _weights_on(ledger, funded, declared or {}))
    return tuple(weight for weight in found if weight.share > POWER_SHARE)


def _weights_on(ledger: Ledger, funded: str, declared: dict[str, Decimal]) -> Iterable[Weight]:
    others = ledger.others_of(funded)
    said = {other: ledger.received_by(funded, other, Family.MONEY).amount for other in others}
    known = {other: amount for other, amount in said.items() if amount is not None}
    from_partners = sum(known.values(), Decimal(0))
    total = declared.get(funded)
    basis: Literal["declared", "partners"] = "partners" if total is None or total < from_partners else "declared"
    money = from_partners if basis == "partners" or total is None else total
    for funder, amount in known.items():
        if amount:
            yield Weight(funder, funded, amount / money, basis, len(known), len(others))


def discussion_points(ledger: Ledger, declared: dict[str, Decimal] | None = None) -> tuple[Point, ...]:
    """Return what the partners may talk about: money that weighs, words apart, what goes one way, silences.

    One-way families are told of couples, once each: two partners who each give what the other does not are two points.
    """
    return (*weights(ledger, declared), *words_apart(ledger), *one_ways(ledger), *silences(ledger))


def couples(ledger: Ledger) -> tuple[tuple[str, str], ...]:
    """Return the couples that may be compared, each once, in the order of the partners.

    >>> couples(Ledger(("a", "b", "c"), {}, {}, frozenset({frozenset("ac")})))
    (('a', 'c'),)
    """
    return tuple(pair for pair in combinations(ledger.partners, 2) if frozenset(pair) in ledger.pairs)
