"""The three impacts in the observatory: qualified by the pack, measured by surveys, illustrated by stories."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cordee.apps.library.addresses import current_pack, language, url_of
from cordee.apps.library.references import Link
from cordee.apps.observatory.editions.shelf import ShelvedEdition
from cordee.apps.observatory.territories.asked import REGION, Asked, standing_editions, waves_of
from cordee.apps.observatory.territories.strips import Subject, publics_strip
from cordee.apps.observatory.territories.themes import IMPACT
from cordee.apps.organisations.territories import OVERSEAS_REGIONS
from cordee.apps.organisations.territory_shapes import region_places
from cordee.apps.ui.figures import DrawnFigure, drawn
from cordee.core.packs.impacts import Impact
from cordee.core.packs.library import Story
from cordee.core.packs.pack import Pack

MOST_STORIES = 3


@dataclass(frozen=True)
class ImpactSeen:
    """An impact: what it is, when it may be looked for, its figure when it was surveyed, the stories that show it."""

    id: str
    name: str
    url: str
    clock: str
    qualified: str
    measured: DrawnFigure | None
    stories: tuple[Link, ...]


def impacts_seen(region: str = "") -> list[ImpactSeen]:
    """Return the three impacts in the order of their clocks, in the whole country or in one region."""
    pack = current_pack()
    if pack is None:
        return []
    ordered = sorted(pack.impacts, key=lambda impact: impact.clock.months)
    return [_seen(impact, pack, region) for impact in ordered]


def stories_in(pack: Pack, region: str) -> list[Story]:
    """Return the stories of a region: those that say its code, or its name for the regions overseas, told together."""
    return [one for one in pack.stories if _is_in(one, region)]


def _is_in(story: Story, region: str) -> bool:
    if f"region-{region}" in story.traits.get("territory", ()):
        return True
    name = region_places()[region].label
    return region in OVERSEAS_REGIONS and story.territory is not None and name in story.territory.fr


def _seen(impact: Impact, pack: Pack, region: str) -> ImpactSeen:
    lang = language()
    all_asked = [
        Asked(edition, question, waves_of(edition)[-1])
        for edition in standing_editions()
        if (question := edition.question(f"{IMPACT}{impact.id}")) and _surveyed(edition, region)
    ]
    stories = stories_in(pack, region) if region else pack.stories
    return ImpactSeen(
        id=impact.id,
        name=impact.name.in_(lang),
        url=url_of("impacts", impact.id, pack) or "",
        clock=impact.clock.words.in_(lang),
        qualified=impact.summary.in_(lang),
        measured=drawn(publics_strip(Subject(impact.id, impact.name.in_(lang)), all_asked, region))
        if all_asked
        else None,
        stories=_links(pack, (one for one in stories if impact.id in one.impacts)),
    )


def _surveyed(edition: ShelvedEdition, region: str) -> bool:
    return not region or region in edition.categories(REGION)


def _links(pack: Pack, stories: Iterable[Story]) -> tuple[Link, ...]:
    lang = language()
    found = ((one.name.in_(lang), url_of("stories", one.id, pack)) for one in stories)
    return tuple(Link(name, url) for name, url in found if url)[:MOST_STORIES]
