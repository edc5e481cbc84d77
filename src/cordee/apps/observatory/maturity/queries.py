"""What the page of the maturity barometer may show: the current figures, else those of the demonstration."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cordee.apps.observatory.maturity.bridge import barometer_from_json
from cordee.apps.observatory.maturity.families import form_of, ladders_of, reference_pack
from cordee.apps.observatory.models import MaturitySnapshot
from cordee.core.maturity_barometer import Barometer, Ladder
from cordee.core.packs.pack import Pack


@dataclass(frozen=True)
class Shown:
    """The barometer of a form on a day, and the pack that names what it says."""

    pack: Pack
    form: str
    ladder: Ladder
    barometer: Barometer
    made_on: date
    synthetic: bool


def shown_barometers() -> list[Shown]:
    """Return the current barometers, the one with most alliances first; invented ones only where there is no other."""
    pack = reference_pack()
    if pack is None:
        return []
    ladders = ladders_of(pack)
    found = [_shown(row, pack, ladders[row.family]) for row in MaturitySnapshot.objects.filter(family__in=ladders)]
    kept = [one for one in found if not one.synthetic] or found
    return sorted(kept, key=lambda one: (-one.barometer.count, one.form))


def _shown(row: MaturitySnapshot, pack: Pack, ladder: Ladder) -> Shown:
    read = barometer_from_json(row.content)
    return Shown(pack, form_of(row.family), ladder, read, row.made_on, row.synthetic)
