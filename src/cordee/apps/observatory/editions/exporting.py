"""A selection of figures as the numbers that a file holds."""

from __future__ import annotations

from collections.abc import Sequence

from cordee.apps.observatory.editions.numbers import Cell, Numbers
from cordee.apps.observatory.editions.shelf import Figure, ShelvedEdition
from cordee.stats.results import AFTER


def figures_as_numbers(edition: ShelvedEdition, figures: Sequence[Figure]) -> Numbers:
    """Return the selection, its columns those of the table of the edition."""
    return Numbers(edition, "figures", columns_of(edition), [row_of(edition, one) for one in figures])


def columns_of(edition: ShelvedEdition) -> list[str]:
    """Return the names of the columns: those of the table, after the edition and whether it is synthetic."""
    return ["edition", "synthetic", "question", "measure", "values", *edition.cuts, *AFTER]


def row_of(edition: ShelvedEdition, figure: Figure) -> list[Cell]:
    """Return the cells of a figure; None for what is hidden or not known."""
    card = edition.card
    first: list[Cell] = [card.id, card.synthetic, figure.question, figure.measure, "|".join(figure.values)]
    return [*first, *(figure.domains.get(name) for name in edition.cuts), *(getattr(figure, name) for name in AFTER)]
