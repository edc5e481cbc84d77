"""The matrices of the ledger as a page draws them: a sign, a strength and words in each cell, never colour alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cordee.apps.evaluation.balance import words
from cordee.apps.evaluation.balance.bridge import key
from cordee.apps.evaluation.balance.reading import LedgerReading
from cordee.apps.library.addresses import language
from cordee.apps.organisations.models import Partner
from cordee.core.ledger import Family, Gap, asymmetry, balances, misperception
from cordee.core.ledger_points import NOTABLE
from cordee.core.punctuation import apart

MOST_PARTNERS_AT_ONCE = 5
"""Up to this number of partners the matrices hold everything; above, one partner is read at a time."""


@dataclass(frozen=True)
class HeatCell:
    """A cell: its family, what is written, how strong it is (0 to 3), and an arrow that repeats it."""

    family: str
    text: str
    strength: int = 0
    arrow: str = ""
    absent: bool = False

    @property
    def style(self) -> str:
        """Return the class of the cell."""
        return "heat-absent" if self.absent else f"heat-{self.strength}"


@dataclass(frozen=True)
class HeatRow:
    """A row: from one partner to another."""

    giver: str
    receiver: str
    cells: tuple[HeatCell, ...]


Measure = Callable[[str, str, Family], Gap]
Telling = Callable[[Gap, str, str], str]


def misperceptions(reading: LedgerReading, about: str = "") -> list[HeatRow]:
    """Return what A says it gives less what B says it receives, for each ordered pair; about one partner if named."""
    return _rows(reading, about, lambda a, b, family: misperception(reading.shown, a, b, family), brief_gap_words)


def brief_gap_words(gap: Gap, giver: str, receiver: str) -> str:
    """Write a misperception, or which of the two did not say it."""
    return words.silent_words(gap.refused) if gap.refused else words.gap_words(gap, giver, receiver)


def asymmetries(reading: LedgerReading, about: str = "") -> list[HeatRow]:
    """Return what A says it gives B less what A says it receives from B, for each ordered pair."""
    return _rows(reading, about, lambda a, b, family: asymmetry(reading.shown, a, b, family), own_gap_words)


def own_gap_words(gap: Gap, giver: str, receiver: str) -> str:
    """Write an asymmetry, or why there is none."""
    return words.own_refusal_words(gap.refused) if gap.refused else words.gap_words(gap, giver, receiver)


def _rows(reading: LedgerReading, about: str, measure: Measure, telling: Telling) -> list[HeatRow]:
    rows = []
    for giver, receiver in reading.shown.directions():
        if about in ("", giver, receiver):
            a, b = reading.names[giver], reading.names[receiver]
            cells = tuple(_cell(family, measure(giver, receiver, family), a, b, telling) for family in Family)
            rows.append(HeatRow(a, b, cells))
    return rows


def _cell(family: Family, gap: Gap, giver: str, receiver: str, telling: Telling) -> HeatCell:
    name, text = words.family_name(family), telling(gap, giver, receiver)
    if gap.value is None:
        return HeatCell(name, text, absent=True)
    strength = min(3, int(gap.size / NOTABLE))
    arrow = ("▲" if gap.value > 0 else "▼") * strength
    return HeatCell(name, text, strength, arrow or "≈")


def sums(reading: LedgerReading) -> list[tuple[str, list[HeatCell]]]:
    """Return, for each partner in a couple that may be shown, what it gives less what it receives, in all."""
    inside = [partner for partner in reading.shown.partners if reading.shown.others_of(partner)]
    return [(reading.names[one], [_sum_cell(reading, one, family) for family in Family]) for one in inside]


def _sum_cell(reading: LedgerReading, partner: str, family: Family) -> HeatCell:
    found = balances(reading.shown, partner, family)
    text = apart((words.sum_words(each) for each in found), language())
    return HeatCell(words.family_name(family), text or words.nothing_to_add(), absent=not found)


@dataclass(frozen=True)
class Direction:
    """What passes from one partner to another, in the words of both."""

    giver: str
    receiver: str
    rows: tuple[tuple[str, str, str, HeatCell], ...]


def side_by_side(reading: LedgerReading, giver: Partner, receiver: Partner) -> Direction:
    """Return what one says it gives and the other says it receives, family by family."""
    a, b, ledger = key(giver), key(receiver), reading.shown
    names = reading.names[a], reading.names[b]
    rows = tuple(
        (
            words.family_name(family),
            words.said(family, ledger.given_by(a, b, family)),
            words.said(family, ledger.received_by(b, a, family)),
            _cell(family, misperception(ledger, a, b, family), *names, words.gap_words),
        )
        for family in Family
    )
    return Direction(*names, rows)
