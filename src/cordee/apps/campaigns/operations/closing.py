"""Closing: once, in one transaction, everything is read, published, and in the aggregate regime cut from people."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db import transaction
from django.utils import timezone

import cordee
from cordee.apps.campaigns.bridge import (
    fingerprint_of,
    individuals_of,
    plan_of_publication,
    table_of,
)
from cordee.apps.campaigns.models import Campaign, Publication, Regime, Seat
from cordee.apps.campaigns.operations.cutting import cut_the_thread
from cordee.apps.campaigns.operations.layering import layers_of
from cordee.apps.campaigns.queries.collecting import Collected, collected
from cordee.apps.campaigns.queries.publications import publications_of
from cordee.apps.campaigns.respondent_permissions import may_be_closed, may_read_again
from cordee.apps.campaigns.rules import rule_of
from cordee.apps.diagnosis.bridge import reading_as_json
from cordee.apps.library.models import PackRelease
from cordee.apps.library.queries import pack_of
from cordee.core.answers import AnswerTable
from cordee.core.disclosure import (
    DisclosureRule,
    Plan,
    plan_under,
    published_reading,
)
from cordee.core.disclosure import Regime as CoreRegime

logger = logging.getLogger(__name__)
Audience = Publication.Audience


def close(campaign: Campaign, now: datetime | None = None) -> bool:
    """Close a campaign and publish its result; return whether it was this call that did.

    Whoever comes second, by hand or by the clock, finds it closed and changes nothing. Nothing opens it again: there
    is no verb for it. Every seat is held before anything is read, so that an answer is either read or refused.
    """
    now = now or timezone.now()
    with transaction.atomic():
        held = Campaign.objects.select_for_update().get(pk=campaign.pk)
        if not may_be_closed(held.state(now)).allowed:
            return False
        list(Seat.objects.select_for_update().filter(campaign=held).order_by("pk").values_list("pk"))
        _publish(held, now)
        Campaign.objects.filter(pk=held.pk).update(closed_at=now)
    return True


def close_due(now: datetime | None = None) -> int:
    """Close the campaigns whose hour has come; one that fails is logged, tried again later, and stops no other."""
    now = now or timezone.now()
    due = Campaign.objects.filter(launched_at__isnull=False, closed_at=None, cancelled_at=None, closes_at__lte=now)
    closed = 0
    for campaign in due.order_by("closes_at", "pk"):
        try:
            closed += close(campaign, now)
        except Exception:
            logger.exception("campaign %s could not be closed; it will be tried again", campaign.public)
    return closed


@transaction.atomic
def read_again(campaign: Campaign, release: PackRelease, now: datetime | None = None) -> list[Publication]:
    """Read a closed campaign with a newer release, under the very plans of its closing, beside what was published.

    Return what this call published: nothing when the release is not newer, or when it was read with it already.
    """
    held = Campaign.objects.select_for_update().get(pk=campaign.pk)
    latest = publications_of(held, Audience.EVERYONE)
    if not latest or not may_read_again(held, latest[-1].release, release).allowed:
        return []
    given = _given(held, release)
    made = []
    for audience in Audience:
        for before in publications_of(held, audience)[:1]:
            cut = Cut(audience, plan_of_publication(before), before.layers["people"])
            made.append(_publication(held, release, given, cut, now or timezone.now()))
    return made


@dataclass(frozen=True)
class Given:
    """What was given: as it was gathered, over the items of a form, and its fingerprint, computed when it is asked."""

    gathered: Collected
    table: AnswerTable

    @cached_property
    def sha256(self) -> str:
        """Identify everything that was given."""
        return fingerprint_of(self.gathered)


@dataclass(frozen=True)
class Cut:
    """For whom something is published, under which plan, and the people it names, if it may name any."""

    audience: Publication.Audience
    plan: Plan
    people: list[dict[str, Any]] | None


def _publish(campaign: Campaign, now: datetime) -> None:
    """Decide what is shown, then compute it; in the aggregate regime from rows in which nobody is to be found."""
    given = _given(campaign, campaign.release)
    cuts = list(cuts_of(Regime(campaign.regime), given.gathered, given.table, rule_of(campaign)))
    if campaign.regime == Regime.AGGREGATE:
        cut_the_thread(campaign, cuts[0].plan, now)
        given = _given(campaign, campaign.release)
    for cut in cuts:
        _publication(campaign, campaign.release, given, cut, now)


def _given(campaign: Campaign, release: PackRelease) -> Given:
    gathered = collected(campaign)
    return Given(gathered, table_of(gathered, pack_of(release).instrument, campaign.form))


def cuts_of(regime: Regime, gathered: Collected, table: AnswerTable, rule: DisclosureRule) -> Iterator[Cut]:
    """Say what a regime publishes, and for whom: names go with an open plan, and with no other."""
    audiences = Audience if regime is Regime.FACILITATOR else (Audience.EVERYONE,)
    for audience in audiences:
        alone = audience is Audience.FACILITATOR
        plan = plan_under(CoreRegime(regime), table, rule, gathered.own_circle, facilitator=alone)
        yield Cut(audience, plan, individuals_of(gathered) if plan.is_open else None)


def _publication(campaign: Campaign, release: PackRelease, given: Given, cut: Cut, now: datetime) -> Publication:
    pack, rule = pack_of(release), rule_of(campaign)
    reading = published_reading(pack, campaign.form, given.table, cut.plan, rule)
    publication = Publication(
        campaign=campaign,
        release=release,
        audience=cut.audience,
        engine=cordee.__version__,
        plan=cut.plan.to_json(),
        reading=reading_as_json(reading),
        answers_sha256=given.sha256,
        created_at=now,
    )
    layers = layers_of(publication, given.gathered, given.table, cut.plan, reading)
    publication.layers = {**layers.to_json(), "people": cut.people}
    publication.save()
    return publication
