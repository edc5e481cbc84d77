"""The registry of published figures in a browser: narrow the list, compare two of them, no fault of accessibility."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ONE = "alliance-duty.citizens.2019.fr.innovation"
OTHER = "alliance-duty.citizens.2015.fr.innovation"
PAGES = {
    "fr": ("/observatoire/chiffres-publies/", f"/observatoire/peut-on-comparer/?a={ONE}&b={OTHER}"),
    "en": ("/en/observatory/published-figures/", f"/en/observatory/can-they-be-compared/?a={ONE}&b={OTHER}"),
}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"


@pytest.mark.parametrize(("scheme", "lang", "width"), [("light", "fr", 1280), ("dark", "en", 320)])
@pytest.mark.parametrize("place", [0, 1])
def test_a_page_has_no_fault(
    visit: Callable[..., Any],
    axe_faults: Callable[[Any], list[str]],
    place: int,
    scheme: str,
    lang: str,
    width: int,
) -> None:
    seen = visit(color_scheme=scheme, width=width)
    seen.goto(PAGES[lang][place])
    seen.page.evaluate(OPEN_ALL)
    assert axe_faults(seen.page) == []
    assert seen.elsewhere == []
    assert seen.faults == []
    assert seen.page.evaluate(OVERFLOW) <= 0


@pytest.mark.parametrize("scripts", [True, False])
def test_from_the_list_to_the_answer(visit: Callable[..., Any], scripts: bool) -> None:
    seen = visit(java_script_enabled=scripts)
    seen.goto(PAGES["fr"][0])
    page = seen.page
    page.get_by_label("Public interrogé").select_option(label="Citoyens")
    page.get_by_label("Année").select_option(label="2019")
    page.get_by_role("button", name="Voir ces chiffres").click()
    page.get_by_text("11 chiffres affichés").wait_for()
    page.get_by_text("Chaque valeur et sa source (Les partenariats").click()
    page.locator(f"[id='{ONE}']").get_by_role("link", name="Comparer").click()
    page.get_by_label("Un autre").select_option(value=OTHER)
    page.get_by_role("button", name="Peut-on les comparer").click()
    page.get_by_role("heading", name="Oui").wait_for()
    assert "+2,3" in page.locator("main").inner_text()
