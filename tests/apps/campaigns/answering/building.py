"""Builds the alliance, the campaign and the people that the tests of answering speak of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from cordee.apps.accounts.models import Account
from cordee.apps.campaigns.models import Campaign, CampaignCircle, Invitee, Regime, Seat
from cordee.apps.campaigns.operations import answering
from cordee.apps.campaigns.tokens import derived_token
from cordee.apps.diagnosis.given import Given, GivenAnswer
from cordee.apps.diagnosis.tokens import fingerprint
from cordee.apps.library.models import PackRelease
from cordee.apps.library.queries import pack_of
from cordee.apps.organisations.models import Alliance, AllianceRole, Organisation, Partner, RoleKind
from cordee.core.disclosure import DisclosureRule

CIRCLES = (
    ("steering", "Pilotage", "Steering", True),
    ("teams", "Équipes", "Teams", False),
    ("beneficiaries", "Bénéficiaires", "Beneficiaries", False),
)
ORGANISATIONS = ("Mission locale", "Les Ateliers", "Coop Mobile")


@dataclass
class Alliance360:
    """An alliance with its campaign; everything a test may name."""

    campaign: Campaign
    partners: list[Partner]
    circles: dict[str, CampaignCircle]
    facilitator: Account
    member: Account
    observer: Account
    stranger: Account
    invitees: list[Invitee] = field(default_factory=list)

    def invite(self, name: str, circle: str = "teams", home: int = 0, email: str = "", lang: str = "fr") -> Invitee:
        """Invite someone, with a link that `token` gives back."""
        invitee = Invitee(
            campaign=self.campaign,
            circle=self.circles[circle],
            partner=self.partners[home],
            name=name,
            email=email,
            lang=lang,
            position=len(self.invitees),
        )
        invitee.token_sha256 = fingerprint(token_of(invitee))
        invitee.save()
        self.invitees.append(invitee)
        return invitee

    def seat(self, name: str, circle: str = "teams", home: int = 0, **given: Any) -> Seat:
        """Invite someone who answers the whole form at once: `levels`, and a word `evidence` on the first item."""
        seat = answering.sit_down(self.invite(name, circle, home), "fr")
        answer_all(seat, **given)
        return seat

    def open_circle(self, circle: str = "beneficiaries") -> str:
        """Give a circle a link of its own; return its token."""
        row = self.circles[circle]
        token = derived_token("circle", row.public, row.link_generation)
        CampaignCircle.objects.filter(pk=row.pk).update(open_link=True, token_sha256=fingerprint(token))
        row.refresh_from_db()
        return token

    def move(self, **dates: Any) -> Campaign:
        """Change dates of the campaign behind the back of everybody."""
        Campaign.objects.filter(pk=self.campaign.pk).update(**dates)
        self.campaign.refresh_from_db()
        return self.campaign


def built(release: PackRelease, *, regime: str = Regime.AGGREGATE, form: str = "express", **dates: Any) -> Alliance360:
    """Build a campaign that opened yesterday and closes in a week, unless told otherwise."""
    now = timezone.now()
    alliance = Alliance.objects.create(name="Mobilités du Val")
    organisations = [Organisation.objects.create(name=name) for name in ORGANISATIONS]
    hours = {
        "launched_at": now - timedelta(days=2),
        "opens_at": now - timedelta(days=1),
        "closes_at": now + timedelta(days=7),
        **dates,
    }
    campaign = Campaign.objects.create(
        alliance=alliance,
        title="Notre 360° de printemps",
        release=release,
        form=form,
        regime=regime,
        rule=DisclosureRule().as_json(),
        message="Votre regard compte.",
        contact_name="Aïcha Benali",
        contact_email="aicha@example.org",
        **hours,
    )
    circles = {
        circle: CampaignCircle.objects.create(
            campaign=campaign, circle=circle, name_fr=french, name_en=english, is_self=is_self, position=position
        )
        for position, (circle, french, english, is_self) in enumerate(CIRCLES)
    }
    partners = [Partner.objects.create(alliance=alliance, organisation=one) for one in organisations]
    number = Alliance.objects.count()
    people = {kind: Account.objects.create(email=f"{kind}{number}@example.org", name=kind) for kind in RoleKind.values}
    for kind, account in people.items():
        AllianceRole.objects.create(alliance=alliance, account=account, kind=kind)
    stranger = Account.objects.create(email=f"stranger{number}@example.org", name="stranger")
    return Alliance360(
        campaign, partners, circles, people["facilitator"], people["member"], people["observer"], stranger
    )


def filled(world: Alliance360) -> Alliance360:
    """Seat twelve people: six in teams and four in steering, of three organisations; two beneficiaries."""
    for number in range(6):
        world.seat(f"Équipe {number}", "teams", number % 3, levels=number % 5, evidence=f"Mot {number}")
    for number in range(4):
        world.seat(f"Pilote {number}", "steering", number % 3, levels=3)
    for number in range(2):
        world.seat(f"Jeune {number}", "beneficiaries", 0, levels=1, evidence=f"Mot cité {number}", released=number == 0)
    return world


def token_of(invitee: Invitee) -> str:
    """Return the token of a person's link, as letters carry it."""
    return derived_token("invitee", invitee.public, invitee.link_generation)


def url(name: str, token: str, *args: object) -> str:
    """Return the address of a page of answering."""
    return reverse(f"campaigns:{name}", args=[token, *args])


def answer_all(seat: Seat, levels: str | int = 2, evidence: str = "", *, released: bool = False) -> None:
    """Answer everything that a seat is asked, alike."""
    instrument = pack_of(seat.campaign.release).instrument
    items = [item.id for item in instrument.items_of(seat.campaign.form)]
    answers = {item: GivenAnswer.from_choice(str(levels)) for item in items}
    answers[items[0]] = GivenAnswer.from_choice(str(levels), evidence, released=released)
    answer(seat, answers)


def answer(seat: Seat, answers: dict[str, GivenAnswer]) -> None:
    """Keep some answers of a seat, whatever was there."""

    def change(_before: Given) -> dict[str, GivenAnswer]:
        return answers

    answering.save_answers(seat, list(answers), change)
