"""The pages of the plan: groups and filters, forms that lose nothing, two texts side by side, history in words."""

import re
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import escape
from tests.apps.evidence.files import EXE, upload
from tests.apps.party import Party

from cordee.apps.evidence.models import Evidence
from cordee.apps.plans import advice, operations
from cordee.apps.plans.models import Action

pytestmark = pytest.mark.django_db
Add = Callable[..., Action]


def url(name: str, party: Party, *more: object) -> str:
    return reverse(f"plans:{name}", args=[party.alliance.public, *more])


def read(party: Party, address: str, who: str = "member") -> str:
    return in_a_line(party.client(who).get(address).content.decode())


def in_a_line(page: str) -> str:
    """Write a page on one line; thin spaces stay."""
    return re.sub(r"[ \n]+", " ", page)


class TestList:
    def test_an_empty_plan_teaches(self, party: Party) -> None:
        page = read(party, url("plan", party))
        assert "commence par un verbe" in page
        assert "Ajouter une première action" in page
        assert "Ajouter une première action" not in read(party, url("plan", party), "observer")

    def test_actions_stand_in_groups_with_their_day_in_words(self, add: Add, party: Party) -> None:
        today = timezone.localdate()
        add("Réunir", due_on=today + timedelta(days=1))
        operations.set_status(add("Signer", due_on=today - timedelta(days=3)), party.member, "doing")
        operations.set_status(add("Écrire", due_on=today - timedelta(days=9)), party.member, "done")
        page = read(party, url("plan", party))
        assert page.index("En cours") < page.index("À faire <") < page.index("Faite <")
        assert "demain" in page
        assert "en retard de 3 jours" in page
        assert "en retard de 9 jours" not in page
        assert "Une a passé son jour." in page

    @pytest.mark.parametrize(
        ("query", "shown"),
        [
            ("", {"retard", "bientôt", "loin", "sans"}),
            ("status=doing", {"bientôt"}),
            ("when=late", {"retard"}),
            ("when=month", {"bientôt"}),
            ("when=none", {"sans"}),
            ("status=planned&when=late", {"retard"}),
            ("status=done", set()),
            ("status=nothing&when=never", {"retard", "bientôt", "loin", "sans"}),
            ("partner=00000000-0000-0000-0000-000000000000", {"retard", "bientôt", "loin", "sans"}),
        ],
    )
    def test_filters(self, add: Add, party: Party, query: str, shown: set[str]) -> None:
        self.fill(add, party)
        page = read(party, f"{url('plan', party)}?{query}")
        assert {name for name in ("retard", "bientôt", "loin", "sans") if f">Action {name}<" in page} == shown
        assert ("Aucune action ne correspond" in page) is not bool(shown)

    def test_the_filter_by_partner(self, add: Add, party: Party) -> None:
        self.fill(add, party)
        page = read(party, f"{url('plan', party)}?partner={party.partner.public}")
        assert ">Action loin<" in page
        assert ">Action sans<" not in page

    def fill(self, add: Add, party: Party) -> None:
        today = timezone.localdate()
        add("Action retard", due_on=today - timedelta(days=1))
        operations.set_status(add("Action bientôt", due_on=today + timedelta(days=30)), party.member, "doing")
        add("Action loin", due_on=today + timedelta(days=31), partner=party.partner)
        add("Action sans")


