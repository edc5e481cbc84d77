"""What a link of a 360° leads to, and what the pages of answering need of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from cordee.apps.campaigns.bridge import given_from_seat
from cordee.apps.campaigns.models import Campaign, CampaignCircle, Invitee, Seat
from cordee.apps.diagnosis.asked import Asked, asked_by
from cordee.apps.diagnosis.given import Given
from cordee.apps.diagnosis.tokens import fingerprint
from cordee.apps.library.queries import pack_of
from cordee.apps.organisations.models import Partner
from cordee.core.packs.pack import Pack


@dataclass(frozen=True)
class Place:
    """What a link leads to: a seat, a person invited who has not sat down yet, or a whole circle."""

    token: str
    campaign: Campaign
    circle: CampaignCircle
    partner: Partner | None = None
    invitee: Invitee | None = None
    seat: Seat | None = None

    @property
    def is_circle(self) -> bool:
        """Tell whether the link is that of a circle, which seats whoever comes by it."""
        return self.invitee is None and self.seat is None

    @property
    def pack(self) -> Pack:
        """The pack that the campaign is pinned to."""
        return pack_of(self.campaign.release)

    @property
    def asked(self) -> Asked:
        """What this circle is asked."""
        return asked_of(self.circle, self.campaign)


def asked_of(circle: CampaignCircle, campaign: Campaign) -> Asked:
    """Return the topics that a circle is asked, with the minutes they take."""
    return asked_by(pack_of(campaign.release).instrument, campaign.form, circle.topics)


def place_behind(token: str) -> Place | None:
    """Return what a link leads to, or nothing. A person invited is found by one read, seat included."""
    sha256 = fingerprint(token)
    return _place_of_invitee(token, sha256) or _place_of_seat(token, sha256) or _place_of_circle(token, sha256)


def _place_of_invitee(token: str, sha256: str) -> Place | None:
    rows = Invitee.objects.select_related("seat", "circle", "partner__organisation", *AROUND)
    invitee = rows.defer(DOCUMENT).filter(token_sha256=sha256).first()
    if invitee is None:
        return None
    seat = getattr(invitee, "seat", None)
    return Place(token, invitee.campaign, invitee.circle, invitee.partner, invitee, seat)


def _place_of_seat(token: str, sha256: str) -> Place | None:
    rows = Seat.objects.select_related("circle", "partner__organisation", *AROUND)
    seat = rows.defer(DOCUMENT).filter(token_sha256=sha256).first()
    return Place(token, seat.campaign, seat.circle, seat.partner, None, seat) if seat else None


def _place_of_circle(token: str, sha256: str) -> Place | None:
    rows = CampaignCircle.objects.select_related(*AROUND).defer(DOCUMENT)
    circle = rows.filter(token_sha256=sha256, open_link=True).first()
    return Place(token, circle.campaign, circle) if circle else None


AROUND = ("campaign__release", "campaign__alliance")
DOCUMENT = "campaign__release__document"


def given_of(seat: Seat, items: Collection[str] = ()) -> Given:
    """Return what was given in a seat so far; with `items`, only the answers to those."""
    if items:
        return given_from_seat(seat.answers.filter(item__in=items), [])
    return given_from_seat(seat.answers.all(), seat.importances.all())


def other_circles_of(invitee: Invitee) -> list[CampaignCircle]:
    """Return the other circles of the campaign in which the same address was invited."""
    if not invitee.email:
        return []
    same = Q(invitees__email__iexact=invitee.email) & ~Q(invitees__pk=invitee.pk)
    circles = CampaignCircle.objects.filter(same, campaign=invitee.campaign_id)
    return list(circles.distinct().order_by("position", "id"))


def partners_of(campaign: Campaign, day: date) -> QuerySet[Partner]:
    """Return the organisations one may answer from: those in the alliance that day."""
    present = Q(left_on=None) | Q(left_on__gt=day)
    return (
        Partner.objects.filter(present, alliance=campaign.alliance_id)
        .select_related("organisation")
        .order_by("organisation__name", "id")
    )


def people_in(circle: CampaignCircle) -> tuple[int, list[str]]:
    """Return how many people were invited in a circle, and the organisations they come from.

    Printed where one is about to answer: a circle filled with invented names would show.
    """
    rows = list(circle.invitees.values_list("partner__organisation__name", flat=True).order_by("partner_id"))
    return len(rows), sorted(set(rows))
