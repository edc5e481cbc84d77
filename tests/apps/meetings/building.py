"""A closed campaign whose published result diverges, and sessions at every step of their life."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from tests.apps.diagnosis.conftest import reference_pack, stored

import cordee
from cordee.apps.accounts.models import Account
from cordee.apps.campaigns.example import FORM, example_table
from cordee.apps.campaigns.models import Campaign, CampaignCircle, Publication, Regime
from cordee.apps.campaigns.stored_layers import StoredLayers
from cordee.apps.diagnosis.bridge import reading_as_json
from cordee.apps.library.models import PackRelease
from cordee.apps.meetings.models import Meeting
from cordee.apps.meetings.operations import preparing, running
from cordee.apps.meetings.operations.preparing import Appointment
from cordee.apps.organisations.models import Alliance
from cordee.core import disclosure
from cordee.core.answers import AnswerTable

SPLIT = "meaning.commitment.means"
"""The question on which the example shows two camps."""


def release_in_store() -> PackRelease:
    """Return the reference pack as stored, storing it the first time."""
    pack = reference_pack()
    return PackRelease.objects.filter(pack=pack.card.id, version=pack.card.version).first() or stored(pack)


def draft(alliance: Alliance, **changed: Any) -> Campaign:
    """Return a campaign with the circles of the pack, that is not closed."""
    values = {"title": "360° 2026", "form": FORM, "regime": Regime.AGGREGATE, **changed}
    campaign = Campaign.objects.create(alliance=alliance, release=release_in_store(), **values)
    for place, circle in enumerate(reference_pack().instrument.circles):
        CampaignCircle.objects.create(
            campaign=campaign, circle=circle.id, name_fr=circle.name.fr, name_en=circle.name.en, position=place
        )
    return campaign


def closed(alliance: Alliance, table: AnswerTable | None = None, **changed: Any) -> Campaign:
    """Return a closed campaign, published as its closing would."""
    rule, pack = disclosure.DisclosureRule(), reference_pack()
    campaign = draft(alliance, **{"closed_at": timezone.now(), "rule": rule.as_json(), **changed})
    answers = example_table(pack) if table is None else table
    plan = disclosure.plan_of(answers, rule, pack.instrument.own_circle)
    Publication.objects.create(
        campaign=campaign,
        release=campaign.release,
        audience=Publication.Audience.EVERYONE,
        engine=cordee.__version__,
        plan=plan.to_json(),
        reading=reading_as_json(disclosure.published_reading(pack, FORM, answers, plan, rule)),
        layers=StoredLayers().to_json(),
        answers_sha256="0" * 64,
        created_at=timezone.now(),
    )
    return campaign


def prepared(campaign: Campaign, by: Account, minutes: int = 90) -> Meeting:
    """Return a session that is prepared for tomorrow."""
    return preparing.prepare(campaign, by, Appointment(timezone.now() + timedelta(days=1), minutes, "Salle du conseil"))


def opened(campaign: Campaign, by: Account) -> Meeting:
    """Return a session that has begun."""
    meeting = prepared(campaign, by)
    running.open_session(meeting)
    meeting.refresh_from_db()
    return meeting
