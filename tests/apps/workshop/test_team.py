"""The team: named from the machine first, then by publishers; somebody always remains to publish."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from tests.apps.workshop import building
from tests.apps.workshop.building import Team

from cordee.apps.workshop.models import Editor, EditorRole
from cordee.apps.workshop.team.operations import LastPublisher, grant, revoke

pytestmark = pytest.mark.django_db


def test_the_first_publisher_is_named_from_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en")
    somebody, said = building.account("somebody"), StringIO()
    call_command("grant_editor", somebody.email.upper(), "--role", "publisher", stdout=said)
    assert Editor.objects.get().role == "publisher"
    assert "publisher" in said.getvalue()
    with pytest.raises(CommandError, match="only publisher"):
        call_command("grant_editor", somebody.email, "--role", "writer")
    with pytest.raises(CommandError, match="No account"):
        call_command("grant_editor", "nobody@example.org")


def test_a_publisher_names_somebody_and_lets_them_go(team: Team) -> None:
    client = team.client("publisher")
    answer = client.post("/atelier/equipe/", {"email": team.reader.email, "role": "writer"}, follow=True)
    assert "Reader est de l’équipe" in answer.content.decode()
    editor = Editor.objects.get(account=team.reader)
    assert (editor.role, editor.granted_by) == ("writer", team.publisher)
    client.post(f"/atelier/equipe/{editor.pk}/retirer/")
    assert not Editor.objects.filter(account=team.reader).exists()


@pytest.mark.parametrize("email", ["nobody@example.org", "x", ""])
def test_an_address_without_account_is_told_and_kept(team: Team, email: str) -> None:
    answer = team.client("publisher").post("/atelier/equipe/", {"email": email, "role": "writer"})
    assert answer.status_code == 422
    assert f'value="{email}"' in answer.content.decode() or not email


def test_the_last_publisher_stays(team: Team) -> None:
    revoke(Editor.objects.get(account=team.second))
    last = Editor.objects.get(account=team.publisher)
    for attempt in (lambda: revoke(last), lambda: grant(team.publisher, EditorRole.WRITER)):
        with pytest.raises(LastPublisher):
            attempt()
    answer = team.client("publisher").post(f"/atelier/equipe/{last.pk}/retirer/")
    assert answer.status_code == 403
    answer = team.client("publisher").post("/atelier/equipe/", {"email": team.publisher.email, "role": "writer"})
    assert answer.status_code == 422
    assert Editor.objects.get(account=team.publisher).role == "publisher"


def test_a_role_is_changed_and_given_once(team: Team) -> None:
    grant(team.writer, EditorRole.PUBLISHER, team.publisher)
    grant(team.writer, EditorRole.PUBLISHER, team.second)
    editor = Editor.objects.get(account=team.writer)
    assert (editor.role, editor.granted_by) == ("publisher", team.publisher)


def test_the_role_goes_with_the_account(team: Team) -> None:
    team.writer.delete()
    assert Editor.objects.count() == 2
