"""The verbs of a draft: begin, name, choose circles and topics, the regime, the days, the words; drop it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.text import slugify

from cordee.apps.accounts.models import Account
from cordee.apps.campaigns.days import closing_after, opening_on
from cordee.apps.campaigns.models import Campaign, CampaignCircle, Invitee, Regime
from cordee.apps.campaigns.operations.drafting import drafting
from cordee.apps.campaigns.operations.inviting import invitee_row
from cordee.apps.campaigns.permissions import demand, may_begin, may_prepare_next
from cordee.apps.campaigns.queries.campaigns import latest_campaign
from cordee.apps.library.models import PackRelease
from cordee.apps.library.queries import pack_of
from cordee.apps.organisations.models import Alliance, RoleKind

USUAL_REMINDERS = [7, 2]
LONGEST_IDENTIFIER = 80


@dataclass(frozen=True)
class CircleChoice:
    """A circle as the facilitator wants it: an identifier already known, or none for one of their own."""

    circle: str
    name_fr: str
    name_en: str
    is_self: bool = False


@transaction.atomic
def begin(alliance: Alliance, by: Account, *, title: str, form: str, release: PackRelease) -> Campaign:
    """Begin a draft with all the circles of the pack. Raises Refused when another campaign stands in the way."""
    demand(may_begin(RoleKind.FACILITATOR, _locked_latest(alliance), timezone.now()))
    campaign = Campaign.objects.create(
        alliance=alliance,
        wave=_next_wave(alliance),
        title=title,
        release=release,
        form=form,
        reminder_days=USUAL_REMINDERS,
        contact_name=by.name,
        contact_email=by.email,
        created_by=by,
    )
    circles = pack_of(release).instrument.circles
    CampaignCircle.objects.bulk_create(
        CampaignCircle(
            campaign=campaign,
            circle=circle.id,
            name_fr=circle.name.fr,
            name_en=circle.name.en,
            is_self=circle.is_self,
            position=position,
        )
        for position, circle in enumerate(circles)
    )
    return campaign


@transaction.atomic
def begin_next(previous: Campaign, by: Account, *, title: str, release: PackRelease) -> Campaign:
    """Begin the wave that follows: same circles, same people who are still partners, same form, a newer release."""
    latest = _locked_latest(previous.alliance)
    demand(may_prepare_next(RoleKind.FACILITATOR, previous, latest, timezone.now()))
    campaign = Campaign.objects.create(
        alliance=previous.alliance,
        previous=previous,
        wave=_next_wave(previous.alliance),
        title=title,
        release=release,
        form=previous.form,
        regime=previous.regime,
        message=previous.message,
        reminder_days=previous.reminder_days,
        contact_name=by.name or previous.contact_name,
        contact_email=by.email,
        created_by=by,
    )
    circles = {circle.pk: _copied_circle(circle, campaign) for circle in previous.circles.order_by("position", "pk")}
    people = previous.invitees.filter(partner__left_on=None).order_by("position", "pk")
    Invitee.objects.bulk_create(
        invitee_row(campaign, circles[one.circle_id], one.partner_id, one.name, one.email, one.lang, one.position)
        for one in people
    )
    return campaign


def _copied_circle(circle: CampaignCircle, campaign: Campaign) -> CampaignCircle:
    """Copy a circle; a link without name is not copied, since it belongs to its wave."""
    return CampaignCircle.objects.create(
        campaign=campaign,
        circle=circle.circle,
        name_fr=circle.name_fr,
        name_en=circle.name_en,
        is_self=circle.is_self,
        position=circle.position,
        topics=circle.topics,
    )


def _locked_latest(alliance: Alliance) -> Campaign | None:
    """Return the last campaign, the alliance being held so that two drafts do not begin at once."""
    Alliance.objects.select_for_update().get(pk=alliance.pk)
    return latest_campaign(alliance)


def _next_wave(alliance: Alliance) -> int:
    return int(alliance.campaigns.aggregate(last=Max("wave"))["last"] or 0) + 1


def name(campaign: Campaign, *, title: str, form: str) -> None:
    """Choose the title and the form; topics split by circle that the form does not ask are forgotten."""
    with drafting(campaign) as draft:
        draft.title, draft.form = title, form
        draft.save(update_fields=["title", "form"])
        asked = pack_of(draft.release).instrument.form(form).topics
        for circle in draft.circles.all():
            circle.topics = [topic for topic in circle.topics if topic in asked]
            circle.save(update_fields=["topics"])


def choose_circles(campaign: Campaign, choices: Sequence[CircleChoice]) -> None:
    """Keep exactly these circles, in this order; whoever was invited in one that goes is no longer invited."""
    with drafting(campaign) as draft:
        known = {circle.circle: circle for circle in draft.circles.all()}
        kept = [
            choice.circle or _own_identifier(choice, [*known, *(one.circle for one in choices)]) for choice in choices
        ]
        draft.circles.exclude(circle__in=kept).delete()
        for position, (identifier, choice) in enumerate(zip(kept, choices, strict=True)):
            row = known.get(identifier) or CampaignCircle(campaign=draft, circle=identifier)
            row.name_fr, row.name_en = choice.name_fr, choice.name_en
            row.is_self, row.position = choice.is_self, position
            row.save()


def _own_identifier(choice: CircleChoice, taken: Sequence[str]) -> str:
    """Make the identifier of a circle of one's own from its name, unlike all the others."""
    base = slugify(choice.name_fr)[: LONGEST_IDENTIFIER - 4].replace("-", "_") or "circle"
    candidates = [base, *(f"{base}_{number}" for number in range(2, len(taken) + 3))]
    return next(candidate for candidate in candidates if candidate not in taken)


def split_topics(campaign: Campaign, topics: Mapping[str, Sequence[str]]) -> None:
    """Choose the topics asked to each circle, by identifier; a circle asked all of them keeps none written down."""
    with drafting(campaign) as draft:
        asked = list(pack_of(draft.release).instrument.form(draft.form).topics)
        for circle in draft.circles.all():
            chosen = [topic for topic in asked if topic in topics.get(circle.circle, asked)]
            circle.topics = [] if chosen == asked else chosen
            circle.save(update_fields=["topics"])


def choose_regime(campaign: Campaign, regime: Regime) -> None:
    """Choose who will see who answered what."""
    with drafting(campaign) as draft:
        draft.regime = regime
        draft.save(update_fields=["regime"])


def choose_days(campaign: Campaign, *, opens_on: date | None, last_day: date, reminder_days: Sequence[int]) -> None:
    """Choose the days; without an opening day, the campaign opens when it is launched."""
    with drafting(campaign) as draft:
        draft.opens_at = opening_on(opens_on) if opens_on else None
        draft.closes_at = closing_after(last_day)
        draft.reminder_days = sorted(set(reminder_days), reverse=True)
        draft.save(update_fields=["opens_at", "closes_at", "reminder_days"])


def choose_words(campaign: Campaign, *, message: str, contact_name: str, contact_email: str) -> None:
    """Write the word to those invited, and who answers their questions."""
    with drafting(campaign) as draft:
        draft.message, draft.contact_name, draft.contact_email = message, contact_name, contact_email
        draft.save(update_fields=["message", "contact_name", "contact_email"])


def discard(campaign: Campaign) -> None:
    """Delete a draft with its circles and the people listed there; nobody was written to."""
    with drafting(campaign) as draft:
        draft.delete()


def opening(campaign: Campaign, now: datetime) -> datetime:
    """Return when a campaign opens if it is launched now."""
    return max(campaign.opens_at or now, now)
