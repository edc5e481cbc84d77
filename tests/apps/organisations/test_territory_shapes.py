"""The drawings of the regions: the 18 of the COG, each on a tile of its own, their outlines whole."""

import json

from cordee.apps.organisations.territories import DATA, OVERSEAS_REGIONS, territory
from cordee.apps.organisations.territory_shapes import metropolitan_codes, region_places


def test_the_eighteen_regions_of_the_code_are_there_under_their_names() -> None:
    places = region_places()
    assert len(places) == 18
    for code, place in places.items():
        found = territory(f"region-{code}")
        assert found is not None
        assert place.label == found.name


def test_each_has_its_own_tile_and_short_name() -> None:
    places = region_places().values()
    assert len({place.tile for place in places}) == len({place.short for place in places}) == 18
    assert all(len(place.short) == 3 for place in places)


def test_they_go_from_north_to_south_those_overseas_last() -> None:
    rows = [place.tile[1] for place in region_places().values()]
    assert rows == sorted(rows)
    assert set(list(region_places())[13:]) == OVERSEAS_REGIONS
    assert len(metropolitan_codes()) == 13


def test_every_outline_is_on_the_map_and_holds_its_own_label() -> None:
    document = json.loads((DATA / "france-regions.json").read_text(encoding="utf-8"))
    for place in region_places().values():
        left, top, right, bottom = place.outline.bounds
        assert -1 <= left < right <= document["width"] + 1
        assert -1 <= top < bottom <= document["height"] + 1
        x, y = place.outline.label
        assert left <= x <= right
        assert top <= y <= bottom


def test_no_metropolitan_region_holds_the_label_of_another() -> None:
    places = region_places()
    for code in metropolitan_codes():
        holders = [other for other in metropolitan_codes() if places[other].outline.holds(places[code].outline.label)]
        assert holders == [code]


def test_the_geometry_stays_light() -> None:
    assert (DATA / "france-regions.json").stat().st_size < 27_000
