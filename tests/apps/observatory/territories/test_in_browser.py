"""France, a region, the explorer and a figure alone in a browser: scanned, on a phone and on a desk, in both schemes.

Also without scripts, from the map to a region through time.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("shelf")]

MAYORS = "barometre-demonstration-maires"
PAGES = {
    390: ("/observatoire/", "/observatoire/regions/93/", f"/en/observatory/explore/?enquete={MAYORS}"),
    1280: (
        "/en/observatory/?vue=contours",
        "/observatoire/regions/02/",
        "/observatoire/explorer/?region=53&vue=contours",
        "/observatoire/figures/barometre-demonstration-citoyens/alliance/2024/contours/integrer/",
    ),
}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"
DRAWN = "[...document.querySelectorAll('.figure-drawing svg')].filter(one => one.checkVisibility()).length"
TABLES = "document.querySelectorAll('.figure table').length"


@pytest.mark.parametrize("width", [390, 1280])
def test_the_screens_have_no_fault_and_every_drawing_has_its_table(
    open_page: Callable[..., Any], axe_faults: Callable[..., list[str]], live_server: Any, width: int
) -> None:
    page = open_page("/observatoire/chiffres-publies/", width=width)
    elsewhere: list[str] = []
    page.on("request", lambda request: elsewhere.append(request.url))
    for path in PAGES[width]:
        page.goto(f"{live_server.url}{path}")
        page.evaluate(OPEN_ALL)
        assert axe_faults(page, then_dark=True) == [], path
        assert page.evaluate(OVERFLOW) <= 0, path
        assert page.evaluate(DRAWN) == page.evaluate(TABLES), path
    assert {urlsplit(one).netloc for one in elsewhere} == {urlsplit(live_server.url).netloc}
    assert page.context.cookies() == []


def test_without_scripts_from_the_map_to_a_region_through_time(open_page: Callable[..., Any]) -> None:
    page = open_page("/observatoire/", width=390, java_script_enabled=False)
    page.get_by_label("Public interrogé", exact=True).select_option(label="Maires")
    page.get_by_label("Vague", exact=True).select_option(label="octobre 2021")
    page.get_by_role("button", name="Voir sur la carte").click()
    assert "maires · octobre 2021" in page.locator(".page-header .eyebrow").inner_text().lower()
    page.get_by_role("link", name="Bretagne", exact=True).click()
    page.get_by_role("heading", name="Dynamiques d’alliance").wait_for()
    page.get_by_role("link", name="Explorer les enquêtes").click()
    page.get_by_role("heading", name="D’une vague à l’autre : Bretagne").wait_for()
    page.get_by_role("link", name="Voir la figure seule (Carte en tuiles)").click()
    page.get_by_role("heading", level=1).wait_for()
    assert page.locator("script").count() == 0
