"""What other rooms ask: roles, partners, and what an alliance is like in the words of the packs."""

from datetime import date

import pytest
from tests.apps.diagnosis.conftest import reference_pack
from tests.apps.world import World

from cordee.apps.organisations import queries
from cordee.apps.organisations.models import Alliance, Organisation, Profile, Size
from cordee.core.packs.instrument import Instrument

TODAY = date(2026, 6, 1)


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return reference_pack().instrument


def choices(instrument: Instrument, question: str) -> set[str]:
    return next({choice.id for choice in one.choices} for one in instrument.context if one.id == question)


def test_a_role_is_found_and_a_stranger_has_none(world: World) -> None:
    role = queries.role_of(world.accounts["member"], world.alliance)
    assert role is not None
    assert role.kind == "member"
    assert queries.role_of(world.accounts["stranger"], world.alliance) is None


def test_an_alliance_is_opened_with_the_role_that_opens_it(world: World) -> None:
    found = queries.alliance_behind(world.alliance.public, world.accounts["observer"])
    assert found == (world.alliance, world.roles["observer"])
    assert queries.alliance_behind(world.alliance.public, world.accounts["stranger"]) is None


def test_my_alliances_count_the_partners_who_are_there(world: World) -> None:
    gone = Organisation.objects.create(name="Partie")
    world.alliance.partners.create(organisation=gone, left_on=date(2025, 1, 1))
    (role,) = queries.alliances_of(world.accounts["member"])
    assert (role.alliance, role.partner_count) == (world.alliance, 1)  # type: ignore[attr-defined]


def test_those_who_left_come_last(world: World) -> None:
    gone = Organisation.objects.create(name="Aaa")
    left = world.alliance.partners.create(organisation=gone, left_on=date(2025, 1, 1))
    assert queries.partners_of(world.alliance) == [world.partner, left]


def test_people_are_listed_with_those_who_run_it_first(world: World) -> None:
    assert [role.kind for role in queries.people_of(world.alliance)] == ["facilitator", "member", "observer"]


def test_traits_are_in_the_words_of_the_packs(world: World, instrument: Instrument) -> None:
    Alliance.objects.filter(pk=world.alliance.pk).update(
        territory="commune-69123",
        partnership_types=["patronage", "economic_cooperation"],
        started_on=date(2024, 1, 1),
        stage="acting",
    )
    other = Organisation.objects.create(name="B", profile="company", size="size-10-49")
    world.alliance.partners.create(organisation=other, objective="economy")
    world.alliance.refresh_from_db()
    traits = queries.traits_of(world.alliance, TODAY)
    assert traits == {
        "profile": ("company", "association"),
        "size": ("size-10-49",),
        "territory": ("region-84",),
        "kind": ("patronage", "economic_cooperation", "several"),
        "stage": ("18_months_to_7_years",),
        "objective": ("economy",),
    }
    for question in set(traits) - {"objective"}:
        assert set(traits[question]) <= choices(instrument, question)


def test_what_is_not_known_is_left_out(world: World) -> None:
    Organisation.objects.update(profile="")
    assert queries.traits_of(world.alliance, TODAY) == {}


def test_our_choices_are_those_of_the_packs(instrument: Instrument) -> None:
    assert set(Profile.values) == choices(instrument, "profile")
    assert set(Size.values) == choices(instrument, "size")


@pytest.mark.parametrize(
    ("key", "trait"),
    [
        ("", ""),
        ("commune-69123", "region-84"),
        ("epci-200046977", "region-84"),
        ("region-53", "region-53"),
        ("department-974", "overseas"),
        ("region-01", "overseas"),
        ("country-FR", "several_regions"),
        ("country-other", "abroad"),
        ("commune-00000", ""),
    ],
)
def test_a_territory_becomes_an_answer_of_the_packs(key: str, trait: str, instrument: Instrument) -> None:
    assert queries.region_trait(key) == trait
    assert trait in choices(instrument, "territory") | {""}


@pytest.mark.parametrize(
    ("stage", "started_on", "trait"),
    [
        ("", None, ""),
        ("idea", None, "idea"),
        ("acting", date(2026, 7, 1), "idea"),
        ("acting", date(2024, 12, 2), "under_18_months"),
        ("acting", date(2024, 12, 1), "18_months_to_7_years"),
        ("acting", date(2019, 6, 2), "18_months_to_7_years"),
        ("rooted", date(2019, 6, 1), "over_7_years"),
    ],
)
def test_a_start_becomes_an_age(stage: str, started_on: date | None, trait: str) -> None:
    assert queries.stage_trait(Alliance(stage=stage, started_on=started_on), TODAY) == trait
