"""The demonstration of the 360°: on the invented alliance, one that is closed and discussed, and one that is open.

Nobody receives anything: the people are invented and have no address.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby

from django.db import transaction
from django.utils import timezone

from cordee.apps.campaigns.days import closing_after
from cordee.apps.campaigns.example import FORM, TWO_CAMPS, example_answers
from cordee.apps.campaigns.models import Campaign, Invitee, Publication
from cordee.apps.campaigns.operations import agreeing, answering, closing, deciding, preparation
from cordee.apps.campaigns.operations.inviting import invitee_row
from cordee.apps.campaigns.rules import frozen_rule
from cordee.apps.diagnosis.bridge import CORE_MARKS
from cordee.apps.diagnosis.given import GivenAnswer
from cordee.apps.library.models import PackRelease
from cordee.apps.library.queries import pack_of
from cordee.apps.organisations.demonstration import Demonstration
from cordee.apps.organisations.models import Partner
from cordee.apps.plans import operations as plans
from cordee.core.packs.rules import Recommendation

CLOSED_SINCE = timedelta(days=60)
OPEN_FOR = timedelta(days=21)
EVERYONE, EVERY_OTHER = slice(None), slice(None, None, 2)
"""Who answers: all of them the first time; so far, one in two the second time."""

HOMES = {"youth": 0, "insertion": 0, "transport": 1, "town": 2}
"""Organisation of the example → partner of the demonstration, in their order there."""

MARKS = {core_mark: str(mark) for mark, core_mark in CORE_MARKS.items()}
FIRST_NAMES = (
    "Alba Anouk Basile Célia Dario Élie Farah Gaspard Hana Imran Jeanne Kenza Louison Mahé Nour Octave Prune Quentin "
    "Rosa Sélim Thaïs Ulysse Victor Wassim Yaël"
)

AGREED = "Nous n’avons pas les mêmes moyens en tête : les uns parlent du temps promis, les autres du temps donné."
DISSENT = "Les équipes ne voient pas encore ce temps dans leurs plannings."


@transaction.atomic
def load_demonstration(made: Demonstration, release: PackRelease, now: datetime | None = None) -> list[Campaign]:
    """Give the demonstration its two 360°, once: what is published is never written again."""
    if not made.alliance.campaigns.exists():
        now = now or timezone.now()
        first = _first_wave(made, release, now - CLOSED_SINCE)
        _discuss(made, first)
        _second_wave(made, first, release, now)
    return list(made.alliance.campaigns.order_by("wave"))


def _first_wave(made: Demonstration, release: PackRelease, closed_at: datetime) -> Campaign:
    campaign = preparation.begin(
        made.alliance, made.facilitator, title="Où en sommes-nous, trois ans après ?", form=FORM, release=release
    )
    _open(campaign, closed_at - OPEN_FOR, closed_at + timedelta(days=1))
    _invite(campaign, made.partners)
    _answer(campaign, EVERYONE, closed_at)
    closing.close(campaign, closed_at)
    campaign.refresh_from_db()
    return campaign


def _second_wave(made: Demonstration, first: Campaign, release: PackRelease, now: datetime) -> Campaign:
    campaign = preparation.begin_next(first, made.facilitator, title="Et cette année ?", release=release)
    _open(campaign, now, closing_after(timezone.localdate(now) + OPEN_FOR))
    _answer(campaign, EVERY_OTHER, now)
    return campaign


def _open(campaign: Campaign, opens_at: datetime, closes_at: datetime) -> None:
    """Open a campaign at a given hour, without a letter nor a reminder."""
    hours = {"launched_at": opens_at, "opens_at": opens_at, "closes_at": closes_at}
    Campaign.objects.filter(pk=campaign.pk).update(rule=frozen_rule(), reminder_days=[], **hours)
    campaign.refresh_from_db()


def _people(campaign: Campaign) -> Iterator[tuple[str, str, dict[str, GivenAnswer]]]:
    """Yield the people of the example, in order: their circle, their organisation, what they answer."""
    items = [item.id for item in pack_of(campaign.release).instrument.items_of(FORM)]
    for _respondent, given in groupby(example_answers(items), key=lambda answer: answer.respondent):
        answers = list(given)
        said = {one.item: GivenAnswer(MARKS[one.mark], one.level) for one in answers}
        yield answers[0].circle, answers[0].organisation, said


def _invite(campaign: Campaign, partners: tuple[Partner, ...]) -> None:
    circles = {circle.circle: circle for circle in campaign.circles.all()}
    people = [(circle, home) for circle, home, _said in _people(campaign)]
    Invitee.objects.bulk_create(
        invitee_row(campaign, circles[circle], partners[HOMES[home]].pk, name, "", "fr", position)
        for position, (name, (circle, home)) in enumerate(zip(FIRST_NAMES.split(), people, strict=True))
    )
    asked = {circle for circle, _home in people}
    campaign.circles.exclude(circle__in=asked).delete()


def _answer(campaign: Campaign, who: slice, now: datetime) -> None:
    """Let those invited answer what the people of the example answer."""
    seats = list(zip(campaign.invitees.order_by("position"), _people(campaign), strict=True))
    for invitee, (_circle, _home, said) in seats[who]:
        seat = answering.sit_down(invitee, "fr", now)
        answering.write_answers(seat, said)
        answering.finish(seat, now)


def _discuss(made: Demonstration, campaign: Campaign) -> None:
    """Write an agreement with a voice that does not join it, and two actions: one from an advice, one by hand."""
    consensus = agreeing.record_consensus(campaign, TWO_CAMPS, None, AGREED, made.facilitator, None)
    agreeing.add_dissent(consensus, DISSENT, signed="Kenza, pour les équipes")
    deciding.take_up(campaign, _first_advice(campaign), made.facilitator, "fr")
    plans.add_action(
        made.alliance,
        made.facilitator,
        title="Écrire ensemble qui décide quoi",
        partner=made.partners[2],
        owner_name="Léa Morin",
        due_on=timezone.localdate() + timedelta(days=45),
    )


def _first_advice(campaign: Campaign) -> Recommendation:
    published = campaign.publications.get(audience=Publication.Audience.EVERYONE)
    first = published.reading["advice"][0]["recommendation"]
    return next(one for one in pack_of(published.release).recommendations if one.id == first)
