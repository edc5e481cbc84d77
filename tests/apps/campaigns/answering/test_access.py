"""Every address of answering, paper and closing, taken from the map of addresses, opens to whom it should."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import unquote

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from tests.apps.campaigns.answering.building import Alliance360, token_of, url

from cordee.apps.campaigns.models import Campaign, Publication, Seat, SeatAnswer
from cordee.apps.campaigns.operations import answering, closing, paper
from cordee.apps.campaigns.queries.answering import place_behind
from cordee.apps.campaigns.urls import gathering, respondent
from cordee.apps.diagnosis.tokens import new_token

pytestmark = pytest.mark.django_db
Build = Callable[..., Alliance360]

SEATED = {"topic", "save", "pace", "importance", "done"}
LINKED = {"door", "reading_for_respondent"}
POST_ONLY = {"save", "pace"}
ROUTES = {pattern.name: pattern for pattern in respondent}
OURS = {"paper_desk", "paper_sheet", "close"}
ROUTES_OF_FACILITATORS = {pattern.name: pattern for pattern in gathering}
SECRET = "Ce que seul Zoé a écrit"


def address(name: str, token: str) -> str:
    return url(name, token, *([1] if "position" in ROUTES[name].pattern.converters else []))


def ask(client: Client, name: str, where: str) -> HttpResponse:
    answer: Any = client.post(where) if name in POST_ONLY else client.get(where)
    return answer


@pytest.fixture
def token(world: Alliance360) -> str:
    """The link of someone who has answered everything, with a word of their own."""
    world.seat("Zoé", levels=3, evidence=SECRET)
    return token_of(world.invitees[0])


def rows() -> list[object]:
    """Everything that answering may change."""
    return [
        list(Seat.objects.order_by("pk").values()),
        list(SeatAnswer.objects.order_by("pk").values()),
        list(Campaign.objects.order_by("pk").values("closed_at")),
        Publication.objects.count(),
    ]


def test_the_map_holds_what_this_test_knows() -> None:
    assert set(ROUTES) == SEATED | LINKED
    assert set(ROUTES_OF_FACILITATORS) == OURS


@pytest.mark.parametrize("name", sorted(SEATED | LINKED))
class TestEveryAddressOfALink:
    def test_opens_to_whoever_holds_it_without_a_cookie(self, client: Client, token: str, name: str) -> None:
        answer = ask(client, name, address(name, token))
        assert answer.status_code in (200, 302)
        assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("no-store", "same-origin")
        assert "noindex" in answer["X-Robots-Tag"]

    def test_is_not_there_for_another_token(self, client: Client, token: str, name: str) -> None:
        before = rows()
        for wrong in (new_token(), token[:-1] + ("A" if token[-1] != "A" else "B")):
            answer = ask(client, name, address(name, wrong))
            assert answer.status_code == 404
            assert "copiée en entier" in answer.content.decode()
            assert answer["Cache-Control"].startswith("no-store")
        assert rows() == before

    def test_shows_nothing_of_another_s_answers(
        self, client: Client, world: Alliance360, token: str, name: str
    ) -> None:
        other = world.invite("Léo", "steering", 1)
        answering.sit_down(other, "fr")
        answer = ask(client, name, address(name, token_of(other)))
        page = answer.content.decode()
        assert SECRET not in page
        assert "Zoé" not in page
        assert 'value="3" checked' not in page

    def test_changes_nothing_when_it_is_only_looked_at(self, client: Client, token: str, name: str) -> None:
        before = rows()
        client.get(address(name, token))
        client.head(address(name, token))
        assert rows() == before

    def test_a_form_without_its_protection_is_refused(self, token: str, name: str) -> None:
        before = rows()
        answer = Client(enforce_csrf_checks=True).post(address(name, token), {"vision": "4"})
        assert answer.status_code in (403, 405)
        assert rows() == before

    def test_refuses_a_body_larger_than_any_of_its_forms(self, client: Client, token: str, name: str) -> None:
        before = rows()
        assert client.post(address(name, token), {"vision_evidence": "x" * 70_000}).status_code in (405, 413)
        assert rows() == before

    @pytest.mark.parametrize("state", ["overdue", "closed", "cancelled", "scheduled"])
    def test_outside_of_its_time_it_adds_nothing_and_says_why(
        self, client: Client, world: Alliance360, token: str, name: str, state: str
    ) -> None:
        now = timezone.now()
        if state == "closed":
            closing.close(world.campaign)
        else:
            world.move(
                **{
                    "overdue": {"closes_at": now},
                    "cancelled": {"cancelled_at": now},
                    "scheduled": {"opens_at": now + timedelta(days=1)},
                }[state]
            )
        before = rows()
        for answer in (client.get(address(name, token)), client.post(address(name, token), {"vision": "4"})):
            assert answer.status_code in (200, 302, 405)
            if answer.status_code == 302:
                assert answer["Location"] in (url("door", token), url("reading_for_respondent", token))
        assert rows() == before
        final = client.get(url("door", token), follow=True)
        assert final.status_code == 200
        assert SECRET not in final.content.decode()

    def test_the_english_address_opens_too(self, client: Client, token: str, name: str) -> None:
        with translation.override("en"):
            where = address(name, token)
            assert where.startswith("/en/answer/")
            assert ask(client, name, where).status_code in (200, 302)

    def test_a_seat_that_is_not_taken_yet_leads_to_the_door(
        self, client: Client, world: Alliance360, name: str
    ) -> None:
        token = token_of(world.invite("Léo"))
        answer = ask(client, name, address(name, token))
        assert answer.status_code == (200 if name == "door" else 302)
        assert Seat.objects.count() == 0


@pytest.mark.parametrize("name", sorted(POST_ONLY))
def test_what_changes_something_is_not_done_by_following_a_link(client: Client, token: str, name: str) -> None:
    assert client.get(address(name, token)).status_code == 405


def test_a_saving_page_that_may_not_add_any_more_is_loaded_again(
    client: Client, world: Alliance360, token: str
) -> None:
    closing.close(world.campaign)
    for where in (token, new_token()):
        answer = client.post(url("save", where, 1), {"vision": "2"}, headers={"HX-Request": "true"})
        assert (answer.status_code, answer["HX-Refresh"]) == (204, "true")


def test_closing_between_the_look_and_the_write_is_seen_by_the_write(
    client: Client, world: Alliance360, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page looked while the campaign was open; the transaction that writes looks again."""
    place = place_behind(token)
    assert place is not None
    closing.close(world.campaign)
    before = rows()
    monkeypatch.setattr("cordee.apps.campaigns.respondent_access.place_behind", lambda _: place)
    assert client.post(url("topic", token, 1), {"vision": "0"})["Location"] == url("door", token)
    assert client.post(url("save", token, 1), {"vision": "0"}, headers={"HX-Request": "true"}).status_code == 204
    assert client.post(url("door", token))["Location"] == url("door", token)
    assert rows() == before


