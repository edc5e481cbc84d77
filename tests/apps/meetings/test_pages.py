"""The pages of a session without scripts: prepared, arranged, run, voted, told."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.apps.meetings import building
from tests.apps.meetings.conftest import Cast
from tests.apps.world import World

from cordee.apps.accounts.models import Account
from cordee.apps.campaigns.models import Campaign, Consensus
from cordee.apps.campaigns.operations import agreeing
from cordee.apps.meetings.links import vote_token
from cordee.apps.meetings.models import Ballot, Meeting, Vote
from cordee.apps.meetings.operations import running, voting
from cordee.apps.organisations.models import Alliance
from cordee.apps.plans.models import Action

ITEM = "clarity.roles.action"
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def client(world: World) -> Client:
    """The browser of the person who runs the alliance."""
    client = Client()
    client.force_login(world.accounts["facilitator"])
    return client


def to(name: str, meeting: Meeting, *args: object) -> str:
    return reverse(f"meetings:{name}", args=[meeting.public, *args])


def on_phone(meeting: Meeting) -> str:
    return reverse("meetings:vote", args=[vote_token(meeting)])


def test_an_appointment_draws_the_agenda(client: Client, campaign: Campaign) -> None:
    day = timezone.localdate() + timedelta(days=3)
    sent = {"day": day.isoformat(), "hour": "14:30", "minutes": "60", "place": "Mairie"}
    answer = client.post(reverse("meetings:sessions", args=[campaign.public]), sent, follow=True)
    meeting = Meeting.objects.get()
    assert answer.redirect_chain == [(to("arrange", meeting), 302)]
    assert timezone.localtime(meeting.starts_at).strftime("%H:%M") == "14:30"
    assert sum(slot["minutes"] for slot in meeting.agenda["slots"]) == 60
    assert "Le déroulé tient exactement" in answer.content.decode()


@pytest.mark.parametrize("minutes", ["44", "181", "", "x"])
def test_an_appointment_to_mend_loses_nothing(client: Client, campaign: Campaign, minutes: str) -> None:
    sent = {"day": "2027-01-15", "hour": "14:30", "minutes": minutes, "place": "Mairie de Crest"}
    answer = client.post(reverse("meetings:sessions", args=[campaign.public]), sent)
    assert answer.status_code == 422
    assert "Mairie de Crest" in answer.content.decode()
    assert not Meeting.objects.exists()


def test_a_result_that_is_not_published_gives_no_form(client: Client, world: World) -> None:
    url = reverse("meetings:sessions", args=[building.draft(world.alliance).public])
    assert "après la clôture" in client.get(url).content.decode()
    answer = client.post(url, {})
    assert answer.status_code == 409
    assert "pas encore publié" in answer.content.decode()


def test_moments_are_moved_removed_taken_back_and_annotated(
    client: Client, campaign: Campaign, facilitator: Account
) -> None:
    meeting = building.prepared(campaign, facilitator)
    url, count = to("arrange", meeting), len(meeting.agenda["slots"])
    client.post(url, {"slot": "s2", "verb": "up"})
    client.post(url, {"slot": "s3", "verb": "remove"})
    client.post(url, {"aside": str(len(meeting.agenda["set_aside"])), "verb": "take"})
    client.post(url, {"slot": "s2", "verb": "save", "minutes": "12", "note": "Silence"})
    meeting.refresh_from_db()
    slots = meeting.agenda["slots"]
    assert [slot["id"] for slot in slots[:2]] == ["s2", "s1"]
    assert (slots[0]["minutes"], slots[0]["note"]) == (12, "Silence")
    assert "s3" not in [slot["id"] for slot in slots]
    assert len({slot["id"] for slot in slots}) == len(slots) == count
    assert any(slot["id"] == f"s{count + 1}" for slot in slots), "what was set aside came back under a new name"
    bad = client.post(url, {"slot": "s2", "verb": "save", "minutes": "0", "note": "Gardé"})
    assert bad.status_code == 422
    assert "Gardé" in bad.content.decode()
    gone = client.post(url, {"slot": "s99", "verb": "up"}, follow=True)
    assert "n’est plus au déroulé" in gone.content.decode()


def test_the_printed_agenda_says_hours_reasons_and_openings(client: Client, meeting: Meeting) -> None:
    page = client.get(to("agenda", meeting)).content.decode()
    assert page.count("agenda-clock") == len(meeting.agenda["slots"])
    assert "Deux camps, et personne au milieu." in page


def test_the_desk_writes_and_shows_again(client: Client, meeting: Meeting) -> None:
    client.post(to("note", meeting, "s1"), {"note": "Bonjour\r\nà tous", "seen": ""})
    assert "Bonjour\nà tous" in client.get(to("desk", meeting)).content.decode()
    conflict = client.post(to("note", meeting, "s1"), {"note": "La mienne", "seen": ""})
    assert conflict.status_code == 409
    assert "La mienne" in conflict.content.decode()
    again = client.post(to("note", meeting, "s1"), {"note": "Les deux", "seen": "Bonjour\r\nà tous"})
    assert again.status_code == 302
    assert client.post(to("note", meeting, "s99"), {"note": "x"}).status_code == 404


def test_the_desk_moves_on(client: Client, meeting: Meeting) -> None:
    place = next(place for place, slot in enumerate(meeting.agenda["slots"]) if slot["subject"])
    client.post(to("go", meeting), {"place": str(place)})
    page = client.get(to("desk", meeting)).content.decode()
    assert "Ouvrir le vote" in page
    assert client.post(to("go", meeting), {"place": "x"}).status_code == 302


def test_a_consensus_and_its_dissent_are_written_on_the_desk(client: Client, meeting: Meeting) -> None:
    unsaid = client.post(to("agree", meeting), {"item": ITEM, "level": "", "text": "Nous le voyons autrement"})
    assert unsaid.status_code == 422
    assert "Nous le voyons autrement" in unsaid.content.decode()
    assert not Consensus.objects.exists()
    client.post(to("agree", meeting), {"item": ITEM, "level": "apart", "text": "Nous le voyons autrement"})
    consensus = Consensus.objects.get()
    assert consensus.level is None
    assert '<option value="apart" selected>' in client.get(to("desk", meeting)).content.decode()
    empty = client.post(to("dissent", meeting), {"item": ITEM, "reason": ""})
    assert empty.status_code == 422
    client.post(to("dissent", meeting), {"item": ITEM, "reason": "Les équipes attendent", "level": "1"})
    page = client.get(to("desk", meeting)).content.decode()
    assert "Les équipes attendent" in page
    assert client.post(to("agree", meeting), {"item": "no.such", "level": "2"}).status_code == 404
    assert client.post(to("agree", meeting), {"item": ITEM, "level": "7"}).status_code == 422
    assert client.post(to("dissent", meeting), {"item": "no.such", "reason": "x"}).status_code == 404


def test_a_double_click_adds_one_action(client: Client, meeting: Meeting) -> None:
    found = re.search(r'name="public" value="([0-9a-f-]{36})"', client.get(to("desk", meeting)).content.decode())
    assert found is not None
    for _click in range(2):
        client.post(to("action", meeting), {"title": "Écrire la règle", "public": found.group(1)})
    action = Action.objects.get()
    assert action.alliance == meeting.campaign.alliance
    Action.objects.update(alliance=Alliance.objects.get(name="Ailleurs"))
    again = client.post(to("action", meeting), {"title": "Autre", "public": found.group(1)})
    assert again.status_code == 404
    assert Action.objects.count() == 1


def test_a_voice_of_another_alliance_is_not_withdrawn_here(client: Client, meeting: Meeting, world: World) -> None:
    other = building.closed(Alliance.objects.get(name="Ailleurs"))
    consensus = agreeing.record_consensus(other, ITEM, 1, "", None, None)
    voice = agreeing.add_dissent(consensus, "Ailleurs")
    assert client.post(to("withdraw", meeting, voice.pk)).status_code == 404
    assert consensus.dissents.count() == 1


def test_a_second_ballot_is_refused_with_words(client: Client, meeting: Meeting) -> None:
    client.post(to("open-ballot", meeting), {"item": ITEM})
    answer = client.post(to("open-ballot", meeting), {"item": building.SPLIT})
    assert answer.status_code == 409
    assert "Un vote est déjà ouvert" in answer.content.decode()
    assert client.post(to("open-ballot", meeting), {"item": "no.such"}).status_code == 404
    assert Ballot.objects.count() == 1


def test_phones_vote_change_their_mind_and_see_the_result(meeting: Meeting) -> None:
    ballot = voting.open_ballot(meeting, ITEM)
    phones = [Client() for _phone in range(5)]
    for phone in phones:
        page = phone.get(on_phone(meeting)).content.decode()
        assert page.count('name="level"') == 6
        assert phone.post(on_phone(meeting), {"ballot": ballot.public, "level": "1"}).status_code == 302
    phones[0].post(on_phone(meeting), {"ballot": ballot.public, "level": "4"})
    assert Vote.objects.count() == 5
    assert re.search(r'value="4" aria-pressed="true"', phones[0].get(on_phone(meeting)).content.decode())
    voting.close_ballot(meeting)
    page = phones[0].get(on_phone(meeting)).content.decode()
    assert "5 votes" in page
    assert "<svg" in page
    assert "Réponses au 360°" not in page, "a link to vote opens nothing of the published result"


def test_nothing_of_the_votes_shows_while_they_come(client: Client, meeting: Meeting) -> None:
    ballot = voting.open_ballot(meeting, ITEM)
    for place in range(6):
        voting.vote(meeting, ballot.public, f"phone-{place}", 4)
    for url in (to("desk", meeting), to("live", meeting), on_phone(meeting), to("minutes", meeting)):
        page = client.get(url).content.decode()
        assert "médiane 4" not in page
        assert "tous au niveau" not in page
    assert "6 votes" in client.get(to("live", meeting)).content.decode()


def test_too_few_votes_are_said_with_the_number_that_is_needed(client: Client, meeting: Meeting, cast: Cast) -> None:
    cast(0, 4, 4, item=ITEM)
    for url in (on_phone(meeting), to("minutes", meeting)):
        page = client.get(url).content.decode()
        assert "Trop peu de votes pour les montrer sans exposer quelqu’un" in page
        assert "au moins 5" in page


@pytest.mark.parametrize("level", ["5", "-1", "", "x"])
def test_a_vote_off_the_scale_is_refused(meeting: Meeting, level: str) -> None:
    ballot = voting.open_ballot(meeting, ITEM)
    answer = Client().post(on_phone(meeting), {"ballot": ballot.public, "level": level})
    assert answer.status_code == 422
    assert "Rien n’a été choisi" in answer.content.decode()
    assert not Vote.objects.exists()


def test_a_vote_on_a_ballot_just_closed_says_so(meeting: Meeting, cast: Cast) -> None:
    ballot = cast(1, 2, item=ITEM)
    answer = Client().post(on_phone(meeting), {"ballot": ballot.public, "level": "2"})
    assert answer.status_code == 409
    assert "venait de se fermer" in answer.content.decode()


def test_a_phone_that_asks_again_gets_nothing_until_something_changes(meeting: Meeting) -> None:
    phone = Client()
    page = phone.get(on_phone(meeting)).content.decode()
    seen = re.search(r'hx-get="([^"]+)"', page)
    assert seen is not None
    assert phone.get(seen.group(1), **HTMX).status_code == 204
    voting.open_ballot(meeting, ITEM)
    part = phone.get(seen.group(1), **HTMX)
    assert part.status_code == 200
    assert "<html" not in part.content.decode()
    assert "phone-level" in part.content.decode()


def test_the_link_closes_with_the_session(meeting: Meeting, cast: Cast) -> None:
    cast(1, 2, 2, 2, 3, item=ITEM)
    running.close_session(meeting)
    page = Client().get(on_phone(meeting)).content.decode()
    assert "La séance est terminée" in page
    assert "médiane" not in page


def test_a_link_that_leads_nowhere_is_not_found(meeting: Meeting) -> None:
    assert Client().get(reverse("meetings:vote", args=["x" * 43])).status_code == 404


def test_what_is_projected_follows_the_desk(client: Client, meeting: Meeting) -> None:
    page = client.get(to("live", meeting)).content.decode()
    seen = re.search(r'hx-get="([^"]+)"', page)
    assert seen is not None
    assert "HX-Refresh" not in client.get(seen.group(1), **HTMX).headers
    running.go_to(meeting, 2)
    assert client.get(seen.group(1), **HTMX).headers["HX-Refresh"] == "true"
    alone = client.get(to("screen", meeting, 99)).content.decode()
    assert 'data-key="ArrowLeft"' in alone
    assert 'data-key="ArrowRight"' not in alone


def test_the_qr_code_is_a_drawing(client: Client, meeting: Meeting) -> None:
    answer = client.get(to("qr", meeting))
    assert answer["Content-Type"] == "image/svg+xml"
    assert b"<path" in answer.content
    assert b"style=" not in answer.content


def test_ending_leads_to_the_minutes(client: Client, meeting: Meeting) -> None:
    answer = client.post(to("close", meeting), follow=True)
    assert answer.redirect_chain == [(to("minutes", meeting), 302)]
    assert client.post(to("close", meeting)).status_code == 409
    assert client.get(to("desk", meeting)).status_code == 409
