"""The places that figures are about, by the code that the observatory gives them: FR, or that of a region."""

from __future__ import annotations

from cordee.apps.organisations.territories import territory
from cordee.core.packs.text import Text
from cordee.core.territory_figure import FRANCE


def place_named(code: str) -> Text:
    """Return the name of a place; a region is called alike in both languages."""
    if code == FRANCE:
        return Text(fr="France", en="France")
    found = territory(f"region-{code}")
    name = found.name if found else code
    return Text(fr=name, en=name)


def regions_around(key: str) -> tuple[str, ...]:
    """Return the codes of the regions that hold a territory, or that it is: none for the country, or for nothing.

    >>> regions_around("commune-69123"), regions_around("region-53"), regions_around("country-FR"), regions_around("")
    (('84',), ('53',), (), ())
    """
    found = territory(key) if key else None
    keys = (found.key, *found.parents) if found else ()
    return tuple(one.removeprefix("region-") for one in keys if one.startswith("region-"))
