"""The plan keeps who changed what; two people never overwrite each other; nothing crosses from another alliance."""

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
from django.db import connection
from tests.apps.evidence.files import upload
from tests.apps.party import Party, new_party

from cordee.apps.evidence import operations as archive
from cordee.apps.plans import operations, queries
from cordee.apps.plans.models import Action, RefusedAdvice
from cordee.apps.plans.operations import ChangedMeanwhile, FromElsewhere
from cordee.apps.plans.reminders import Moment, key_of
from cordee.apps.post.models import Letter
from cordee.apps.post.operations import write

pytestmark = pytest.mark.django_db
Add = Callable[..., Action]
CAMPAIGN = uuid.UUID(int=7)


def last_change(action: Action) -> dict[str, Any]:
    return dict(queries.history_of(action)[0].what)


class TestAdding:
    def test_everything_written_is_there_with_its_history(self, action: Action, party: Party) -> None:
        (event,) = queries.history_of(action)
        assert event.by == party.member
        assert event.what == {
            "title": ["", "Écrire la convention"],
            "details": ["", "Avec les deux directions."],
            "partner": ["", "La Ruche"],
            "owner_name": ["", "Ada"],
            "owner_email": ["", "a…@example.org"],
            "due_on": ["", "2026-11-30"],
            "effort": ["", "some_days"],
        }
        assert (action.status, action.version, action.created_by) == (Action.Status.PLANNED, 1, party.member)

    def test_the_same_form_twice_is_one_action(self, add: Add) -> None:
        public = uuid.uuid4()
        assert add(public=public) == add("Autre titre", public=public)
        assert Action.objects.count() == 1
        assert len(queries.history_of(Action.objects.get())) == 1

    def test_where_it_comes_from_is_kept(self, add: Add) -> None:
        origin = {"kind": "recommendation", "campaign": str(CAMPAIGN), "recommendation": "clarity-1", "topic": "t"}
        assert add(origin=origin).origin == origin
        assert add().origin == {}

    def test_an_identifier_of_another_alliance_opens_nothing(self, action: Action) -> None:
        other = new_party()
        with pytest.raises(FromElsewhere):
            operations.add_action(other.alliance, other.member, title="x", public=action.public)

    def test_a_partner_of_another_alliance_is_refused(self, add: Add) -> None:
        with pytest.raises(FromElsewhere):
            add(partner=new_party().partner)
        assert not Action.objects.exists()


class TestChanging:
    def test_only_what_differs_is_written_and_told(self, action: Action, party: Party) -> None:
        values = {"title": "Signer la convention", "details": action.details, "due_on": date(2026, 12, 15)}
        changed = operations.change_action(action, party.facilitator, version=1, **values)
        assert (changed.title, changed.version) == ("Signer la convention", 2)
        assert last_change(action) == {
            "title": ["Écrire la convention", "Signer la convention"],
            "due_on": ["2026-11-30", "2026-12-15"],
        }
        assert queries.history_of(action)[0].by == party.facilitator

    def test_the_second_of_two_people_is_told_and_nothing_is_lost(self, action: Action, party: Party) -> None:
        operations.change_action(action, party.facilitator, version=1, title="Le texte de l’une")
        with pytest.raises(ChangedMeanwhile) as meanwhile:
            operations.change_action(action, party.member, version=1, title="Le texte de l’autre")
        assert meanwhile.value.current.title == "Le texte de l’une"
        action.refresh_from_db()
        assert (action.title, action.version) == ("Le texte de l’une", 2)

    def test_the_same_values_again_change_nothing_even_from_an_old_page(self, action: Action, party: Party) -> None:
        operations.change_action(action, party.member, version=1, title="Nouveau")
        again = operations.change_action(action, party.member, version=1, title="Nouveau")
        assert again.version == 2
        assert len(queries.history_of(action)) == 2

    def test_what_is_no_part_of_an_action_is_refused(self, action: Action, party: Party) -> None:
        with pytest.raises(TypeError, match="alliance"):
            operations.change_action(action, party.member, version=1, alliance=new_party().alliance)
        with pytest.raises(FromElsewhere):
            operations.change_action(action, party.member, version=1, partner=new_party().partner)


