"""Where figures on a territory come from: the settings name the room that offers them; this floor knows none."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.conf import settings
from django.utils.module_loading import import_string

from cordee.apps.organisations.models import Alliance
from cordee.core.territory_figure import EditionStanding, OfferedFigure, TerritoryFigure

Offering = Callable[[str], tuple[OfferedFigure, ...]]
"""Gives the figures that may be taken for a territory, written « region-84 »; those on the country for none."""
Follower = Callable[[str, str], EditionStanding]
"""Tells what became of an edition, by its identifier and the SHA-256 of its card on the day of the copy."""


def figures_for(alliance: Alliance) -> tuple[OfferedFigure, ...]:
    """Return the figures that an alliance may take: on its territory, and on the country."""
    offering: Offering = import_string(settings.TERRITORY_FIGURES)
    return offering(alliance.territory)


def standings_of(figures: Iterable[TerritoryFigure]) -> dict[str, EditionStanding]:
    """Tell what became of the editions that figures were copied from, by the SHA-256 of the card of each.

    A figure that others published has no edition, hence no entry.
    """
    follower: Follower = import_string(settings.FIGURE_EDITION)
    named = {one.digest: one.edition for one in figures if one.edition}
    return {digest: follower(edition, digest) for digest, edition in named.items()}
