"""Territories: the whole of the geographic code, found as people write it, each with what holds it."""

import csv

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from cordee.apps.organisations.territories import DATA, LEVELS, Territory, search, territory


def keys(text: str) -> list[str]:
    return [place.key for place in search(text)]


@pytest.mark.parametrize(
    ("table", "count"),
    [("regions", 18), ("departments", 101), ("intercommunalities", 1255), ("communes", 34875)],
)
def test_the_tables_hold_the_whole_code_once(table: str, count: int) -> None:
    with (DATA / f"{table}.csv").open(encoding="utf-8") as file:
        codes = [row["code"] for row in csv.DictReader(file)]
    assert len(codes) == len(set(codes)) == count
    assert codes == sorted(codes)


def test_a_code_is_text() -> None:
    ain = territory("department-01")
    assert ain is not None
    assert (ain.code, ain.name, ain.key) == ("01", "Ain", "department-01")
    assert territory("department-1") is None


@pytest.mark.parametrize(
    ("key", "parents"),
    [
        ("region-84", ()),
        ("department-69", ("region-84",)),
        ("epci-200046977", ("department-69", "region-84")),
        ("commune-69123", ("epci-200046977", "department-69", "region-84")),
        ("commune-2A004", ("epci-242010056", "department-2A", "region-94")),
        ("commune-97411", ("epci-249740119", "department-974", "region-04")),
    ],
)
def test_a_territory_says_what_holds_it(key: str, parents: tuple[str, ...]) -> None:
    place = territory(key)
    assert place is not None
    assert place.parents == parents
    assert place.region == next((one for one in (key, *parents) if one.startswith("region-")), "")


def test_a_group_of_communes_may_lie_in_several_departments() -> None:
    lyonnais = territory("epci-200066587")
    assert lyonnais is not None
    assert lyonnais.parents == ("department-42", "department-69", "region-84")
    assert lyonnais.kind == "intercommunalité, Loire, Rhône"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Lyon", "commune-69123"),
        ("lyon", "commune-69123"),
        ("69123", "commune-69123"),
        ("69", "department-69"),
        ("2a", "department-2A"),
        ("bouche du rhone", "department-13"),
        ("Bouches-du-Rhône", "department-13"),
        ("ile de france", "region-11"),
        ("metropole de lyon", "epci-200046977"),
        ("200046977", "epci-200046977"),
        ("St Etienne", "commune-42218"),
        ("l'hay les roses", "commune-94038"),
        ("Paris", "department-75"),
        ("toute la france", "country-FR"),
        ("whole of france", "country-FR"),
        ("hors de france", "country-other"),
    ],
)
def test_a_territory_is_found_as_people_write_it(text: str, first: str) -> None:
    assert keys(text)[0] == first


def test_the_same_code_at_two_levels_gives_both() -> None:
    assert keys("01") == ["region-01", "department-01"]


def test_the_beginning_of_a_code_is_enough_from_three_characters() -> None:
    assert "commune-69123" in keys("6912")
    assert all(key in ("region-84", "department-84") for key in keys("84"))


@pytest.mark.parametrize("text", ["", "   ", "-", "zzzz", "lyon zzzz"])
def test_nothing_is_found_rather_than_anything(text: str) -> None:
    assert search(text) == []


@pytest.mark.parametrize("key", ["", "region", "region-", "commune-00000", "lyon", "region-84-1"])
def test_a_key_that_is_none_gives_nothing(key: str) -> None:
    assert territory(key) is None


@given(st.sampled_from(["commune-69123", "epci-200046977", "department-974", "region-53", "commune-75056"]))
def test_its_own_code_finds_it_and_all_that_holds_it_exists(key: str) -> None:
    place = territory(key)
    assert place is not None
    assert place in search(place.code)
    held: list[Territory | None] = [territory(parent) for parent in place.parents]
    assert None not in held
    assert [LEVELS.index(one.level) for one in held if one] == sorted(
        (LEVELS.index(one.level) for one in held if one), reverse=True
    )


def test_wide_places_are_told_in_the_language_on_screen() -> None:
    place = territory("country-other")
    assert place is not None
    assert (place.said, place.kind) == ("Hors de France", "")
    with override("en"):
        assert place.said == "Outside France"


def test_a_search_gives_no_more_than_a_page_can_show() -> None:
    assert len(search("saint")) == 12
    assert len(search("saint", most=3)) == 3
