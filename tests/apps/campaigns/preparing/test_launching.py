"""The launch: once whatever happens, frozen afterwards, letters in one transaction; then moved or cancelled."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.apps.campaigns.preparing.conftest import House, circle, in_state, invite, moved, seat

from cordee.apps.campaigns import letters, tasks
from cordee.apps.campaigns.days import closing_after, last_day
from cordee.apps.campaigns.models import Campaign, Regime, Seat
from cordee.apps.campaigns.operations import inviting, launching, preparation
from cordee.apps.campaigns.operations.preparation import CircleChoice
from cordee.apps.campaigns.permissions import Reason, Refused, State
from cordee.apps.post.models import Letter

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
InParallel = Callable[[list[Callable[[], object]]], list[object]]


def url(campaign: Campaign, name: str) -> str:
    return reverse(f"campaigns:{name}", args=[campaign.public])


def letters_of(campaign: Campaign, kind: str) -> list[Letter]:
    return list(Letter.objects.filter(key__startswith=f"campaign/{campaign.public}/{kind}").order_by("key"))


class TestLaunching:
    def test_freezes_the_rule_and_writes_to_those_who_have_an_address(self, ready: Campaign) -> None:
        assert launching.launch(ready)
        ready.refresh_from_db()
        assert ready.state(timezone.now()) is State.OPEN
        assert ready.rule == {
            "fewest_respondents": 5,
            "fewest_organisations": 3,
            "largest_share": 0.85,
            "fewest_for_verbatims": 10,
            "decimals": 2,
        }
        assert {letter.to for letter in letters_of(ready, "invitation")} == {
            *(f"pilote{n}@example.org" for n in range(5)),
            "ann@example.org",
            "bob@example.org",
        }

    def test_twice_is_once(self, ready: Campaign) -> None:
        assert launching.launch(ready)
        at = moved(ready).launched_at
        assert not launching.launch(ready)
        assert moved(ready).launched_at == at
        assert len(letters_of(ready, "invitation")) == 7

    def test_what_lacks_something_does_not_leave(self, draft: Campaign) -> None:
        with pytest.raises(Refused) as refused:
            launching.launch(draft)
        assert refused.value.verdict.reason is Reason.INCOMPLETE
        assert moved(draft).launched_at is None

    def test_a_letter_that_cannot_be_written_launches_nothing(
        self, ready: Campaign, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from cordee.apps.post import operations as post

        written = post.write
        calls: list[str] = []

        def broken(key: str, **fields: Any) -> Letter:
            calls.append(key)
            if len(calls) == 4:
                raise OSError
            return written(key, **fields)

        monkeypatch.setattr(post, "write", broken)
        with pytest.raises(OSError):  # noqa: PT011
            launching.launch(ready)
        assert moved(ready).launched_at is None
        assert not Letter.objects.exists()

    def test_by_the_page_only_once_confirmed(self, ready: Campaign, as_: SignIn) -> None:
        client = as_("facilitator")
        page = client.get(url(ready, "launch")).content.decode()
        assert "Ce qui sera fixé" in page
        assert "7 lettres d’invitation" in page
        assert "1 personne sans courriel" in page
        assert client.post(url(ready, "launch")).status_code == 422
        assert moved(ready).launched_at is None
        assert client.post(url(ready, "launch"), {"sure": "yes"})["Location"] == url(ready, "campaign")
        assert moved(ready).launched_at is not None

    def test_a_page_open_since_before_the_launch_says_it_is_done(self, ready: Campaign, as_: SignIn) -> None:
        client = as_("facilitator")
        client.post(url(ready, "launch"), {"sure": "yes"})
        again = client.post(url(ready, "launch"), {"sure": "yes"})
        assert again.status_code == 409
        assert "fixé depuis le lancement" in again.content.decode()
        assert len(letters_of(ready, "invitation")) == 7


@pytest.mark.django_db(transaction=True)
class TestAtTheSameTime:
    def test_two_clicks_launch_once(self, ready: Campaign, as_: SignIn, in_parallel: InParallel) -> None:
        clients = [as_("facilitator"), as_("facilitator")]
        statuses = in_parallel(
            [lambda one=one: one.post(url(ready, "launch"), {"sure": "yes"}).status_code for one in clients]  # type: ignore[misc]
        )
        assert 302 in statuses
        assert set(statuses) <= {302, 409}
        assert len(letters_of(ready, "invitation")) == 7
        assert Letter.objects.count() == 7

    def test_operations_launch_once(self, ready: Campaign, in_parallel: InParallel) -> None:
        launched = in_parallel([lambda: launching.launch(ready)] * 3)
        assert sorted(launched, key=bool) == [False, False, True]
        assert Letter.objects.count() == 7

    def test_a_change_of_regime_and_a_launch_never_mix(self, ready: Campaign, in_parallel: InParallel) -> None:
        def change() -> object:
            try:
                preparation.choose_regime(ready, Regime.ATTRIBUTED)
            except Refused as refused:
                return refused.verdict.reason
            return "changed"

        said, launched = in_parallel([change, lambda: launching.launch(ready)])
        assert launched is True
        regime = moved(ready).regime
        assert regime == (Regime.ATTRIBUTED if said == "changed" else Regime.AGGREGATE)
        promised = "Réponses signées" if regime == Regime.ATTRIBUTED else "Anonymes"
        assert all(promised in one.text for one in letters_of(ready, "invitation") if one.lang == "fr")

    def test_opening_twice_writes_once(self, ready: Campaign, in_parallel: InParallel) -> None:
        in_state(ready, "scheduled")
        Letter.objects.all().delete()
        moved(ready, opens_at=timezone.now() - timedelta(minutes=1))
        assert sorted(in_parallel([launching.open_due] * 2), key=str) == [0, 7]
        assert Letter.objects.count() == 7


FROZEN: dict[str, tuple[Callable[[Campaign], object], dict[str, str]]] = {
    "title": (lambda one: preparation.name(one, title="Autre", form="full"), {"title": "Autre", "form": "full"}),
    "regime": (lambda one: preparation.choose_regime(one, Regime.ATTRIBUTED), {"regime": "attributed"}),
    "circles": (
        lambda one: preparation.choose_circles(one, [CircleChoice("steering", "X", "X")]),
        {"kept_steering": "on", "fr_steering": "X", "en_steering": "X"},
    ),
    "topics": (lambda one: preparation.split_topics(one, {"funders": []}), {}),
    "days": (
        lambda one: preparation.choose_days(one, opens_on=None, last_day=timezone.localdate(), reminder_days=[]),
        {"last_day": "2099-01-01"},
    ),
    "words": (
        lambda one: preparation.choose_words(one, message="", contact_name="Moi", contact_email="moi@example.org"),
        {"contact_name": "Moi", "contact_email": "moi@example.org"},
    ),
    "discard": (preparation.discard, {"sure": "yes"}),
}


@pytest.mark.parametrize("name", sorted(FROZEN))
@pytest.mark.parametrize("state", ["scheduled", "open", "overdue", "closed"])
def test_nothing_that_was_promised_changes_after_the_launch(
    ready: Campaign, as_: SignIn, name: str, state: str
) -> None:
    operation, sent = FROZEN[name]
    campaign = in_state(ready, state)
    before = (Campaign.objects.filter(pk=campaign.pk).values().get(), list(campaign.circles.order_by("pk").values()))
    with pytest.raises(Refused) as refused:
        operation(campaign)
    assert refused.value.verdict.reason is Reason.FROZEN
    answer = as_("facilitator").post(url(campaign, name), {**sent, "rule": '{"fewest_respondents": 1}'})
    assert answer.status_code == 409
    assert "romprait ce qui leur a été promis" in answer.content.decode()
    after = (Campaign.objects.filter(pk=campaign.pk).values().get(), list(campaign.circles.order_by("pk").values()))
    assert after == before


def test_no_page_takes_a_rule(ready: Campaign, as_: SignIn) -> None:
    as_("facilitator").post(url(ready, "regime"), {"regime": "aggregate", "rule": '{"fewest_respondents": 1}'})
    assert moved(ready).rule == {}


def test_a_new_default_rule_changes_nothing_to_what_was_launched(
    launched: Campaign, as_: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cordee.apps.campaigns import rules

    moved(launched, rule={**launched.rule, "fewest_respondents": 8})
    assert rules.rule_of(launched).fewest_respondents == 8
    assert "au moins 8 réponses" in as_("facilitator").get(url(launched, "campaign")).content.decode()


class TestOpeningLater:
    @pytest.fixture
    def scheduled(self, ready: Campaign) -> Campaign:
        tomorrow = timezone.localdate() + timedelta(days=1)
        preparation.choose_days(ready, opens_on=tomorrow, last_day=tomorrow + timedelta(days=9), reminder_days=[7, 2])
        launching.launch(ready)
        return moved(ready)

    def test_letters_wait_for_the_day(self, scheduled: Campaign) -> None:
        assert scheduled.state(timezone.now()) is State.SCHEDULED
        assert not Letter.objects.exists()
        assert tasks.open_due.call() == 0
        moved(scheduled, opens_at=timezone.now())
        assert tasks.open_due.call() == 7
        assert tasks.open_due.call() == 0
        assert len(letters_of(scheduled, "invitation")) == 7

    def test_people_added_before_the_day_are_written_to_on_the_day(self, scheduled: Campaign, house: House) -> None:
        invite(scheduled, house, "teams", ("Zoé", "zoe@example.org", 0, "fr"))
        assert not Letter.objects.exists()
        moved(scheduled, opens_at=timezone.now())
        assert launching.open_due() == 8

    def test_a_cancelled_one_never_opens(self, scheduled: Campaign) -> None:
        launching.cancel(scheduled)
        moved(scheduled, opens_at=timezone.now())
        assert launching.open_due() == 0
        assert not Letter.objects.exists()


def test_people_added_while_open_are_written_to_at_once(launched: Campaign, house: House) -> None:
    invite(launched, house, "teams", ("Zoé", "zoe@example.org", 0, "fr"))
    assert [one.to for one in letters_of(launched, "invitation") if one.to == "zoe@example.org"] == ["zoe@example.org"]
    assert launching.open_due() == 0


class TestTheLastDay:
    def test_moves_later_and_sooner(self, launched: Campaign, as_: SignIn) -> None:
        for days in (30, 1, 0):
            day = timezone.localdate() + timedelta(days=days)
            assert as_("facilitator").post(url(launched, "last_day"), {"last_day": str(day)}).status_code == 302
            closes_at = moved(launched).closes_at
            assert closes_at is not None
            assert last_day(closes_at) == day

    def test_never_into_the_past(self, launched: Campaign, as_: SignIn) -> None:
        before, yesterday = launched.closes_at, timezone.localdate() - timedelta(days=1)
        answer = as_("facilitator").post(url(launched, "last_day"), {"last_day": str(yesterday)})
        assert answer.status_code == 422
        with pytest.raises(Refused) as refused:
            launching.move_last_day(launched, yesterday)
        assert refused.value.verdict.reason is Reason.SHORTER_THAN_NOW
        assert moved(launched).closes_at == before

    @pytest.mark.parametrize("state", ["overdue", "closed", "cancelled"])
    def test_not_once_it_is_over(self, ready: Campaign, state: str) -> None:
        campaign = in_state(ready, state)
        with pytest.raises(Refused):
            launching.move_last_day(campaign, timezone.localdate() + timedelta(days=9))
        assert moved(campaign).closes_at != closing_after(timezone.localdate() + timedelta(days=9))


class TestCancelling:
    def test_erases_answers_and_tells_those_who_were_written_to(self, launched: Campaign, as_: SignIn) -> None:
        seat(launched.invitees.get(email="ann@example.org"), finished=True)
        Letter.objects.filter(to__in=["ann@example.org", "bob@example.org"]).update(state=Letter.State.SENT)
        client = as_("facilitator")
        assert "1 réponse commencée ou finie" in client.get(url(launched, "cancel")).content.decode()
        assert client.post(url(launched, "cancel")).status_code == 422
        assert Seat.objects.count() == 1
        assert client.post(url(launched, "cancel"), {"sure": "yes"}).status_code == 302
        assert moved(launched).state(timezone.now()) is State.CANCELLED
        assert Seat.objects.count() == 0
        told = {one.to: one for one in letters_of(launched, "cancellation")}
        assert set(told) == {"ann@example.org", "bob@example.org"}
        assert "cancelled" in told["ann@example.org"].subject
        states = {one.to: one.state for one in letters_of(launched, "invitation")}
        assert states["pilote0@example.org"] == Letter.State.WITHDRAWN
        assert states["ann@example.org"] == Letter.State.SENT

    @pytest.mark.parametrize("state", ["overdue", "closed", "cancelled", "draft"])
    def test_not_after_the_last_day(self, ready: Campaign, state: str) -> None:
        campaign = in_state(ready, state)
        with pytest.raises(Refused):
            launching.cancel(campaign)

    def test_leaves_the_way_to_another_one(self, launched: Campaign, house: House) -> None:
        launching.cancel(launched)
        again = preparation.begin(
            house.alliance, house.facilitator, title="Encore", form="express", release=launched.release
        )
        assert again.wave == 2


def test_a_launched_campaign_still_takes_people_and_links(launched: Campaign, house: House) -> None:
    assert len(invite(launched, house, "teams", ("Zoé", "", 0, "fr"))) == 1
    inviting.set_circle_link(circle(launched, "teams"), is_open=True)
    assert circle(launched, "teams").open_link
    assert letters.was_reminded_on(launched, timezone.localdate()) is False