class TestStatus:
    def test_it_is_said_with_a_word(self, action: Action, party: Party) -> None:
        operations.set_status(action, party.member, "doing", " Première réunion faite ")
        assert last_change(action) == {
            "status": ["planned", "doing"],
            "status_note": ["", "Première réunion faite"],
        }

    def test_twice_changes_nothing(self, action: Action, party: Party) -> None:
        for _ in range(2):
            operations.set_status(action, party.member, "done")
        assert len(queries.history_of(action)) == 2

    def test_an_unknown_status_is_refused(self, action: Action, party: Party) -> None:
        with pytest.raises(ValueError, match="perhaps"):
            operations.set_status(action, party.member, "perhaps")

    @pytest.mark.parametrize(
        ("status", "state"), [("done", "withdrawn"), ("dropped", "withdrawn"), ("doing", "waiting")]
    )
    def test_reminders_that_wait_stop_when_it_is_over(
        self, action: Action, party: Party, status: str, state: str
    ) -> None:
        waiting_reminder(action)
        operations.set_status(action, party.member, status)
        assert Letter.objects.get().state == state

    @pytest.mark.parametrize(
        ("values", "state"),
        [
            ({"due_on": date(2027, 1, 1)}, "withdrawn"),
            ({"owner_email": "bob@example.org"}, "withdrawn"),
            ({"details": "Autre"}, "waiting"),
        ],
    )
    def test_or_when_it_is_about_another_day_or_person(
        self, action: Action, party: Party, values: dict[str, Any], state: str
    ) -> None:
        waiting_reminder(action)
        operations.change_action(action, party.member, version=1, **values)
        assert Letter.objects.get().state == state


def waiting_reminder(action: Action) -> None:
    words = {"subject": "Rappel", "text": "x", "html": "x", "lang": "fr"}
    write(key_of(action, Moment.DAY), to=action.owner_email, **words)


class TestEvidence:
    def test_a_piece_is_put_beside_an_action_once(self, action: Action, party: Party) -> None:
        evidence = archive.keep(party.alliance, party.member, title="Compte rendu", upload=upload())
        for _ in range(2):
            operations.attach_evidence(action, party.member, evidence)
        assert list(action.evidence.all()) == [evidence]
        assert last_change(action) == {"evidence": ["", "Compte rendu"]}
        assert queries.actions_of(party.alliance).get().pieces == 1  # type: ignore[attr-defined]

    def test_a_piece_of_another_alliance_is_refused(self, action: Action) -> None:
        other = new_party()
        evidence = archive.keep(other.alliance, other.member, title="x", upload=upload())
        with pytest.raises(FromElsewhere):
            operations.attach_evidence(action, other.member, evidence)


class TestRefusing:
    def refuse(self, party: Party, reason: str = "Déjà fait en 2024") -> RefusedAdvice:
        return operations.refuse_advice(party.alliance, party.member, CAMPAIGN, "clarity-1", reason)

    def test_it_is_kept_with_its_reason(self, party: Party) -> None:
        self.refuse(party)
        (refused,) = queries.refusals_of(party.alliance)
        assert (refused.recommendation, refused.reason, refused.by) == ("clarity-1", "Déjà fait en 2024", party.member)

    def test_again_changes_the_reason_only(self, party: Party) -> None:
        first = self.refuse(party)
        assert self.refuse(party).at == first.at
        self.refuse(party, "Trop tôt")
        (refused,) = queries.refusals_of(party.alliance)
        assert (refused.pk, refused.reason) == (first.pk, "Trop tôt")

    def test_another_alliance_cannot_speak_of_the_same_360(self, party: Party) -> None:
        self.refuse(party)
        with pytest.raises(FromElsewhere):
            self.refuse(new_party(), "Pour nuire")
        assert RefusedAdvice.objects.get().reason == "Déjà fait en 2024"

    def test_it_can_be_taken_back(self, party: Party) -> None:
        refused = self.refuse(party)
        for _ in range(2):
            operations.withdraw_refusal(refused)
        assert queries.refusals_of(party.alliance) == []


class TestReading:
    def test_the_nearest_day_comes_first_and_no_day_last(self, add: Add, party: Party) -> None:
        add("sans date")
        add("plus tard", due_on=date(2027, 1, 1))
        add("bientôt", due_on=date(2026, 12, 1))
        assert [action.title for action in queries.actions_of(party.alliance)] == ["bientôt", "plus tard", "sans date"]

    def test_only_open_actions_are_late(self, add: Add, party: Party) -> None:
        late, done = add("en retard", due_on=date(2026, 1, 1)), add("faite", due_on=date(2026, 1, 1))
        add("aujourd’hui", due_on=date(2026, 1, 2))
        operations.set_status(done, party.member, "done")
        assert list(queries.overdue(party.alliance, date(2026, 1, 2))) == [late]

    def test_an_action_is_known_in_its_alliance_only(self, action: Action, party: Party) -> None:
        assert queries.action_behind(action.public, party.alliance) == action
        assert queries.action_behind(action.public, new_party().alliance) is None


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_one_writes_and_one_is_told(action: Action, party: Party) -> None:
    def change(number: int) -> str:
        try:
            operations.change_action(action, party.member, version=1, title=f"Texte {number}")
        except ChangedMeanwhile:
            return "told"
        finally:
            connection.close()
        return "wrote"

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(change, range(4))) == ["told", "told", "told", "wrote"]
    action.refresh_from_db()
    assert action.version == 2
