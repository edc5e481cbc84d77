"""Closing: once, for good, under the announced rule; what each regime publishes, and what is cut from people."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.apps.campaigns.answering.building import Alliance360, answer, answer_all, filled, token_of
from tests.apps.diagnosis.conftest import at_version, stored, without_topic

from cordee.apps.campaigns import closing_tasks
from cordee.apps.campaigns.models import Campaign, Publication, Seat, SeatAnswer
from cordee.apps.campaigns.operations import answering, closing
from cordee.apps.campaigns.queries.answering import place_behind
from cordee.apps.campaigns.queries.publications import publication_for
from cordee.apps.diagnosis.bridge import reading_from_json
from cordee.apps.diagnosis.given import GivenAnswer
from cordee.apps.library.frozen import FrozenRow
from cordee.apps.organisations.models import RoleKind
from cordee.core.packs.pack import Pack

pytestmark = pytest.mark.django_db
Build = Callable[..., Alliance360]
InParallel = Callable[[list[Callable[[], object]]], list[object]]
FIRST = "relevance.needs.vision"


def published(world: Alliance360, audience: str = "everyone") -> Publication:
    return Publication.objects.get(campaign=world.campaign, audience=audience)


def everything_written(publication: Publication) -> str:
    return f"{publication.plan} {publication.reading} {publication.layers}"


class TestOnce:
    def test_the_second_call_changes_nothing(self, world: Alliance360) -> None:
        filled(world)
        first = timezone.now()
        assert closing.close(world.campaign, first)
        assert not closing.close(world.campaign, first + timedelta(hours=1))
        world.campaign.refresh_from_db()
        assert world.campaign.closed_at == first
        assert Publication.objects.count() == 1

    @pytest.mark.parametrize(
        "hours",
        [
            {"launched_at": None},
            {"opens_at": timezone.now() + timedelta(days=1)},
            {"cancelled_at": timezone.now()},
        ],
    )
    def test_what_never_opened_or_was_cancelled_is_not_closed(self, build: Build, hours: dict[str, Any]) -> None:
        assert not closing.close(build(**hours).campaign)
        assert Publication.objects.count() == 0

    def test_nothing_is_added_afterwards(self, world: Alliance360) -> None:
        filled(world)
        seat = Seat.objects.order_by("pk").first()
        assert seat is not None
        late = world.invite("Retardataire")
        closing.close(world.campaign)
        before = list(SeatAnswer.objects.order_by("pk").values_list("item", "level"))
        for attempt in (
            lambda: answer(seat, {FIRST: GivenAnswer.from_choice("4")}),
            lambda: answering.save_importance(seat, ["clarity.roles"], ["clarity.roles"]),
            lambda: answering.finish(seat),
            lambda: answering.sit_down(late, "fr"),
            lambda: answering.sit_down_unnamed(world.circles["teams"], world.partners[0], "fr"),
        ):
            with pytest.raises(answering.NothingMayBeAdded):
                attempt()
        assert list(SeatAnswer.objects.order_by("pk").values_list("item", "level")) == before
        assert Seat.objects.count() == 12

    def test_no_verb_opens_again_and_a_publication_is_never_rewritten(self, world: Alliance360) -> None:
        closing.close(filled(world).campaign)
        assert [name for name in vars(closing) if "open" in name and name != "open_plan"] == []
        publication = published(world)
        publication.engine = "other"
        with pytest.raises(FrozenRow):
            publication.save()
        with pytest.raises(FrozenRow):
            Publication.objects.update(engine="other")
        with pytest.raises(IntegrityError, match="written once"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE campaigns_publication SET engine = 'other'")

    def test_a_failure_leaves_the_campaign_as_it_was(self, world: Alliance360, monkeypatch: pytest.MonkeyPatch) -> None:
        filled(world)

        def broken(*_: Any) -> None:
            raise RuntimeError("no disk left")

        monkeypatch.setattr(closing, "_publication", broken)
        with pytest.raises(RuntimeError):
            closing.close(world.campaign)
        world.campaign.refresh_from_db()
        assert world.campaign.closed_at is None
        assert Publication.objects.count() == 0
        assert Seat.objects.filter(invitee=None).count() == 0

    def test_the_number_of_reads_does_not_grow_with_people(self, build: Build) -> None:
        counts = []
        for people in (3, 9):
            world = build()
            for number in range(people):
                world.seat(f"P{number}", "teams", number % 3)
            with CaptureQueriesContext(
                connection,
            ) as queries:
                closing.close(world.campaign)
            counts.append(len(queries))
        assert counts[0] == counts[1] <= 28


class TestTheClock:
    def test_closes_what_is_due_and_nothing_else(self, build: Build) -> None:
        now = timezone.now()
        due = build(closes_at=now - timedelta(minutes=1), opens_at=now - timedelta(days=2))
        at_the_second = build(closes_at=now)
        later, cancelled = build(closes_at=now + timedelta(seconds=1)), build(closes_at=now, cancelled_at=now)
        assert closing.close_due(now) == 2
        assert closing.close_due(now) == 0
        closed = set(Campaign.objects.exclude(closed_at=None).values_list("pk", flat=True))
        assert closed == {due.campaign.pk, at_the_second.campaign.pk}
        assert {later.campaign.pk, cancelled.campaign.pk}.isdisjoint(closed)

    def test_one_that_fails_stops_no_other(
        self, build: Build, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        now = timezone.now()
        broken, sound = build(closes_at=now - timedelta(hours=1)), build(closes_at=now)
        publish = closing._publish

        def sometimes(campaign: Campaign, hour: Any) -> None:
            if campaign.pk == broken.campaign.pk:
                raise RuntimeError("no disk left")
            publish(campaign, hour)

        monkeypatch.setattr(closing, "_publish", sometimes)
        assert closing.close_due(now) == 1
        sound.campaign.refresh_from_db()
        assert sound.campaign.closed_at == now
        assert "could not be closed" in caplog.text

    def test_the_job_is_in_the_schedule(self, build: Build) -> None:
        from django.conf import settings

        build(closes_at=timezone.now() - timedelta(minutes=5))
        assert "cordee.apps.campaigns.closing_tasks.close_due" in settings.PERIODIC_JOBS
        assert closing_tasks.close_due.call() == 1
        assert closing_tasks.close_due.call() == 0


class TestTheAggregateRegime:
    def test_publishes_groups_and_names_nobody(self, world: Alliance360) -> None:
        closing.close(filled(world).campaign)
        publication = published(world)
        reading = reading_from_json(publication.reading)
        assert reading.respondents == 12
        assert [scope.circle for scope in reading.circles] == ["steering", "teams+beneficiaries"]
        assert publication.layers["people"] is None
        assert publication.layers["individuals"] == publication.layers["organisations"] == []
        assert publication.layers["names"] == {}
        assert {one["axis"] for one in publication.layers["standings"]} == {one.axis for one in reading.overall.axes}
        written = everything_written(publication)
        assert not [one.name for one in world.invitees if one.name in written]
        assert not Publication.objects.filter(audience="facilitator").exists()

    def test_shows_only_the_words_that_were_released_when_few_answered(self, world: Alliance360) -> None:
        closing.close(filled(world).campaign)
        words = [word["text"] for word in published(world).layers["verbatims"]]
        assert words == ["Mot cité 0"]

    def test_cuts_what_leads_to_people(self, world: Alliance360) -> None:
        filled(world)
        answering.sit_down_unnamed(world.circles["beneficiaries"], world.partners[1], "en")
        Seat.objects.filter(invitee__name="Pilote 0").update(channel="paper", lang="en")
        now = timezone.now()
        answering.finish(Seat.objects.order_by("pk")[0])
        closing.close(world.campaign, now)
        day = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
        seats = Seat.objects.order_by("pk")
        assert {(one.invitee_id, one.token_sha256, one.channel, one.lang) for one in seats} == {
            (None, None, "unsaid", "fr")
        }
        assert {one.started_at for one in seats} == {one.updated_at for one in seats} == {day}
        assert {one.finished_at for one in seats} == {None, day}
        assert seats.filter(finished_at=day).count() == 1

    def test_the_link_of_a_person_still_leads_to_the_campaign_without_a_seat(self, world: Alliance360) -> None:
        closing.close(filled(world).campaign)
        place = place_behind(token_of(world.invitees[0]))
        assert place is not None
        assert place.invitee == world.invitees[0]
        assert place.seat is None

    def test_too_few_answers_publish_nothing(self, world: Alliance360) -> None:
        world.seat("Zoé", "teams", 0, levels=4, evidence="Secret")
        world.seat("Léo", "steering", 1, levels=0)
        closing.close(world.campaign)
        publication = published(world)
        reading = reading_from_json(publication.reading)
        assert publication.plan["groups"] == []
        assert reading.circles == ()
        assert all(axis.maturity.value is None for axis in reading.overall.axes)
        assert publication.layers["organisations"] == publication.layers["verbatims"] == []
        assert "Secret" not in everything_written(publication)

    def test_a_campaign_without_a_single_answer_closes_too(self, world: Alliance360) -> None:
        answering.sit_down(world.invite("Zoé"), "fr")
        assert closing.close(world.campaign)
        assert published(world).reading["respondents"] == 0

    def test_a_seat_opened_but_left_blank_counts_for_nobody(self, world: Alliance360) -> None:
        filled(world)
        answering.sit_down(world.invite("Zoé"), "fr")
        closing.close(world.campaign)
        assert published(world).reading["respondents"] == 12


class TestTheOtherRegimes:
    def test_attributed_publishes_names_to_everyone_and_keeps_the_thread(self, build: Build) -> None:
        world = filled(build(regime="attributed"))
        closing.close(world.campaign)
        layers = published(world).layers
        person = next(one for one in layers["people"] if one["name"] == "Équipe 1")
        assert person["answers"][FIRST] == "1"
        assert person["evidence"] == {FIRST: "Mot 1"}
        assert person["circle"] == "teams"
        assert layers["names"][person["organisation"]] == "Les Ateliers"
        assert len(layers["organisations"]) == 3
        voice = next(one for one in layers["individuals"] if one["who"] == "Équipe 1")
        assert (voice["circle"], voice["organisation"]) == ("teams", person["organisation"])
        assert voice["axes"][0]["facets"]["vision"]["value"] == 1.0
        assert {word["text"] for word in layers["verbatims"]} >= {"Mot 0", "Mot cité 1"}
        assert Seat.objects.filter(invitee=None).count() == 0
        assert not Publication.objects.filter(audience="facilitator").exists()

    def test_facilitator_publishes_twice_and_the_one_for_everyone_is_that_of_aggregate(self, build: Build) -> None:
        worlds = [filled(build(regime=regime)) for regime in ("facilitator", "aggregate")]
        for world in worlds:
            closing.close(world.campaign)
        shared, anonymous = published(worlds[0]), published(worlds[1])
        assert shared.reading == anonymous.reading
        assert shared.layers["people"] is None
        assert shared.layers["individuals"] == []
        alone = published(worlds[0], "facilitator")
        assert len(alone.layers["people"]) == len(alone.layers["individuals"]) == 12
        assert alone.plan["is_open"]
        assert Seat.objects.filter(campaign=worlds[0].campaign, invitee=None).count() == 0


class TestReadingAgain:
    def test_a_newer_release_is_read_under_the_same_plan_beside_the_first(self, world: Alliance360, pack: Pack) -> None:
        closing.close(filled(world).campaign)
        newer = stored(at_version(pack, "2.0.0", instrument=without_topic(pack.instrument, "clarity.roles")))
        made = closing.read_again(world.campaign, newer)
        assert [one.audience for one in made] == ["everyone"]
        first, second = Publication.objects.order_by("pk")
        assert first.plan == second.plan
        assert first.answers_sha256 == second.answers_sha256
        assert reading_from_json(second.reading).version == "2.0.0"
        assert len(reading_from_json(second.reading).overall.items) == 18
        found = publication_for(Campaign.objects.get(), timezone.now(), role=RoleKind.MEMBER)
        assert found.publication == second

    def test_twice_or_with_an_older_release_or_before_closing_reads_nothing(
        self, world: Alliance360, pack: Pack
    ) -> None:
        newer, older = stored(at_version(pack, "2.0.0")), stored(at_version(pack, "0.9.0"))
        assert closing.read_again(world.campaign, newer) == []
        closing.close(filled(world).campaign)
        assert closing.read_again(world.campaign, older) == []
        assert len(closing.read_again(world.campaign, newer)) == 1
        assert closing.read_again(world.campaign, newer) == []

    def test_both_audiences_are_read_again(self, build: Build, pack: Pack) -> None:
        world = filled(build(regime="facilitator"))
        closing.close(world.campaign)
        made = closing.read_again(world.campaign, stored(at_version(pack, "2.0.0")))
        assert {one.audience for one in made} == {"everyone", "facilitator"}
        assert len(made[1].layers["people"]) == 12

    def test_whoever_answered_only_what_is_no_longer_asked_is_still_counted(
        self, world: Alliance360, pack: Pack
    ) -> None:
        filled(world)
        seat = answering.sit_down(world.invite("Zoé"), "fr")
        answer(seat, {"clarity.roles.vision": GivenAnswer.from_choice("2")})
        closing.close(world.campaign)
        newer = stored(at_version(pack, "2.0.0", instrument=without_topic(pack.instrument, "clarity.roles")))
        assert len(closing.read_again(world.campaign, newer)) == 1


class TestWhoReads:
    @pytest.mark.parametrize("regime", ["attributed", "facilitator", "aggregate"])
    def test_each_gets_what_is_made_for_them(self, build: Build, regime: str) -> None:
        world = filled(build(regime=regime))
        closing.close(world.campaign)
        world.campaign.refresh_from_db()
        now = timezone.now()
        for options, audience in (
            ({"role": RoleKind.FACILITATOR}, "facilitator" if regime == "facilitator" else "everyone"),
            ({"role": RoleKind.MEMBER}, "everyone"),
            ({"role": RoleKind.OBSERVER}, "everyone"),
            ({"holds_link": True}, "everyone"),
        ):
            found = publication_for(world.campaign, now, **options)  # type: ignore[arg-type]
            assert found.publication is not None
            assert found.publication.audience == audience
        stranger = publication_for(world.campaign, now)
        assert (stranger.verdict.reason, stranger.publication) == ("stranger", None)

    def test_nobody_reads_before_closing(self, world: Alliance360) -> None:
        filled(world)
        for options in ({"role": RoleKind.FACILITATOR}, {"role": RoleKind.MEMBER}, {"holds_link": True}):
            found = publication_for(world.campaign, timezone.now(), **options)  # type: ignore[arg-type]
            assert (found.verdict.reason, found.publication) == ("not_closed", None)


@pytest.mark.django_db(transaction=True)
class TestAtTheSameTime:
    def test_ten_closings_publish_once(self, world: Alliance360, in_parallel: InParallel) -> None:
        filled(world)
        done = in_parallel([lambda: closing.close(world.campaign) for _ in range(10)])
        assert done.count(True) == 1
        assert Publication.objects.count() == 1

    def test_an_answer_given_while_closing_is_either_read_or_refused(
        self, world: Alliance360, in_parallel: InParallel
    ) -> None:
        """Whatever the interleaving, what was accepted is in the publication, and nothing comes after it."""
        filled(world)
        seats = list(Seat.objects.filter(circle=world.circles["teams"]))
        together = SeatAnswer.objects.filter(item=FIRST).exclude(seat__circle=world.circles["steering"])
        outcomes: dict[int, int | None] = dict(together.values_list("seat_id", "level"))

        def write(seat: Seat) -> Callable[[], object]:
            def attempt() -> None:
                for level in range(6):
                    try:
                        answer(seat, {FIRST: GivenAnswer.from_choice(str(level % 5))})
                        outcomes[seat.pk] = level % 5
                    except answering.NothingMayBeAdded:
                        return

            return attempt

        in_parallel([*[write(seat) for seat in seats], lambda: closing.close(world.campaign)])
        kept = list(together.values_list("level", flat=True))
        assert Counter(kept) == Counter(outcomes.values())
        reading = reading_from_json(published(world).reading)
        teams = next(scope for scope in reading.circles if "teams" in (scope.circle or ""))
        said = list(teams.item(FIRST).distribution.counts)
        assert teams.circle == "teams+beneficiaries"
        assert said == [kept.count(level) for level in range(5)]

    def test_whoever_sits_down_while_closing_is_either_seated_before_or_refused(
        self, world: Alliance360, in_parallel: InParallel
    ) -> None:
        filled(world)
        late = [world.invite(f"Tard {number}") for number in range(6)]

        def sit(number: int) -> Callable[[], object]:
            def attempt() -> object:
                try:
                    answer_all(answering.sit_down(late[number], "fr"), levels=4)
                except answering.NothingMayBeAdded:
                    return False
                return True

            return attempt

        done = in_parallel([*[sit(number) for number in range(6)], lambda: closing.close(world.campaign)])
        seated = done[:-1].count(True)
        assert published(world).reading["respondents"] == 12 + seated
        # Closing deals the answers of « teams+beneficiaries » again between the seats of both circles.
        read_together = (world.circles["teams"], world.circles["beneficiaries"])
        kept = SeatAnswer.objects.filter(level=4, seat__circle__in=read_together)
        assert kept.count() == 21 * (seated + 1)

    def test_two_devices_in_one_seat_lose_nothing(self, world: Alliance360, in_parallel: InParallel) -> None:
        invitee = world.invite("Zoé")
        seats = in_parallel([lambda: answering.sit_down(invitee, "fr").pk for _ in range(6)])
        assert len(set(seats)) == 1
        seat = Seat.objects.get()
        items = [f"relevance.needs.{facet}" for facet in ("vision", "action", "means")]

        def save(number: int) -> Callable[[], object]:
            return lambda: answer(seat, {items[number % 3]: GivenAnswer.from_choice(str(number % 5))})

        in_parallel([save(number) for number in range(12)])
        assert SeatAnswer.objects.count() == 3
