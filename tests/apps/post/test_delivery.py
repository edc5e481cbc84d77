"""A letter leaves once: whatever the server does, it is sent, postponed, given up or in doubt, and never twice."""

import socket
import ssl
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.apps.post.mail_server import MailServer, hang_up

from cordee.apps.post import delivery, operations, tasks, transport
from cordee.apps.post.delivery import MOST_ATTEMPTS, delay_after, deliver
from cordee.apps.post.models import Letter
from cordee.apps.post.reasons import Reason

pytestmark = pytest.mark.django_db
State = Letter.State
LetterOf = Callable[..., Letter]


def after(letter: Letter) -> Letter:
    """Deliver a letter, and return it as it then stands."""
    deliver(letter.public)
    letter.refresh_from_db()
    return letter


def reason(letter: Letter) -> str:
    return letter.last_error.split(":")[0]


class TestTaken:
    def test_it_is_sent_with_everything_that_was_written(self, server: MailServer, letter: Letter) -> None:
        sent = after(letter)
        assert (sent.state, sent.attempts, sent.last_error) == (State.SENT, 1, "")
        assert sent.sent_at is not None
        assert sent.settled_at is not None
        (message,) = server.taken
        assert message["Subject"] == "Une date à retenir"
        assert message["To"] == "ada@example.org"
        assert message["Content-Language"] == "fr"
        assert message["Auto-Submitted"] == "auto-generated"
        parts = [part.get_content_type() for part in message.walk()]
        assert parts == ["multipart/alternative", "text/plain", "text/html"]
        (envelope,) = server.envelopes
        assert envelope[1].upper().startswith("RCPT TO:<ADA@EXAMPLE.ORG>")

    def test_asking_again_sends_nothing(self, server: MailServer, letter: Letter) -> None:
        after(letter)
        after(letter)
        assert len(server.taken) == 1

    def test_lines_that_begin_with_a_dot_arrive_whole(self, server: MailServer, letter_of: LetterOf) -> None:
        text = "un\n.\n..deux\n.trois\nété " + "x" * 200 + "\n"
        after(letter_of(text=text))
        body = server.taken[0].get_body(("plain",))
        assert body is not None
        assert body.get_content().replace("\r\n", "\n") == text

    def test_a_letter_that_is_not_due_waits(self, server: MailServer, letter: Letter) -> None:
        Letter.objects.update(next_attempt_at=timezone.now() + timedelta(minutes=1))
        assert after(letter).state == State.WAITING
        assert server.conversations == 0

    @pytest.mark.parametrize("state", [one for one in State if one != State.WAITING])
    def test_only_a_waiting_letter_leaves(self, server: MailServer, letter: Letter, state: str) -> None:
        Letter.objects.update(state=state)
        assert after(letter).state == state
        assert server.conversations == 0


