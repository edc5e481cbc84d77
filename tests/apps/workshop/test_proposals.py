"""A proposal: sent without losing a word, followed by its author, moved along by editors, told by letter."""

from typing import Any

import pytest
from tests.apps.workshop import building
from tests.apps.workshop.building import Team

from cordee.apps.accounts.operations import delete_account
from cordee.apps.post.models import Letter
from cordee.apps.workshop.models import Proposal, ProposalNote
from cordee.apps.workshop.permissions import MOST_PROPOSALS_A_DAY
from cordee.apps.workshop.proposals import operations
from cordee.apps.workshop.proposals.forms import signed_identifier
from cordee.apps.workshop.proposals.operations import Elsewhere, MovedMeanwhile

pytestmark = pytest.mark.django_db

NEW = "/atelier/propositions/nouvelle/"
WRITTEN: dict[str, str] = {
    "kind": "tool",
    "title": "La cordée des questions",
    "what": "On tire une question chacun son tour.",
    "source": "https://example.org/cordee",
    "lang": "fr",
}


@pytest.fixture
def proposal(team: Team) -> Proposal:
    return operations.send(team.reader, **WRITTEN)


def page_of(proposal: Proposal, verb: str = "") -> str:
    return f"/atelier/propositions/{proposal.public}/{verb}"


def letters_to(account: Any) -> list[str]:
    return list(Letter.objects.filter(to=account.email).order_by("pk").values_list("subject", flat=True))


def test_a_reader_proposes_and_follows(team: Team) -> None:
    client = team.client("reader")
    answer = client.post(NEW, WRITTEN, follow=True)
    assert answer.status_code == 200
    found = Proposal.objects.get()
    assert (found.by, found.state, found.title) == (team.reader, "received", WRITTEN["title"])
    assert "C’est reçu, merci" in answer.content.decode()
    assert WRITTEN["title"] in client.get("/atelier/").content.decode()
    assert len(letters_to(team.writer)) == len(letters_to(team.publisher)) == 1
    assert letters_to(team.reader) == []


def test_sending_twice_sends_once(team: Team) -> None:
    form = {**WRITTEN, "secret": signed_identifier()}
    client = team.client("reader")
    assert client.post(NEW, form)["Location"] == client.post(NEW, form)["Location"]
    assert Proposal.objects.count() == 1
    assert team.client("second").post(NEW, form).status_code == 404


@pytest.mark.parametrize(("field", "value"), [
    ("title", ""),
    ("what", " "),
    ("source", ""),
    ("source", "javascript:alert(1)"),
    ("source", "exemple.org"),
    ("source", "https://"),
    ("source", "https://a.org/x y"),
    ("source", "https://[::1"),
    ("kind", "poem"),
    ("lang", "de"),
    ("secret", "forged"),
])  # fmt: skip
def test_what_is_missing_is_said_and_nothing_typed_is_lost(team: Team, field: str, value: str) -> None:
    answer = team.client("reader").post(NEW, {**WRITTEN, field: value})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert not Proposal.objects.exists()
    kept = [words for key, words in WRITTEN.items() if key != field and key in ("title", "what", "source")]
    assert all(words in page for words in kept)


def test_a_correction_knows_its_entry(team: Team) -> None:
    building.published()
    tool = building.first_release().pack.tools[0]
    url = f"{NEW}?kind=tools&entry={tool.id}"
    client = team.client("reader")
    page = client.get(url).content.decode()
    assert tool.name.fr in page
    client.post(url, {**WRITTEN, "kind": "correction"})
    found = Proposal.objects.get()
    assert (found.entry_kind, found.entry_id) == ("tools", tool.id)
    assert tool.name.fr in client.get(page_of(found)).content.decode()


@pytest.mark.parametrize(
    "query", ["?kind=tools&entry=nothing", "?kind=card&entry=x", "?kind=__class__&entry=x", "?what=x"]
)
def test_an_entry_that_does_not_exist_is_no_subject(team: Team, query: str) -> None:
    building.published()
    assert team.client("reader").get(NEW + query).status_code == 200
    team.client("reader").post(NEW + query, WRITTEN)
    assert Proposal.objects.get().entry_id == ""


def test_too_many_in_a_day_wait_and_keep_their_words(team: Team) -> None:
    for number in range(MOST_PROPOSALS_A_DAY):
        operations.send(team.reader, **{**WRITTEN, "title": f"n° {number}"})
    answer = team.client("reader").post(NEW, WRITTEN)
    assert answer.status_code == 429
    assert WRITTEN["what"] in answer.content.decode()
    assert Proposal.objects.count() == MOST_PROPOSALS_A_DAY


