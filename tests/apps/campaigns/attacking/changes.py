"""Changes that nobody may notice: people who weigh together change places, what is hidden says something else."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace

from tests.apps.campaigns.answering.building import Alliance360
from tests.apps.campaigns.attacking.alliances import SILENT, Drawn, Sheet, gave_a_level, items, kinds_of

from cordee.core.disclosure import DisclosureRule, Plan

FEWEST_FOR_VERBATIMS = DisclosureRule().fewest_for_verbatims


def places_changed(alliance: Drawn, world: Alliance360, plan: Plan) -> Drawn:
    """Deal whole sheets among the people of a block who answered the same items; words move with their sheet."""
    heaps: dict[object, list[int]] = defaultdict(list)
    for number, sheet in enumerate(alliance.sheets):
        heaps[(*_block(alliance, world, plan, number), kinds_of(sheet))].append(number)
    sheets = list(alliance.sheets)
    for heap in heaps.values():
        mixed = alliance.rng.sample(heap, len(heap))
        for place, other in zip(heap, mixed, strict=True):
            sheets[place] = alliance.sheets[other]
    return alliance.with_sheets(sheets)


def _block(alliance: Drawn, world: Alliance360, plan: Plan, number: int) -> tuple[str, str]:
    circle, home = alliance.places[number]
    group, public = plan.group_of(circle), str(world.partners[home].public)
    block = next((one.name for one in group.blocks if public in one.organisations), public) if group else public
    return (group.label if group else circle, block)


def hidden_changed(alliance: Drawn, plan: Plan) -> Drawn:
    """Change every level, mark and importance that is left out, and every word that is withheld."""
    sheets = [_changed(alliance, plan, number) for number in range(len(alliance.sheets))]
    return alliance.with_sheets(sheets)


def _changed(alliance: Drawn, plan: Plan, number: int) -> Sheet:
    sheet, group = alliance.sheets[number], plan.group_of(alliance.places[number][0])
    if not gave_a_level(sheet):
        return sheet
    hidden = [group is None or name in group.masked_items for name in items()]
    for item, is_hidden in enumerate(hidden):
        if is_hidden:
            sheet = sheet.saying(item, _other(sheet.said[item], alliance.rng))
    few = group is None or group.respondents < FEWEST_FOR_VERBATIMS
    words = tuple((item, text if kept or not few else text[::-1], kept) for item, text, kept in sheet.words)
    return replace(sheet, words=words)


def _other(said: int | str | None, rng: random.Random) -> int | str | None:
    """Say another level, or keep as silent in another way: whether there is a level decides who counts."""
    if isinstance(said, int):
        return (said + rng.randint(1, 4)) % 5
    return said if said is None else rng.choice(SILENT)


def everything_changed(alliance: Drawn) -> Drawn:
    """Let everyone answer something else altogether."""
    sheets = []
    for sheet in alliance.sheets:
        said = tuple(alliance.rng.randint(0, 4) for _ in sheet.said)
        sheets.append(
            replace(sheet, said=said, words=tuple((item, text[::-1], not r) for item, text, r in sheet.words))
        )
    return alliance.with_sheets(sheets)
