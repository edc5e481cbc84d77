"""What is known of a region whatever was surveyed: its code and what it is made of, in the official geographic code."""

from __future__ import annotations

from dataclasses import dataclass

from cordee.apps.library.addresses import language
from cordee.apps.organisations.territories import OVERSEAS_REGIONS, inside
from cordee.apps.organisations.territory_shapes import region_places
from cordee.core.folding import folded
from cordee.core.numerals import number


@dataclass(frozen=True)
class RegionLink:
    """A region in a list."""

    code: str
    name: str


@dataclass(frozen=True)
class RegionProfile:
    """The facts of a region, written for its page."""

    code: str
    name: str
    overseas: bool
    departments: tuple[str, ...]
    intercommunalities: str
    communes: str


def regions_listed() -> tuple[list[RegionLink], list[RegionLink]]:
    """Return the 13 regions of mainland France and Corsica, then the 5 overseas, each in the order of the alphabet."""
    links = sorted(
        (RegionLink(code, place.label) for code, place in region_places().items()), key=lambda one: folded(one.name)
    )
    mainland = [one for one in links if one.code not in OVERSEAS_REGIONS]
    return mainland, [one for one in links if one.code in OVERSEAS_REGIONS]


def profile_of(code: str) -> RegionProfile:
    """Return the profile of a region of the code."""
    key, lang = f"region-{code}", language()
    return RegionProfile(
        code=code,
        name=region_places()[code].label,
        overseas=code in OVERSEAS_REGIONS,
        departments=tuple(one.name for one in inside(key, "department")),
        intercommunalities=number(len(inside(key, "epci")), lang, 0),
        communes=number(len(inside(key, "commune")), lang, 0),
    )
