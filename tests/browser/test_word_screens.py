"""The words, the impacts and the référentiel in a browser: no fault, on a phone too; cards open on the spot."""

from collections.abc import Callable
from typing import Any

import pytest

SCREENS = {
    "list": ("/mots/", "/en/words/"),
    "term": ("/mots/efficience/", "/en/words/efficiency/"),
    "unknown": ("/mots/eficience/", "/en/words/eficiency/"),
    "impacts": ("/impacts/", "/en/impacts/"),
    "impact": ("/impacts/confiance/", "/en/impacts/trust/"),
    "framework": ("/referentiel/", "/en/framework/"),
    "approach": ("/referentiel/sens/", "/en/framework/meaning/"),
}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

pytestmark = pytest.mark.usefixtures("loaded")


def watched(page: Any) -> list[str]:
    """Note what the console complains about from now on; a page that is not found says so by itself."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
    return faults


@pytest.mark.parametrize(("scheme", "lang", "width"), [("light", 0, 1280), ("dark", 1, 390)])
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_has_no_fault(
    open_page: Callable[..., Any],
    axe_faults: Callable[[Any], list[str]],
    screen: str,
    scheme: str,
    lang: int,
    width: int,
) -> None:
    page = open_page(SCREENS[screen][lang], color_scheme=scheme, width=width)
    assert axe_faults(page) == []
    faults = watched(page)
    page.reload()
    assert [fault for fault in faults if "404" not in fault] == []


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_fits_the_narrowest_phone(open_page: Callable[..., Any], screen: str) -> None:
    assert open_page(SCREENS[screen][0], width=320).evaluate(OVERFLOW) <= 0


def test_a_card_opens_on_the_spot_and_gives_the_focus_back(
    open_page: Callable[..., Any], axe_faults: Callable[[Any], list[str]]
) -> None:
    page = open_page("/impacts/confiance/")
    faults = watched(page)
    word = page.locator("main a.term").first
    word.focus()
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog", name="Définition de travail")
    card.wait_for()
    assert page.url.endswith("/impacts/confiance/")
    assert page.evaluate("document.activeElement.id") == "term-card-title"
    assert axe_faults(page) == []
    page.keyboard.press("Escape")
    card.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.className") == "term"
    word.click()
    card.get_by_role("link", name="Tout sur ce mot").click()
    page.wait_for_url("**/mots/definition-de-travail/")
    assert faults == []


def test_a_card_stays_in_sight_on_a_phone(open_page: Callable[..., Any]) -> None:
    page = open_page("/impacts/confiance/", width=320, height=568)
    page.locator("main a.term").first.click()
    box = page.get_by_role("dialog").bounding_box()
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= 320
    assert box["y"] + box["height"] <= 568


def test_when_the_card_cannot_be_fetched_the_link_leads_to_the_page(open_page: Callable[..., Any]) -> None:
    page = open_page("/impacts/confiance/")
    page.route("**/mots/carte/**", lambda route: route.abort())
    page.locator("main a.term").first.click()
    page.wait_for_url("**/mots/definition-de-travail/")


def test_without_scripts_the_word_leads_to_its_page_and_the_search_answers(open_page: Callable[..., Any]) -> None:
    page = open_page("/impacts/confiance/", java_script_enabled=False)
    page.locator("main a.term").first.click()
    page.wait_for_url("**/mots/definition-de-travail/")
    page.get_by_role("link", name="Les mots de l’évaluation").first.click()
    page.get_by_label("Chercher un mot").fill("ecosysteme")
    page.get_by_role("button", name="Chercher").click()
    assert page.locator(".word-list dt").all_inner_texts().count("Écosystème") == 1
    assert page.get_by_label("Chercher un mot").input_value() == "ecosysteme"


def test_the_list_shortens_while_one_types_and_the_address_follows(open_page: Callable[..., Any]) -> None:
    page = open_page("/mots/")
    page.get_by_label("Chercher un mot").press_sequentially("seuil de publi")
    page.wait_for_url("**q=seuil*")
    page.locator("#found .word-list dt", has_text="Seuil de publication").wait_for()
    assert page.locator("#found .word-list dt").count() < 10
