"""The pages of partners: organisations enter, say what comes first for them, leave and come back."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from tests.apps.world import World

from cordee.apps.organisations import queries
from cordee.apps.organisations.models import Alliance, Organisation, Partner

SIREN = "732829320"


def page(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined]


def test_a_new_organisation_enters(facilitator: Client, world: World, at: Callable[..., str]) -> None:
    said = {"name": "Neuve", "profile": "company", "siren": "732 829 320", "objective": "economy"}
    assert facilitator.post(at("partners"), said)["Location"] == at("partners")
    partner = world.alliance.partners.get(organisation__name="Neuve")
    assert (partner.objective, partner.organisation.siren, partner.organisation.profile) == (
        "economy",
        SIREN,
        "company",
    )
    assert not partner.organisation.members.exists()


def test_an_organisation_already_known_enters(facilitator: Client, world: World, at: Callable[..., str]) -> None:
    other = Alliance.objects.create(name="Seconde")
    other.roles.create(account=world.accounts["facilitator"], kind="observer")
    known = Organisation.objects.create(name="Connue")
    other.partners.create(organisation=known)
    assert "Connue" in page(facilitator.get(at("partners")))
    facilitator.post(at("partners"), {"organisation": str(known.public)})
    assert world.alliance.partners.filter(organisation=known).count() == 1


def test_an_organisation_of_strangers_is_neither_shown_nor_taken(
    facilitator: Client, world: World, at: Callable[..., str]
) -> None:
    hidden = Organisation.objects.create(name="Cachée", siren=SIREN)
    assert "Cachée" not in page(facilitator.get(at("partners")))
    assert facilitator.post(at("partners"), {"organisation": str(hidden.public)}).status_code == 422
    answer = facilitator.post(at("partners"), {"name": "La nôtre", "siren": SIREN})
    assert answer.status_code == 302, "a number known elsewhere reveals nothing"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"name": ""}, "Écrivez son nom"),
        ({"siren": "732829321"}, "son dernier chiffre ne correspond pas"),
        ({"siren": "73282932000074"}, "Gardez les 9 premiers"),
        ({"objective": "glory"}, "Ce choix n’existe pas"),
    ],
)
def test_an_error_says_what_to_do_and_loses_nothing(
    facilitator: Client, at: Callable[..., str], wrong: dict[str, str], message: str
) -> None:
    answer = facilitator.post(at("partners"), {"name": "Gardée", "siren": "", **wrong})
    assert answer.status_code == 422
    assert message in page(answer)
    if "name" not in wrong:
        assert "Gardée" in page(answer)
    assert not Organisation.objects.filter(name="Gardée").exists()


def test_the_same_number_twice_in_one_alliance_is_refused(
    facilitator: Client, world: World, at: Callable[..., str]
) -> None:
    Organisation.objects.filter(pk=world.organisation.pk).update(siren=SIREN)
    answer = facilitator.post(at("partners"), {"name": "Double", "siren": SIREN})
    assert answer.status_code == 422
    assert "déjà partenaire" in page(answer)


def test_a_partner_says_what_comes_first_and_leaves(facilitator: Client, world: World, at: Callable[..., str]) -> None:
    said = {"objective": "human", "joined_on": "2024-01-01", "left_on": "2025-01-01", "version": 1}
    assert facilitator.post(at("place", world.partner.public), said).status_code == 302
    world.partner.refresh_from_db()
    assert (world.partner.objective, world.partner.left_on) == ("human", date(2025, 1, 1))
    assert queries.partners_of(world.alliance, on=date(2025, 6, 1)) == []
    assert queries.partners_of(world.alliance, on=date(2024, 6, 1)) == [world.partner]
    assert "Départ le 1 janvier 2025" in page(facilitator.get(at("partners")))


def test_a_departure_before_the_arrival_is_refused(facilitator: Client, world: World, at: Callable[..., str]) -> None:
    said = {"joined_on": "2025-01-01", "left_on": "2024-01-01", "version": 1}
    answer = facilitator.post(at("place", world.partner.public), said)
    assert answer.status_code == 422
    assert 'value="2024-01-01"' in page(answer)


def test_the_second_of_two_people_is_told(facilitator: Client, world: World, at: Callable[..., str]) -> None:
    facilitator.post(at("place", world.partner.public), {"objective": "human", "version": 1})
    answer = facilitator.post(at("place", world.partner.public), {"objective": "economy", "version": 1})
    assert answer.status_code == 409
    assert "mobiliser, fédérer" in page(answer)
    world.partner.refresh_from_db()
    assert world.partner.objective == "human"


def test_who_had_left_comes_back_at_the_same_place(facilitator: Client, world: World, at: Callable[..., str]) -> None:
    Partner.objects.filter(pk=world.partner.pk).update(left_on=date(2025, 1, 1), objective="human")
    facilitator.post(at("partners"), {"organisation": str(world.organisation.public)})
    world.partner.refresh_from_db()
    assert (world.partner.left_on, world.partner.objective) == (None, "human")
    assert world.alliance.partners.count() == 1


def test_the_partner_of_another_alliance_has_no_page_here(
    facilitator: Client, at: Callable[..., str], world: World
) -> None:
    elsewhere = Partner.objects.exclude(alliance=world.alliance).get()
    assert facilitator.get(at("place", elsewhere.public)).status_code == 404
