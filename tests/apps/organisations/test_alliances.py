"""The pages of alliances: made with little, described without losing a word, agreed to and taken back."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from tests.apps.world import World

from cordee.apps.organisations.models import Alliance, AllianceRole, Organisation, OrganisationMember

CREATE = "/alliances/creer/"


def page(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined]


def described(alliance: Alliance, **changed: object) -> dict[str, object]:
    return {"name": alliance.name, "version": alliance.version, **changed}


class TestMine:
    def test_without_alliance_the_page_teaches_and_leads_on(self, world: World, as_: Callable[[str], Client]) -> None:
        AllianceRole.objects.filter(account=world.accounts["stranger"]).delete()
        text = page(as_("stranger").get("/alliances/"))
        assert "Une alliance réunit de 2 à 20 organisations" in text
        assert CREATE in text

    def test_lists_mine_with_my_role_and_never_those_of_others(self, as_: Callable[[str], Client]) -> None:
        text = page(as_("observer").get("/alliances/"))
        assert "Le Val" in text
        assert "vous observez" in text
        assert "Ailleurs" not in text

    def test_speaks_english_under_its_own_address(self, as_: Callable[[str], Client]) -> None:
        text = page(as_("member").get("/en/alliances/"))
        assert "My alliances" in text
        assert "you take part" in text


class TestCreate:
    def test_a_name_and_an_organisation_are_enough(self, as_: Callable[[str], Client], world: World) -> None:
        answer = as_("stranger").post(CREATE, {"name": "  Les   Deux\nRives ", "organisation_name": "La Rive"})
        alliance = Alliance.objects.get(name="Les Deux Rives")
        assert answer["Location"] == reverse("organisations:alliance", args=[alliance.public])
        role = alliance.roles.get()
        assert (role.account, role.kind) == (world.accounts["stranger"], "facilitator")
        assert role.partner is not None
        assert role.partner.organisation.name == "La Rive"
        assert role.partner.organisation.members.get().role == OrganisationMember.Role.ADMIN

    def test_everything_that_is_said_is_kept(self, facilitator: Client, world: World) -> None:
        said = {
            "name": "Complète",
            "purpose": "Pour voir",
            "started_on": "2024-02-29",
            "stage": "acting",
            "partnership_types": ["patronage", "societal_innovation"],
            "goals": ["17", "4"],
            "territory": "69123",
            "organisation": str(world.organisation.public),
        }
        assert facilitator.post(CREATE, said).status_code == 302
        alliance = Alliance.objects.get(name="Complète")
        assert alliance.partnership_types == ["patronage", "societal_innovation"]
        assert (alliance.goals, alliance.territory, alliance.started_on) == (
            [17, 4],
            "commune-69123",
            date(2024, 2, 29),
        )
        assert alliance.partners.get().organisation == world.organisation

    def test_a_name_that_is_typed_counts_more_than_the_choice_made_beforehand(
        self, facilitator: Client, world: World
    ) -> None:
        said = {"name": "A", "organisation": str(world.organisation.public), "organisation_name": "Une autre"}
        facilitator.post(CREATE, said)
        assert Alliance.objects.get(name="A").partners.get().organisation.name == "Une autre"

    def test_typing_the_name_of_mine_does_not_make_it_twice(self, facilitator: Client, world: World) -> None:
        facilitator.post(CREATE, {"name": "A", "organisation": "new", "organisation_name": "la passerelle"})
        assert Alliance.objects.get(name="A").partners.get().organisation == world.organisation

    def test_the_organisation_of_someone_else_cannot_be_taken(self, as_: Callable[[str], Client], world: World) -> None:
        answer = as_("stranger").post(CREATE, {"name": "A", "organisation": str(world.organisation.public)})
        assert answer.status_code == 422
        assert not Alliance.objects.filter(name="A").exists()

    @pytest.mark.parametrize(
        ("wrong", "message"),
        [
            ({"name": ""}, "même provisoire"),
            ({"organisation_name": ""}, "une alliance en a au moins une"),
            ({"started_on": "31/02/2026"}, "Cette date n’existe pas"),
            ({"stage": "gone"}, "Ce choix n’existe pas"),
            ({"goals": ["18"]}, "Ce choix n’existe pas"),
            ({"partnership_types": ["friendship"]}, "Ce choix n’existe pas"),
            ({"territory": "Bretagne"}, "Plusieurs territoires répondent"),
            ({"territory": "Saint"}, "Plusieurs territoires répondent"),
            ({"territory": "Zzyzx"}, "Aucun territoire ne s’appelle ainsi"),
        ],
    )
    def test_an_error_says_what_to_do_and_loses_nothing(
        self, as_: Callable[[str], Client], wrong: dict[str, object], message: str
    ) -> None:
        said = {"name": "Gardée", "organisation_name": "Gardée aussi", "purpose": "Des mots à ne pas perdre", **wrong}
        answer = as_("stranger").post(CREATE, said)
        text = page(answer)
        assert answer.status_code == 422
        assert message in text
        assert "Des mots à ne pas perdre" in text
        assert "Rien de ce que vous avez saisi n’est perdu" in text
        assert not Alliance.objects.filter(purpose="Des mots à ne pas perdre").exists()

    def test_a_territory_is_chosen_in_the_list_that_comes_back(self, as_: Callable[[str], Client]) -> None:
        client, said = as_("stranger"), {"name": "A", "organisation_name": "B", "territory": "Saint-Denis"}
        first = page(client.post(CREATE, said))
        assert 'value="commune-93066"' in first
        assert client.post(CREATE, {**said, "territory_choice": "commune-93066"}).status_code == 302
        assert Alliance.objects.get(name="A").territory == "commune-93066"

    def test_a_choice_that_the_words_do_not_mean_is_not_taken(self, as_: Callable[[str], Client]) -> None:
        said = {"name": "A", "organisation_name": "B", "territory": "Bretagne", "territory_choice": "commune-69123"}
        assert as_("stranger").post(CREATE, said).status_code == 422


class TestOverview:
    def test_tells_what_is_known_and_who_seeks_what(
        self, facilitator: Client, world: World, at: Callable[..., str]
    ) -> None:
        Alliance.objects.update(territory="commune-69123", goals=[17], stage="acting", started_on=date(2024, 1, 1))
        world.partner.objective = "human"
        world.partner.save()
        text = page(facilitator.get(at("alliance")))
        for words in ("Lyon (commune, Rhône)", "17. Partenariats pour les objectifs", "En action", "1 janvier 2024"):
            assert words in text
        assert text.count("Personne en premier") == 3

    def test_a_demonstration_says_so(self, facilitator: Client, world: World, at: Callable[..., str]) -> None:
        assert "inventée" not in page(facilitator.get(at("alliance")))
        Alliance.objects.update(is_demonstration=True)
        assert "cette alliance est inventée" in page(facilitator.get(at("alliance")))

    def test_offers_to_change_only_to_those_who_may(
        self, as_: Callable[[str], Client], world: World, at: Callable[..., str]
    ) -> None:
        assert at("edit") in page(as_("facilitator").get(at("alliance")))
        assert at("edit") not in page(as_("member").get(at("alliance")))

    def test_what_people_typed_is_text_and_never_markup(self, facilitator: Client, at: Callable[..., str]) -> None:
        Alliance.objects.update(name="<b>Val</b>", purpose="<script>x</script>")
        text = page(facilitator.get(at("alliance")))
        assert "<b>Val" not in text
        assert "<script>x" not in text


class TestEdit:
    def test_changes_what_was_said(self, facilitator: Client, world: World, at: Callable[..., str]) -> None:
        answer = facilitator.post(at("edit"), described(world.alliance, purpose="Neuve", territory="lyon"))
        assert answer["Location"] == at("alliance")
        world.alliance.refresh_from_db()
        assert (world.alliance.purpose, world.alliance.territory, world.alliance.version) == (
            "Neuve",
            "commune-69123",
            2,
        )

    def test_the_second_of_two_people_is_told_and_loses_nothing(
        self, facilitator: Client, world: World, at: Callable[..., str]
    ) -> None:
        first, second = (
            described(world.alliance, purpose="La première"),
            described(world.alliance, purpose="La seconde"),
        )
        facilitator.post(at("edit"), first)
        answer = facilitator.post(at("edit"), second)
        text = page(answer)
        assert answer.status_code == 409
        assert "Quelqu’un a changé cette page" in text
        assert "La première" in text
        assert text.count("La seconde") == 2
        world.alliance.refresh_from_db()
        assert world.alliance.purpose == "La première"
        assert facilitator.post(at("edit"), {**second, "version": 2}).status_code == 302
        world.alliance.refresh_from_db()
        assert world.alliance.purpose == "La seconde"

    def test_the_territory_kept_is_shown_by_its_name_and_kept_when_nothing_changes(
        self, facilitator: Client, world: World, at: Callable[..., str]
    ) -> None:
        Alliance.objects.filter(pk=world.alliance.pk).update(territory="commune-93066")
        assert 'value="Saint-Denis"' in page(facilitator.get(at("edit")))
        said = described(world.alliance, territory="Saint-Denis", territory_choice="commune-93066")
        facilitator.post(at("edit"), said)
        world.alliance.refresh_from_db()
        assert world.alliance.territory == "commune-93066"
        facilitator.post(at("edit"), described(world.alliance, territory=""))
        world.alliance.refresh_from_db()
        assert world.alliance.territory == ""


class TestConsents:
    def test_each_is_given_and_taken_back_by_itself(
        self, facilitator: Client, world: World, at: Callable[..., str]
    ) -> None:
        facilitator.post(at("consents"), {"benchmark": "on"})
        world.alliance.refresh_from_db()
        given = world.alliance.benchmark_consent_at
        assert given is not None
        assert world.alliance.peer_consent_at is None
        facilitator.post(at("consents"), {"benchmark": "on", "peer": "on"})
        world.alliance.refresh_from_db()
        assert world.alliance.benchmark_consent_at == given
        assert world.alliance.peer_consent_at is not None
        facilitator.post(at("consents"), {})
        world.alliance.refresh_from_db()
        assert (world.alliance.benchmark_consent_at, world.alliance.peer_consent_at) == (None, None)

    def test_the_barometer_is_a_third_choice_apart(
        self, facilitator: Client, world: World, at: Callable[..., str]
    ) -> None:
        facilitator.post(at("consents"), {"barometer": "on"})
        world.alliance.refresh_from_db()
        assert world.alliance.barometer_consent_at is not None
        assert (world.alliance.benchmark_consent_at, world.alliance.peer_consent_at) == (None, None)
        text = page(facilitator.get(at("consents")))
        assert "tout le bloc entré avec vous en sort aussi" in text
        assert "Accepté le" in text

    @pytest.mark.parametrize(
        ("who", "status"), [("facilitator", 302), ("member", 403), ("observer", 403), ("stranger", 404)]
    )
    def test_who_may_give_it_and_take_it_back(
        self, as_: Callable[[str], Client], world: World, at: Callable[..., str], who: str, status: int
    ) -> None:
        assert as_(who).post(at("consents"), {"barometer": "on"}).status_code == status
        world.alliance.refresh_from_db()
        assert (world.alliance.barometer_consent_at is not None) is (who == "facilitator")
        Alliance.objects.update(barometer_consent_at=timezone.now())
        as_(who).post(at("consents"), {})
        world.alliance.refresh_from_db()
        assert (world.alliance.barometer_consent_at is None) is (who == "facilitator")

    def test_nobody_without_an_account_does(self, client: Client, world: World, at: Callable[..., str]) -> None:
        assert client.post(at("consents"), {"barometer": "on"}).status_code == 302
        world.alliance.refresh_from_db()
        assert world.alliance.barometer_consent_at is None

    def test_taking_the_barometer_back_asks_for_a_refresh_at_once(
        self,
        facilitator: Client,
        at: Callable[..., str],
        django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[list[object]]],
    ) -> None:
        asked = DBTaskResult.objects.filter(task_path="cordee.apps.observatory.maturity.tasks.refresh")
        with django_capture_on_commit_callbacks(execute=True):
            facilitator.post(at("consents"), {"barometer": "on", "benchmark": "on"})
            facilitator.post(at("consents"), {"barometer": "on"})
        assert asked.count() == 0
        with django_capture_on_commit_callbacks(execute=True):
            facilitator.post(at("consents"), {})
            facilitator.post(at("consents"), {})
        assert asked.count() == 1

    def test_nothing_is_given_beforehand(self, facilitator: Client, at: Callable[..., str]) -> None:
        assert "checked" not in page(facilitator.get(at("consents")))


class TestLeave:
    def test_a_member_leaves_and_no_longer_sees_the_alliance(
        self, as_: Callable[[str], Client], at: Callable[..., str]
    ) -> None:
        client = as_("member")
        assert client.post(at("leave"), follow=True).status_code == 200
        assert client.get(at("alliance")).status_code == 404

    def test_the_last_who_runs_it_is_told_what_to_do_first(
        self, facilitator: Client, world: World, at: Callable[..., str]
    ) -> None:
        answer = facilitator.post(at("leave"))
        assert answer.status_code == 422
        assert "Confiez d’abord ce rôle" in page(answer)
        AllianceRole.objects.filter(account=world.accounts["member"]).update(kind="facilitator")
        assert facilitator.post(at("leave")).status_code == 302


def test_an_organisation_in_an_alliance_is_not_deleted_under_it(world: World) -> None:
    from django.db.models import ProtectedError

    with pytest.raises(ProtectedError):
        Organisation.objects.get(pk=world.organisation.pk).delete()