def test_after_closing_the_link_leads_to_the_result_and_the_page_shows_no_answer(
    client: Client, world: Alliance360, token: str
) -> None:
    for number in range(5):
        world.seat(f"P{number}", "teams", number % 3)
    closing.close(world.campaign)
    assert client.get(url("door", token))["Location"] == url("reading_for_respondent", token)
    page = client.get(url("reading_for_respondent", token)).content.decode()
    assert "Trop peu de réponses" not in page
    assert SECRET not in page
    assert "Zoé" not in page


def test_with_too_few_answers_the_page_says_so_and_shows_nothing(
    client: Client, world: Alliance360, token: str
) -> None:
    closing.close(world.campaign)
    page = client.get(url("reading_for_respondent", token)).content.decode()
    assert "Trop peu de réponses" in page
    assert "établi" not in page


def test_the_link_of_a_circle_leads_to_the_result_too(client: Client, world: Alliance360, token: str) -> None:
    circle = world.open_circle()
    closing.close(world.campaign)
    assert client.get(url("door", circle), follow=True).status_code == 200
    for name in sorted(SEATED):
        answer = ask(client, name, address(name, circle))
        assert answer["Location"] == url("door", circle)


def test_before_closing_the_result_leads_back_to_the_door(client: Client, token: str) -> None:
    assert client.get(url("reading_for_respondent", token))["Location"] == url("door", token)


