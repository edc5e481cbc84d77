"""The pages of the impacts: a clock for each, indicators with their unit, and who benefits."""

import re

import pytest
from django.test import Client
from tests.apps.library.loaded import french_left, loaded, page, seen
from tests.core.alliance import reference_pack

from cordee.apps.library.impacts.queries import clocks_of, page_of

pytestmark = pytest.mark.django_db


def test_the_three_stand_from_the_quickest_to_the_slowest(client: Client) -> None:
    loaded()
    html = page(client, "/impacts/")
    names = re.findall(r'<h2 class="card-title"><a href="(/impacts/[a-z]+/)">', html)
    assert names == ["/impacts/performance/", "/impacts/innovation/", "/impacts/confiance/"]
    assert re.findall(r'class="clock-time" x="0" y="0" width="(\d+)"', html) == ["18", "84", "336"]


def test_clocks_share_one_scale() -> None:
    clocks = clocks_of(reference_pack(), "innovation")
    assert [(clock.months, clock.longest, clock.is_here) for clock in clocks] == [
        (18, 336, False),
        (84, 336, True),
        (336, 336, False),
    ]


@pytest.mark.parametrize(
    ("slug", "english"), [("performance", "performance"), ("innovation", "innovation"), ("confiance", "trust")]
)
def test_an_impact_tells_everything_in_both_languages(client: Client, slug: str, english: str) -> None:
    pack = loaded()
    impact = next(one for one in pack.impacts if one.id == english)
    for lang, path in (("fr", f"/impacts/{slug}/"), ("en", f"/en/impacts/{english}/")):
        html = page(client, path)
        text = seen(html)
        for told in (
            *impact.qualify,
            *impact.measure,
            *impact.illustrate,
            impact.actors,
            impact.ecosystem,
            impact.clock.meaning,
        ):
            assert told.in_(lang) in text
        for indicator in impact.indicators:
            assert all(one.in_(lang) in text for one in (indicator.name, indicator.unit, indicator.collect))
        assert html.count("<table") == 2
    assert french_left(page(client, f"/en/impacts/{english}/")) == []


def test_a_name_in_the_other_language_moves_for_good_and_an_unknown_one_is_not_found(client: Client) -> None:
    loaded()
    moved = client.get("/impacts/trust/")
    assert (moved.status_code, moved["Location"]) == (301, "/impacts/confiance/")
    assert client.get("/impacts/gloire/").status_code == 404


def test_an_older_pack_without_impacts_says_so(client: Client) -> None:
    loaded(reference_pack().model_copy(update={"impacts": ()}))
    assert "ne décrit pas encore les impacts" in page(client, "/impacts/")
    assert client.get("/impacts/confiance/").status_code == 404
    assert page_of(reference_pack().model_copy(update={"impacts": ()}), "trust") is None
