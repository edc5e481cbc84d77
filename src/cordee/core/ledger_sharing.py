"""What of a ledger may be shown: couples whose two partners agreed to stand by their figures, and counts otherwise."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from cordee.core.ledger import Family, Ledger, all_pairs, misperception
from cordee.core.ledger_points import NOTABLE

FEWEST_HIDDEN = 3
"""Counts without names are given from three partners without names on: with fewer, each could be worked out."""


@dataclass(frozen=True, slots=True)
class Consent:
    """Whether a partner has shared its side, and whether its name may stand by its figures (None: not yet chosen)."""

    shared: bool = False
    attributed: bool | None = None


Consents = Mapping[str, Consent]


def shown_pairs(consents: Consents) -> frozenset[frozenset[str]]:
    """Return the couples that may be shown side by side: both have shared, and both names may stand by the figures.

    >>> both = Consent(shared=True, attributed=True)
    >>> sorted(sorted(pair) for pair in shown_pairs({"a": both, "b": both, "c": Consent(True, False)}))
    [['a', 'b']]
    """
    named = tuple(partner for partner, consent in consents.items() if consent.shared and consent.attributed)
    return all_pairs(named)


def shown(ledger: Ledger, consents: Consents) -> Ledger:
    """Return a ledger that holds nothing but what may be shown: the words about other couples are left out of it."""
    pairs = shown_pairs(consents)
    given = {cell: said for cell, said in ledger.given.items() if frozenset(cell[:2]) in pairs}
    received = {cell: said for cell, said in ledger.received.items() if frozenset(cell[:2]) in pairs}
    return replace(ledger, given=given, received=received, pairs=pairs)


def nameless(consents: Consents) -> tuple[str, ...]:
    """Return the partners whose name may not stand by their figures."""
    return tuple(partner for partner, consent in consents.items() if not consent.attributed)


def may_count(consents: Consents) -> bool:
    """Tell whether counts without names may be given: all have shared, and three partners or more have no name.

    Before all have shared, two readings could be subtracted, and what the last one said would be known.

    >>> silent = Consent(shared=True, attributed=False)
    >>> may_count({"a": silent, "b": silent}), may_count({"a": silent, "b": silent, "c": silent})
    (False, True)
    """
    return len(nameless(consents)) >= FEWEST_HIDDEN and all(consent.shared for consent in consents.values())


@dataclass(frozen=True, slots=True)
class Tally:
    """How the words meet in a family, counted over the couples without names; None where that could reveal somebody.

    `compared` directions had words on both sides: `close` to each other, or the giver said more, or the receiver.
    """

    family: Family
    compared: int
    close: int
    giver_says_more: int
    receiver_says_more: int


def tallies(ledger: Ledger, consents: Consents) -> tuple[Tally, ...]:
    """Count, family by family, how the words meet over the couples that are not shown by name.

    A family is left out when fewer than three partners without names have words in it that meet those of another, or
    when all the directions fall on the same side: then each partner would know what every other one said.
    Empty where `may_count` says no.
    """
    if not may_count(consents):
        return ()
    hidden = replace(ledger, pairs=all_pairs(ledger.partners) - shown_pairs(consents))
    counted = (_tally(hidden, family, frozenset(nameless(consents))) for family in Family)
    return tuple(each for each in counted if each is not None)


def _tally(hidden: Ledger, family: Family, unnamed: Collection[str]) -> Tally | None:
    close, more, less, seen = 0, 0, 0, set[str]()
    for giver, receiver in hidden.directions():
        found = misperception(hidden, giver, receiver, family)
        if found.value is None:
            continue
        seen |= {giver, receiver} & set(unnamed)
        close += found.size < NOTABLE
        more += found.size >= NOTABLE and found.value > 0
        less += found.size >= NOTABLE and found.value < 0
    compared = close + more + less
    reveals = len(seen) < FEWEST_HIDDEN or compared in (close, more, less)
    return None if reveals else Tally(family, compared, close, more, less)
