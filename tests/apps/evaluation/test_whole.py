"""An evaluation as a whole: begun with a title, listed, renamed by one of two people at once, unknown to strangers."""

from dataclasses import replace
from typing import Any

import pytest
from django.urls import reverse
from tests.apps.evaluation.making import evaluation_of
from tests.apps.party import Party, new_party

from cordee.apps.evaluation import permissions
from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.begun import TRACES
from cordee.apps.evaluation.models import CostLine, Evaluation, Purpose
from cordee.apps.evaluation.operations import NoWords, begin
from cordee.apps.evaluation.parts import PARTS, cards_of, summary_of
from cordee.apps.organisations.models import AllianceRole
from cordee.apps.organisations.permissions import Reason

pytestmark = pytest.mark.django_db


@pytest.fixture
def party() -> Party:
    """An alliance with its people."""
    return new_party()


@pytest.fixture
def evaluation(party: Party) -> Evaluation:
    """An evaluation of that alliance."""
    return evaluation_of(party.alliance, party.member)


def test_a_title_is_enough_to_begin(party: Party, evaluation: Evaluation) -> None:
    """Who takes part begins an evaluation from the page of the alliance, and lands on it."""
    client = party.client("member")
    page = client.get(reverse("organisations:alliance", args=[party.alliance.public]))
    address = reverse("evaluation:begin", args=[party.alliance.public])
    assert address in page.content.decode()
    answer = client.post(address, {"title": "  Bilan   2026 "}, follow=True)
    assert "<h1>Bilan 2026</h1>" in answer.content.decode()
    newest = party.alliance.evaluations.latest("pk")
    assert (newest.title, newest.created_by, newest.release) == ("Bilan 2026", party.member, evaluation.release)


def test_without_a_title_the_form_says_what_to_do(party: Party, evaluation: Evaluation) -> None:
    """An empty title is refused in words, and nothing is made."""
    answer = party.client("member").post(reverse("evaluation:begin", args=[party.alliance.public]), {"title": " "})
    assert answer.status_code == 422
    assert "même provisoire" in answer.content.decode()
    assert party.alliance.evaluations.count() == 1


def test_without_a_pack_there_is_nothing_to_speak_of(party: Party) -> None:
    """An evaluation needs the words of a pack."""
    with pytest.raises(NoWords):
        begin(party.alliance, party.member, "Bilan")
    assert not party.alliance.evaluations.exists()


def test_one_too_many_is_refused(party: Party, evaluation: Evaluation, monkeypatch: pytest.MonkeyPatch) -> None:
    """An alliance holds a number of evaluations that no honest use reaches."""
    monkeypatch.setattr(permissions, "MOST_EVALUATIONS", 1)
    assert permissions.may_begin(1).reason is Reason.NO_ROOM
    assert party.client("member").get(reverse("evaluation:begin", args=[party.alliance.public])).status_code == 403


def test_two_people_who_rename_it_do_not_overwrite_each_other(party: Party, evaluation: Evaluation) -> None:
    """The second is shown both titles and decides."""
    address = reverse("evaluation:rename", args=[evaluation.public])
    first, second = party.client("member"), party.client("facilitator")
    assert first.post(address, {"title": "Un", "version": 1}).status_code == 302
    told = second.post(address, {"title": "Deux", "version": 1})
    assert told.status_code == 409
    assert "Un" in told.content.decode()
    assert 'value="Deux"' in told.content.decode()
    assert second.post(address, {"title": "Deux", "version": 2}).status_code == 302
    evaluation.refresh_from_db()
    assert (evaluation.title, evaluation.version) == ("Deux", 3)


@pytest.mark.parametrize(("who", "status"), [("observer", 200), ("stranger", 404), ("anonymous", 302)])
def test_who_reads_it(party: Party, evaluation: Evaluation, who: str, status: int) -> None:
    """Roles read, strangers are told that there is no such page."""
    answer: Any = party.client(who).get(reverse("evaluation:overview", args=[evaluation.public]))
    assert answer.status_code == status


def test_the_home_says_which_part_comes_next_and_obliges_to_none(party: Party) -> None:
    evaluation = evaluation_of(party.alliance, party.member)
    cards = cards_of(opened_by_member(party, evaluation))
    assert [card.label for card in cards if card.is_next] == ["Le cadre"]
    assert "Rien n’est encore commencé" in summary_of(cards)
    Purpose.objects.create(evaluation=evaluation)
    CostLine.objects.create(evaluation=evaluation, label="Salaires", kind="money", amount=10)
    cards = cards_of(opened_by_member(party, evaluation))
    assert [card.label for card in cards if card.begun] == ["Le cadre", "Efficience"]
    assert [card.label for card in cards if card.is_next] == ["Effets"]
    assert summary_of(cards).startswith("2 parties commencées sur 7")
    assert "le rapport dit" in summary_of([replace(card, begun=True) for card in cards])
    page = party.client("observer").get(reverse("evaluation:overview", args=[evaluation.public])).content.decode()
    assert page.count("Par où continuer") == 1


def test_every_part_of_the_home_tells_when_it_was_begun() -> None:
    assert set(TRACES) == {part.url_name for part in PARTS}


def opened_by_member(party: Party, evaluation: Evaluation) -> OpenedEvaluation:
    role = AllianceRole.objects.select_related("account").get(alliance=party.alliance, account=party.member)
    return OpenedEvaluation(evaluation, role)
