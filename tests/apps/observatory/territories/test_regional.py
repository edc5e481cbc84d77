"""A question in every region: where each stands, why a value is hidden, and a title that is true of it all."""

from collections import Counter

import pytest
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.apps.observatory.territories.making import MARK, USEFUL, asked, difference, figure

from cordee.apps.observatory.territories.regional import region_figure, standing_of
from cordee.apps.observatory.territories.sentences import headline
from cordee.apps.organisations.territory_shapes import metropolitan_codes, region_places
from cordee.charts.readings import Estimate, Missing, Standing
from cordee.charts.regions import RegionFigure, RegionRow

WAVE = {"wave": "2024"}


def in_region(code: str, estimate: float | None, n: int = 100, status: str = "ok"):  # type: ignore[no-untyped-def]
    return figure(USEFUL, estimate, n, status, wave="2024", region=code)


def beside(code: str, estimate: float | None, told: bool | None):  # type: ignore[no-untyped-def]
    return difference(USEFUL, estimate, told, wave="2024", region=f"{code} vs rest")


def standings(found: RegionFigure) -> dict[str, Standing]:
    return dict(zip(region_places(), (row.standing for row in found.rows), strict=True))


def test_each_region_stands_where_its_edition_says() -> None:
    figures = [figure(USEFUL, 0.74, 900, **WAVE), in_region("53", 0.85), in_region("24", 0.60), in_region("11", 0.75)]
    compared = [beside("53", 0.12, True), beside("24", -0.15, True), beside("11", 0.01, False)]
    found = standings(region_figure(asked([*figures, in_region("76", 0.7)], compared)))
    assert (found["53"], found["24"], found["11"], found["76"]) == ("higher", "lower", "alike", "untested")
    assert Counter(found.values())["not_surveyed"] == 14


@pytest.mark.parametrize(
    ("n", "status", "why"),
    [
        (12, "suppressed", "moins de 30 réponses"),
        (80, "suppressed", "masquée pour qu’une autre ne puisse en être déduite"),
        (40, "too_few", "trop peu de réponses"),
    ],
)
def test_a_value_that_is_not_published_says_why_and_is_hatched(n: int, status: str, why: str) -> None:
    found = region_figure(asked([figure(USEFUL, 0.7, 900, **WAVE), in_region("94", None, n, status)]))
    (row,) = found.standing("hidden")
    assert row.label == "Corse"
    assert row.answers == n
    assert row.reading == Missing(why)


def test_another_wave_another_cut_and_another_count_are_left_alone() -> None:
    others = [
        figure(USEFUL, 0.1, wave="2019", region="53"),
        figure(USEFUL, 0.1, wave="2024", region="53", size="1"),
        figure(MARK, 5.0, wave="2024", region="53"),
    ]
    assert standings(region_figure(asked(others)))["53"] == "not_surveyed"


def test_the_nation_is_the_reference_and_the_ruler_holds_everything() -> None:
    found = region_figure(asked([figure(USEFUL, 0.74, 900, **WAVE), in_region("53", 0.85)]))
    assert found.reference == pytest.approx(74)
    assert found.scale.holds(90)
    assert found.scale.holds(69)
    assert found.scale.unit == "%"


def test_marks_keep_their_scale() -> None:
    rows = [figure(MARK, 5.8, **WAVE), figure(MARK, 6.4, wave="2024", region="11")]
    found = region_figure(asked(rows, question=MARK))
    assert (found.scale.minimum, found.scale.maximum, found.scale.decimals) == (5, 7, 1)
    assert "Note moyenne, de 0 à 10." in found.subtitle


def test_rows_go_from_north_to_south_whatever_their_values() -> None:
    values = [in_region(code, 0.4 + rank / 40) for rank, code in enumerate(metropolitan_codes())]
    up, down = region_figure(asked(values)), region_figure(asked(values[::-1]))
    assert [row.label for row in up.rows] == [row.label for row in down.rows]
    assert up.rows[0].label == "Hauts-de-France"


def rows_that_are(*standings: Standing) -> list[RegionRow]:
    places = list(region_places().values())
    return [
        RegionRow(place, Missing("x") if one in ("hidden", "not_surveyed") else Estimate(50), one)
        for place, one in zip(places, standings, strict=False)
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(("higher", "lower", "alike", "untested", "hidden", "not_surveyed")), min_size=1, max_size=18
    )
)
def test_a_headline_counts_and_never_ranks(found: list[Standing]) -> None:
    rows = rows_that_are(*found)
    said = headline(rows)
    assert said.endswith(".")
    assert not any(row.label in said for row in rows)
    apart, alike = sum(one in ("higher", "lower") for one in found), found.count("alike")
    if not apart + alike:
        assert said.startswith("Trop peu de réponses")
    elif not apart:
        assert said == "Aucune région ne se distingue du reste du pays."
    else:
        assert ("ne s’en distingu" in said) == bool(alike)


def test_a_headline_in_words_in_both_languages() -> None:
    rows = rows_that_are("higher", "lower", "higher", *["alike"] * 10)
    assert headline(rows) == "Trois régions se détachent du reste du pays. Les dix autres ne s’en distinguent pas."
    with override("en"):
        assert headline(rows).startswith("Three regions stand apart from the rest of the country.")
    assert headline(rows_that_are("lower", "alike")).startswith("Une région se détache")


def test_without_a_comparison_a_value_is_not_told_apart_nor_alike() -> None:
    assert standing_of(Estimate(3), None) == "untested"
    assert standing_of(Estimate(3), beside("53", None, None)) == "untested"
    assert standing_of(Missing("x"), None) == "hidden"


def test_the_note_says_the_survey_its_size_and_that_it_is_invented() -> None:
    one = asked([figure(USEFUL, 0.74, 2400, **WAVE)])
    assert "octobre 2024, 2\u202f400 réponses, taille effective 2\u202f160." in region_figure(one).note
    assert "inventées" not in region_figure(one).note
    one.edition.card.__dict__["synthetic"] = True
    assert "personne n’a répondu" in region_figure(one).note
