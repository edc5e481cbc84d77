"""A letter is written once under its key; nothing in it breaks out of a header; while it waits it can be withdrawn."""

from collections.abc import Callable
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from cordee.apps.post import envelope, operations, queries, reasons, retention
from cordee.apps.post.delivery import State
from cordee.apps.post.envelope import body_of, message_of, one_line
from cordee.apps.post.models import Letter
from cordee.apps.post.operations import BadLetter
from cordee.apps.post.reasons import Reason

LetterOf = Callable[..., Letter]
OTHER_BREAKS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\x00"
PLAIN = {"to": "ada@example.org", "subject": "Objet", "text": "Bonjour\n", "html": "<p>Bonjour</p>", "lang": "fr"}


@pytest.mark.django_db
class TestOnce:
    def test_the_same_key_is_the_same_letter(self, letter_of: LetterOf) -> None:
        first, second = letter_of("a:1"), letter_of("a:1", to="bob@example.org", subject="Autre")
        assert first == second
        assert (second.to, second.subject) == ("ada@example.org", "Une date à retenir")

    def test_even_once_sent_failed_or_withdrawn(self, letter_of: LetterOf) -> None:
        for state in State:
            letter = letter_of(f"a:{state}")
            Letter.objects.filter(pk=letter.pk).update(state=state)
            assert letter_of(f"a:{state}").state == state

    def test_its_job_is_queued_when_all_is_committed(
        self, letter_of: LetterOf, django_capture_on_commit_callbacks: Callable[..., list[object]]
    ) -> None:
        with django_capture_on_commit_callbacks() as callbacks:
            letter_of("a:1")
            letter_of("a:1")
        assert len(callbacks) == 1

    def test_a_change_that_fails_takes_its_letter_with_it(self, letter_of: LetterOf) -> None:
        def change() -> None:
            with transaction.atomic():
                letter_of("a:1")
                raise RuntimeError

        with pytest.raises(RuntimeError):
            change()
        assert not Letter.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "parts",
    [
        {"to": ""},
        {"to": "nobody"},
        {"to": "a@example.org, b@example.org"},
        {"to": "a@example.org\nBcc: b@example.org"},
        {"reply_to": "a@example.org\r\nSubject: x"},
        {"key": ""},
        {"key": "k" * 201},
        {"key": "a\nb"},
    ],
)
def test_what_no_server_could_carry_is_refused(letter_of: LetterOf, parts: dict[str, str]) -> None:
    with pytest.raises(BadLetter):
        letter_of(**parts)
    assert not Letter.objects.exists()


