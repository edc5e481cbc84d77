"""The local mailbox: there on one's own machine and for it alone, nowhere else; a letter runs no script."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from cordee.apps.post.models import Letter
from cordee.apps.post.urls import urlpatterns

pytestmark = pytest.mark.django_db
NAMES = [pattern.name for pattern in urlpatterns]


def address(name: str, letter: Letter) -> str:
    return reverse(f"post:{name}", args=[] if name == "mailbox" else [letter.public])


def test_the_map_holds_what_this_test_knows() -> None:
    assert sorted(NAMES) == ["html", "letter", "mailbox"]


@pytest.mark.parametrize("name", NAMES)
class TestEveryAddress:
    def test_opens_to_this_machine(self, client: Client, letter: Letter, name: str) -> None:
        answer = client.get(address(name, letter))
        assert answer.status_code == 200
        assert answer["Cache-Control"] == "no-store"
        assert not answer.cookies

    @pytest.mark.parametrize("remote", ["192.0.2.7", "10.0.0.2", "::ffff:192.0.2.7", "", "unix:"])
    def test_does_not_exist_for_another_machine(self, client: Client, letter: Letter, name: str, remote: str) -> None:
        assert client.get(address(name, letter), REMOTE_ADDR=remote).status_code == 404

    @pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])
    def test_does_not_exist_behind_a_relay(self, client: Client, letter: Letter, name: str, header: str) -> None:
        assert client.get(address(name, letter), headers={header: "192.0.2.7"}).status_code == 404

    def test_does_not_exist_when_a_relay_is_declared(
        self, client: Client, letter: Letter, name: str, settings: Any
    ) -> None:
        settings.BEHIND_PROXY = True
        assert client.get(address(name, letter)).status_code == 404

    def test_does_not_exist_when_letters_leave(self, client: Client, letter: Letter, name: str, settings: Any) -> None:
        settings.LETTERS_STAY_HERE = False
        assert client.get(address(name, letter)).status_code == 404

    def test_is_only_read(self, client: Client, letter: Letter, name: str) -> None:
        assert client.post(address(name, letter)).status_code == 405

    def test_is_there_in_english(self, client: Client, letter: Letter, name: str) -> None:
        with translation.override("en"):
            url = address(name, letter)
        assert url.startswith("/en/mailbox/")
        assert client.get(url).status_code == 200


@pytest.mark.parametrize("remote", ["127.0.0.1", "127.8.9.1", "::1"])
def test_this_machine_has_several_addresses(client: Client, remote: str) -> None:
    assert client.get("/boite-aux-lettres/", REMOTE_ADDR=remote).status_code == 200


def test_an_empty_mailbox_says_what_will_come(client: Client) -> None:
    assert "arrivera ici" in client.get("/boite-aux-lettres/").content.decode()


def test_the_newest_letter_comes_first(client: Client, letter_of: Any) -> None:
    letter_of("a", subject="Première")
    letter_of("b", subject="Deuxième")
    page = client.get("/boite-aux-lettres/").content.decode()
    assert 0 < page.index("Deuxième") < page.index("Première")


def test_a_letter_is_shown_as_text_and_framed_as_html(client: Client, letter_of: Any) -> None:
    letter = letter_of(text="Ouvrez http://127.0.0.1:8000/x/ & <b>", html="<html><head></head><p>Riche</p></html>")
    answer = client.get(address("letter", letter))
    page = answer.content.decode()
    assert '<a href="http://127.0.0.1:8000/x/"' in page
    assert "&amp; &lt;b&gt;" in page
    assert "Riche" not in page
    assert f'src="{address("html", letter)}"' in page
    assert "frame-src 'self'" in answer["Content-Security-Policy"]
    assert "script-src 'self'" in answer["Content-Security-Policy"]


def test_the_html_runs_no_script_and_is_framed_by_this_site_only(client: Client, letter_of: Any) -> None:
    letter = letter_of(html="<html><head></head><script>steal()</script></html>")
    answer = client.get(address("html", letter))
    policy = dict(part.partition(" ")[::2] for part in answer["Content-Security-Policy"].split("; "))
    assert policy["sandbox"].split() == [
        "allow-popups",
        "allow-popups-to-escape-sandbox",
        "allow-top-navigation-by-user-activation",
    ]
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'self'"
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert b'<base target="_top">' in answer.content


@pytest.mark.parametrize("state", list(Letter.State))
def test_where_a_letter_stands_is_said(client: Client, letter: Letter, state: str) -> None:
    Letter.objects.update(state=state, last_error="recipient_refused: 550 no")
    page = client.get(address("letter", letter)).content.decode()
    assert "Cette adresse n’existe pas" in page


def test_an_erased_letter_says_so(client: Client, letter: Letter) -> None:
    Letter.objects.update(erased_at=timezone.now(), subject="", text="", html="")
    assert "a été effacé" in client.get(address("letter", letter)).content.decode()
    assert client.get("/boite-aux-lettres/").status_code == 200
