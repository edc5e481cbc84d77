"""Plays a campaign to its end inside a savepoint, so that the same alliance can answer in several ways."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from tests.apps.campaigns.answering.building import Alliance360
from tests.apps.campaigns.attacking import outputs
from tests.apps.campaigns.attacking.alliances import Drawn, seat_everyone, table_in
from tests.apps.campaigns.attacking.outputs import Shown

from cordee.apps.campaigns.bridge import plan_of_publication
from cordee.apps.campaigns.models import Publication
from cordee.apps.campaigns.operations import closing
from cordee.core.disclosure import DisclosureRule, Plan, plan_of


@dataclass
class Tally:
    """How many times an attack was tried, and what it told."""

    attack: str
    attempts: int = 0
    disclosures: int = 0
    told: str = ""

    def compare(self, one: Shown, other: Shown) -> None:
        """Count each page as an attempt, and each that differs as a disclosure; pages that are not in both differ."""
        for page in one.keys() | other.keys():
            self.attempts += 1
            if one.get(page) != other.get(page):
                self.disclosures += 1
                self.told = self.told or f"{page}: {_first_difference(one.get(page, ''), other.get(page, ''))}"

    def expect(self, harmless: bool, told: str) -> None:
        """Count one attempt, and a disclosure where it was not harmless."""
        self.attempts += 1
        if not harmless:
            self.disclosures += 1
            self.told = self.told or told

    def found_nothing(self, floor: int) -> None:
        """Assert that it was tried often enough, and told nothing."""
        assert self.disclosures == 0, self.told
        assert self.attempts >= floor, self.attempts

    def __str__(self) -> str:
        return f"{self.attack:>62} │ {self.attempts:>7,} attempts │ {self.disclosures:>3} disclosures"


def _first_difference(one: str, other: str) -> str:
    place = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    return f"«{one[max(0, place - 80) : place + 80]}» or «{other[max(0, place - 80) : place + 80]}»"


@contextmanager
def undone() -> Iterator[None]:
    """Do something to the database, and undo it."""
    point = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(point)


def plan_for(world: Alliance360, alliance: Drawn) -> Plan:
    """The plan that the closing of an alliance would decide."""
    with undone():
        seat_everyone(world, alliance)
        own = next(name for name, circle in world.circles.items() if circle.is_self)
        return plan_of(table_in(world), DisclosureRule(), own)


def answered(world: Alliance360, alliance: Drawn, order: Sequence[int]) -> Shown:
    """Let some answer, and read everything while the campaign is open."""
    with undone():
        seat_everyone(world, alliance, order)
        return outputs.before_closing(world)


def closed(world: Alliance360, alliance: Drawn, order: Sequence[int] | None = None, *, pages: bool = True) -> Shown:
    """Let everyone answer, close, and read everything: what is stored as published, then every page of every reader."""
    with undone():
        close(world, alliance, order)
        shown = stored(world)
        if pages:
            nothing = plan_of_publication(world.campaign.publications.get(audience="everyone")).nothing_shown
            meeting = None if nothing else outputs.session_on(world, timezone.now())
            shown |= outputs.after_closing(world, meeting)
    world.campaign.refresh_from_db()
    return shown


def close(world: Alliance360, alliance: Drawn, order: Sequence[int] | None = None) -> None:
    """Let everyone answer, and close."""
    seat_everyone(world, alliance, order)
    assert closing.close(world.campaign, timezone.now())
    world.campaign.refresh_from_db()


def stored(world: Alliance360) -> Shown:
    """What was stored as published, but for the fingerprint of the answers, which no page shows."""
    kept = {}
    for one in Publication.objects.filter(campaign=world.campaign).select_related("release").order_by("pk"):
        values = {"plan": one.plan, "reading": one.reading, "layers": one.layers, "engine": one.engine}
        kept["database", one.audience, one.release.version] = json.dumps(values, sort_keys=True, ensure_ascii=False)
    return kept