class TestEnvelope:
    @given(st.text(max_size=80))
    def test_a_subject_stays_on_its_line(self, subject: str) -> None:
        letter = Letter(**{**PLAIN, "subject": subject})
        read = message_from_bytes(message_of(letter).as_bytes(), policy=policy.default)
        assert set(read.keys()) == {
            *("From", "To", "Subject", "Date", "Message-ID", "Content-Language"),
            *("Auto-Submitted", "MIME-Version", "Content-Type"),
        }
        assert len(read.get_all("To") or []) == 1

    @given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters=OTHER_BREAKS)))
    def test_a_text_arrives_as_it_was_written(self, text: str) -> None:
        wire = body_of(message_of(Letter(**{**PLAIN, "text": text, "html": ""})))
        assert wire.endswith(b"\r\n.\r\n")
        lines = wire[: -len(b".\r\n")].split(b"\r\n")
        assert all(line.startswith(b"..") or not line.startswith(b".") for line in lines)
        unstuffed = b"\r\n".join(line.removeprefix(b".") if line.startswith(b"..") else line for line in lines)
        read = message_from_bytes(unstuffed, policy=policy.default)
        body = read.get_body(("plain",))
        assert body is not None
        assert body.get_content().replace("\r\n", "\n").rstrip("\n") == text.rstrip("\n")

    @pytest.mark.parametrize("part", ["to", "reply_to"])
    def test_an_address_cannot_hold_another_header(self, part: str) -> None:
        with pytest.raises(ValueError, match=r".+"):
            message_of(Letter(**{**PLAIN, part: "a@example.org\nBcc: b@example.org"}))

    def test_accents_are_carried_in_names_subjects_and_domains(self, settings: object) -> None:
        settings.MAIL_FROM = "Cordée d’Ardèche <nous@forêt.example>"  # type: ignore[attr-defined]
        wire = message_of(Letter(**{**PLAIN, "subject": "Échéance proche", "to": "a@hôte.example"})).as_bytes()
        assert wire.isascii()
        read = message_from_bytes(wire, policy=policy.default)
        assert read["From"] == "Cordée d’Ardèche <nous@xn--fort-ipa.example>"
        assert read["To"] == "a@" + "hôte.example".encode("idna").decode()
        assert read["Subject"] == "Échéance proche"

    def test_its_identifier_comes_from_the_row_alone(self) -> None:
        letter = Letter(**PLAIN)
        assert envelope.message_id(letter) == envelope.message_id(letter) != envelope.message_id(Letter(**PLAIN))

    def test_one_line(self) -> None:
        assert one_line(" a\r\nBcc: b\u2028\x00c ") == "a  Bcc: b  c"


@pytest.mark.django_db
class TestWithdrawing:
    def test_only_what_waits_and_begins_exactly_so(self, letter_of: LetterOf) -> None:
        for key in ("plan:1:a", "plan:1:b", "plan:10:a", "PLAN:1:c", "plan_1:d"):
            letter_of(key)
        Letter.objects.filter(key="plan:1:b").update(state=State.SENT)
        assert operations.withdraw("plan:1:") == 1
        assert queries.states(["plan:1:a", "plan:1:b", "plan:10:a", "PLAN:1:c", "nothing"]) == {
            "plan:1:a": State.WITHDRAWN,
            "plan:1:b": State.SENT,
            "plan:10:a": State.WAITING,
            "PLAN:1:c": State.WAITING,
        }

    def test_everything_at_once_is_refused(self) -> None:
        with pytest.raises(ValueError, match="every letter"):
            operations.withdraw("")

    def test_many_states_are_asked_at_once(self, letter_of: LetterOf) -> None:
        letter_of("known")
        assert queries.states([f"key:{n}" for n in range(2500)] + ["known"]) == {"known": State.WAITING}


@pytest.mark.django_db
class TestRetention:
    @pytest.mark.parametrize("state", [State.SENT, State.FAILED, State.IN_DOUBT, State.WITHDRAWN])
    def test_a_month_after_the_end_only_the_key_is_left(self, letter: Letter, state: str) -> None:
        now = timezone.now()
        Letter.objects.update(state=state, settled_at=now - timedelta(days=30), last_error="550 ada@example.org")
        assert retention.erase_old(now) == 1
        assert retention.erase_old(now) == 0
        letter.refresh_from_db()
        assert [letter.to, letter.reply_to, letter.subject, letter.text, letter.html, letter.last_error] == [""] * 6
        assert (letter.key, letter.state) == ("test:1", state)

    def test_not_before(self, letter: Letter) -> None:
        now = timezone.now()
        Letter.objects.update(state=State.SENT, settled_at=now - timedelta(days=29, hours=23))
        assert retention.erase_old(now) == 0

    def test_a_letter_that_waits_is_kept(self, letter: Letter) -> None:
        assert retention.erase_old(timezone.now() + timedelta(days=400)) == 0


def test_every_reason_has_its_sentence() -> None:
    assert set(reasons.SENTENCES) == set(Reason)
    assert reasons.sentence("recipient_refused: 550 no") == str(reasons.SENTENCES[Reason.RECIPIENT_REFUSED])
    assert reasons.sentence("") == ""
