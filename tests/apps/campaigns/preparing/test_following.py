"""What a facilitator sees of a campaign under way: numbers by circle, never contents, and never who where promised."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from tests.apps.campaigns.preparing.conftest import House, circle, in_state, invite, moved, seat

from cordee.apps.campaigns.models import Campaign, CampaignCircle, Regime, Seat, SeatAnswer
from cordee.apps.campaigns.queries.following import Completion, _none_alone, completion_of, unfinished
from cordee.apps.diagnosis.models import Mark
from cordee.apps.post.models import Letter

SignIn = Callable[[str], Client]
HTMX = {"HTTP_HX_REQUEST": "true"}


def url(campaign: Campaign, name: str) -> str:
    return reverse(f"campaigns:{name}", args=[campaign.public])


@pytest.fixture
def answered(launched: Campaign) -> Campaign:
    """Two of steering have finished, one has begun; Chloé answered on paper; a passer-by came by the funders' link."""
    pilots = list(launched.invitees.filter(circle__circle="steering").order_by("pk"))
    seat(pilots[0], finished=True)
    seat(pilots[1], finished=True)
    begun = seat(pilots[2])
    SeatAnswer.objects.create(seat=begun, item="x", mark=Mark.ANSWERED, level=3, evidence="Un secret bien gardé")
    seat(launched.invitees.get(email=""), finished=True, channel=Seat.Channel.PAPER)
    funders = circle(launched, "funders")
    Seat.objects.create(
        campaign=launched, circle=funders, partner=pilots[0].partner, channel=Seat.Channel.OPEN_LINK, finished_at=None
    )
    return launched


def numbers(row: Completion) -> tuple[list[str], int, int, int, int, int]:
    names = [one.circle for one in row.circles]
    return names, row.invited, row.started, row.finished, row.on_paper, row.by_open_link


@pytest.mark.django_db
class TestCounting:
    def test_each_circle_where_somebody_may_answer(self, answered: Campaign) -> None:
        followed = completion_of(answered)
        assert [numbers(row) for row in followed.rows] == [
            (["steering"], 5, 1, 2, 0, 0),
            (["funders"], 3, 1, 1, 1, 1),
        ]
        assert numbers(followed.total)[1:] == (8, 2, 3, 1, 1)

    def test_a_circle_of_one_is_counted_with_another_when_nobody_may_know(
        self, launched: Campaign, house: House
    ) -> None:
        (zoe,) = invite(launched, house, "teams", ("Zoé", "zoe@example.org", 0, "fr"))
        seat(zoe, finished=True)
        rows = completion_of(launched).rows
        assert [[one.circle for one in row.circles] for row in rows] == [["steering"], ["funders", "teams"]]
        assert rows[1].finished == 1
        moved(launched, regime=Regime.FACILITATOR)
        assert [row.circles[0].circle for row in completion_of(launched).rows] == ["steering", "teams", "funders"]

    def test_one_person_alone_is_not_counted_at_all(self, launched: Campaign) -> None:
        launched.invitees.exclude(email="bob@example.org").delete()
        seat(launched.invitees.get(), finished=True)
        followed = completion_of(launched)
        assert followed.rows == []
        assert numbers(followed.total)[1:] == (1, 0, 0, 0, 0)

    def test_those_to_remind_have_an_address_and_have_not_finished(self, answered: Campaign) -> None:
        assert [one.email for one in unfinished(answered)] == [
            "pilote2@example.org",
            "pilote3@example.org",
            "pilote4@example.org",
            "ann@example.org",
            "bob@example.org",
        ]


COMPLETIONS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3)), min_size=1, max_size=7)


@given(COMPLETIONS)
def test_no_row_tells_of_one_person_and_nothing_is_lost(circles: list[tuple[int, int]]) -> None:
    rows = [
        Completion([CampaignCircle(circle=str(place))], invited=invited, by_open_link=link, finished=invited)
        for place, (invited, link) in enumerate(circles)
    ]
    if sum(row.expected for row in rows) < 2:
        return
    shown = _none_alone(rows)
    assert all(row.expected != 1 for row in shown)
    assert sum(row.invited for row in shown) == sum(row.invited for row in rows)
    assert sum(row.finished for row in shown) == sum(row.finished for row in rows)
    told = sorted(one.circle for row in shown for one in row.circles)
    assert told == [str(place) for place in range(len(rows))]


