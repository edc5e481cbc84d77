"""Contrast of every colour, in both schemes, on paper and on card."""

import pytest

from cordee.charts.palette import DARK, DATA_ROLES, LIGHT, TEXT_ROLES, contrast
from cordee.charts.theme import LAYERS

SCHEMES = {"light": LIGHT, "dark": DARK}
grounds = pytest.mark.parametrize("ground", ["paper", "card"])
schemes = pytest.mark.parametrize("scheme", SCHEMES)


@grounds
@schemes
@pytest.mark.parametrize("role", DATA_ROLES)
def test_data_stands_out_three_to_one(scheme: str, ground: str, role: str) -> None:
    assert contrast(SCHEMES[scheme][role], SCHEMES[scheme][ground]) >= 3


@grounds
@schemes
@pytest.mark.parametrize("role", TEXT_ROLES)
def test_text_stands_out_four_and_a_half_to_one(scheme: str, ground: str, role: str) -> None:
    assert contrast(SCHEMES[scheme][role], SCHEMES[scheme][ground]) >= 4.5


@schemes
@pytest.mark.parametrize("role", ["vision", "action", "means"])
def test_marks_stand_out_of_the_band_behind_them(scheme: str, role: str) -> None:
    palette = SCHEMES[scheme]
    assert contrast(palette[role], palette["zone"]) >= 3
    assert contrast(palette[role], palette["band"]) >= 2.9 or contrast(palette["card"], palette[role]) >= 3


@schemes
def test_names_are_read_on_the_colours_of_regions(scheme: str) -> None:
    palette = SCHEMES[scheme]
    for ground in ("higher", "lower"):
        assert contrast(palette["card"], palette[ground]) >= 4.5
    assert contrast(palette["ink"], palette["zone"]) >= 4.5


@schemes
def test_interval_shows_inside_a_bar(scheme: str) -> None:
    palette = SCHEMES[scheme]
    for bar in ("emphasis", "plain"):
        assert contrast(palette["card"], palette[bar]) >= 3


def test_only_grid_band_zone_halo_and_text_on_colour_are_left_out_of_the_rule() -> None:
    roles = {layer.role for layer in LAYERS.values()}
    assert roles - set(DATA_ROLES) - set(TEXT_ROLES) == {"line", "band", "zone", "halo", "card"}


def test_both_schemes_name_the_same_roles() -> None:
    assert set(LIGHT) == set(DARK)


def test_reference_values_of_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)  # WCAG's usual borderline grey
    assert contrast("#123456", "#123456") == 1
