"""The parts of the page of a region that surveys fill: fragilities as they are perceived, dynamics of alliance."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cordee.apps.observatory.editions.shelf import ShelvedEdition
from cordee.apps.observatory.territories.asked import REGION
from cordee.apps.observatory.territories.strips import Subject, theme_strip
from cordee.apps.observatory.territories.themes import FRAGILITY, MEANS, MOVING, PARTNERS, about
from cordee.apps.ui.figures import DrawnFigure, drawn


@dataclass(frozen=True)
class RegionParts:
    """What a survey says of a region; nothing where it asked nothing. `surveyed`: whether it asked anybody there."""

    surveyed: bool
    fragilities: DrawnFigure | None
    dynamics: tuple[DrawnFigure, ...]


def parts_of_region(edition: ShelvedEdition, region: str) -> RegionParts:
    """Return what a survey says of a region at its last wave."""
    if region not in edition.categories(REGION):
        return RegionParts(False, None, ())
    fragilities = _drawn(Subject("fragilities", _("Fragilités perçues")), edition, FRAGILITY, region)
    dynamics = (
        _drawn(Subject("moving", _("Mouvement du territoire")), edition, MOVING, region),
        _drawn(Subject("means", _("Façons de s’allier")), edition, MEANS, region),
        _drawn(Subject("partners", _("Acteurs que l’on voit agir")), edition, PARTNERS, region),
    )
    return RegionParts(True, fragilities, tuple(one for one in dynamics if one is not None))


def _drawn(subject: Subject, edition: ShelvedEdition, theme: str, region: str) -> DrawnFigure | None:
    strip = theme_strip(subject, edition, about(edition, theme), region)
    return drawn(strip) if strip else None
