"""The compass and the choice of a method in a browser: two people, two doors, each explained; no script, no fault."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

import pytest

from cordee.core.packs.release import Release

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MAYOR = {
    "wish": "peers",
    "profile": "local_authority",
    "objective": "stakeholders",
    "maturity": "emerging",
    "time": "half_day",
}
TREASURER = {
    "wish": "evaluate",
    "profile": "association",
    "objective": "resources",
    "maturity": "shared",
    "time": "quarter_hour",
}
NEED = {"purpose": "account", "object": "product", "stage": "18_months_to_7_years", "stakes": "high", "days": "forty"}
SCREENS = {
    "questions": {"fr": "/boussole/", "en": "/en/compass/"},
    "missing": {"fr": "/boussole/porte/?wish=learn", "en": "/en/compass/door/?wish=learn"},
    "door": {"fr": f"/boussole/porte/?{urlencode(MAYOR)}", "en": f"/en/compass/door/?{urlencode(TREASURER)}"},
    "graph": {"fr": "/boussole/graphe/", "en": "/en/compass/graph/"},
    "selector": {"fr": "/choisir-une-methode/", "en": "/en/choose-a-method/"},
    "advice": {
        "fr": f"/choisir-une-methode/conseil/?{urlencode(NEED)}",
        "en": f"/en/choose-a-method/advice/?{urlencode(NEED)}",
    },
    "methods": {"fr": "/choisir-une-methode/methodes/", "en": "/en/choose-a-method/methods/"},
}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"
LEVELS = "[...document.querySelectorAll('h1,h2,h3,h4')].filter(e => e.checkVisibility()).map(e => +e.tagName[1])"
SMALL_TARGETS = """() => [...document.querySelector('main').querySelectorAll('a,button,summary,label,input,select')]
  .filter(e => e.checkVisibility() && !e.closest('.visually-hidden'))
  .filter(e => !(e.tagName === 'A' && getComputedStyle(e).display === 'inline'))
  .filter(e => !(e.tagName === 'INPUT' && e.closest('label')))
  .filter(e => !(e.tagName === 'LABEL' && e.htmlFor))
  .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.5 && box.width > 0)
  .map(([html, box]) => `${html} ${box.height}`)"""


def answer(page: Any, answers: Mapping[str, str]) -> None:
    """Choose one chip for each question."""
    for question, choice in answers.items():
        page.locator(f"label.chip:has(input[name={question}][value='{choice}'])").click()


def take(seen: Any, answers: Mapping[str, str]) -> str:
    """Take the compass from its first page, and return the door it leads to."""
    seen.goto("/boussole/")
    answer(seen.page, answers)
    seen.page.get_by_role("button", name="Voir ma porte").click()
    seen.page.locator("#trajet").wait_for()
    return str(seen.page.locator("h1").inner_text())


@pytest.mark.parametrize("scripts", [True, False])
def test_two_people_get_two_doors_each_explained(loaded: Release, visit: Callable[..., Any], scripts: bool) -> None:
    seen = visit(width=390, java_script_enabled=scripts)
    page = seen.page
    first = take(seen, MAYOR)
    assert first == "Ceux qui relient"
    assert page.locator(".reasons li").count() == 2
    assert page.get_by_text("Votre place est de relier").count() == 1
    assert page.locator(".route-step").count() == 3
    second = take(seen, TREASURER)
    assert second == "Le choix d’une méthode"
    assert page.locator(".reasons li").count() == 3
    assert page.locator(".waypoint[aria-current=step]").count() == 1
    page.go_back()
    assert page.locator("input:checked").count() == len(TREASURER), "back keeps what was chosen"
    assert seen.elsewhere == []
    assert page.context.cookies() == []


def test_an_address_opened_elsewhere_gives_the_same_door(loaded: Release, visit: Callable[..., Any]) -> None:
    here, elsewhere = visit(), visit(width=1280)
    name = take(here, MAYOR)
    elsewhere.goto(here.path)
    assert elsewhere.page.locator("h1").inner_text() == name
    elsewhere.page.locator(".languages a[hreflang=en]").last.click()
    assert elsewhere.page.locator("h1").inner_text() == "Those who connect"


def test_the_second_door_says_what_leads_there(loaded: Release, visit: Callable[..., Any]) -> None:
    seen = visit()
    take(seen, TREASURER)
    name = seen.page.locator(".second-door h2").inner_text()
    seen.page.locator(".second-door a.onward").click()
    seen.page.wait_for_load_state()
    assert seen.page.locator("h1").inner_text() == name


def test_a_missing_answer_is_shown_and_nothing_is_lost(loaded: Release, visit: Callable[..., Any]) -> None:
    seen = visit()
    seen.goto("/boussole/")
    answer(seen.page, {"wish": "learn", "profile": "company"})
    seen.page.get_by_role("button", name="Voir ma porte").click()
    seen.page.locator(".error-summary a[href='#maturity']").click()
    assert seen.page.locator("input:checked").count() == 2
    answer(seen.page, {"maturity": "driving"})
    seen.page.get_by_role("button", name="Voir ma porte").click()
    seen.page.locator("#trajet").wait_for()
    assert "Évaluer" in seen.page.locator("h1").inner_text()


def test_the_compass_is_taken_with_the_keyboard_alone(loaded: Release, visit: Callable[..., Any]) -> None:
    seen = visit(width=1280)
    seen.goto("/boussole/")
    for question in MAYOR:
        seen.page.locator(f"input[name={question}]").first.focus()
        seen.page.keyboard.press("Space")
        seen.page.keyboard.press("ArrowDown")
    seen.page.keyboard.press("Enter")
    seen.page.locator("#trajet").wait_for()
    assert seen.clicks == 0


def test_the_advice_on_a_method_and_what_would_change_it(loaded: Release, visit: Callable[..., Any]) -> None:
    seen = visit()
    seen.goto("/choisir-une-methode/")
    answer(seen.page, NEED)
    seen.page.get_by_role("button", name="Voir le conseil").click()
    seen.page.locator("#methodes").wait_for()
    assert seen.page.locator("h1").inner_text() == "Analyse de contribution"
    turn = seen.page.locator(".turns a.onward").first
    name = turn.inner_text()
    turn.click()
    seen.page.wait_for_load_state()
    assert seen.page.locator("h1").inner_text() == name


@pytest.mark.parametrize(("scheme", "lang", "width"), [("light", "fr", 1280), ("dark", "en", 390)])
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_has_no_fault(
    loaded: Release,
    visit: Callable[..., Any],
    axe_faults: Callable[[Any], list[str]],
    screen: str,
    scheme: str,
    lang: str,
    width: int,
) -> None:
    seen = visit(color_scheme=scheme, width=width)
    seen.goto(SCREENS[screen][lang])
    seen.page.evaluate(OPEN_ALL)
    levels = seen.page.evaluate(LEVELS)
    assert axe_faults(seen.page) == []
    assert seen.elsewhere == []
    assert [fault for fault in seen.faults if "422" not in fault] == []
    assert seen.page.evaluate(SMALL_TARGETS) == []
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_fits_the_narrowest_phone(loaded: Release, visit: Callable[..., Any], screen: str) -> None:
    seen = visit(width=320)
    seen.goto(SCREENS[screen]["fr"])
    seen.page.evaluate(OPEN_ALL)
    assert seen.page.evaluate(OVERFLOW) <= 0
