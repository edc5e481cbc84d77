"""What the letters say, in the reader's language, and that each is written once."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.apps.campaigns.preparing.conftest import House, circle, invite, moved, seat

from cordee.apps.campaigns import tasks
from cordee.apps.campaigns.days import closing_after, reminder_hour
from cordee.apps.campaigns.letter_words import FormLetters, invitation
from cordee.apps.campaigns.links import personal_address
from cordee.apps.campaigns.models import Campaign, Regime
from cordee.apps.campaigns.operations import inviting, launching, preparation, reminding
from cordee.apps.campaigns.operations.inviting import Person
from cordee.apps.campaigns.permissions import Reason, Refused
from cordee.apps.campaigns.queries.preparing import compositions, minutes_of
from cordee.apps.diagnosis.tokens import fingerprint
from cordee.apps.post.models import Letter

pytestmark = pytest.mark.django_db


def plain(text: str) -> str:
    """Make spaces ordinary, to compare words."""
    return " ".join(text.replace("\u202f", " ").split())


def letter_to(campaign: Campaign, email: str, kind: str = "invitation") -> Letter:
    return Letter.objects.get(key__startswith=f"campaign/{campaign.public}/{kind}", to=email)


class TestTheInvitation:
    def test_says_everything_in_french(self, ready: Campaign) -> None:
        preparation.choose_words(
            ready, message="C’est le moment.\nMerci !", contact_name="Léa Bel", contact_email="lea@example.org"
        )
        launching.launch(ready)
        campaign = moved(ready)
        letter = letter_to(campaign, "bob@example.org")
        invitee = campaign.invitees.get(email="bob@example.org")
        last = timezone.localdate() + timedelta(days=14)
        assert (letter.lang, letter.reply_to) == ("fr", "lea@example.org")
        assert plain(letter.subject) == "Alliance des crêtes : votre regard est attendu"
        text = plain(letter.text)
        for said in (
            "Bonjour Bob Martin,",
            "Léa Bel vous invite à donner votre regard sur l’alliance « Alliance des crêtes »",
            "depuis le cercle « Financeurs »",
            "C’est le moment.",
            "Situer votre alliance sur sept approches",
            "Environ 12 minutes",
            personal_address(invitee),
            "Ce lien est personnel",
            f"jusqu’au {last.day}",
            "QUI VERRA VOS RÉPONSES : Anonymes",
            "pas même Léa Bel",
            "au moins 5 réponses",
            "au moins 3 organisations dont aucune n’en donne plus de 85 %",
            "à partir de 10 réponses",
            "Cette règle est fixée",
            "3 personnes, vous comprise, de 3 organisations : Fondation Alpage, La Cordée, Ville de Lyon.",
            "Demandez le questionnaire imprimé à Léa Bel (lea@example.org)",
            "Écrivez à Léa Bel, lea@example.org",
        ):
            assert said in text, said

    def test_says_it_in_english_to_those_who_read_english(self, launched: Campaign) -> None:
        letter = letter_to(launched, "ann@example.org")
        assert letter.subject == "Alliance des crêtes: your view is wanted"
        text = plain(letter.text)
        for said in (
            "Hello Ann Smith,",
            "Facilitator invites you to give your view of the alliance ‘Alliance des crêtes’",
            "from the circle ‘Funders’",
            "About 12 minutes",
            "/en/answer/",
            "WHO WILL SEE YOUR ANSWERS: Anonymous",
            "at least 5 answers",
            "more than 85% of them",
            "3 people, you included, of 3 organisations",
            "Ask Facilitator (facilitator@example.org) for the printed questionnaire.",
        ):
            assert said in text, said
        for french in ("vous", "réponse", "cercle", "personne"):
            assert french not in text.casefold(), french

    def test_the_html_says_the_same(self, launched: Campaign) -> None:
        for email in ("ann@example.org", "bob@example.org"):
            letter = letter_to(launched, email)
            address = personal_address(launched.invitees.get(email=email))
            assert f'<html lang="{letter.lang}"' in letter.html
            assert f'href="{address}"' in letter.html
            assert "85" in letter.html
            assert "Fondation Alpage" in letter.html
            assert "facilitator@example.org" in letter.html

    def test_what_people_typed_is_escaped_in_html_and_whole_in_text(self, draft: Campaign, house: House) -> None:
        draft.message = "<b>A & B</b>"
        (invitee,) = invite(draft, house, "teams", ("O’Hara <x>", "o@example.org", 0, "fr"))
        words = invitation(draft, invitee, compositions(draft)[invitee.circle_id])
        assert FormLetters("invitation", draft).to(invitee) == words
        assert "<b>A & B</b>" in words.text
        assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in words.html
        assert "<x>" not in words.html

    @pytest.mark.parametrize(
        ("regime", "said", "unsaid"),
        [
            (Regime.ATTRIBUTED, "voient qui a répondu quoi", "au moins 5 réponses"),
            (Regime.FACILITATOR, "Seule une personne, Facilitator, verra qui a répondu quoi", "pas même"),
            (Regime.AGGREGATE, "Personne ne verra qui a répondu quoi, pas même Facilitator", "Seule une personne"),
        ],
    )
    def test_each_regime_has_its_own_promise(self, ready: Campaign, regime: Regime, said: str, unsaid: str) -> None:
        moved(ready, regime=regime)
        invitee = ready.invitees.get(email="bob@example.org")
        text = plain(invitation(ready, invitee, compositions(ready)[invitee.circle_id]).text)
        assert said in text
        assert unsaid not in text

    def test_minutes_follow_the_topics_of_the_circle(self, ready: Campaign) -> None:
        funders = circle(ready, "funders")
        funders.topics = ["relevance.needs", "clarity.roles", "meaning.continuity"]
        assert minutes_of(ready, funders) == round(12 * 3 / 7)

    def test_a_link_of_the_circle_is_said(self, ready: Campaign) -> None:
        inviting.set_circle_link(circle(ready, "funders"), is_open=True)
        invitee = ready.invitees.get(email="bob@example.org")
        text = invitation(ready, invitee, compositions(ready)[invitee.circle_id]).text
        assert "lien ouvert à d’autres" in text

    def test_composed_once_for_a_circle_it_reads_like_one_composed_for_each(self, launched: Campaign) -> None:
        announced = compositions(launched)
        for invitee in launched.invitees.exclude(email="").select_related("circle"):
            alone = invitation(launched, invitee, announced[invitee.circle_id])
            letter = letter_to(launched, invitee.email)
            assert (letter.subject, letter.text, letter.html) == (alone.subject, alone.text, alone.html)

    def test_no_line_of_the_text_is_left_over(self, launched: Campaign) -> None:
        for letter in Letter.objects.all():
            assert "\n\n\n" not in letter.text
            assert letter.text == letter.text.strip() + "\n"


class TestALink:
    def test_the_database_keeps_its_fingerprint_only(self, launched: Campaign) -> None:
        for invitee in launched.invitees.all():
            token = personal_address(invitee).rstrip("/").rsplit("/", 1)[-1]
            assert invitee.token_sha256 == fingerprint(token)

    def test_sent_again_is_the_same_once_a_day(self, launched: Campaign) -> None:
        invitee = launched.invitees.get(email="bob@example.org")
        assert inviting.send_again(invitee)
        assert not inviting.send_again(invitee)
        first, again = Letter.objects.filter(to="bob@example.org").order_by("pk")
        assert personal_address(invitee) in first.text
        assert personal_address(invitee) in again.text

    def test_replaced_is_another_and_closes_the_former(self, launched: Campaign) -> None:
        invitee = launched.invitees.get(email="bob@example.org")
        former, sha256 = personal_address(invitee), invitee.token_sha256
        seat(invitee)
        assert inviting.replace_link(invitee, 1)
        assert not inviting.replace_link(invitee, 1)
        invitee.refresh_from_db()
        assert invitee.link_generation == 2
        assert invitee.token_sha256 != sha256
        assert invitee.seat.pk
        waiting = Letter.objects.get(to="bob@example.org", state=Letter.State.WAITING)
        assert personal_address(invitee) in waiting.text
        assert former not in waiting.text
        assert Letter.objects.filter(to="bob@example.org", state=Letter.State.WITHDRAWN).count() == 1

    def test_of_someone_on_paper_is_replaced_without_letter(self, launched: Campaign) -> None:
        invitee = launched.invitees.get(email="")
        assert inviting.replace_link(invitee, 1)
        assert not inviting.send_again(invitee)
        assert not Letter.objects.filter(to="").exists()


@pytest.fixture
def half_done(launched: Campaign) -> Campaign:
    """Bob has finished, Ann has begun; everybody was invited two days ago."""
    seat(launched.invitees.get(email="bob@example.org"), finished=True)
    seat(launched.invitees.get(email="ann@example.org"))
    Letter.objects.update(created_at=timezone.now() - timedelta(days=2))
    return launched


class TestReminders:
    def to(self, campaign: Campaign) -> list[str]:
        rows = Letter.objects.filter(key__startswith=f"campaign/{campaign.public}/reminder/")
        return sorted(rows.values_list("to", flat=True))

    def at(self, campaign: Campaign, days: int) -> int:
        assert campaign.closes_at is not None
        return reminding.remind_due(reminder_hour(campaign.closes_at, days) + timedelta(minutes=5))

    def test_go_to_those_who_have_not_finished_each_once(self, half_done: Campaign) -> None:
        assert self.at(half_done, 8) == 0
        assert self.at(half_done, 7) == 6
        assert self.at(half_done, 7) == 0
        assert self.to(half_done) == ["ann@example.org", *(f"pilote{n}@example.org" for n in range(5))]
        Letter.objects.update(created_at=timezone.now() - timedelta(days=5))
        assert self.at(half_done, 2) == 6

    def test_the_job_does_what_is_due(self, half_done: Campaign) -> None:
        assert tasks.remind_due.call() == 0
        # One of these two days is always due: that of today from 9 o'clock on, that of yesterday before.
        closes_at = closing_after(timezone.localdate() + timedelta(days=2))
        moved(half_done, closes_at=closes_at, opens_at=timezone.now() - timedelta(days=9), reminder_days=[3, 2])
        assert tasks.remind_due.call() == 6

    def test_spare_those_who_were_just_written_to(self, half_done: Campaign, house: House) -> None:
        invite(half_done, house, "teams", ("Zoé", "zoe@example.org", 0, "fr"))
        assert self.at(half_done, 7) == 6
        assert "zoe@example.org" not in self.to(half_done)

    def test_leave_alone_those_who_were_invited_after_them(self, half_done: Campaign, house: House) -> None:
        self.at(half_done, 7)
        invite(half_done, house, "teams", ("Zoé", "zoe@example.org", 0, "fr"))
        Letter.objects.filter(to="zoe@example.org").update(created_at=timezone.now() - timedelta(days=2))
        assert self.at(half_done, 5) == 0

    def test_come_back_when_the_last_day_moves(self, half_done: Campaign) -> None:
        self.at(half_done, 7)
        Letter.objects.update(created_at=timezone.now() - timedelta(days=5))
        assert half_done.closes_at is not None
        moved(half_done, closes_at=half_done.closes_at + timedelta(days=10))
        assert self.at(half_done, 7) == 6

    @pytest.mark.parametrize("field", ["closed_at", "cancelled_at"])
    def test_stop_with_the_campaign(self, half_done: Campaign, field: str) -> None:
        moved(half_done, **{field: timezone.now()})
        assert self.at(half_done, 7) == 0

    def test_by_hand_once_a_day(self, half_done: Campaign) -> None:
        assert reminding.remind_now(half_done) == 6
        with pytest.raises(Refused) as refused:
            reminding.remind_now(half_done)
        assert refused.value.verdict.reason is Reason.REMINDED_TODAY
        assert len(self.to(half_done)) == 6

    def test_repeat_the_same_link_and_the_promise(self, half_done: Campaign) -> None:
        reminding.remind_now(half_done)
        ann = letter_to(half_done, "ann@example.org", "reminder")
        assert ann.subject == "Alliance des crêtes: there is still time to answer"
        assert personal_address(half_done.invitees.get(email="ann@example.org")) in ann.text
        assert "takes you back to where you were" in ann.text
        assert "Nobody will see who answered what" in ann.text

    @pytest.mark.parametrize(
        ("regime", "reply_to"),
        [(Regime.AGGREGATE, ""), (Regime.FACILITATOR, "facilitator@example.org")],
    )
    def test_an_automatic_reply_never_tells_who_has_not_finished(
        self, half_done: Campaign, regime: Regime, reply_to: str
    ) -> None:
        moved(half_done, regime=regime)
        reminding.remind_now(half_done)
        assert letter_to(half_done, "ann@example.org", "reminder").reply_to == reply_to


@pytest.mark.django_db(transaction=True)
def test_two_reminders_at_once_write_once(
    half_done: Campaign, in_parallel: Callable[[list[Callable[[], object]]], list[object]]
) -> None:
    def remind() -> object:
        try:
            return reminding.remind_now(half_done)
        except Refused as refused:
            return str(refused.verdict.reason)

    assert sorted(in_parallel([remind, remind]), key=str) == [6, "reminded_today"]
    assert Letter.objects.filter(key__contains="/reminder/").count() == 6


@pytest.mark.django_db(transaction=True)
def test_inviting_the_same_person_twice_at_once_invites_once(
    launched: Campaign, house: House, in_parallel: Callable[[list[Callable[[], object]]], list[object]]
) -> None:
    zoe = Person("Zoé", "Zoe@Example.org", circle(launched, "teams"), house.partners[0], "fr")
    outcomes = in_parallel([lambda: len(inviting.invite(launched, [zoe]).added)] * 2)
    assert sorted(outcomes, key=str) == [0, 1]
    assert Letter.objects.filter(to="zoe@example.org").count() == 1
