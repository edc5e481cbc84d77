"""Reminders leave a week before, on the day and a week after: each once, in the owner's language, none when over."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.apps.party import Party

from cordee.apps.accounts.models import Account
from cordee.apps.plans import operations, queries, reminders, tasks
from cordee.apps.plans.days import due_words
from cordee.apps.plans.models import Action
from cordee.apps.plans.reminders import EARLIEST, LATEST, Moment, moment_of
from cordee.apps.post.models import Letter

DUE = date(2026, 11, 30)
Add = Callable[..., Action]


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-400, 400))
def test_a_reminder_leaves_in_its_own_days_only(due: date, away: int) -> None:
    moment = moment_of(due, due + timedelta(days=away))
    expected = {Moment.BEFORE: range(-7, -3), Moment.DAY: range(4), Moment.LATE: range(7, 11)}
    assert moment == next((one for one, days in expected.items() if away in days), None)
    if moment:
        assert EARLIEST <= -timedelta(days=away) <= LATEST


@pytest.mark.django_db
class TestReminding:
    def run(self, today: date) -> int:
        return reminders.remind(queries.to_remind(today + EARLIEST, today + LATEST), today)

    def test_three_letters_over_the_life_of_an_action(self, action: Action) -> None:
        for away in range(-40, 41):
            self.run(DUE + timedelta(days=away))
        assert [letter.subject for letter in Letter.objects.order_by("pk")] == [
            "Dans une semaine\u202f: Écrire la convention",
            "C’est le jour prévu\u202f: Écrire la convention",
            "Où en est-on\u202f? Écrire la convention",
        ]

    def test_the_same_day_twice_writes_one(self, action: Action) -> None:
        assert (self.run(DUE), self.run(DUE), self.run(DUE + timedelta(days=1))) == (1, 1, 1)
        assert Letter.objects.count() == 1

    def test_what_it_says(self, action: Action, party: Party) -> None:
        self.run(DUE - timedelta(days=5))
        letter = Letter.objects.get()
        assert (letter.to, letter.lang, letter.reply_to) == ("ada@example.org", "fr", party.facilitator.email)
        for said in (letter.text, letter.html):
            assert "Les semeurs" in said
            assert "30 novembre 2026 (dans 5 jours)" in said
            assert "Avec les deux directions." in said
            assert f"http://127.0.0.1:8000/alliances/{party.alliance.public}/plan/{action.public}/" in said
            assert "inscrit votre adresse" in said
        assert "<p" not in letter.text

    def test_a_late_one_asks_and_does_not_blame(self, action: Action) -> None:
        self.run(DUE + timedelta(days=7))
        assert "en retard de 7 jours" in Letter.objects.get().text
        assert "dites-le sur sa page" in Letter.objects.get().text

    def test_it_is_in_the_language_of_the_owner(self, action: Action) -> None:
        Account.objects.create_user("ADA@example.org", lang="en")
        self.run(DUE)
        letter = Letter.objects.get()
        assert (letter.lang, letter.subject) == ("en", "Today is the day: Écrire la convention")
        assert "/en/alliances/" in letter.text
        assert "30 November 2026" in letter.text

    def test_a_title_is_text_and_never_markup(self, add: Add) -> None:
        add("<b>Écrire</b> & signer", owner_email="ada@example.org", due_on=DUE)
        self.run(DUE)
        letter = Letter.objects.get()
        assert "<b>Écrire</b> & signer" in letter.text
        assert "&lt;b&gt;Écrire&lt;/b&gt; &amp; signer" in letter.html

    @pytest.mark.parametrize("status", ["done", "dropped"])
    def test_none_when_it_is_over(self, action: Action, party: Party, status: str) -> None:
        operations.set_status(action, party.member, status)
        assert self.run(DUE) == 0

    @pytest.mark.parametrize("parts", [{"owner_email": ""}, {"due_on": None}])
    def test_none_without_a_day_or_an_address(self, add: Add, parts: dict[str, Any]) -> None:
        add(**{"owner_email": "ada@example.org", "due_on": DUE, **parts})
        assert self.run(DUE) == 0

    def test_a_new_day_or_a_new_owner_is_another_reminder(self, action: Action, party: Party) -> None:
        self.run(DUE)
        operations.change_action(action, party.member, version=1, owner_email="bob@example.org")
        self.run(DUE)
        operations.change_action(action, party.member, version=2, due_on=DUE + timedelta(days=1))
        self.run(DUE + timedelta(days=1))
        assert list(Letter.objects.order_by("pk").values_list("to", flat=True)) == ["ada@example.org"] + 2 * [
            "bob@example.org"
        ]
        assert not any("@" in key for key in Letter.objects.values_list("key", flat=True))

    def test_an_address_that_cannot_be_written_to_stops_nobody_else(self, add: Add, action: Action) -> None:
        Action.objects.update(owner_email="nobody")
        add("Autre", owner_email="bob@example.org", due_on=DUE)
        assert self.run(DUE) == 1

    def test_the_job_reminds_of_what_is_due_today(self, add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("django.utils.timezone.localdate", lambda: DUE)
        add(owner_email="ada@example.org", due_on=DUE)
        assert tasks.remind.call() == 1


@pytest.mark.parametrize(
    ("away", "words"),
    [
        (0, "aujourd’hui"),
        (1, "demain"),
        (2, "dans 2 jours"),
        (13, "dans 13 jours"),
        (14, "dans 2 semaines"),
        (59, "dans 8 semaines"),
        (60, "dans 2 mois"),
        (365, "dans 12 mois"),
        (-1, "en retard de 1 jour"),
        (-13, "en retard de 13 jours"),
        (-15, "en retard de 2 semaines"),
        (-90, "en retard de 3 mois"),
    ],
)
def test_days_in_words(away: int, words: str) -> None:
    assert due_words(DUE + timedelta(days=away), DUE) == words