class TestRefused:
    @pytest.mark.parametrize(
        ("step", "reply", "why"),
        [
            ("recipient", "550 5.1.1 no such user", Reason.RECIPIENT_REFUSED),
            ("recipient", "553 bad name", Reason.RECIPIENT_REFUSED),
            ("data", "554 no", Reason.CONTENT_REFUSED),
            ("taken_reply", "552 too big", Reason.CONTENT_REFUSED),
        ],
    )
    def test_for_good_it_fails_at_once(
        self, server: MailServer, letter: Letter, step: str, reply: str, why: Reason
    ) -> None:
        setattr(server, step, reply)
        failed = after(letter)
        assert (failed.state, reason(failed)) == (State.FAILED, why)
        assert failed.last_error.endswith(reply)
        assert failed.settled_at is not None

    @pytest.mark.parametrize(
        ("step", "reply", "why"),
        [
            ("connected", "421 closed", Reason.UNREACHABLE),
            ("connected", "554 not you", Reason.UNREACHABLE),
            ("mail", "451 later", Reason.SENDER_REFUSED),
            ("mail", "550 who are you", Reason.SENDER_REFUSED),
            ("recipient", "450 greylisted", Reason.BUSY),
            ("recipient", "421 closing", Reason.BUSY),
            ("data", "451 later", Reason.BUSY),
            ("taken_reply", "452 no room", Reason.BUSY),
        ],
    )
    def test_for_now_it_waits_longer_each_time(
        self, server: MailServer, letter: Letter, step: str, reply: str, why: Reason
    ) -> None:
        setattr(server, step, reply)
        waiting = after(letter)
        assert (waiting.state, waiting.attempts, reason(waiting)) == (State.WAITING, 1, why)
        assert waiting.settled_at is None
        wait = waiting.next_attempt_at - timezone.now()
        assert timedelta(seconds=40) < wait < timedelta(seconds=75)
        assert server.taken == []

    def test_nobody_listens(self, settings: Any, letter: Letter, unused_tcp_port: int) -> None:
        settings.MAIL_SERVER = MailServer(port=unused_tcp_port).settings
        assert (after(letter).state, letter.attempts, reason(letter)) == (State.WAITING, 1, Reason.UNREACHABLE)

    def test_after_a_day_of_attempts_it_is_given_up_with_the_reason(self, server: MailServer, letter: Letter) -> None:
        server.recipient = "450 greylisted"
        for attempt in range(1, MOST_ATTEMPTS):
            Letter.objects.update(next_attempt_at=timezone.now())
            assert (after(letter).state, letter.attempts) == (State.WAITING, attempt)
        Letter.objects.update(next_attempt_at=timezone.now())
        assert (after(letter).state, reason(letter)) == (State.FAILED, Reason.BUSY)

    def test_after_as_many_closed_doors_too(self, settings: Any, letter: Letter, unused_tcp_port: int) -> None:
        settings.MAIL_SERVER = MailServer(port=unused_tcp_port).settings
        Letter.objects.update(attempts=MOST_ATTEMPTS - 1)
        assert (after(letter).state, letter.attempts) == (State.FAILED, MOST_ATTEMPTS)

    def test_then_the_server_mends_itself_and_it_leaves_once(self, server: MailServer, letter: Letter) -> None:
        server.mail = "451 later"
        after(letter)
        server.mail = "250 ok"
        Letter.objects.update(next_attempt_at=timezone.now())
        assert after(letter).state == State.SENT
        assert len(server.taken) == 1

    def test_a_password_that_is_refused_is_not_written_down(
        self, server: MailServer, settings: Any, letter: Letter
    ) -> None:
        settings.MAIL_SERVER = {**server.settings, "user": "ada", "password": "sesame-ouvre-toi"}
        assert (after(letter).state, reason(letter)) == (State.WAITING, Reason.UNREACHABLE)
        assert "sesame" not in letter.last_error

    def test_a_server_that_cannot_protect_what_it_must_gets_nothing(
        self, server: MailServer, settings: Any, letter: Letter
    ) -> None:
        settings.MAIL_SERVER = {**server.settings, "security": "starttls"}
        assert (after(letter).state, reason(letter)) == (State.WAITING, Reason.UNREACHABLE)
        assert server.envelopes == []


class TestCutShort:
    def test_before_the_text_nothing_can_have_left(self, server: MailServer, letter: Letter) -> None:
        server.mail = ""  # an empty line is no reply: the conversation breaks there
        assert (after(letter).state, letter.attempts) == (State.WAITING, 1)

    def test_in_the_middle_of_the_text_it_is_in_doubt_and_stays_there(self, server: MailServer, letter: Letter) -> None:
        server.during_data = hang_up
        assert (after(letter).state, reason(letter)) == (State.IN_DOUBT, Reason.CUT_SHORT)
        server.during_data = lambda: None
        tasks.make_the_rounds.call()
        assert after(letter).state == State.IN_DOUBT
        assert server.taken == []

    def test_once_taken_but_not_said_it_is_in_doubt_too(self, server: MailServer, letter: Letter) -> None:
        server.before_reply = hang_up
        assert after(letter).state == State.IN_DOUBT
        tasks.make_the_rounds.call()
        assert after(letter).state == State.IN_DOUBT
        assert len(server.taken) == 1

    def test_a_text_too_long_for_the_line_that_breaks_cannot_have_left(
        self, server: MailServer, letter_of: LetterOf
    ) -> None:
        """Its last dot was never handed to the network: trying again doubles nothing."""
        server.during_data = hang_up
        letter = letter_of(text="mot " * 4_000_000)
        assert (after(letter).state, reason(letter)) == (State.WAITING, Reason.UNREACHABLE)

    def test_a_server_too_slow_to_answer_leaves_a_doubt(
        self, server: MailServer, settings: Any, letter: Letter
    ) -> None:
        settings.MAIL_SERVER = {**server.settings, "timeout": 0.3}
        server.before_reply = lambda: time.sleep(0.8)
        assert after(letter).state == State.IN_DOUBT

    def test_a_slow_server_is_waited_for(self, server: MailServer, letter: Letter) -> None:
        server.before_reply = lambda: time.sleep(0.5)
        assert after(letter).state == State.SENT

    def test_whoever_died_while_it_was_taken_leaves_a_doubt_after_a_time(self, letter: Letter) -> None:
        assert delivery.taken(letter)
        now = timezone.now()
        assert delivery.doubt_what_was_cut(now + timedelta(minutes=14)) == 0
        assert delivery.doubt_what_was_cut(now + timedelta(minutes=16)) == 1
        letter.refresh_from_db()
        assert (letter.state, reason(letter)) == (State.IN_DOUBT, Reason.CUT_SHORT)

    def test_an_answer_that_comes_after_the_doubt_settles_it(self, letter: Letter) -> None:
        delivery.taken(letter)
        delivery.doubt_what_was_cut(timezone.now() + timedelta(hours=1))
        delivery.settle(letter, transport.Outcome(transport.Fate.TAKEN))
        letter.refresh_from_db()
        assert letter.state == State.SENT

    def test_an_answer_that_comes_after_a_new_attempt_changes_nothing(self, letter: Letter) -> None:
        delivery.taken(letter)
        delivery.doubt_what_was_cut(timezone.now() + timedelta(hours=1))
        assert operations.send_again(letter)
        delivery.settle(letter, transport.Outcome(transport.Fate.NEVER, "late"))
        letter.refresh_from_db()
        assert (letter.state, letter.last_error) == (State.WAITING, "")


