"""The page of a published result: who opens it, what it offers each, and what is decided of its advice."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.apps.campaigns.answering.building import Alliance360, filled, token_of

from cordee.apps.campaigns.models import Campaign
from cordee.apps.campaigns.operations import agreeing, closing
from cordee.apps.campaigns.queries.publications import publications_of
from cordee.apps.plans.models import Action, RefusedAdvice


@pytest.fixture
def closed(world: Alliance360) -> Alliance360:
    """A campaign that was answered by twelve people, then closed."""
    closing.close(filled(world).campaign)
    world.campaign.refresh_from_db()
    return world


def page(world: Alliance360, name: str = "result", *rest: object) -> str:
    return reverse(f"campaigns:{name}", args=[world.campaign.public, *rest])


def first_advice(world: Alliance360) -> str:
    return str(publications_of(world.campaign, "everyone")[0].reading["advice"][0]["recommendation"])


def test_the_result_opens_to_the_alliance_once_closed_and_to_nobody_before(client: Client, world: Alliance360) -> None:
    client.force_login(world.facilitator)
    assert client.get(page(world)).status_code == 409
    closing.close(filled(world).campaign)
    for account, status in (
        (world.facilitator, 200),
        (world.member, 200),
        (world.observer, 200),
        (world.stranger, 404),
    ):
        client.force_login(account)
        assert client.get(page(world)).status_code == status
    client.logout()
    assert client.get(page(world)).status_code == 302


def test_whoever_was_invited_reads_the_same_result_by_their_own_link(client: Client, closed: Alliance360) -> None:
    by_link = client.get(reverse("campaigns:reading_for_respondent", args=[token_of(closed.invitees[0])]))
    client.force_login(closed.member)
    by_role = client.get(page(closed))
    assert by_link.status_code == by_role.status_code == 200
    assert by_link.context["told"] == by_role.context["told"]
    assert "Mettre au plan" not in by_link.content.decode()


def test_no_name_of_a_person_is_on_the_page(client: Client, closed: Alliance360) -> None:
    client.force_login(closed.facilitator)
    written = client.get(page(closed)).content.decode()
    assert not [one.name for one in closed.invitees if one.name in written]


def test_an_advice_goes_to_the_plan_once(client: Client, closed: Alliance360) -> None:
    advice = first_advice(closed)
    client.force_login(closed.member)
    for _twice in range(2):
        answer = client.post(page(closed, "take_up", advice))
        assert answer.status_code == 302
    action = Action.objects.get()
    assert action.origin["recommendation"] == advice
    assert action.origin["campaign"] == str(closed.campaign.public)
    assert (
        reverse("plans:action", args=[closed.campaign.alliance.public, action.public])
        in client.get(page(closed)).content.decode()
    )


def test_an_advice_is_refused_with_its_reason_and_may_be_taken_up_after_all(
    client: Client, closed: Alliance360
) -> None:
    advice = first_advice(closed)
    client.force_login(closed.member)
    empty = client.post(page(closed, "refuse", advice), {"reason": "  "})
    assert empty.status_code == 422
    assert "Dites en quelques mots pourquoi" in empty.content.decode()
    client.post(page(closed, "refuse", advice), {"reason": "Pas cette année"})
    assert RefusedAdvice.objects.get().reason == "Pas cette année"
    assert "Pas cette année" in client.get(page(closed)).content.decode()
    client.post(page(closed, "take_up", advice))
    assert not RefusedAdvice.objects.exists()
    assert Action.objects.count() == 1


def test_only_those_who_take_part_decide_and_only_of_what_the_result_says(client: Client, closed: Alliance360) -> None:
    advice = first_advice(closed)
    client.force_login(closed.observer)
    assert client.post(page(closed, "take_up", advice)).status_code == 403
    assert "Mettre au plan" not in client.get(page(closed)).content.decode()
    client.force_login(closed.stranger)
    assert client.post(page(closed, "refuse", advice), {"reason": "No"}).status_code == 404
    client.force_login(closed.member)
    assert client.post(page(closed, "take_up", "no-such-advice")).status_code == 404
    assert not Action.objects.exists()


def test_the_session_is_offered_to_the_facilitator_alone(client: Client, closed: Alliance360) -> None:
    sessions = reverse("meetings:sessions", args=[closed.campaign.public])
    for account, offered in ((closed.facilitator, True), (closed.member, False)):
        client.force_login(account)
        assert (sessions in client.get(page(closed)).content.decode()) is offered


def test_a_consensus_appears_beside_the_answers_and_changes_none(client: Client, closed: Alliance360) -> None:
    client.force_login(closed.member)
    before = client.get(page(closed)).context["told"]
    consensus = agreeing.record_consensus(
        closed.campaign, "clarity.roles.vision", 3, "Nous savons qui décide", closed.facilitator, None
    )
    agreeing.add_dissent(consensus, "Pas chez nous", level=1, signed="Les Ateliers")
    after = client.get(page(closed)).context["told"]
    assert after.axes == before.axes
    assert after.crossed == before.crossed
    (agreed,) = after.layers.consensuses
    assert (agreed.level, agreed.text) == ("3", "Nous savons qui décide")
    assert [one.reason for one in agreed.dissents] == ["Pas chez nous"]


def test_the_alliance_lists_its_campaign_and_leads_to_the_result(client: Client, closed: Alliance360) -> None:
    client.force_login(closed.member)
    alliance = client.get(reverse("organisations:alliance", args=[closed.campaign.alliance.public])).content.decode()
    assert page(closed) in alliance
    assert reverse("plans:plan", args=[closed.campaign.alliance.public]) in alliance


def test_the_example_opens_to_everybody(client: Client, world: Alliance360) -> None:
    answer = client.get(reverse("campaigns:example"))
    assert answer.status_code == 200
    assert "Exemple inventé" in answer.content.decode()
    assert Campaign.objects.count() == 1


def test_each_reader_is_offered_the_documents_that_open_to_them(client: Client, closed: Alliance360) -> None:
    client.force_login(closed.member)
    by_role = client.get(page(closed)).content.decode()
    token = token_of(closed.invitees[0])
    by_link = client.get(reverse("campaigns:reading_for_respondent", args=[token])).content.decode()
    for kind in ("pdf", "xlsx", "json"):
        mine = reverse(f"shared_reports:{kind}", args=[closed.campaign.public])
        theirs = reverse(f"shared_reports:respondent_{kind}", args=[token])
        assert mine in by_role
        assert theirs in by_link
        assert mine not in by_link
        assert client.get(mine).status_code == client.get(theirs).status_code == 200
