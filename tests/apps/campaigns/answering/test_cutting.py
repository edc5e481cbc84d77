"""What closing leaves in rows in the aggregate regime: whole sheets, in heaps, and nothing that leads to a person."""

import json
from collections import Counter
from collections.abc import Callable

import pytest
from django.utils import timezone
from tests.apps.campaigns.answering.building import Alliance360, answer, filled
from tests.apps.diagnosis.conftest import at_version, stored

from cordee.apps.campaigns import letters
from cordee.apps.campaigns.bridge import plan_of_publication, table_of
from cordee.apps.campaigns.models import Publication, Seat, SeatAnswer, SeatImportance
from cordee.apps.campaigns.operations import answering, closing
from cordee.apps.campaigns.queries.collecting import collected
from cordee.apps.campaigns.rules import rule_of
from cordee.apps.diagnosis.bridge import reading_as_json
from cordee.apps.diagnosis.given import GivenAnswer
from cordee.apps.post.models import Letter
from cordee.core.disclosure import published_reading
from cordee.core.packs.pack import Pack

pytestmark = pytest.mark.django_db
Sheet = tuple[tuple[str, int | None, str, bool], ...]
Build = Callable[..., Alliance360]


@pytest.fixture
def answered(world: Alliance360) -> Alliance360:
    """Twelve people whose sheets all differ, one of whom said what matters."""
    filled(world)
    for number, seat in enumerate(Seat.objects.order_by("pk")):
        answer(seat, {"clarity.roles.means": GivenAnswer.from_choice(str(number % 5), f"Feuille {number}")})
        answering.finish(seat)
    answering.save_importance(seat, ["clarity.roles", "clarity.vision"], ["clarity.roles"])
    return world


def sheets(world: Alliance360) -> dict[int, Sheet]:
    """Everything answered, by the key of its seat."""
    kept: dict[int, list[tuple[str, int | None, str, bool]]] = {}
    rows = SeatAnswer.objects.filter(seat__campaign=world.campaign).order_by("seat_id", "item")
    for one in rows:
        kept.setdefault(one.seat_id, []).append((one.item, one.level, one.evidence, one.released))
    return {seat: tuple(rows) for seat, rows in kept.items()}


def test_sheets_stay_whole_and_places_stay_as_many(answered: Alliance360) -> None:
    before, places = sheets(answered), Counter(Seat.objects.values_list("circle", "partner"))
    closing.close(answered.campaign)
    after = sheets(answered)
    assert Counter(after.values()) == Counter(before.values())
    assert Counter(Seat.objects.values_list("circle", "partner")) == places
    assert SeatImportance.objects.count() == 2


def test_every_key_is_new_and_their_order_is_drawn_by_lot(answered: Alliance360) -> None:
    keys, answers = set(Seat.objects.values_list("pk", flat=True)), set(SeatAnswer.objects.values_list("pk", flat=True))
    publics = set(Seat.objects.values_list("public", flat=True))
    arrived = [sheet for _, sheet in sorted(sheets(answered).items())]
    closing.close(answered.campaign)
    assert keys.isdisjoint(Seat.objects.values_list("pk", flat=True))
    assert publics.isdisjoint(Seat.objects.values_list("public", flat=True))
    assert answers.isdisjoint(SeatAnswer.objects.values_list("pk", flat=True))
    assert [sheet for _, sheet in sorted(sheets(answered).items())] != arrived  # alike once in 479,001,600 times
    seats = list(SeatAnswer.objects.order_by("pk").values_list("seat_id", flat=True))
    assert seats == sorted(seats)


def test_a_sheet_changes_places_inside_its_block_and_nowhere_else(answered: Alliance360) -> None:
    """Steering is read alone, teams with beneficiaries: what steering said stays in steering, over many draws."""
    homes = set()
    steering = {
        sheet for key, sheet in sheets(answered).items() if Seat.objects.get(pk=key).circle.circle == "steering"
    }
    closing.close(answered.campaign)
    plan = plan_of_publication(Publication.objects.get())
    assert [group.label for group in plan.groups] == ["steering", "teams+beneficiaries"]
    for key, sheet in sheets(answered).items():
        seat = Seat.objects.select_related("circle").get(pk=key)
        homes.add((seat.circle.circle, seat.partner_id))
        assert (seat.circle.circle == "steering") is (sheet in steering)
    assert len(homes) > 3


def test_what_is_published_is_what_it_was_before_the_thread_was_cut(answered: Alliance360, pack: Pack) -> None:
    campaign = answered.campaign
    table = table_of(collected(campaign), pack.instrument, campaign.form)
    closing.close(campaign)
    publication = Publication.objects.get()
    plan = plan_of_publication(publication)
    whole = published_reading(pack, campaign.form, table, plan, rule_of(campaign))
    assert publication.reading == json.loads(json.dumps(reading_as_json(whole)))


def test_a_newer_release_reads_the_same_rows_to_the_same_values(answered: Alliance360, pack: Pack) -> None:
    closing.close(answered.campaign)
    assert closing.read_again(answered.campaign, stored(at_version(pack, "2.0.0")))
    first, again = Publication.objects.order_by("pk")
    assert again.answers_sha256 == first.answers_sha256
    assert again.layers["verbatims"] == first.layers["verbatims"]
    assert again.reading["circles"] == first.reading["circles"]


def test_those_who_were_late_are_forgotten_and_those_invited_are_not(answered: Alliance360) -> None:
    late = answered.invite("Zoé", email="zoe@example.org")
    letters.write_invitations(answered.campaign)
    letters.write_reminders(answered.campaign, [late], "2-before")
    closing.close(answered.campaign)
    (kept,) = Letter.objects.values_list("key", flat=True)
    assert kept == letters.invitation_key(answered.campaign, late)


@pytest.mark.parametrize("regime", ["facilitator", "attributed"])
def test_the_other_regimes_keep_the_thread_and_the_reminders(build: Build, regime: str) -> None:
    world = filled(build(regime=regime))
    late = world.invite("Zoé", email="zoe@example.org")
    letters.write_reminders(world.campaign, [late], "2-before")
    before = list(Seat.objects.order_by("pk").values())
    closing.close(world.campaign)
    assert list(Seat.objects.order_by("pk").values()) == before
    assert Letter.objects.count() == 1


def test_whoever_held_a_former_seat_is_told_that_it_is_over(answered: Alliance360) -> None:
    seat = Seat.objects.order_by("pk")[0]
    closing.close(answered.campaign)
    with pytest.raises(answering.NothingMayBeAdded):
        answer(seat, {"clarity.roles.means": GivenAnswer.from_choice("4")})


def test_more_people_than_one_statement_moves(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    from cordee.apps.campaigns.operations import cutting

    monkeypatch.setattr(cutting, "MOVED_AT_ONCE", 5)
    world = filled(build())
    before = Counter(sheets(world).values())
    closing.close(world.campaign, timezone.now())
    assert Counter(sheets(world).values()) == before