class TestByChoice:
    @pytest.mark.parametrize("state", [State.IN_DOUBT, State.FAILED])
    def test_it_leaves_again_as_the_same_letter(self, server: MailServer, letter: Letter, state: str) -> None:
        server.before_reply = hang_up
        after(letter)
        Letter.objects.update(state=state)
        server.before_reply = lambda: None
        assert operations.send_again(letter)
        assert after(letter).state == State.SENT
        first, second = (message["Message-ID"] for message in server.taken)
        assert first == second == f"<{letter.public.hex}@localhost>"

    @pytest.mark.parametrize("state", [State.WAITING, State.LEAVING, State.SENT, State.WITHDRAWN])
    def test_nothing_else_is_sent_again(self, letter: Letter, state: str) -> None:
        Letter.objects.update(state=state)
        assert not operations.send_again(letter)
        letter.refresh_from_db()
        assert letter.state == state

    def test_an_erased_letter_has_nothing_left_to_say(self, letter: Letter) -> None:
        Letter.objects.update(state=State.FAILED, erased_at=timezone.now())
        assert not operations.send_again(letter)


class TestWithoutServer:
    def test_on_this_machine_it_arrives_in_the_local_mailbox(self, letter: Letter) -> None:
        assert after(letter).state == State.SENT

    def test_on_a_public_site_it_waits_without_counting(self, settings: Any, letter: Letter) -> None:
        settings.LETTERS_STAY_HERE = False
        assert (after(letter).state, letter.attempts) == (State.WAITING, 0)
        assert letter.last_error == Reason.NO_SERVER
        assert letter.next_attempt_at > timezone.now() + timedelta(minutes=59)

    def test_and_for_three_days_at_most(self, settings: Any, letter: Letter) -> None:
        settings.LETTERS_STAY_HERE = False
        Letter.objects.update(created_at=timezone.now() - timedelta(days=3))
        assert (after(letter).state, letter.last_error) == (State.FAILED, Reason.NO_SERVER)


def test_a_code_that_waited_too_long_does_not_leave(server: MailServer, letter_of: LetterOf) -> None:
    letter = letter_of(expires_in=timedelta(minutes=15))
    Letter.objects.update(expires_at=timezone.now())
    assert (after(letter).state, letter.last_error) == (State.FAILED, Reason.TOO_LATE)
    assert server.conversations == 0


def test_an_address_that_became_impossible_fails_with_words(server: MailServer, letter: Letter) -> None:
    Letter.objects.update(to="a b@example.org\nBcc: all@example.org")
    assert (after(letter).state, reason(letter)) == (State.FAILED, Reason.UNWRITABLE)
    assert server.conversations == 0


def test_the_wait_doubles_and_is_never_the_same_for_all() -> None:
    for attempts in range(1, MOST_ATTEMPTS):
        plain = min(60 * 2 ** (attempts - 1), 6 * 3600)
        waits = {delay_after(attempts).total_seconds() for _ in range(50)}
        assert 0.8 * plain - 1e-6 <= min(waits) < max(waits) <= 1.2 * plain + 1e-6
        assert len(waits) > 20
    total = sum(min(60 * 2 ** (attempts - 1), 6 * 3600) for attempts in range(1, MOST_ATTEMPTS))
    assert timedelta(hours=12) < timedelta(seconds=total) < timedelta(days=1)


def test_the_protected_doors_are_opened_with_certificates_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, Any] = {}

    class Door:
        """Notes how it is opened."""

        def __init__(self, **place: Any) -> None:
            seen.update(place)

        def ehlo_or_helo_if_needed(self) -> None:
            seen["greeted"] = True

    monkeypatch.setattr(transport.smtplib, "SMTP_SSL", Door)
    transport.opened({**MailServer(port=465).settings, "security": "tls"})
    assert seen["greeted"]
    assert seen["context"].verify_mode == ssl.CERT_REQUIRED
    assert seen["context"].check_hostname


@pytest.fixture
def unused_tcp_port() -> int:
    """A port of this machine where nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port
