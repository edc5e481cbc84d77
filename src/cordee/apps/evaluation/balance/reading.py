"""The ledger as a reader may see it: computed once, told by the page and by the report alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from cordee.apps.evaluation.balance import bridge, queries
from cordee.apps.evaluation.models import Evaluation, LedgerSide
from cordee.apps.organisations.models import Partner
from cordee.core.ledger import Filling, Ledger, filling
from cordee.core.ledger_points import Point, couples, discussion_points
from cordee.core.ledger_sharing import Consents, Tally, may_count, shown, tallies


@dataclass(frozen=True)
class LedgerReading:
    """Who takes part, where each one stands, and a ledger that holds nothing but what may be shown.

    `_whole` holds the words of all, drafts included: only counts without content are taken from it.
    """

    partners: tuple[Partner, ...]
    sides: Mapping[int, LedgerSide]
    consents: Consents
    shown: Ledger
    _whole: Ledger

    @cached_property
    def names(self) -> dict[str, str]:
        """Return the names of the partners, by their name on the pure floor."""
        return {bridge.key(partner): partner.organisation.name for partner in self.partners}

    @cached_property
    def couples(self) -> tuple[tuple[str, str], ...]:
        """Return the couples that may be read side by side."""
        return couples(self.shown)

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Return what there is to talk about, from what may be shown alone."""
        sides = [side for side in self.sides.values() if side.shared_at and side.attributed]
        return discussion_points(self.shown, bridge.money_declared(sides))

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """Return the counts without names over the couples that may not be shown."""
        return tallies(self._whole, self.consents)

    @property
    def counts_are_out(self) -> bool:
        """Tell whether counts without names are published."""
        return may_count(self.consents)

    @property
    def shared(self) -> int:
        """Return how many partners have shared."""
        return sum(consent.shared for consent in self.consents.values())

    @property
    def is_for_two(self) -> bool:
        """Tell whether nothing can be hidden: with two partners, each knows who said the rest."""
        return len(self.partners) == 2

    def filling_of(self, partner: Partner) -> Filling:
        """Return how much a partner said: a count, never what."""
        return filling(self._whole, bridge.key(partner))

    def partner(self, key: str) -> Partner:
        """Return a partner by its name on the pure floor."""
        return next(each for each in self.partners if bridge.key(each) == key)

    def others_shared(self, partner: Partner) -> bool:
        """Tell whether another partner has shared."""
        return any(consent.shared for name, consent in self.consents.items() if name != bridge.key(partner))


def reading_of(evaluation: Evaluation) -> LedgerReading:
    """Read the ledger of an evaluation, in three questions to the database."""
    partners = tuple(queries.participants_of(evaluation))
    sides = queries.sides_of(evaluation)
    whole = bridge.ledger_from(partners, queries.entries_of(sides.values()))
    consents = bridge.consents_from(partners, sides)
    return LedgerReading(partners, sides, consents, shown(whole, consents), whole)
