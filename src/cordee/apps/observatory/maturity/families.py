"""What a barometer may be made of: each form of the reference pack, with its approaches and its stages."""

from __future__ import annotations

from collections.abc import Mapping

from cordee.apps.library.queries import REFERENCE_PACK, current_release, pack_of
from cordee.core.maturity_barometer import Ladder
from cordee.core.packs.pack import Pack
from cordee.core.scoring import layout_of


def reference_pack() -> Pack | None:
    """Return the pack in force; None when none is loaded."""
    release = current_release(REFERENCE_PACK)
    return pack_of(release) if release else None


def family_of(pack: str, form: str) -> str:
    """Name the results that may be counted together: those of one instrument and one form.

    >>> family_of("alliances", "express")
    'alliances:express'
    """
    return f"{pack}:{form}"


def form_of(family: str) -> str:
    """Return the form of a family.

    >>> form_of("alliances:express")
    'express'
    """
    return family.partition(":")[2]


def ladders_of(pack: Pack) -> Mapping[str, Ladder]:
    """Return the approaches and the stages of each family of a pack."""
    stages = tuple(stage.id for stage in pack.scoring.stages)
    return {
        family_of(pack.card.id, form.id): Ladder(layout_of(pack.instrument, form.id).axes, stages)
        for form in pack.instrument.forms
    }