def test_an_editor_asks_and_the_author_answers(team: Team, proposal: Proposal) -> None:
    form = {"state": "more", "text": "Qui l’a essayé ?"}
    assert team.client("writer").post(page_of(proposal, "decider/"), form).status_code == 302
    assert letters_to(team.reader) == ["Votre proposition « La cordée des questions » : précisions demandées"]
    before = len(letters_to(team.writer))
    answer = team.client("reader").post(page_of(proposal, "ecrire/"), {"text": "Trois équipes, en 2019."}, follow=True)
    page = answer.content.decode()
    assert "Qui l’a essayé" in page
    assert "Trois équipes" in page
    assert "L’équipe" in page
    assert len(letters_to(team.writer)) == before + 1
    assert len(letters_to(team.publisher)) == 1


def test_a_word_sent_twice_is_said_once(team: Team, proposal: Proposal) -> None:
    form = {"text": "Encore un mot.", "secret": signed_identifier()}
    client = team.client("reader")
    client.post(page_of(proposal, "ecrire/"), form)
    client.post(page_of(proposal, "ecrire/"), form)
    assert ProposalNote.objects.count() == 1


@pytest.mark.parametrize(("form", "lost"), [
    ({"state": "declined"}, "Dites pourquoi"),
    ({"state": "more", "text": " "}, "Dites pourquoi"),
    ({"state": "published"}, "n’existe pas"),
    ({"state": ""}, "Choisissez une décision"),
])  # fmt: skip
def test_a_decision_owes_its_words(team: Team, proposal: Proposal, form: dict[str, str], lost: str) -> None:
    answer = team.client("writer").post(page_of(proposal, "decider/"), form)
    assert answer.status_code == 422
    assert lost in answer.content.decode()
    proposal.refresh_from_db()
    assert proposal.state == "received"


def test_a_proposal_is_published_in_a_release(team: Team, proposal: Proposal) -> None:
    building.published()
    writer = team.client("writer")
    writer.post(page_of(proposal, "decider/"), {"state": "accepted"})
    assert writer.post(page_of(proposal, "decider/"), {"state": "published"}).status_code == 422
    writer.post(page_of(proposal, "decider/"), {"state": "published", "version": building.FIRST})
    proposal.refresh_from_db()
    assert (proposal.state, proposal.release and proposal.release.version) == ("published", building.FIRST)
    assert "dans la version 1.0.0" in team.client("reader").get(page_of(proposal)).content.decode()


def test_two_editors_at_once_do_not_decide_twice(team: Team, proposal: Proposal) -> None:
    operations.move(proposal, team.writer, "declined", "Déjà là.")
    with pytest.raises(MovedMeanwhile):
        operations.move(proposal, team.publisher, "accepted")
    proposal.refresh_from_db()
    assert proposal.state == "declined"


def test_somebody_else_s_proposal_is_not_there(team: Team, proposal: Proposal) -> None:
    stranger = building.account("stranger")
    with pytest.raises(Elsewhere):
        operations.send(stranger, public=proposal.public, **WRITTEN)
    client = team.client("anonymous")
    client.force_login(stranger)
    assert client.get(page_of(proposal)).status_code == 404
    assert client.post(page_of(proposal, "ecrire/"), {"text": "Moi aussi"}).status_code == 404
    assert WRITTEN["title"] not in client.get("/atelier/propositions/").content.decode()


def test_when_the_account_goes_the_proposal_stays_and_names_nobody(team: Team, proposal: Proposal) -> None:
    operations.say(proposal, team.reader, "Un mot.", as_editor=False)
    delete_account(team.reader)
    proposal.refresh_from_db()
    assert proposal.by is None
    page = team.client("writer").get(page_of(proposal)).content.decode()
    assert "Un compte supprimé" in page
    assert "reader@example.org" not in page
    assert "Reader" not in page
    operations.move(proposal, team.writer, "accepted")
    assert Letter.objects.filter(to="reader@example.org").count() == 0


def test_the_source_is_a_link_that_runs_nothing_and_markup_is_text(team: Team) -> None:
    found = operations.send(team.reader, **{**WRITTEN, "what": "<script>alert(1)</script>", "title": "<b>x</b>"})
    page = team.client("writer").get(page_of(found)).content.decode()
    assert "<script>alert" not in page
    assert "<b>x</b>" not in page
    assert f'href="{WRITTEN["source"]}"' in page


def test_the_list_of_editors_filters_by_state(team: Team, proposal: Proposal) -> None:
    writer = team.client("writer")
    assert WRITTEN["title"] in writer.get("/atelier/propositions/recues/?state=received").content.decode()
    assert WRITTEN["title"] not in writer.get("/atelier/propositions/recues/?state=declined").content.decode()
    assert WRITTEN["title"] in writer.get("/atelier/propositions/recues/?state=nothing").content.decode()