class TestWriting:
    FULL = {
        "title": " Réunir les directions ",
        "details": "Une heure\r\nà midi",
        "due_on": "2027-03-15",
        "owner_name": "Zoé",
        "owner_email": "zoe@example.org",
        "effort": "an_hour",
    }

    def test_everything_written_is_kept(self, party: Party) -> None:
        client = party.client("member")
        answer = client.post(url("add", party), {**self.FULL, "partner": str(party.partner.public)})
        action = Action.objects.get()
        assert answer["Location"] == url("action", party, action.public)
        assert (action.title, action.details) == ("Réunir les directions", "Une heure\nà midi")
        assert (action.due_on, action.partner, action.effort) == (date(2027, 3, 15), party.partner, "an_hour")
        assert (action.owner_name, action.owner_email) == ("Zoé", "zoe@example.org")

    def test_a_double_click_adds_one_action(self, party: Party) -> None:
        client = party.client("member")
        page = client.get(url("add", party))
        data = {**self.FULL, "secret": page.context["form"]["secret"].value()}
        first, second = client.post(url("add", party), data), client.post(url("add", party), data)
        assert first["Location"] == second["Location"]
        assert Action.objects.count() == 1

    def test_an_identifier_that_we_did_not_draw_is_refused(self, party: Party) -> None:
        data = {**self.FULL, "secret": "00000000-0000-0000-0000-000000000001:forged"}
        assert party.client("member").post(url("add", party), data).status_code == 422
        assert not Action.objects.exists()

    @pytest.mark.parametrize(
        ("wrong", "words"),
        [
            ({"title": " "}, "Dites en une phrase"),
            ({"due_on": "2027-02-30"}, "un jour qui existe"),
            ({"owner_email": "zoe@"}, "Cette adresse est incomplète"),
            ({"partner": "00000000-0000-0000-0000-000000000000"}, "Ce choix n’existe pas"),
            ({"partner": "x"}, "Ce choix n’existe pas"),
            ({"effort": "a_year"}, "Ce choix n’existe pas"),
        ],
    )
    def test_a_mistake_says_what_to_do_and_loses_nothing(self, party: Party, wrong: dict[str, str], words: str) -> None:
        answer = party.client("member").post(url("add", party), {**self.FULL, **wrong})
        page = answer.content.decode()
        assert answer.status_code == 422
        assert words in page
        assert "Une heure" in page
        assert not Action.objects.exists()

    def test_a_full_plan_says_so(self, party: Party, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("cordee.apps.plans.permissions.MOST_ACTIONS", 0)
        answer = party.client("member").post(url("add", party), self.FULL)
        assert answer.status_code == 422
        assert "500 actions" in answer.content.decode()


class TestTwoPeople:
    def test_the_second_sees_both_texts_then_chooses(self, action: Action, party: Party) -> None:
        first, second = party.client("facilitator"), party.client("member")
        address = url("edit", party, action.public)
        form = second.get(address).context["form"]
        mine = {field.name: field.value() if field.value() is not None else "" for field in form}
        first.post(address, {**mine, "title": "Le texte de l’une", "details": mine["details"]})
        answer = second.post(address, {**mine, "title": "Le texte de l’autre"})
        page = in_a_line(answer.content.decode())
        assert answer.status_code == 409
        assert "<dt>Ce qui est enregistré</dt><dd>Le texte de l’une</dd>" in page
        assert "<dt>Ce que vous avez écrit</dt><dd>Le texte de l’autre</dd>" in page
        assert 'value="Le texte de l’autre"' in page
        again = {field.name: field.value() or "" for field in answer.context["form"]}
        assert second.post(address, again).status_code == 302
        action.refresh_from_db()
        assert (action.title, action.version) == ("Le texte de l’autre", 3)

    def test_a_form_without_its_version_overwrites_nothing(self, action: Action, party: Party) -> None:
        answer = party.client("member").post(url("edit", party, action.public), {"title": "Autre"})
        assert answer.status_code == 409
        action.refresh_from_db()
        assert action.title == "Écrire la convention"


class TestAction:
    def test_its_history_is_in_words(self, action: Action, party: Party) -> None:
        operations.set_status(action, party.facilitator, "doing", "En route")
        operations.change_action(action, party.member, version=2, due_on=None)
        page = read(party, url("action", party, action.public))
        assert "État\u202f: À faire → En cours" in page
        assert "Échéance\u202f: 30 novembre 2026 → rien" in page
        assert "<li>Effort\u202f: Quelques jours</li>" in page
        assert "<strong>Facilitator</strong>" in page

    def test_someone_whose_account_is_gone_is_not_named(self, action: Action, party: Party) -> None:
        party.member.delete()
        assert "un compte effacé" in read(party, url("action", party, action.public), "facilitator")

    def test_a_status_that_does_not_exist_is_refused(self, action: Action, party: Party) -> None:
        answer = party.client("member").post(url("status", party, action.public), {"status": "x", "note": "Gardé"})
        assert answer.status_code == 422
        assert "Gardé" in answer.content.decode()

    def test_a_piece_is_kept_beside_it(self, action: Action, party: Party) -> None:
        given: dict[str, Any] = {"title": "Compte rendu", "file": upload()}
        assert party.client("member").post(url("attach", party, action.public), given).status_code == 302
        assert list(action.evidence.all()) == [Evidence.objects.get()]
        assert "Compte rendu" in read(party, url("action", party, action.public), "observer")

    def test_a_disguised_piece_is_refused_on_the_same_page(self, action: Action, party: Party) -> None:
        given: dict[str, Any] = {"title": "Compte rendu", "file": upload(content=EXE)}
        answer = party.client("member").post(url("attach", party, action.public), given)
        assert answer.status_code == 422
        assert "n’est pas celui d’un fichier" in answer.content.decode()
        assert 'value="Compte rendu"' in answer.content.decode()
        assert not Evidence.objects.exists()

    def test_a_piece_too_large_is_not_even_read(self, action: Action, party: Party, settings: Any) -> None:
        settings.EVIDENCE_MOST_BYTES = 1_000
        given: dict[str, Any] = {"file": upload(content=b"%PDF-" + b"x" * 200_000)}
        assert party.client("member").post(url("attach", party, action.public), given).status_code == 413


class TestRefusedAdvice:
    def test_an_empty_list_says_where_refusals_come_from(self, party: Party) -> None:
        assert "ou être refusé avec sa raison" in read(party, url("refusals", party))

    def test_each_shows_its_reason_and_who(self, party: Party) -> None:
        operations.refuse_advice(party.alliance, party.member, uuid.uuid4(), "clarity-1", "Trop tôt pour nous")
        page = read(party, url("refusals", party), "observer")
        assert "Trop tôt pour nous" in page
        assert "Refusé par Member" in page
        assert "Reprendre ce conseil" not in page

    def test_it_is_called_by_its_name_in_the_language_on_screen(self, party: Party) -> None:
        call_command("load_packs", verbosity=0)
        french, english = advice.names("fr"), advice.names("en")
        assert len(french) == len(english) == 100
        first = next(iter(french))
        operations.refuse_advice(party.alliance, party.member, uuid.uuid4(), first, "Trop tôt")
        assert escape(french[first]) in read(party, url("refusals", party))
        with translation.override("en"):
            address = url("refusals", party)
        assert escape(english[first]) in read(party, address)
