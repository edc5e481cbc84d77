"""An alliance of three organisations with its people, and campaigns at every step of their life."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from cordee.apps.accounts.models import Account
from cordee.apps.campaigns.models import Campaign, CampaignCircle, Invitee, Seat
from cordee.apps.campaigns.operations import inviting, launching, preparation
from cordee.apps.campaigns.operations.inviting import Person
from cordee.apps.library.models import PackRelease
from cordee.apps.organisations.models import Alliance, AllianceRole, Organisation, Partner, RoleKind
from cordee.core.packs.folder import read_folder
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.core.packs.release import release_of
from cordee.ground import packs_folder

ORGANISATIONS = ("La Cordée", "Ville de Lyon", "Fondation Alpage")


@cache
def reference_pack() -> Pack:
    """The reference pack, as its files are."""
    read = read_pack(read_folder(packs_folder() / "alliances"))
    assert read.pack is not None, read.faults[:3]
    return read.pack


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The reference pack."""
    return reference_pack()


@pytest.fixture
def release(pack: Pack, db: None) -> PackRelease:
    """The current release."""
    made = release_of(pack)
    return PackRelease.objects.create(
        pack=pack.card.id,
        version=made.version,
        sha256=made.sha256,
        document=made.document,
        loaded_at=timezone.now(),
    )


@dataclass
class House:
    """An alliance, its partners, and one account for each thing a person can be."""

    alliance: Alliance
    partners: list[Partner]
    facilitator: Account
    member: Account
    observer: Account
    stranger: Account

    def account(self, who: str) -> Account:
        """Return an account by what it is."""
        account: Account = getattr(self, who)
        return account


@pytest.fixture
def house(db: None) -> House:
    """An alliance of three organisations, a facilitator, a member, an observer, and someone of another alliance."""
    alliance = Alliance.objects.create(name="Alliance des crêtes")
    partners = [
        Partner.objects.create(alliance=alliance, organisation=Organisation.objects.create(name=name))
        for name in ORGANISATIONS
    ]
    made = {
        who: Account.objects.create_user(f"{who}@example.org", name=who.title())
        for who in ("facilitator", "member", "observer", "stranger")
    }
    for who in ("facilitator", "member", "observer"):
        AllianceRole.objects.create(alliance=alliance, account=made[who], kind=who, partner=partners[0])
    elsewhere = Alliance.objects.create(name="Une autre alliance")
    AllianceRole.objects.create(alliance=elsewhere, account=made["stranger"], kind=RoleKind.FACILITATOR)
    return House(alliance, partners, **made)


@pytest.fixture
def draft(house: House, release: PackRelease) -> Campaign:
    """A draft as it begins: all the circles of the pack, nobody, no last day."""
    return preparation.begin(house.alliance, house.facilitator, title="Deux ans après", form="express", release=release)


def circle(campaign: Campaign, identifier: str) -> CampaignCircle:
    """Return a circle by its identifier."""
    return campaign.circles.get(circle=identifier)


def invite(campaign: Campaign, house: House, identifier: str, *people: tuple[str, str, int, str]) -> list[Invitee]:
    """Invite people in a circle: name, address, which of the partners, language."""
    inviting.invite(
        campaign,
        [
            Person(name, email, circle(campaign, identifier), house.partners[partner], lang)
            for name, email, partner, lang in people
        ],
    )
    return list(campaign.invitees.filter(circle__circle=identifier).order_by("position"))


@pytest.fixture
def ready(draft: Campaign, house: House) -> Campaign:
    """A draft that lacks nothing: five people in steering, three funders of three organisations, one on paper."""
    invite(draft, house, "steering", *((f"Pilote {n}", f"pilote{n}@example.org", n % 3, "fr") for n in range(5)))
    invite(
        draft,
        house,
        "funders",
        ("Ann Smith", "ann@example.org", 0, "en"),
        ("Bob Martin", "bob@example.org", 1, "fr"),
        ("Chloé Papier", "", 2, "fr"),
    )
    preparation.choose_days(
        draft, opens_on=None, last_day=timezone.localdate() + timedelta(days=14), reminder_days=[7, 2]
    )
    draft.refresh_from_db()
    return draft


@pytest.fixture
def launched(ready: Campaign) -> Campaign:
    """A campaign that is open to answers."""
    assert launching.launch(ready)
    ready.refresh_from_db()
    return ready


def moved(campaign: Campaign, **fields: Any) -> Campaign:
    """Change a campaign behind the back of the operations, and read it again."""
    Campaign.objects.filter(pk=campaign.pk).update(**fields)
    campaign.refresh_from_db()
    return campaign


def in_state(campaign: Campaign, state: str) -> Campaign:
    """Bring a campaign that lacks nothing to a state of its life."""
    now = timezone.now()
    if state == "draft":
        return campaign
    launching.launch(campaign)
    changes: dict[str, dict[str, Any]] = {
        "scheduled": {"opens_at": now + timedelta(days=1)},
        "open": {},
        "overdue": {"closes_at": now - timedelta(minutes=1)},
        "closed": {"closes_at": now - timedelta(minutes=2), "closed_at": now - timedelta(minutes=1)},
        "cancelled": {"cancelled_at": now},
    }
    return moved(campaign, **changes[state])


def seat(invitee: Invitee, *, finished: bool = False, channel: str = Seat.Channel.INVITED) -> Seat:
    """Sit an invited person down."""
    return Seat.objects.create(
        campaign=invitee.campaign,
        circle=invitee.circle,
        partner=invitee.partner,
        invitee=invitee,
        channel=channel,
        finished_at=timezone.now() if finished else None,
    )


@pytest.fixture
def as_(house: House) -> Callable[[str], Client]:
    """Sign someone in by what they are; « anonymous » signs nobody in."""

    def signed(who: str) -> Client:
        client = Client()
        if who != "anonymous":
            client.force_login(house.account(who))
        return client

    return signed


@pytest.fixture
def in_parallel() -> Callable[[list[Callable[[], object]]], list[object]]:
    """Run several pieces of work at once, each with a connection of its own to the database."""

    def run(work: list[Callable[[], object]]) -> list[object]:
        def alone(one: Callable[[], object]) -> object:
            try:
                return one()
            finally:
                connection.close()

        with ThreadPoolExecutor(len(work)) as pool:
            return list(pool.map(alone, work))

    return run
