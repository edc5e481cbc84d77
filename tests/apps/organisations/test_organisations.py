"""The page of an organisation: described by its people, its people shown to them only; territories while typing."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.apps.world import World

from cordee.apps.organisations.models import OrganisationMember


def page(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined]


@pytest.fixture
def on(world: World) -> Callable[..., str]:
    """Return an address of the organisation."""
    return lambda name, *args: reverse(f"organisations:{name}", args=[world.organisation.public, *args])


def test_its_people_are_shown_to_its_people_only(as_: Callable[[str], Client], on: Callable[..., str]) -> None:
    assert "Ses personnes" in page(as_("facilitator").get(on("organisation")))
    for ally in ("observer", "member"):
        assert "Ses personnes" not in page(as_(ally).get(on("organisation")))


def test_it_is_described(facilitator: Client, world: World, on: Callable[..., str]) -> None:
    said = {
        "name": "La Passerelle",
        "profile": "foundation",
        "size": "size-10-49",
        "siren": "732 829 320",
        "rna": "w691234567",
        "territory": "2A",
        "version": 1,
    }
    assert facilitator.post(on("organisation-edit"), said)["Location"] == on("organisation")
    world.organisation.refresh_from_db()
    row = world.organisation
    assert (row.siren, row.rna, row.territory, row.profile) == (
        "732829320",
        "W691234567",
        "department-2A",
        "foundation",
    )
    text = page(facilitator.get(on("organisation")))
    for words in ("Fondation", "De 10 à 49", "Corse-du-Sud (département 2A)", "732829320", "W691234567"):
        assert words in text


@pytest.mark.parametrize(
    ("lang", "message"), [("fr", "Gardez les 9 premiers, le SIREN\u202f: 732829320."), ("en", "Keep the first 9")]
)
def test_a_wrong_number_is_told_in_the_language_on_screen(
    facilitator: Client, world: World, lang: str, message: str
) -> None:
    path = {"fr": "organisations/{}/modifier/", "en": "en/organisations/{}/edit/"}[lang].format(
        world.organisation.public
    )
    answer = facilitator.post(f"/{path}", {"name": "X", "siren": "732 829 320 00074", "version": 1})
    assert answer.status_code == 422
    assert message in page(answer)
    assert "732 829 320 00074" in page(answer)


def test_the_second_of_two_people_is_told(facilitator: Client, world: World, on: Callable[..., str]) -> None:
    facilitator.post(on("organisation-edit"), {"name": "Un", "version": 1})
    answer = facilitator.post(on("organisation-edit"), {"name": "Deux", "size": "size-0", "version": 1})
    assert answer.status_code == 409
    text = page(answer)
    assert "Un</dd>" in text
    assert "des bénévoles seulement" in text
    world.organisation.refresh_from_db()
    assert world.organisation.name == "Un"


class TestMembers:
    def move(self, client: Client, on: Callable[..., str], world: World, person: str, role: str) -> None:
        client.post(on("membership", world.accounts[person].public), {"role": role})

    def roles(self, world: World) -> dict[str, str]:
        return {
            one.account.email.split("@")[0]: one.role for one in world.organisation.members.select_related("account")
        }

    def test_who_acts_for_it_is_admitted(self, facilitator: Client, on: Callable[..., str], world: World) -> None:
        assert "Agit pour elle dans une alliance" in page(facilitator.get(on("organisation")))
        self.move(facilitator, on, world, "member", "member")
        assert self.roles(world) == {"facilitator": "admin", "member": "member"}

    def test_nobody_else_can_be_named(self, facilitator: Client, on: Callable[..., str], world: World) -> None:
        answer = facilitator.post(on("membership", world.accounts["stranger"].public), {"role": "admin"})
        assert answer.status_code == 404

    def test_the_last_administrator_stays(self, facilitator: Client, on: Callable[..., str], world: World) -> None:
        for role in ("member", "out"):
            self.move(facilitator, on, world, "facilitator", role)
        assert self.roles(world) == {"facilitator": "admin"}

    def test_the_record_is_handed_over(self, facilitator: Client, on: Callable[..., str], world: World) -> None:
        self.move(facilitator, on, world, "member", "admin")
        self.move(facilitator, on, world, "facilitator", "out")
        assert self.roles(world) == {"member": "admin"}
        assert facilitator.get(on("organisation-edit")).status_code == 403

    def test_a_role_that_is_none_changes_nothing(
        self, facilitator: Client, on: Callable[..., str], world: World
    ) -> None:
        self.move(facilitator, on, world, "member", "owner")
        assert self.roles(world) == {"facilitator": "admin"}

    def test_without_administrator_those_who_run_an_alliance_may_describe_it(
        self, as_: Callable[[str], Client], on: Callable[..., str], world: World
    ) -> None:
        OrganisationMember.objects.all().delete()
        assert as_("facilitator").get(on("organisation-edit")).status_code == 200
        assert as_("member").get(on("organisation-edit")).status_code == 403
        self.move(as_("facilitator"), on, world, "member", "admin")
        assert as_("facilitator").get(on("organisation-edit")).status_code == 403
        assert as_("member").get(on("organisation-edit")).status_code == 200


class TestTerritoriesWhileTyping:
    def list_for(self, client: Client, text: str) -> str:
        return page(client.get(reverse("organisations:territories"), {"territory": text}))

    def test_offers_those_that_the_words_may_mean(self, facilitator: Client) -> None:
        text = self.list_for(facilitator, "saint etienne")
        assert 'value="commune-42218"' in text
        assert "commune, Loire" in text
        assert "checked" not in text

    def test_the_only_one_is_chosen(self, facilitator: Client) -> None:
        assert 'value="department-69" checked' in self.list_for(facilitator, "69")

    @pytest.mark.parametrize(("text", "said"), [("", ""), ("zzyzx", "Aucun territoire")])
    def test_nothing_found_says_what_to_try(self, facilitator: Client, text: str, said: str) -> None:
        assert "chip" not in self.list_for(facilitator, text)
        assert said in self.list_for(facilitator, text)

    def test_what_is_typed_is_never_markup(self, facilitator: Client) -> None:
        assert "<script" not in self.list_for(facilitator, "<script>alert(1)</script>")