@pytest.mark.django_db
class TestThePage:
    def test_shows_numbers_and_no_content(self, answered: Campaign, as_: SignIn) -> None:
        page = as_("facilitator").get(url(answered, "campaign")).content.decode()
        assert "Où en sont les réponses" in page
        for hidden in ("Un secret", "Pilote 0", "pilote0@example.org", "Chloé"):
            assert hidden not in page

    def test_asks_for_the_table_now_and_then(self, answered: Campaign, as_: SignIn) -> None:
        client = as_("facilitator")
        page = client.get(url(answered, "campaign")).content.decode()
        assert f'hx-get="{url(answered, "counts")}" hx-trigger="every 15s"' in page
        part = client.get(url(answered, "counts"), **HTMX).content.decode()
        assert part.lstrip().startswith('<div id="counts"')
        assert "<html" not in part
        assert 'hx-trigger="every 15s"' in part

    def test_without_script_the_part_leads_to_the_page(self, answered: Campaign, as_: SignIn) -> None:
        assert as_("facilitator").get(url(answered, "counts"))["Location"] == url(answered, "campaign")

    def test_stops_asking_once_it_is_over(self, answered: Campaign, as_: SignIn) -> None:
        moved(answered, closes_at=timezone.now())
        part = as_("facilitator").get(url(answered, "counts"), **HTMX).content.decode()
        assert "hx-trigger" not in part

    def test_a_table_asked_for_after_a_cancellation_loads_the_page_again(self, answered: Campaign, as_: SignIn) -> None:
        moved(answered, cancelled_at=timezone.now())
        answer = as_("facilitator").get(url(answered, "counts"), **HTMX)
        assert (answer.status_code, answer["HX-Refresh"]) == (204, "true")

    @pytest.mark.parametrize("who", ["member", "observer"])
    def test_members_and_observers_read_the_promise_and_no_number(
        self, answered: Campaign, as_: SignIn, who: str
    ) -> None:
        page = as_(who).get(url(answered, "campaign")).content.decode()
        assert "Ce qui a été promis" in page
        assert "Où en sont les réponses" not in page
        assert "Annuler" not in page

    def test_a_reminder_says_to_nobody_how_many(self, answered: Campaign, as_: SignIn) -> None:
        client = as_("facilitator")
        page = client.post(url(answered, "remind"), follow=True).content.decode()
        assert "Le rappel part à toutes les personnes qui n’ont pas terminé" in page
        assert "Un rappel est parti aujourd’hui" in page
        assert Letter.objects.filter(key__contains="/reminder/").count() == 5
        again = client.post(url(answered, "remind"))
        assert again.status_code == 409
        assert "Un rappel par jour au plus" in again.content.decode()

    @pytest.mark.parametrize(
        ("state", "said"),
        [
            ("scheduled", "Tout est fixé"),
            ("open", "Réponses jusqu’au"),
            ("overdue", "Le résultat arrive"),
            ("closed", "deux résultats trop proches"),
            ("cancelled", "a été annulé"),
        ],
    )
    def test_says_where_things_stand(self, ready: Campaign, as_: SignIn, state: str, said: str) -> None:
        assert said in as_("facilitator").get(url(in_state(ready, state), "campaign")).content.decode()


@pytest.mark.django_db
def test_the_list_says_why_no_other_can_begin(ready: Campaign, as_: SignIn) -> None:
    page = reverse("campaigns:campaigns", args=[ready.alliance.public])
    assert "déjà en cours" in as_("facilitator").get(page).content.decode()
    in_state(ready, "closed")
    closed = as_("facilitator").get(page).content.decode()
    assert "trop tôt" in closed
    assert "trop tôt" not in as_("member").get(page).content.decode()
    moved(ready, cancelled_at=timezone.now(), closed_at=None)
    assert reverse("campaigns:begin", args=[ready.alliance.public]) in as_("facilitator").get(page).content.decode()
