"""Small alliances drawn by lot, as their rows: who is where, and the sheet that each person handed in."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import numpy as np
from django.utils import timezone
from tests.apps.campaigns.answering.building import Alliance360, built
from tests.apps.diagnosis.conftest import at_version, reference_pack

from cordee.apps.campaigns.bridge import table_of
from cordee.apps.campaigns.models import CampaignCircle, Seat, SeatAnswer, SeatImportance
from cordee.apps.campaigns.queries.collecting import collected
from cordee.apps.diagnosis.models import Mark
from cordee.apps.library.models import PackRelease
from cordee.apps.organisations.models import Organisation, Partner
from cordee.core.answers import AnswerTable
from cordee.core.packs.pack import Pack

FORM = "express"
SILENT = (Mark.DONT_KNOW, Mark.NOT_APPLICABLE)
DRAWS = 40
"""Draws of the intervals: fewer than in life, so that more alliances are attacked."""
Said = int | str
"""A level, or the mark of who gave none."""


def quick_pack(version: str = "1.0.0") -> Pack:
    """The reference pack with fewer draws."""
    pack = reference_pack()
    interval = pack.scoring.interval.model_copy(update={"draws": DRAWS})
    return at_version(pack, version, scoring=pack.scoring.model_copy(update={"interval": interval}))


@dataclass(frozen=True)
class Sheet:
    """What one person handed in: an answer an item, None where skipped; words on some items; topics that matter."""

    said: tuple[Said | None, ...]
    words: tuple[tuple[int, str, bool], ...] = ()
    matters: tuple[str, ...] = ()

    def saying(self, item: int, answer: Said | None) -> Sheet:
        """Return the same sheet but for one answer."""
        return replace(self, said=(*self.said[:item], answer, *self.said[item + 1 :]))


@dataclass(frozen=True)
class Drawn:
    """An alliance: the circle and the organisation of each person, and their sheets in the same order."""

    seed: int
    places: tuple[tuple[str, int], ...]
    sheets: tuple[Sheet, ...]
    rng: random.Random = field(compare=False, repr=False)

    def with_sheets(self, sheets: Sequence[Sheet]) -> Drawn:
        """Return the same people with other sheets."""
        return replace(self, sheets=tuple(sheets))


def items() -> list[str]:
    """The items of the form, in order."""
    return [item.id for item in reference_pack().instrument.items_of(FORM)]


def topics() -> list[str]:
    """Its topics."""
    return [topic.id for topic in reference_pack().instrument.topics_of(FORM)]


def drawn(seed: int) -> Drawn:
    """Draw an alliance of 2 to 5 circles, 2 to 5 organisations and 2 to 18 people; one circle in three is large."""
    rng = random.Random(seed)
    known = [circle.id for circle in reference_pack().instrument.circles]
    circles = rng.sample(known, rng.randint(2, min(5, len(known))))
    homes = rng.randint(2, 5)
    places = [(circle, rng.randrange(homes)) for circle in circles for _ in range(rng.choice((1, 2, 3, 5, 6)))]
    if seed % 3 == 0:
        places += [(circles[0], rng.randrange(homes)) for _ in range(8)]
    return Drawn(seed, tuple(places), tuple(_sheet(rng, number) for number in range(len(places))), rng)


def _sheet(rng: random.Random, number: int) -> Sheet:
    """Most sheets are full, some have don't-knows and holes; words are written on the first two items."""
    holes = rng.random() < 0.35
    said: list[Said | None] = []
    for _item in items():
        silent = holes and rng.random() < 0.4
        said.append(rng.choice((None, *SILENT)) if silent else rng.randint(0, 4))
    words = tuple((item, f"Parole {number} {rng.getrandbits(32):08x}", rng.random() < 0.2) for item in (0, 1))
    matters = tuple(topic for topic in topics() if rng.random() < 0.4)
    return Sheet(tuple(said), words, matters)


def world_of(alliance: Drawn, release: PackRelease, regime: str = "aggregate") -> Alliance360:
    """Build the campaign with its circles and its people, who have not come yet. Their names are like no other word."""
    world = built(release, regime=regime)
    have = dict(world.circles)
    for circle in reference_pack().instrument.circles:
        if circle.id not in have:
            world.circles[circle.id] = CampaignCircle.objects.create(
                campaign=world.campaign,
                circle=circle.id,
                name_fr=circle.name.fr,
                name_en=circle.name.en,
                position=len(world.circles),
            )
    for name in ("Quatrième Maison", "Cinquième Maison"):
        organisation = Organisation.objects.create(name=name)
        world.partners.append(Partner.objects.create(alliance=world.campaign.alliance, organisation=organisation))
    for number, (circle, home) in enumerate(alliance.places):
        email = "" if number % 5 == 4 else f"zyx{number:02}wv@qrs.example"
        world.invite(f"Zyx{number:02}wv Qrs", circle, home, email)
    return world


def hour_of(arrival: int, start: datetime) -> datetime:
    """When someone came, the first long ago."""
    return start - timedelta(hours=20) + timedelta(minutes=23 * arrival)


def seat_everyone(world: Alliance360, alliance: Drawn, order: Sequence[int] | None = None) -> dict[int, Seat]:
    """Let people come and hand their sheets in, in an order; return the seats of those who came, by their number."""
    start, seats = timezone.now(), {}
    for arrival, number in enumerate(range(len(alliance.places)) if order is None else order):
        invitee, sheet = world.invitees[number], alliance.sheets[number]
        came = hour_of(arrival, start)
        seats[number] = Seat.objects.create(
            campaign=world.campaign,
            circle=invitee.circle,
            partner=invitee.partner,
            invitee=invitee,
            channel=Seat.Channel.INVITED,
            lang="en" if arrival % 4 == 0 else "fr",
            started_at=came,
            updated_at=came,
            finished_at=came,
        )
        _write(seats[number], sheet)
    return seats


def _write(seat: Seat, sheet: Sheet) -> None:
    words = {item: (text, released) for item, text, released in sheet.words}
    SeatAnswer.objects.bulk_create(
        SeatAnswer(
            seat=seat,
            item=name,
            mark=answer if isinstance(answer, str) else Mark.ANSWERED,
            level=None if isinstance(answer, str) else answer,
            evidence=words.get(place, ("", False))[0],
            released=words.get(place, ("", False))[1],
        )
        for place, (name, answer) in enumerate(zip(items(), sheet.said, strict=True))
        if answer is not None
    )
    SeatImportance.objects.bulk_create(
        SeatImportance(seat=seat, topic=topic, importance=2 if topic in sheet.matters else 1) for topic in topics()
    )


def table_in(world: Alliance360) -> AnswerTable:
    """The answers of a campaign as closing reads them."""
    return table_of(collected(world.campaign), reference_pack().instrument, FORM)


def gave_a_level(sheet: Sheet) -> bool:
    """Whether a person counts."""
    return any(isinstance(answer, int) for answer in sheet.said)


def kinds_of(sheet: Sheet) -> bytes:
    """Which items carry a level: what a plan counts."""
    return np.array([isinstance(answer, int) for answer in sheet.said]).tobytes()
