"""Changes between waves of one question: what moved, what cannot be told from nothing, corrected for being many."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cordee.apps.observatory.territories.asked import REGION, Asked, wave_name, waves_of
from cordee.apps.observatory.territories.readings import change_said


@dataclass(frozen=True)
class Change:
    """A change: between which waves, how much, and whether it can be told from none."""

    waves: str
    value: str
    verdict: str


def changes_to(asked: Asked, region: str = "") -> list[Change]:
    """Return the changes from each earlier wave to the one asked, those that the edition publishes."""
    cut = {REGION: region} if region else {}
    earlier = [wave for wave in waves_of(asked.edition) if wave < asked.wave]
    found = ((before, asked.change_since(before, **cut)) for before in earlier)
    return [
        Change(
            waves=_("Entre {before} et {after}").format(before=wave_name(asked.edition, before), after=asked.wave_name),
            value=change_said(change, asked.question),
            verdict=verdict_on(change.distinguishable, change.estimate),
        )
        for before, change in found
        if change is not None
    ]


def verdict_on(distinguishable: bool | None, estimate: float | None) -> str:
    """Say whether a change can be told from none: both answers are results."""
    if distinguishable is None or estimate is None:
        return _("Trop peu de réponses pour le dire.")
    if not distinguishable:
        return _("Ce changement ne se distingue pas d’une absence de changement.")
    return _("La valeur a augmenté.") if estimate > 0 else _("La valeur a baissé.")
