"""What must hold in the référentiel: a cell named after its approach and its object, and one for every pair of them."""

from collections.abc import Iterator

from cordee.core.packs.checks.finding import Finding, Whole, found
from cordee.core.packs.referential import Cell, EvaluationObject

NEEDED = frozenset({"objects", "cells", "instrument"})
"""Kinds without which nobody can tell which cells there should be."""


def check_referential(whole: Whole) -> Iterator[Finding]:
    """Find cells with another name than their place, and places without a cell."""
    filled: set[str] = set()
    for path, cell in whole.every(Cell):
        expected = f"{cell.approach}.{cell.object}"
        filled.add(expected)
        if cell.id != expected:
            yield found((*path, "id"), "cell-id", expected=expected)
    if whole.instrument and not NEEDED & whole.unread:
        yield from _missing(whole, filled)


def _missing(whole: Whole, filled: set[str]) -> Iterator[Finding]:
    approaches = [axis.id for axis in whole.instrument.axes] if whole.instrument else []
    for path, one in whole.every(EvaluationObject):
        for approach in approaches:
            if f"{approach}.{one.id}" not in filled:
                yield found((*path, "id"), "missing-cell", expected=f"{approach}.{one.id}")
