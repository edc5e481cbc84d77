"""What came on paper: whose it is, one sign a question, and a seat that its owner may take back."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.apps.campaigns.answering.building import Alliance360, token_of, url

from cordee.apps.campaigns.models import Invitee, Seat, SeatAnswer, SeatImportance
from cordee.apps.campaigns.operations import answering, paper
from cordee.apps.campaigns.paper_codes import paper_code
from cordee.apps.campaigns.paper_form import SIGNS, PaperForm
from cordee.apps.campaigns.queries.answering import asked_of
from cordee.apps.diagnosis.given import GivenAnswer

pytestmark = pytest.mark.django_db
Build = Callable[..., Alliance360]
ITEM = "relevance.needs.{}"


@pytest.fixture
def desk(client: Client, world: Alliance360) -> str:
    """The desk, opened by the facilitator."""
    client.force_login(world.facilitator)
    return reverse("campaigns:paper_desk", args=[world.campaign.public])


def sheet_of(world: Alliance360, seat: Seat) -> str:
    return reverse("campaigns:paper_sheet", args=[world.campaign.public, seat.public])


class TestTheDesk:
    def test_a_code_leads_to_a_person_whatever_its_case(self, client: Client, world: Alliance360, desk: str) -> None:
        invitee = world.invite("Zoé")
        code = paper_code(invitee.public).lower().replace("-", " ")
        assert client.post(desk, {"code": code})["Location"] == sheet_of(world, Seat.objects.get())
        seat = Seat.objects.get()
        assert (seat.invitee, seat.channel, seat.partner) == (invitee, "paper", world.partners[0])
        client.post(desk, {"who": str(invitee.public)})
        assert Seat.objects.count() == 1

    def test_the_code_of_a_circle_needs_an_organisation(self, client: Client, world: Alliance360, desk: str) -> None:
        code = paper_code(world.circles["beneficiaries"].public)
        answer = client.post(desk, {"code": code})
        assert answer.status_code == 422
        assert "pour quelle organisation la personne répond" in answer.content.decode()
        sent = {"code": code, "partner": str(world.partners[2].public)}
        for _ in range(2):
            assert client.post(desk, sent).status_code == 302
        assert {(one.invitee, one.partner) for one in Seat.objects.all()} == {(None, world.partners[2])}
        assert Seat.objects.count() == 2

    @pytest.mark.parametrize("sent", [{}, {"code": "FFFF-FFFF"}, {"who": "nobody"}, {"code": "x" * 21}])
    def test_what_leads_nowhere_is_said(
        self, client: Client, world: Alliance360, desk: str, sent: dict[str, str]
    ) -> None:
        answer = client.post(desk, sent)
        assert answer.status_code == 422
        assert "Il reste quelque chose à corriger" in answer.content.decode()
        assert Seat.objects.count() == 0

    def test_a_code_that_two_papers_bear_leads_nowhere(self, client: Client, world: Alliance360, desk: str) -> None:
        one, two = world.invite("Zoé"), world.invite("Léo")
        twin = str(one.public)[:8] + str(two.public)[8:]
        Invitee.objects.filter(pk=two.pk).update(public=twin)
        assert client.post(desk, {"code": paper_code(one.public)}).status_code == 422
        assert Seat.objects.count() == 0

    def test_who_answered_alone_cannot_be_opened(self, client: Client, world: Alliance360, desk: str) -> None:
        world.seat("Zoé", levels=4, evidence="Secret")
        answer = client.post(desk, {"who": str(world.invitees[0].public)})
        assert answer.status_code == 409
        assert "Sa place est à elle seule" in answer.content.decode()
        answer = client.get(sheet_of(world, Seat.objects.get()))
        assert answer.status_code == 409
        assert "Secret" not in answer.content.decode()

    def test_in_the_aggregate_regime_those_with_an_address_are_not_there_to_be_probed(
        self, client: Client, world: Alliance360, desk: str, build: Build
    ) -> None:
        invitee = world.invite("Zoé Adresse", email="zoe@example.org")
        world.invite("Léo Papier")
        page = client.get(desk).content.decode()
        assert "Léo Papier" in page
        assert "Zoé Adresse" not in page
        assert "Vous lirez ces réponses en les tapant" in page
        assert client.post(desk, {"code": paper_code(invitee.public)}).status_code == 422
        open_world = build(regime="attributed")
        open_world.invite("Zoé Adresse", email="zoe@example.org")
        client.force_login(open_world.facilitator)
        page = client.get(reverse("campaigns:paper_desk", args=[open_world.campaign.public])).content.decode()
        assert "Zoé Adresse" in page
        assert "Vous lirez" not in page

    def test_lists_the_papers_already_typed(self, client: Client, world: Alliance360, desk: str) -> None:
        assert "Aucun pour l’instant" in client.get(desk).content.decode()
        seat = paper.seat_invitee(world.invite("Zoé"), "fr")
        assert "0 réponse" in client.get(desk).content.decode()
        paper.enter(seat, {ITEM.format("vision"): GivenAnswer.from_choice("2")}, [], [])
        page = client.get(desk).content.decode()
        assert "1 réponse" in page
        assert sheet_of(world, seat) in page


class TestTheSheet:
    @pytest.fixture
    def seat(self, world: Alliance360, desk: str) -> Seat:
        """An empty paper."""
        return paper.seat_invitee(world.invite("Zoé"), "fr")

    def test_keeps_signs_words_and_what_matters(self, client: Client, world: Alliance360, seat: Seat) -> None:
        sent = {
            ITEM.format("vision"): "3",
            ITEM.format("action"): "N",
            ITEM.format("means"): "s",
            f"{ITEM.format('vision')}.words": "Écrit au stylo",
            "topics": ["clarity.roles"],
        }
        assert client.post(sheet_of(world, seat), sent).status_code == 302
        rows = {row.item: row for row in SeatAnswer.objects.exclude(mark="unanswered")}
        assert {item: (row.mark, row.level) for item, row in rows.items()} == {
            ITEM.format("vision"): ("answered", 3),
            ITEM.format("action"): ("dont_know", None),
            ITEM.format("means"): ("not_applicable", None),
        }
        assert rows[ITEM.format("vision")].evidence == "Écrit au stylo"
        assert not rows[ITEM.format("vision")].released
        assert SeatImportance.objects.get(topic="clarity.roles").importance == 4
        seat.refresh_from_db()
        assert seat.finished_at
        page = client.get(sheet_of(world, seat)).content.decode()
        assert 'value="n"' in page
        assert "Écrit au stylo" in page

    def test_typing_again_replaces_and_a_blank_takes_back(self, client: Client, world: Alliance360, seat: Seat) -> None:
        client.post(sheet_of(world, seat), {ITEM.format("vision"): "3", ITEM.format("action"): "1"})
        client.post(sheet_of(world, seat), {ITEM.format("vision"): "4"})
        rows = dict(SeatAnswer.objects.exclude(mark="unanswered").values_list("item", "level"))
        assert rows == {ITEM.format("vision"): 4}

    def test_what_is_wrong_comes_back_and_the_rest_is_kept(
        self, client: Client, world: Alliance360, seat: Seat
    ) -> None:
        sent = {ITEM.format("vision"): "7", ITEM.format("action"): "2", f"{ITEM.format('means')}.words": "x" * 501}
        answer = client.post(sheet_of(world, seat), sent)
        assert answer.status_code == 422
        page = answer.content.decode()
        assert "Tapez un chiffre de 0 à 4" in page
        assert 'value="7"' in page
        assert "x" * 501 in page
        assert list(SeatAnswer.objects.exclude(mark="unanswered").values_list("item", "level")) == [
            (ITEM.format("action"), 2)
        ]

    def test_a_circle_is_asked_its_topics_only(self, client: Client, world: Alliance360, seat: Seat) -> None:
        world.circles["teams"].topics = ["clarity.roles"]
        world.circles["teams"].save()
        page = client.get(sheet_of(world, seat)).content.decode()
        assert page.count("paper-sign") == 3
        client.post(sheet_of(world, seat), {ITEM.format("vision"): "3", "clarity.roles.vision": "1"})
        assert set(SeatAnswer.objects.values_list("item", flat=True)) == {
            f"clarity.roles.{facet}" for facet in ("vision", "action", "means")
        }

    def test_its_owner_takes_it_over_and_then_only_they_can_open_it(
        self, client: Client, world: Alliance360, seat: Seat
    ) -> None:
        client.post(sheet_of(world, seat), {ITEM.format("vision"): "3"})
        owner, token = Client(), token_of(world.invitees[0])
        owner.post(url("door", token))
        assert 'value="3" checked' in owner.get(url("topic", token, 1)).content.decode()
        assert client.get(sheet_of(world, seat)).status_code == 409
        with pytest.raises(answering.NothingMayBeAdded, match="answered_alone"):
            paper.enter(seat, {ITEM.format("vision"): GivenAnswer.from_choice("0")}, [], [])
        assert SeatAnswer.objects.get(item=ITEM.format("vision")).level == 3

    @pytest.mark.parametrize(("typed", "meaning"), sorted(SIGNS.items()))
    def test_each_sign_means_one_thing(self, world: Alliance360, seat: Seat, typed: str, meaning: str) -> None:
        from django.http import QueryDict

        sent = QueryDict(mutable=True)
        sent[ITEM.format("vision")] = f" {typed.upper()} "
        form = PaperForm(asked_of(seat.circle, world.campaign), sent)
        assert form.is_valid()
        answer: Any = form.answers()[ITEM.format("vision")]
        assert (answer.choice or "unanswered") == meaning
