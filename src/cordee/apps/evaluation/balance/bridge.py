"""Rows of the ledger become values of the pure floor; nothing else of the room turns rows into values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from cordee.apps.evaluation.models import LedgerEntry, LedgerSide
from cordee.apps.organisations.models import Partner
from cordee.core.ledger import AMOUNTS, Cell, Family, Ledger, Statement
from cordee.core.ledger_sharing import Consent, Consents


def key(partner: Partner) -> str:
    """Return the name of a partner on the pure floor."""
    return str(partner.pk)


def statement(entry: LedgerEntry, direction: str, family: Family) -> Statement:
    """Return what an entry says of a family, in a direction: « given » or « received »."""
    amount = getattr(entry, f"{direction}_{family}_amount") if family in AMOUNTS else None
    return Statement(amount, getattr(entry, f"{direction}_{family}"))


def ledger_from(partners: Iterable[Partner], entries: Iterable[LedgerEntry]) -> Ledger:
    """Return all that sides say, with no couple to compare yet: what may be shown is decided elsewhere."""
    names = tuple(key(partner) for partner in partners)
    known = frozenset(names)
    given: dict[Cell, Statement] = {}
    received: dict[Cell, Statement] = {}
    for entry in entries:
        author, other = str(entry.side.partner_id), str(entry.other_id)
        if author in known and other in known:
            given |= {(author, other, family): statement(entry, "given", family) for family in Family}
            received |= {(other, author, family): statement(entry, "received", family) for family in Family}
    return Ledger(names, given, received)


def consents_from(partners: Iterable[Partner], sides: Mapping[int, LedgerSide]) -> Consents:
    """Return who has shared, and whose name may stand by its figures."""
    return {key(partner): _consent(sides.get(partner.pk)) for partner in partners}


def _consent(side: LedgerSide | None) -> Consent:
    return Consent() if side is None else Consent(side.shared_at is not None, side.attributed)


def money_declared(sides: Iterable[LedgerSide]) -> dict[str, Decimal]:
    """Return the yearly money of the partners that declared it."""
    return {str(side.partner_id): side.money_total for side in sides if side.money_total is not None}


def filled_cells(entry: LedgerEntry) -> int:
    """Count the cells of an entry that say something."""
    words = (statement(entry, direction, family) for direction in ("given", "received") for family in Family)
    return sum(not each.is_missing for each in words)