class TestTheFacilitatorsPages:
    @pytest.fixture
    def seat(self, world: Alliance360) -> Seat:
        """A paper typed in."""
        return paper.seat_invitee(world.invite("Zoé"), "fr")

    def where(self, world: Alliance360, seat: Seat, name: str) -> str:
        converters = ROUTES_OF_FACILITATORS[name].pattern.converters
        values = {"campaign": world.campaign.public, "seat": seat.public}
        return reverse(f"campaigns:{name}", kwargs={key: values[key] for key in converters})

    @pytest.mark.parametrize("name", sorted(OURS))
    def test_open_to_the_facilitator_alone(self, client: Client, world: Alliance360, seat: Seat, name: str) -> None:
        where = self.where(world, seat, name)
        expected = {world.facilitator: 200, world.member: 403, world.observer: 403, world.stranger: 404}
        before = rows()
        for account, status in expected.items():
            client.force_login(account)
            answer = client.get(where)
            assert (account.name, answer.status_code) == (account.name, status)
            assert answer["Cache-Control"].startswith("no-store")
            if status != 200:
                assert client.post(where).status_code == status
        assert rows() == before

    @pytest.mark.parametrize("name", sorted(OURS))
    def test_send_whoever_has_not_signed_in_to_the_door_of_the_site(
        self, client: Client, world: Alliance360, seat: Seat, name: str
    ) -> None:
        where = self.where(world, seat, name)
        for answer in (client.get(where), client.post(where)):
            assert answer.status_code == 302
            assert where in unquote(answer["Location"])
        assert Publication.objects.count() == 0

    @pytest.mark.parametrize("name", sorted(OURS))
    def test_do_not_open_to_the_facilitator_of_another_alliance(
        self, client: Client, world: Alliance360, seat: Seat, build: Build, name: str
    ) -> None:
        client.force_login(build().facilitator)
        assert client.get(self.where(world, seat, name)).status_code == 404

    def test_a_paper_is_not_reached_through_another_campaign(
        self, client: Client, world: Alliance360, seat: Seat, build: Build
    ) -> None:
        other = build()
        client.force_login(other.facilitator)
        where = reverse("campaigns:paper_sheet", args=[other.campaign.public, seat.public])
        assert client.get(where).status_code == 404

    @pytest.mark.parametrize("name", sorted(OURS))
    def test_a_form_without_its_protection_is_refused(self, world: Alliance360, seat: Seat, name: str) -> None:
        checked = Client(enforce_csrf_checks=True)
        checked.force_login(world.facilitator)
        assert checked.post(self.where(world, seat, name)).status_code == 403
        assert Publication.objects.count() == 0

    @pytest.mark.parametrize(
        ("hours", "status", "words"),
        [
            ({"launched_at": None}, 409, "pas encore lancé"),
            ({"opens_at": timezone.now() + timedelta(days=1)}, 409, "pas encore ouvertes"),
            ({"closes_at": timezone.now()}, 409, "Le temps des réponses est passé"),
            ({"cancelled_at": timezone.now()}, 409, "a été annulé"),
        ],
    )
    def test_paper_is_typed_while_answers_are_taken(
        self, client: Client, world: Alliance360, seat: Seat, hours: dict[str, Any], status: int, words: str
    ) -> None:
        world.move(**hours)
        client.force_login(world.facilitator)
        for name in ("paper_desk", "paper_sheet"):
            answer = client.post(self.where(world, seat, name), {"relevance.needs.vision": "4"})
            assert answer.status_code == status
            assert words in answer.content.decode()
        assert SeatAnswer.objects.count() == 0

    def test_closing_by_hand_asks_first_then_closes_once(self, client: Client, world: Alliance360, seat: Seat) -> None:
        client.force_login(world.facilitator)
        where = self.where(world, seat, "close")
        page = client.get(where).content.decode()
        assert "Rien ne permet de rouvrir" in page
        assert Publication.objects.count() == 0
        for _ in range(2):
            assert client.post(where)["Location"] == where
        assert Publication.objects.count() == 1
        assert "Ce 360° est clos" in client.get(where).content.decode()

    def test_an_overdue_campaign_can_be_closed_by_hand_and_a_cancelled_one_cannot(
        self, client: Client, world: Alliance360, seat: Seat
    ) -> None:
        client.force_login(world.facilitator)
        where = self.where(world, seat, "close")
        world.move(cancelled_at=timezone.now())
        assert client.post(where).status_code == 409
        world.move(cancelled_at=None, closes_at=timezone.now())
        assert client.post(where).status_code == 302
        assert Publication.objects.count() == 1
